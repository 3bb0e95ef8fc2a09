using System.Globalization;
using System.Text;
using Gongkai.Engines.WorkingDays;

namespace Gongkai.Bench;

/// <summary>A million deadlines against reading and writing the file they stand in.</summary>
internal static class Deadlines
{
    private const int Rows = 1_000_000;

    public static IEnumerable<Ratio> Measure()
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-bench-");
        try
        {
            var (asked, answered, copied) = (Path.Combine(folder.FullName, "asked.csv"), Path.Combine(folder.FullName, "answered.csv"), Path.Combine(folder.FullName, "copied.csv"));
            Write(asked);
            yield return Ratio.OfTimes("a million deadlines / reading and writing the file", 10, () => Answer(asked, answered), () => Copy(asked, copied));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(string path)
    {
        var random = new Random(20260924);
        var first = new DateOnly(2010, 1, 4);
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        file.WriteLine("from,days");
        for (var row = 0; row < Rows; row++)
        {
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first.AddDays(random.Next(6000)):yyyy-MM-dd},{random.Next(1, 60)}"));
        }
    }

    private static void Answer(string asked, string answered)
    {
        using var input = File.OpenRead(asked);
        using var output = File.Create(answered);
        new DeadlineBatch(WorkingDayCalendar.Shipped.After).Run(input, output, fault => throw new InvalidOperationException(fault.Code));
    }

    // The plainest honest way to read and write it: line by line.
    private static void Copy(string asked, string copied)
    {
        using var output = new StreamWriter(copied, append: false, new UTF8Encoding(false));
        foreach (var line in File.ReadLines(asked))
        {
            output.WriteLine(line);
        }
    }
}
