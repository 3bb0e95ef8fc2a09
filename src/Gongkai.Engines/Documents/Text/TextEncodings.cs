using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Gongkai.Engines.Documents.Text;

/// <summary>Which encoding a text is in: UTF-8, UTF-16, GB18030 or Big5, with or without a mark at its beginning.</summary>
internal static class TextEncodings
{
    private const int SoundForEachWrong = 4;

    private static readonly Encoding Gb18030;
    private static readonly Encoding Big5;

#pragma warning disable CA1810 // The provider must be registered before the encodings are asked for.
    static TextEncodings()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Gb18030 = Encoding.GetEncoding("GB18030");
        Big5 = Encoding.GetEncoding("big5");
    }
#pragma warning restore CA1810

    /// <summary>Makes the code pages of old Chinese files known to every library of the process.</summary>
    public static void Register() => _ = Gb18030;

    /// <summary>The encoding of a whole file. UTF-8 is believed only when all of it is valid: a long table can begin in plain ASCII.</summary>
    public static Encoding Guess(Stream stream, ReadingContext context)
    {
        stream.Position = 0;
        var buffer = new byte[Math.Clamp(stream.Length, 16, 1 << 16)];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var head = buffer.AsSpan(0, length);
        if (ByMark(head) is { } marked)
        {
            return marked;
        }

        if (ByZeros(head) is { } wide)
        {
            return wide;
        }

        return IsUtf8(stream, context, out var firstOther) || IsDamagedUtf8(stream, firstOther) ? new UTF8Encoding(false) : ChineseCodePage(stream, firstOther);
    }

    /// <summary>The encoding of a Windows code page; GB18030 when there is none of that number.</summary>
    public static Encoding OfCodePage(int number)
    {
        try
        {
            return number == 936 ? Gb18030 : Encoding.GetEncoding(number);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return Gb18030;
        }
    }

    public static Encoding GuessHead(ReadOnlySpan<byte> head) =>
        ByMark(head) ?? ByZeros(head) ?? (IsUtf8Cut(head) ? new UTF8Encoding(false) : Gb18030);

    /// <summary>Whether bytes are no text in any of the encodings: control characters that no text holds.</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> head)
    {
        if (ByMark(head) is not null || ByZeros(head) is not null)
        {
            return false;
        }

        var controls = 0;
        foreach (var b in head)
        {
            controls += b is < 0x20 and not (0x09 or 0x0A or 0x0D or 0x0C or 0x1B) or 0x7F ? 1 : 0;
        }

        return controls * 100 > head.Length;
    }

    private static Encoding? ByMark(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? Encoding.UTF8
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) ? Encoding.UTF32
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
        : head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode
        : null;

    // UTF-16 without a mark: ASCII marks (line ends, digits, commas) leave zeros on one side only.
    private static Encoding? ByZeros(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0;
        var length = Math.Min(head.Length, 4096) & ~1;
        for (var i = 0; i < length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var pairs = length / 2;
        if (pairs < 2 || even + odd == 0)
        {
            return null;
        }

        // A few characters, 一 among them, have their zero on the other side.
        return odd * 100 > pairs && even * 4 <= odd ? Encoding.Unicode
            : even * 100 > pairs && odd * 4 <= even ? Encoding.BigEndianUnicode
            : null;
    }

    private static bool IsUtf8(Stream stream, ReadingContext context, out long firstOther)
    {
        stream.Position = 0;
        firstOther = 0;
        // A mail can have tens of thousands of small parts.
        var buffer = new byte[Math.Clamp(stream.Length + 1, 16, 1 << 20)];
        var kept = 0;
        while (true)
        {
            context.Check();
            var count = stream.Read(buffer, kept, buffer.Length - kept);
            if (count == 0)
            {
                return kept == 0 || Utf8.IsValid(buffer.AsSpan(0, kept));
            }

            var filled = buffer.AsSpan(0, kept + count);
            var whole = filled.Length - CutTail(filled);
            if (!Utf8.IsValid(filled[..whole]))
            {
                firstOther = Math.Max(0, stream.Position - filled.Length);
                return false;
            }

            kept = filled.Length - whole;
            filled[whole..].CopyTo(buffer);
        }
    }

    // A byte lost at the end or changed on the way must not turn the rest into 缁濆瘑: three bytes that make a character are rare in any other encoding.
    private static bool IsDamagedUtf8(Stream stream, long from)
    {
        stream.Position = from;
        var buffer = new byte[Math.Clamp(stream.Length - from, 16, 1 << 20)];
        var rest = buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        var (characters, wrong) = (0, 0);
        while (!rest.IsEmpty)
        {
            var isWhole = Rune.DecodeFromUtf8(rest, out _, out var length) == OperationStatus.Done;
            characters += isWhole && length >= 3 ? 1 : 0;
            wrong += isWhole ? 0 : 1;
            rest = rest[Math.Max(1, length)..];
        }

        return characters > wrong * SoundForEachWrong;
    }

    private static bool IsUtf8Cut(ReadOnlySpan<byte> head) => Utf8.IsValid(head[..(head.Length - CutTail(head))]);

    // Bytes at the end that begin a character whose rest has not been read.
    private static int CutTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (b < 0x80)
            {
                return 0;
            }

            if (b >= 0xC0)
            {
                var needs = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return needs > back ? back : 0;
            }
        }

        return 0;
    }

    // GB18030 covers all of Unicode, so it reads anything; Big5 is taken only when it is plainly likelier.
    private static Encoding ChineseCodePage(Stream stream, long from)
    {
        stream.Position = from;
        var buffer = new byte[1 << 16];
        var sample = buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        return Commonness(Big5.GetString(sample)) > Commonness(Gb18030.GetString(sample)) ? Big5 : Gb18030;
    }

    // The most frequent characters of Chinese prose in both scripts, and what only a wrong decoding brings forth.
    private static int Commonness(string text)
    {
        const string Frequent = "的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着著等部度家电電力里裡如水化高自二理起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社义義事平形相全表间間样樣与與关關各重新线線内內数數正心反你明看原又么利比或但质質第向道命此变變条條只没沒结結解问問意建月公无無系军軍情者最立代想已通并並提直题題党黨程展五果料象员員革位入常文总總次品式活设設及管特件长長求老头頭基资資边邊流路级級少图圖山统統接知较較将將组組见見计計别別她手角期根论論运運农農指几九区區强強放决決西被干做必战戰先回则則任取据據处處信息教育校院名单單号號证證费費生招录錄办辦室";
        var score = 0;
        foreach (var c in text)
        {
            score += Frequent.Contains(c) ? 3
                : c is '，' or '。' or '、' or '：' or '；' or '（' or '）' or '《' or '》' or '“' or '”' ? 2
                : c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') ? -20
                : c is >= '\u3100' and <= '\u33FF' or >= '\u2500' and <= '\u25FF' or >= '\u0370' and <= '\u04FF' or >= '\u3040' and <= '\u30FF' ? -2
                : 0;
        }

        return score;
    }
}
