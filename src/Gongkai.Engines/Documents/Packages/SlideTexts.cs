using System.Text;

namespace Gongkai.Engines.Documents.Packages;

/// <summary>The texts of a slide while it is read, those of each shape by themselves: a shape painted later may lie over an earlier one.</summary>
internal sealed class SlideTexts
{
    // More than this are drawings rather than boxes over words.
    private const int MostCovers = 500;

    private readonly List<(SlideShape? Shape, int Order, StringBuilder Seen, StringBuilder Unseen)> _texts = [(null, 0, new(), new())];
    private readonly List<(SlideShape Shape, int Order)> _covers = [];
    private int _order;

    public int Length { get; private set; }

    /// <summary>Whether shapes come and go while the slide is shown, so that what lies under one is seen in its time.</summary>
    public bool IsMoving { get; set; }

    /// <summary>What follows belongs to this shape, or to none.</summary>
    public void Begin(SlideShape? shape) => _texts.Add((shape, ++_order, new StringBuilder(), new StringBuilder()));

    public void Add(string text, bool isUnseen)
    {
        Length += text.Length;
        (isUnseen ? _texts[^1].Unseen : _texts[^1].Seen).Append(text);
    }

    public void Break()
    {
        Break(_texts[^1].Seen);
        Break(_texts[^1].Unseen);
    }

    /// <summary>Notes a shape that nothing shines through.</summary>
    public void Cover(SlideShape shape)
    {
        if (_covers.Count < MostCovers)
        {
            _covers.Add((shape, _order));
        }
    }

    /// <summary>What is seen of the slide, and what is not.</summary>
    public (string Seen, string Unseen) Finish(ReadingContext context)
    {
        var (seen, unseen) = (new StringBuilder(), new StringBuilder());
        foreach (var text in _texts)
        {
            context.Check();
            Append(IsCovered(text.Shape, text.Order) ? unseen : seen, text.Seen);
            Append(unseen, text.Unseen);
        }

        return (seen.ToString().TrimEnd('\n'), unseen.ToString().TrimEnd('\n'));
    }

    private bool IsCovered(SlideShape? shape, int order) =>
        shape is not null && !IsMoving && _covers.Exists(c => c.Order > order && c.Shape.Covers(shape));

    private static void Append(StringBuilder to, StringBuilder text)
    {
        if (text.Length > 0)
        {
            Break(to);
            to.Append(text);
        }
    }

    private static void Break(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }
}
