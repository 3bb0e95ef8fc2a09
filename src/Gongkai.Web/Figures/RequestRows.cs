using Gongkai.Engines.ReportChecks;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Figures;

/// <summary>What figures about requests count, by the conditions of <see cref="RequestStatistics"/>. Rows name the matter, never the person.</summary>
internal sealed class RequestRows(GongkaiDb db, PageWords words)
{
    public static bool Knows(string code) => code.StartsWith("requests-", StringComparison.Ordinal) || code.StartsWith("remedy-", StringComparison.Ordinal) || code is "fees" or "fees-waived";

    public async Task<decimal?> ValueAsync(string code, Period period, string axis, string value, CancellationToken cancel)
    {
        var rows = Query(code, period, axis, value);
        switch (code)
        {
            case "fees":
                return await rows.SumAsync(r => r.FeeCents ?? 0, cancel) / 100m;
            case "fees-waived":
                return await rows.SumAsync(r => r.WaivedCents, cancel) / 100m;
            case "requests-time-rate":
                var closed = await rows.CountAsync(cancel);
                return closed == 0 ? null : Math.Round(100m * await RequestStatistics.OnTime(rows).CountAsync(cancel) / closed);
            case "remedy-complaints" or "remedy-reconsiderations" or "remedy-lawsuits":
                return await Remedies(code, period).CountAsync(cancel);
            default:
                return await rows.CountAsync(cancel);
        }
    }

    public async Task<IReadOnlyList<FigureRow>> RowsAsync(string code, Period period, string axis, string value, CancellationToken cancel)
    {
        if (code.StartsWith("remedy-", StringComparison.Ordinal))
        {
            var kinds = Kinds(code);
            return
            [
                .. (await db.Set<InformationRequest>().AsNoTracking().SelectMany(r => r.Remedies, (r, m) => new { m.Id, Case = r.Id, r.Number, r.Matter, m.Kind, m.FiledOn })
                    .Where(m => m.FiledOn >= period.From && m.FiledOn <= period.To && kinds.Contains(m.Kind)).OrderBy(m => m.FiledOn).ThenBy(m => m.Id).ToListAsync(cancel))
                    .Select(m => new FigureRow($"{m.Id}", m.Matter, $"{m.Number}　{words.Of(m.Kind)}　{words.Day(m.FiledOn)}", RequestLinks.Handle(m.Case))),
            ];
        }

        var rows = await Query(code, period, axis, value).OrderBy(r => r.Number).Select(r => new { r.Id, r.Number, r.Matter, r.ReceivedOn, r.ClosedOn, Due = r.Clock.DueOn, Fee = r.FeeCents ?? 0, r.WaivedCents }).ToListAsync(cancel);
        return
        [
            .. rows.Select(r => new FigureRow($"{r.Id}", r.Matter, $"{r.Number}　{words.Day(r.ReceivedOn)}", RequestLinks.Handle(r.Id), code switch
            {
                "fees" => r.Fee / 100m,
                "fees-waived" => r.WaivedCents / 100m,
                "requests-time-rate" => r.ClosedOn <= r.Due ? 1 : 0,
                _ => 1,
            })),
        ];
    }

    public IReadOnlyList<(string Value, string Name)> Values(string axis) => axis switch
    {
        "channel" => [.. Enum.GetValues<RequestChannel>().Select(c => ($"{c}", words.Of(c)))],
        "applicant" => [.. Enum.GetValues<ApplicantKind>().Select(k => ($"{k}", words.Of(k)))],
        "outcome" => [.. Enumerable.Range(1, 7).Select(n => ($"{n}", words[$"requests.measure-{n}"].Value))],
        _ => [],
    };

    private IQueryable<InformationRequest> Query(string code, Period period, string axis, string value)
    {
        period = FigureDesk.Within(period, axis, value);
        var all = db.Set<InformationRequest>().AsNoTracking();
        var rows = code switch
        {
            "fees" => RequestStatistics.Paid(all, period.From, period.To).Where(r => r.FeeCents > 0),
            "fees-waived" => RequestStatistics.Paid(all, period.From, period.To).Where(r => r.WaivedCents > 0),
            "requests-received" => RequestStatistics.Cell(all, "1", null, period.From, period.To),
            "requests-carried-in" => RequestStatistics.Cell(all, "2", null, period.From, period.To),
            "requests-carried-out" => RequestStatistics.Cell(all, "4", null, period.From, period.To),
            "requests-on-time" => RequestStatistics.OnTime(RequestStatistics.Cell(all, "3.7", null, period.From, period.To)),
            _ => RequestStatistics.Cell(all, "3.7", null, period.From, period.To),
        };
        switch (axis)
        {
            case "channel":
                return Enum.TryParse<RequestChannel>(value, out var channel) ? rows.Where(r => r.Channel == channel) : rows.Where(_ => false);
            case "applicant":
                return Enum.TryParse<ApplicantKind>(value, out var kind) ? rows.Where(r => r.ApplicantKind == kind) : rows.Where(_ => false);
            case "outcome":
                var codes = int.TryParse(value, out var n) ? RequestStatistics.OutcomesOf(n) : [];
                return rows.Where(r => codes.Contains(r.Outcome));
            default:
                return rows;
        }
    }

    private IQueryable<Remedy> Remedies(string code, Period period)
    {
        var kinds = Kinds(code);
        return db.Set<InformationRequest>().AsNoTracking().SelectMany(r => r.Remedies).Where(m => m.FiledOn >= period.From && m.FiledOn <= period.To && kinds.Contains(m.Kind));
    }

    private static RemedyKind[] Kinds(string code) => code switch
    {
        "remedy-complaints" => [RemedyKind.Complaint],
        "remedy-reconsiderations" => [RemedyKind.Reconsideration],
        _ => [RemedyKind.Litigation, RemedyKind.LitigationAfter],
    };
}
