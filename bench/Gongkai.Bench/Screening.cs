using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Engines.Screening;
using MiniExcelLibs;

namespace Gongkai.Bench;

/// <summary>Screening of text against the hash of the same bytes, and of a large workbook against a plain reading of it.</summary>
internal static class Screening
{
    private const int TextBytes = 24 << 20;
    private const int Rows = 100_000;
    private const int Columns = 12;

    private static readonly string[] Sentences =
    [
        "学校坚持以公开为常态、不公开为例外，及时更新信息公开目录。",
        "全年共召开校长办公会二十三次，审议议题一百五十六项。",
        "2023年预算收入123456.78万元，比上年增长4.2%。",
        "各学院应当于9月30日前将材料报送办公室，联系电话010-62331234。",
    ];

    public static IEnumerable<Ratio> Measure()
    {
        var text = Encoding.UTF8.GetBytes(Prose());
        var screener = new Screener();
        yield return Ratio.OfTimes(
            "screening a text / SHA-256 of it",
            10,
            () => screener.Screen(new MemoryStream(text), "text.txt"),
            () => SHA256.HashData(text),
            rounds: 3);

        var path = Path.Combine(Path.GetTempPath(), $"gongkai-bench-{Path.GetRandomFileName()}.xlsx");
        try
        {
            MiniExcel.SaveAs(path, Table());
            yield return Ratio.OfTimes(
                "screening a workbook of 100,000 x 12 / a plain reading of it",
                5,
                () => Screen(screener, path),
                () => Read(path),
                rounds: 2);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Prose()
    {
        var random = new Random(20260924);
        var text = new StringBuilder(TextBytes / 2);
        while (text.Length < TextBytes / 3)
        {
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                text.Append(Sentences[random.Next(Sentences.Length)]);
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<Dictionary<string, object>> Table()
    {
        var random = new Random(20260924);
        for (var row = 0; row < Rows; row++)
        {
            var cells = new Dictionary<string, object> { ["序号"] = row + 1, ["名称"] = $"设备{random.Next(10_000)}" };
            for (var column = cells.Count; column < Columns; column++)
            {
                cells[string.Create(CultureInfo.InvariantCulture, $"列{column}")] = column % 2 == 0 ? random.Next(1, 100_000) : $"说明{random.Next(500)}";
            }

            yield return cells;
        }
    }

    private static void Screen(Screener screener, string path)
    {
        using var file = File.OpenRead(path);
        screener.Screen(file, path);
    }

    private static void Read(string path)
    {
        foreach (var row in MiniExcel.Query(path))
        {
            GC.KeepAlive(row);
        }
    }
}
