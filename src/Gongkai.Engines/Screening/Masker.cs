using System.Xml;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Documents.Text;
using Gongkai.Engines.Screening.Masking;

namespace Gongkai.Engines.Screening;

/// <summary>A masked copy that was written.</summary>
/// <param name="Type">What the file is.</param>
/// <param name="Masked">How many stretches were masked.</param>
/// <param name="Remaining">What screening the copy still finds of personal data, hidden layers and marks of secrecy; empty when it is fit
/// to be looked at for publication.</param>
public sealed record MaskedCopy(FileType Type, int Masked, IReadOnlyList<Finding> Remaining);

/// <summary>Writes copies of files in which personal data is masked for good and hidden layers are gone. Nothing of the original is
/// covered up: what is masked is not in the copy.</summary>
/// <param name="profile">What the kind of publication may show; the general profile when null.</param>
public sealed class Masker(ScreeningProfile? profile = null)
{
    private readonly ScreeningProfile _profile = profile ?? ScreeningProfile.General;

    /// <summary>Writes a masked copy of a CSV, XLSX, DOCX, HTML or text file.</summary>
    /// <param name="input">Seekable; not closed.</param>
    /// <param name="name">The file's name with its ending.</param>
    /// <param name="output">Takes the copy; readable and seekable, because the copy is screened once more. Not closed.</param>
    /// <param name="cancel">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="DocumentException">The file cannot be read or is of a kind that cannot be masked.</exception>
    public MaskedCopy Mask(Stream input, string name, Stream output, CancellationToken cancel = default)
    {
        TextEncodings.Register();
        var type = FileTypeDetector.Detect(input, name);
        Refuse(type);
        var plan = MaskPlan.Of(input, name, _profile, cancel);
        var context = new ReadingContext(new DocumentLimits(), null, cancel);
        input.Position = 0;
        try
        {
            Write(type, input, name, output, plan, context);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new DocumentException(DocumentProblem.Broken, "The file is damaged.", e);
        }

        output.Flush();
        output.Position = 0;
        var again = new Screener(_profile).Screen(output, name, cancel);
        return new MaskedCopy(type, plan.Count, [.. again.Findings.Where(f => f.Code.StartsWith("pii.", StringComparison.Ordinal) || f.Code.StartsWith("hidden.", StringComparison.Ordinal) || f.Code.StartsWith("secrecy.", StringComparison.Ordinal))]);
    }

    private static void Write(FileType type, Stream input, string name, Stream output, MaskPlan plan, ReadingContext context)
    {
        switch (type)
        {
            case FileType.Csv:
                MaskedText.WriteCsv(input, name, output, plan, context);
                break;
            case FileType.Text:
                MaskedText.WriteText(input, output, plan, context);
                break;
            case FileType.Html:
                MaskedHtml.Write(input, output, plan, context);
                break;
            case FileType.Xlsx:
                MaskedWorkbook.Write(input, output, plan, context);
                break;
            case FileType.Docx:
                MaskedWord.Write(input, output, plan, context);
                break;
        }
    }

    private static void Refuse(FileType type)
    {
        switch (type)
        {
            case FileType.Encrypted:
                throw new DocumentException(DocumentProblem.Encrypted, "The document is closed with a password.");
            case not (FileType.Csv or FileType.Text or FileType.Html or FileType.Xlsx or FileType.Docx):
                throw new DocumentException(DocumentProblem.Unsupported, "Masked copies are written of csv, xlsx, docx, html and txt files.");
        }
    }
}
