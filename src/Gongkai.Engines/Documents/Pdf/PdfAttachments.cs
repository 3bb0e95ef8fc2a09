using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>Files that lie in a PDF: in its list of attachments, behind the paper clips on its pages, and the source that LibreOffice
/// puts beside the pages of a hybrid file.</summary>
internal sealed partial class PdfAttachments(PdfDocument document, string inside, ReadingContext context)
{
    private const int MostClips = 10_000;
    private const int TrailerBytes = 1 << 16;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<DictionaryToken> _clips = [];

    /// <summary>Keeps a remark on a page that may hold a file, to be read after the pages.</summary>
    public void Note(DictionaryToken remark)
    {
        if (_clips.Count < MostClips && remark.ContainsKey(NameToken.Create("FS")))
        {
            _clips.Add(remark);
        }
    }

    /// <param name="stream">The PDF itself.</param>
    /// <param name="outer">The path of files that leads to it, its own name included.</param>
    public IEnumerable<Piece> Read(Stream stream, string outer)
    {
        foreach (var (name, memory) in Listed().Concat(Clipped()).Concat(Source(stream)))
        {
            context.Spend(memory.Length);
            if (!_seen.Add($"{name} {Convert.ToHexString(SHA256.HashData(memory.Span))}"))
            {
                continue;
            }

            yield return new Piece(new Place(Layer.Embedded, $"embedded {name}", inside), name);
            using var bytes = new MemoryStream(memory.ToArray());
            foreach (var piece in FileReading.Inner(bytes, name, outer, context))
            {
                yield return piece;
            }
        }
    }

    private IEnumerable<(string Name, ReadOnlyMemory<byte> Bytes)> Listed() =>
        document.Advanced.TryGetEmbeddedFiles(out var files) ? files.Select(f => (f.Name, f.Memory)) : [];

    private IEnumerable<(string Name, ReadOnlyMemory<byte> Bytes)> Clipped()
    {
        var (scanner, filters) = (document.Structure.TokenScanner, document.Structure.FilterProvider);
        foreach (var clip in _clips)
        {
            if (clip.TryGet(NameToken.Create("FS"), scanner, out DictionaryToken? file)
                && file.TryGet(NameToken.Ef, scanner, out DictionaryToken? kept)
                && (kept.TryGet(NameToken.F, scanner, out StreamToken? bytes) || kept.TryGet(NameToken.Create("UF"), scanner, out bytes)))
            {
                yield return (NameOf(file), bytes.Decode(filters, scanner));
            }
        }
    }

    private string NameOf(DictionaryToken file)
    {
        foreach (var key in (ReadOnlySpan<string>)["UF", "F"])
        {
            if (file.TryGet(NameToken.Create(key), document.Structure.TokenScanner, out IDataToken<string>? name) && !string.IsNullOrWhiteSpace(name.Data))
            {
                return Path.GetFileName(name.Data);
            }
        }

        return "attachment";
    }

    // The trailer names its type and its object: /AdditionalStreams [/application#2Fvnd#2Eoasis#2Eopendocument#2Etext 4 0 R].
    private IEnumerable<(string Name, ReadOnlyMemory<byte> Bytes)> Source(Stream stream)
    {
        var source = SourceReference().Match(Tail(stream));
        if (!source.Success)
        {
            yield break;
        }

        var reference = new IndirectReference(Number(source.Groups["number"]), (int)Number(source.Groups["generation"]));
        if (document.Structure.GetObject(reference)?.Data is StreamToken bytes)
        {
            var type = source.Groups["type"].Value;
            var ending = type.Contains("spreadsheet", StringComparison.Ordinal) ? "ods" : type.Contains("presentation", StringComparison.Ordinal) ? "odp" : "odt";
            yield return ($"source.{ending}", bytes.Decode(document.Structure.FilterProvider, document.Structure.TokenScanner));
        }
    }

    private static string Tail(Stream stream)
    {
        var position = stream.Position;
        var tail = new byte[Math.Min(TrailerBytes, stream.Length)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        stream.Position = position;
        return Encoding.Latin1.GetString(tail);
    }

    private static long Number(Group group) => long.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/AdditionalStreams\s{0,9}\[\s{0,9}/(?<type>[^\s/\[\]]{1,100})\s{1,9}(?<number>\d{1,9})\s{1,9}(?<generation>\d{1,5})\s{1,9}R", RegexOptions.CultureInvariant | RegexOptions.RightToLeft, 1000)]
    private static partial Regex SourceReference();
}
