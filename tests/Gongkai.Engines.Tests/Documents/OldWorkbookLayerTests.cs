using System.Text;

namespace Gongkai.Engines.Tests.Documents;

/// <summary>What lies behind an Excel 97-2003 workbook.</summary>
public sealed class OldWorkbookLayerTests
{
    [Fact]
    public void A_cell_that_shows_nothing_is_hidden_text()
    {
        var book = new Xls().Font(200, 0x7FFF).Font(200, 9).Font(200, 10).Font(20, 8)
            .Global(0x41E, [.. Xls.Word(170), .. Xls.Text(";;;")])
            .Format(0, 0, 0).Format(1, 0, 0).Format(2, 0, 10).Format(3, 0, 0).Format(0, 170, 0).Format(1, 0, 8).Format(2, 0, 0)
            .Cell(0, 0, "普通").Cell(1, 1, "白字").Cell(2, 2, "红底红字").Cell(3, 3, "小字").Cell(4, 4, "无格式").Cell(5, 5, "黑底白字").Cell(6, 6, "红字");

        Assert.Equal("""
            Body Sheet A!A1: 普通
            HiddenText Sheet A!A2: 白字
            HiddenText Sheet A!A3: 红底红字
            HiddenText Sheet A!A4: 小字
            HiddenText Sheet A!A5: 无格式
            Body Sheet A!A6: 黑底白字
            Body Sheet A!A7: 红字
            """, Print(new Compound().Stream("Workbook", book.Bytes()).Build()), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Values_of_a_linked_workbook_are_a_cache()
    {
        var book = new Xls().Global(0x1AE, [1, 0, 1, 4]).Global(0x5A, [1, 0, 0, 0, 2, .. Xls.Text("张试"), 1, .. BitConverter.GetBytes(5d)]);

        Assert.Equal("Cache external cache 1: 张试\t5", Print(new Compound().Stream("Workbook", book.Bytes()).Build()));
    }

    [Fact]
    public void Properties_are_told_those_of_a_persons_own_among_them()
    {
        var page = Value(2, Xls.Word(65001));
        var summary = Set(Section((1, page), (4, Text("张试")), (5, Text("密"))));
        var own = Set(Section((1, page)), Section((0, Names((2, "经办"))), (1, page), (2, Text("某科"))));
        var file = new Compound().Stream("Workbook", new Xls().Bytes()).Stream("\u0005SummaryInformation", summary).Stream("\u0005DocumentSummaryInformation", own).Build();

        Assert.Equal("Property property creator: 张试\nProperty property keywords: 密\nProperty property custom 经办: 某科", Print(file));
    }

    [Fact]
    public void Pictures_tell_who_took_them()
    {
        var jpeg = Samples.Jpeg("artist name");
        byte[] padded = [.. new byte[17], .. jpeg, .. new byte[64]];
        var book = new Xls().Global(0xEB, [0, 0, 0x1D, 0xF0, .. BitConverter.GetBytes(padded.Length), .. padded]);

        Assert.StartsWith("Exif picture 1: artist", Print(new Compound().Stream("Workbook", book.Bytes()).Build()), StringComparison.Ordinal);
    }

    private static byte[] Set(params byte[][] sections)
    {
        var at = 28 + (sections.Length * 20);
        var set = new List<byte>([0xFE, 0xFF, .. new byte[22], .. BitConverter.GetBytes(sections.Length)]);
        foreach (var section in sections)
        {
            set.AddRange([.. new byte[16], .. BitConverter.GetBytes(at)]);
            at += section.Length;
        }

        return [.. set, .. sections.SelectMany(s => s)];
    }

    private static byte[] Section(params (int Id, byte[] Value)[] properties)
    {
        var at = 8 + (properties.Length * 8);
        var section = new List<byte>([.. BitConverter.GetBytes(at + properties.Sum(p => p.Value.Length)), .. BitConverter.GetBytes(properties.Length)]);
        foreach (var (id, value) in properties)
        {
            section.AddRange([.. BitConverter.GetBytes(id), .. BitConverter.GetBytes(at)]);
            at += value.Length;
        }

        return [.. section, .. properties.SelectMany(p => p.Value)];
    }

    private static byte[] Value(int kind, byte[] bytes) => [.. BitConverter.GetBytes(kind), .. bytes, .. new byte[(4 - (bytes.Length % 4)) % 4]];

    private static byte[] Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text + "\0");
        return Value(0x1E, [.. BitConverter.GetBytes(bytes.Length), .. bytes]);
    }

    private static byte[] Names(params (int Id, string Name)[] names) =>
        [.. BitConverter.GetBytes(names.Length), .. names.SelectMany(n => (byte[])[.. BitConverter.GetBytes(n.Id), .. BitConverter.GetBytes(Encoding.UTF8.GetByteCount(n.Name) + 1), .. Encoding.UTF8.GetBytes(n.Name), 0])];

    private static string Print(MemoryStream file) => Layers.Print(file, "甲.xls");
}
