using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Gongkai.Engines.Tests.Documents;

/// <summary>A small whole file of each kind.</summary>
internal static class Samples
{
    public static byte[] Of(string name) => Path.GetExtension(name) switch
    {
        ".docx" => new Docx("""<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/></wp:inline></w:drawing></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc></w:tr></w:tbl>""").Build().ToArray(),
        ".xlsx" => new Xlsx().Sheet("表", """<cols><col min="1" max="1" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1"><v>5</v></c></row></sheetData>""").Build().ToArray(),
        ".zip" => new ZipBuilder().Add("一.txt", "文字").Add("二.csv", "甲,乙\n1,2").Build().ToArray(),
        ".html" => Encoding.UTF8.GetBytes("<html><body><table><tr><td rowspan=2>甲<td>乙<tr><td>丙</table><!-- 注 --><p style='display:none'>暗</p></body></html>"),
        ".csv" => Encoding.GetEncoding("GB18030").GetBytes("姓名,\"备注,说明\"\n张试,一\n"),
        ".eml" => Encoding.UTF8.GetBytes("From: a@example.edu.cn\r\nTo: b@example.edu.cn\r\nSubject: =?utf-8?B?5rWL6K+V?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nhello\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>hi</p>\r\n--x--\r\n"),
        ".xls" => Compound(),
        ".pdf" => Pdf("BT /F1 12 Tf 72 700 Td (hello) Tj ET 0 g 70 690 100 30 re f"),
        ".jpg" => Jpeg("artist name"),
        ".ofd" => Ofd(),
        ".txt" => Encoding.Unicode.GetBytes("\uFEFF第一行\n身份证 一二三\n"),
        ".png" => [0x89, .. "PNG\r\n\x1A\n"u8, 0, 0, 0, 9, .. "tEXtA\0bcdefg"u8, 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 0, 0, 0, 0],
        ".pptx" => new ZipBuilder().Add("[Content_Types].xml", "<Types/>").Add("ppt/presentation.xml", "<p/>").Add("ppt/slides/slide1.xml", "<s><p><t>字</t></p></s>").Build().ToArray(),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>The same file cut short, with bits turned over, or overwritten with noise.</summary>
    public static byte[] Damaged(byte[] whole, Random random, int round)
    {
        var bytes = (byte[])whole.Clone();
        switch (round % 3)
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                for (var i = 0; i < 1 + (round / 10); i++)
                {
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                }

                return bytes;
            default:
                random.NextBytes(bytes.AsSpan(random.Next(Math.Min(64, bytes.Length))));
                return bytes;
        }
    }

    /// <summary>A PDF of one page with this content.</summary>
    public static byte[] Pdf(string content, string info = "") => Pdf(content, info, "");

    /// <summary>A PDF of one page whose content is packed.</summary>
    public static byte[] PackedPdf(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return Pdf(Encoding.Latin1.GetString(packed.ToArray()), "", "/Filter/FlateDecode");
    }

    private static byte[] Pdf(string content, string info, string filter)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        void Object(string body)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        Object("<</Type/Catalog/Pages 2 0 R>>");
        Object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        Object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>");
        Object($"<</Length {content.Length}{filter}>>\nstream\n{content}\nendstream");
        Object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        Object($"<<{info}>>");
        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        text.Append(CultureInfo.InvariantCulture, $"trailer<</Size {offsets.Count + 1}/Root 1 0 R/Info 6 0 R>>\nstartxref\n{start}\n%%EOF");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>A JPEG without a picture, whose Exif names an artist.</summary>
    public static byte[] Jpeg(string artist)
    {
        var name = Encoding.ASCII.GetBytes(artist + "\0");
        byte[] tiff = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x3B, 0x01, 2, 0, (byte)name.Length, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0, .. name];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, 0xFF, 0xD9];
    }

    private static byte[] Ofd() => new ZipBuilder()
        .Add("OFD.xml", """<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocInfo><ofd:Author>某科</ofd:Author></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>""")
        .Add("Doc_0/Document.xml", """<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>""")
        .Add("Doc_0/Pages/Page_0/Content.xml", """<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer><ofd:TextObject ID="2" Boundary="10 10 50 8" Size="5"><ofd:TextCode X="0" Y="5">版式文字</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>""")
        .Build().ToArray();

    // A compound file with a workbook stream of no meaning: enough to lead the damage into its reader.
    private static byte[] Compound()
    {
        var bytes = new byte[512 * 16];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(bytes);
        bytes[0x18] = 0x3E;
        bytes[0x1A] = 3;
        bytes[0x1C] = 0xFE;
        bytes[0x1D] = 0xFF;
        bytes[0x1E] = 9;
        bytes[0x20] = 6;
        bytes[0x2C] = 1;
        bytes[0x30] = 1;
        bytes[0x39] = 0x10;
        bytes.AsSpan(0x3C, 4).Fill(0xFE);
        bytes.AsSpan(0x44, 4).Fill(0xFE);
        bytes.AsSpan(0x50, 436).Fill(0xFF);
        var fat = bytes.AsSpan(512, 512);
        fat.Fill(0xFF);
        ((ReadOnlySpan<byte>)[0xFD, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF]).CopyTo(fat);
        Encoding.Unicode.GetBytes("Root Entry").CopyTo(bytes.AsSpan(1024));
        bytes[1024 + 64] = 22;
        bytes[1024 + 66] = 5;
        Encoding.Unicode.GetBytes("Workbook").CopyTo(bytes.AsSpan(1024 + 128));
        bytes[1024 + 128 + 64] = 18;
        bytes[1024 + 128 + 66] = 2;
        bytes[1024 + 128 + 116] = 2;
        bytes[1024 + 128 + 121] = 0x14;
        return bytes;
    }
}
