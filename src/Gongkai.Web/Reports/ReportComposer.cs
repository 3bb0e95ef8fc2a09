using Gongkai.Engines.ReportChecks;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Figures;
using Gongkai.Web.Institutions;
using Gongkai.Web.Ledger;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Reports;

/// <summary>Composes a report: its sections' texts with the figures of this moment. A report is written in Chinese, whoever reads the page it is shown on.</summary>
public sealed class ReportComposer(GongkaiDb db, FigureDesk figures, LedgerDesk ledger, CampusClock clock)
{
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五"];

    /// <summary>Composes.</summary>
    /// <param name="report">The report.</param>
    /// <param name="site">The site's address, for the links of the catalogue's table.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Composition> ComposeAsync(AnnualReport report, string site, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var school = await db.Set<Institution>().Where(i => i.Id == db.CurrentInstitution).Select(i => i.Name).FirstAsync(cancel);
        var values = await figures.AllAsync(report.Period, cancel);
        var work = new Work(report.Period, school, site, values.ToDictionary(f => f.Figure.Code, f => f.Value));
        work.Add(BlockShape.Title, "", $"{school}{YearOf(report.Period)}信息公开工作年度报告");
        foreach (var section in report.Sections.OrderBy(s => s.Order))
        {
            work.Begin(section.Key);
            if (section.Order > 0)
            {
                work.Add(BlockShape.Section, section.Key, $"{Numerals[section.Order - 1]}、{SectionKinds.Title(SectionKinds.All[section.Order - 1])}");
            }

            await SayAsync(work, TemplateText.Read(section.Text), cancel);
            work.EndLine();
        }

        work.Begin("");
        work.Add(BlockShape.Signature, "", school);
        work.Add(BlockShape.Signature, "", DayOf(clock.Today));
        return new Composition(work.Blocks, work.Missing) { Values = values };
    }

    /// <summary>The school year of a period as a report prints it, or the period itself.</summary>
    public static string YearOf(Period period)
    {
        var year = AcademicYear.Of(period.From);
        return year.From == period.From && year.To == period.To ? year.Print("zh") : $"{DayOf(period.From)}至{DayOf(period.To)}";
    }

    private static string DayOf(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    private async Task SayAsync(Work work, IReadOnlyList<Node> nodes, CancellationToken cancel)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case Words words:
                    work.Write(words.Text);
                    break;
                case Field { Code: "school" }:
                    work.Say(new ReportRun(work.School));
                    break;
                case Field { Code: "year" }:
                    work.Say(new ReportRun(YearOf(work.Period)));
                    break;
                case Field { Code: "period" }:
                    work.Say(new ReportRun($"{DayOf(work.Period.From)}至{DayOf(work.Period.To)}"));
                    break;
                case Field field:
                    work.Say(field, field.Axis.Length == 0 ? work.Values[field.Code] : await figures.ValueAsync(field.Code, work.Period, field.Axis, field.Value, cancel));
                    break;
                case Condition condition when Holds(condition.When, work.Values[condition.Code]):
                    await SayAsync(work, condition.Then, cancel);
                    break;
                case TableOf { Code: "" }:
                    await CatalogueAsync(work, cancel);
                    break;
                case TableOf table:
                    await TableAsync(work, table, cancel);
                    break;
            }
        }
    }

    private static bool Holds(string when, decimal? value) => when switch
    {
        "some" => value > 0,
        "none" => value is null or 0,
        _ => value is not null,
    };

    private async Task TableAsync(Work work, TableOf table, CancellationToken cancel)
    {
        var figure = FigureList.Find(table.Code)!;
        var parts = await figures.ByAsync(table.Code, work.Period, table.Axis, cancel);
        var head = PageWords.In("zh", $"figures.axis-{table.Axis}");
        work.AddGrid(new ReportGrid($"{figure.Zh}（按{head}）", [head, $"{figure.Zh}（{figure.Unit}）"], [.. parts.Select(p => new[] { new ReportRun(p.Name), new ReportRun(FigureValue.Print(p.Count), table.Code, table.Axis, p.Value) })]));
    }

    private async Task CatalogueAsync(Work work, CancellationToken cancel)
    {
        if (await ledger.OfAsync(AcademicYear.Of(work.Period.To), cancel: cancel) is not { } page)
        {
            return;
        }

        var rows = page.Edition.Categories.SelectMany(c => c.Items, (c, item) =>
        {
            var state = page.States.First(s => s.Item.Id == item.Id);
            return new[]
            {
                new ReportRun($"{item.Number}"), new ReportRun(c.Title), new ReportRun(item.Title), new ReportRun(string.Join('、', item.Owners.OrderBy(o => o.Order).Select(o => o.Unit!.Name))),
                new ReportRun($"{state.CountInYear}", "published", "item", $"{item.Number}"), new ReportRun(PageWords.In("zh", $"enum.Coverage.{state.Coverage}")), new ReportRun($"{work.Site}/catalogue/{item.Number}"),
            };
        });
        work.AddGrid(new ReportGrid("清单事项公开情况表", ["序号", "类别", "公开事项", "责任部门", "本学年条数", "公开情况", "公开网址"], [.. rows]));
    }

    // Collects the blocks; a line of a section's text becomes a block when it ends.
    private sealed class Work(Period period, string school, string site, Dictionary<string, decimal?> values)
    {
        private readonly List<ReportRun> _line = [];
        private string _key = "";
        private int _part;
        private int _point;

        public Period Period => period;

        public string School => school;

        public string Site => site;

        public Dictionary<string, decimal?> Values => values;

        public List<ReportBlock> Blocks { get; } = [];

        public List<(string Key, string Code)> Missing { get; } = [];

        public void Begin(string key) => (_key, _part, _point) = (key, 0, 0);

        public void Add(BlockShape shape, string key, string text) => Blocks.Add(new ReportBlock(shape, key, [new ReportRun(text)]));

        public void AddGrid(ReportGrid grid)
        {
            EndLine();
            if (grid.Rows.Count > 0)
            {
                Blocks.Add(new ReportBlock(BlockShape.Table, _key, [], grid));
            }
        }

        public void Say(ReportRun run) => _line.Add(run);

        public void Say(Field field, decimal? value)
        {
            if (value is null)
            {
                Missing.Add((_key, field.Code));
            }

            _line.Add(new ReportRun(value is { } v ? FigureValue.Print(v) : $"〔{FigureList.Find(field.Code)!.Zh}〕", field.Code, field.Axis, field.Value));
        }

        public void Write(string text)
        {
            foreach (var (at, line) in text.Split('\n').Index())
            {
                if (at > 0)
                {
                    EndLine();
                }

                if (line.Length > 0)
                {
                    _line.Add(new ReportRun(line));
                }
            }
        }

        public void EndLine()
        {
            var text = string.Concat(_line.Select(r => r.Text)).Trim();
            if (text.StartsWith("## ", StringComparison.Ordinal))
            {
                Blocks.Add(new ReportBlock(BlockShape.Point, _key, [new ReportRun($"{++_point}．{text[3..]}")], null, text));
            }
            else if (text.StartsWith("# ", StringComparison.Ordinal))
            {
                (_part, _point) = (_part + 1, 0);
                Blocks.Add(new ReportBlock(BlockShape.Part, _key, [new ReportRun($"（{Numerals[Math.Min(_part, Numerals.Length) - 1]}）{text[2..]}")], null, text));
            }
            else if (text.Length > 0)
            {
                Blocks.Add(new ReportBlock(BlockShape.Paragraph, _key, [.. _line], null, text));
            }

            _line.Clear();
        }
    }
}
