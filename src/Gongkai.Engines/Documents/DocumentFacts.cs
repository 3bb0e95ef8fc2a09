using Gongkai.Engines.Documents.Facts;

namespace Gongkai.Engines.Documents;

/// <summary>What an official document says of itself, as its index record needs it. What the document does not say is null.</summary>
/// <param name="Title">标题, the lines of a broken title joined.</param>
/// <param name="DocumentNumber">发文字号 in its right form, like 某大〔2024〕5号.</param>
/// <param name="DocumentNumberAsWritten">The number as the document writes it, brackets and blanks included.</param>
/// <param name="ProducedOn">成文日期.</param>
/// <param name="Issuer">发文机关; several are joined with 、.</param>
public sealed record DocumentFacts(string? Title, string? DocumentNumber, string? DocumentNumberAsWritten, DateOnly? ProducedOn, string? Issuer)
{
    private const int MostLines = 20_000;

    /// <summary>Reads the facts from a document's text. Layout of official documents after GB/T 9704-2012: head, number, title,
    /// addressee, text, attachment note, issuer, date, attachments.</summary>
    /// <param name="pieces">The pieces of one document, in order. Hidden layers are passed over.</param>
    public static DocumentFacts Read(IEnumerable<Piece> pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        var lines = new List<string>();
        string? property = null;
        foreach (var piece in pieces)
        {
            if (piece.Where is { Layer: Layer.Property, Locator: "property title" } && piece.Where.Inside.Length == 0)
            {
                property ??= piece.Text.Trim();
            }

            if (piece.Where.Layer is not (Layer.Body or Layer.TextBox) || piece.Where.Inside.Length > 0 || piece.Table > 0)
            {
                continue;
            }

            foreach (var line in piece.Text.Split('\n'))
            {
                if (FactText.Clean(line) is { Length: > 0 } clean)
                {
                    lines.Add(clean);
                }
            }

            if (lines.Count > MostLines)
            {
                break;
            }
        }

        return FromLines(lines, property);
    }

    private static DocumentFacts FromLines(List<string> lines, string? property)
    {
        var number = DocumentNumberFact.Find(lines);
        var title = TitleFact.Find(lines) ?? (property is { Length: > 4 } ? property : null);
        var (producedOn, signer) = SignatureFact.Find(lines);
        return new DocumentFacts(title, number?.Normal, number?.AsWritten, producedOn, signer ?? IssuerFact.FromHead(lines, title));
    }
}
