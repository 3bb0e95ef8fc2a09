using Gongkai.Bench;

// What is measured, by name. Each answers with ratios of two ways of doing something in the same run, never with bare seconds:
// the machines this runs on are shared and noisy.
var all = new SortedDictionary<string, Func<IEnumerable<Ratio>>>(StringComparer.Ordinal)
{
    ["deadlines"] = Deadlines.Measure,
    ["documents"] = Documents.Measure,
    ["screening"] = Screening.Measure,
    ["reports"] = Reports.Measure,
    ["requests"] = Requests.Measure,
    ["report"] = Composing.Measure,
    ["search"] = Searching.Measure,
    ["pages"] = Pages.Measure,
    ["many-pages"] = Growth.Pages,
    ["many-searches"] = Growth.Searches,
};

var wanted = args.Length == 0 ? all.Keys.Where(name => !name.StartsWith("many-", StringComparison.Ordinal) && (name != "report" || Composing.HasServer)).ToList() : [.. args];
if (wanted.Find(name => !all.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark '{unknown}'. There are: {string.Join(", ", all.Keys)}.");
    return 2;
}

Console.WriteLine("| what | ratio | bar | holds |");
Console.WriteLine("|---|---|---|---|");
var held = true;
foreach (var ratio in wanted.SelectMany(name => all[name]()))
{
    Console.WriteLine(ratio);
    held &= ratio.Holds;
}

return held ? 0 : 1;
