using System.Text;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>What an Excel 97-2003 workbook says beside its cells: headers and footers, the targets of links, the words and lists of validated cells.</summary>
internal static class OldWorkbookAsides
{
    private const int Header = 0x14;
    private const int Footer = 0x15;
    private const int Link = 0x1B8;
    private const int Validation = 0x1BE;

    // A link begins with its cells and the number of its kind, a validation with its options.
    private const int LinkText = 32;
    private const int ShortestText = 4;

    public static IEnumerable<Piece> Read(byte[] book, string inside)
    {
        foreach (var record in OldWorkbookRecords.Read(book))
        {
            switch (record.Kind)
            {
                case Header or Footer when record.Body.Length > 3:
                    var (layer, name) = record.Kind == Header ? (Layer.Header, "header") : (Layer.Footer, "footer");
                    yield return new Piece(new Place(layer, name, inside), OldWorkbookRecords.Characters(record.Body[2..], record.Word(0)));
                    break;
                case Link when record.Body.Length > LinkText:
                    foreach (var target in Texts(record.Bytes[LinkText..]).Where(PersonalLinks.Tells).Distinct())
                    {
                        yield return new Piece(new Place(Layer.Property, "link", inside), target);
                    }

                    break;
                case Validation:
                    foreach (var words in Texts(record.Bytes).Distinct())
                    {
                        yield return new Piece(new Place(Layer.Property, "validation", inside), words);
                    }

                    break;
            }
        }
    }

    // The strings within a record, of one byte a character or of two, wherever they begin.
    private static List<string> Texts(ReadOnlyMemory<byte> bytes)
    {
        var texts = new List<string>();
        Take(Encoding.Latin1.GetString(bytes.Span), texts);
        Take(Encoding.Unicode.GetString(bytes.Span), texts);
        Take(Encoding.Unicode.GetString(bytes.Span[Math.Min(1, bytes.Length)..]), texts);
        return texts;
    }

    private static void Take(string all, List<string> texts)
    {
        var start = 0;
        for (var i = 0; i <= all.Length; i++)
        {
            if (i < all.Length && all[i] is (>= ' ' and <= '~') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uFF01' and <= '\uFF5E'))
            {
                continue;
            }

            if (i - start >= ShortestText)
            {
                texts.Add(all[start..i]);
            }

            start = i + 1;
        }
    }
}
