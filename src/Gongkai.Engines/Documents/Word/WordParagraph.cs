using System.Text;

namespace Gongkai.Engines.Documents.Word;

/// <summary>How a run came to be under tracking of changes.</summary>
internal enum WordChange
{
    /// <summary>It is simply there.</summary>
    None,

    /// <summary>Inserted, not yet accepted.</summary>
    Inserted,

    /// <summary>Deleted, still in the file.</summary>
    Deleted,
}

/// <summary>A stretch of one format. A picture or a note is a run without text of its own.</summary>
internal sealed record WordRun(string Text, WordFormat Format, WordChange Change = WordChange.None, bool IsUnseen = false)
{
    public string? Link { get; init; }

    public string? PictureId { get; init; }

    public string? PictureName { get; init; }

    /// <summary>Size on the page in square centimetres; 0 when the file does not say.</summary>
    public double PictureArea { get; init; }

    /// <summary>Whether the picture only shows what a file put into the document looks like.</summary>
    public bool IsPreview { get; init; }

    public string? FootnoteId { get; init; }

    public string? EndnoteId { get; init; }

    /// <summary>Whether the text was only meant for programs that cannot show what stands beside it.</summary>
    public bool IsFallback { get; init; }
}

/// <summary>A paragraph with everything that bears on its text.</summary>
internal sealed class WordParagraph
{
    public string? Style { get; set; }

    public int? Heading { get; set; }

    public string? Alignment { get; set; }

    public WordLabel? Label { get; set; }

    /// <summary>The paragraph's mark was deleted: accepted, it runs on into the next.</summary>
    public bool RunsOn { get; set; }

    public List<WordRun> Runs { get; } = [];

    /// <summary>Paragraphs of text boxes anchored here.</summary>
    public List<WordParagraph> Boxes { get; } = [];

    /// <summary>Relation ids of files put into the paragraph.</summary>
    public List<string> Embedded { get; } = [];

    /// <summary>What is written behind its pictures, for those who cannot see them.</summary>
    public List<string> PictureWords { get; } = [];

    /// <summary>What stands in small letters above its words.</summary>
    public List<string> Guides { get; } = [];

    /// <summary>Instructions of fields, which the page does not show.</summary>
    public List<string> Instructions { get; } = [];

    public string Text => Join(r => r.Change != WordChange.Deleted && !r.IsUnseen, withLabel: true);

    public string UnseenText => Join(r => r.Change != WordChange.Deleted && r.IsUnseen);

    public string InsertedText => Join(r => r.Change == WordChange.Inserted);

    public string DeletedText => Join(r => r.Change == WordChange.Deleted);

    private string Join(Func<WordRun, bool> takes, bool withLabel = false)
    {
        StringBuilder? text = null;
        string? only = withLabel && Label is { Text.Length: > 0 } label ? LabelText(label) : null;
        foreach (var run in Runs)
        {
            if (run.Text.Length == 0 || !takes(run))
            {
                continue;
            }

            if (only is null && text is null)
            {
                only = run.Text;
            }
            else
            {
                (text ??= new StringBuilder(only)).Append(run.Text);
            }
        }

        return text?.ToString() ?? only ?? "";
    }

    // Between 一、 or （一） and its text stands nothing; between 1. or 第一章 and its text a blank, as on the page.
    private static string LabelText(WordLabel label) => label.Text[^1] is '、' or '）' or '．' ? label.Text : label.Text + " ";
}
