using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Web.Audit;
using Gongkai.Web.Cases;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Requests;

/// <summary>The school's own wording of a letter (文书模板); without one the wording that comes with the program counts.</summary>
public sealed class LetterTemplate : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Which letter.</summary>
    public LetterKind Kind { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; set; }

    /// <summary>Text with fields in braces, like <c>{matter}</c>.</summary>
    public required string Body { get; set; }

    /// <summary>Guards against two people changing it at once.</summary>
    public int Version { get; set; }
}

/// <summary>A letter ready to be sent: title, number, text, signature, day.</summary>
public sealed record LetterText(string Title, string Number, string Body, string Signature, DateOnly On);

/// <summary>A letter as composed, and the fields nothing fills: with any, it is not sent.</summary>
public sealed record ComposedLetter(LetterText Text, IReadOnlyList<string> Unfilled);

/// <summary>Composes letters (告知书) from templates, keeps them as they were sent, and keeps the school's wordings.</summary>
public sealed partial class LetterDesk(GongkaiDb db, CampusClock clock, AuditTrail audit, CaseSeal seal, Numbers numbers, RequestPolicyDesk policies)
{
    /// <summary>The fields a template may use.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "applicant", "number", "received-on", "matter", "due-on", "rule", "track", "superior", "facts", "answer", "taken-out", "reason", "ground",
        "clarify-what", "clarify-until", "third-party", "question", "third-party-until", "extension-reason", "fee", "fee-until", "transfer-to", "retype-as", "retype-reason",
    ];

    private static readonly IReadOnlyDictionary<LetterKind, Shipped> Ours = Outcomes.Load<List<Shipped>>("letter-templates.data.json").ToDictionary(t => t.Kind);

    // Every decision states facts, ground, what is given or said, and the remedy.
    private static readonly string[] Stated = ["facts", "ground", "answer", "superior"];

    private static readonly LetterKind[] Decisions = [LetterKind.Disclosed, LetterKind.Partial, LetterKind.Withheld, LetterKind.Unavailable, LetterKind.NotHandled, LetterKind.Other];

    // A unit of work may write many letters.
    private readonly Queue<(string Series, int Serial)> _reserved = new();
    private IReadOnlyList<LetterTemplate>? _templates;
    private Institution? _school;

    /// <summary>All templates, the school's own where it has one.</summary>
    public async Task<IReadOnlyList<LetterTemplate>> TemplatesAsync(CancellationToken cancel = default) => _templates ??= await ReadAsync(cancel);

    /// <summary>Sets the school's wording; empty text gives back the one that comes with the program.</summary>
    /// <exception cref="ProblemException"><c>requests.field-unknown</c>; <c>requests.field-missing</c>: a decision states facts, ground and remedy.</exception>
    public async Task SetTemplateAsync(Actor by, LetterKind kind, string title, string body, CancellationToken cancel = default)
    {
        Permit.Require(RequestPermits.MayHandle(by));
        (title, body) = (title.Trim().Normalize(), body.ReplaceLineEndings("\n").Trim().Normalize());
        var own = await db.Set<LetterTemplate>().FirstOrDefaultAsync(t => t.Kind == kind, cancel);
        if (body.Length == 0)
        {
            if (own is not null)
            {
                db.Remove(own);
            }
        }
        else
        {
            var used = FieldMark().Matches(body).Select(m => m.Groups[1].Value).ToHashSet();
            if (used.Except(Fields).FirstOrDefault() is { } unknown)
            {
                throw new ProblemException("requests.field-unknown", $"{{{unknown}}}");
            }

            if (Decisions.Contains(kind) && Stated.Except(used).FirstOrDefault() is { } missing)
            {
                throw new ProblemException("requests.field-missing", $"{{{missing}}}");
            }

            if (own is null)
            {
                own = new LetterTemplate { Id = Guid.CreateVersion7(clock.UtcNow), Kind = kind, Title = title, Body = body };
                db.Add(own);
            }

            (own.Title, own.Body) = (title.Length > 0 ? title : Ours[kind].Title, body);
            own.Version++;
        }

        audit.Note(by, "requests.template-set", own?.Id ?? Guid.Empty, kind.ToString());
        await db.SaveChangesAsync(cancel);
        _templates = null;
    }

    /// <summary>Composes a letter of a case, with what only this letter says.</summary>
    public async Task<ComposedLetter> ComposeAsync(InformationRequest request, LetterKind kind, IReadOnlyDictionary<string, string>? more = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var template = (await TemplatesAsync(cancel)).First(t => t.Kind == kind);
        var school = _school ??= await db.Set<Institution>().AsNoTracking().FirstAsync(i => i.Id == db.CurrentInstitution, cancel);
        more ??= new Dictionary<string, string>();
        var fields = FieldsOf(request, school, more.GetValueOrDefault("applicant"));
        foreach (var (field, value) in more)
        {
            fields[field] = value;
        }

        var used = FieldMark().Matches(template.Body).Select(m => m.Groups[1].Value).Distinct();
        var body = FieldMark().Replace(template.Body, m => Sentence(fields.GetValueOrDefault(m.Groups[1].Value, "")) is { Length: > 0 } value ? value : m.Value);
        var signature = school.Contact.Office.Length > 0 ? school.Contact.Office : school.Name;
        return new ComposedLetter(new LetterText(template.Title, "", body, signature, clock.Today), [.. used.Where(f => string.IsNullOrWhiteSpace(fields.GetValueOrDefault(f)))]);
    }

    /// <summary>Takes the numbers of the letters that are written next, all at once. Must be called inside the transaction that writes all of them.</summary>
    internal async Task ReserveAsync(int letters, CancellationToken cancel = default)
    {
        var series = Series(clock.Today);
        var first = await numbers.NextAsync(series, letters, cancel);
        for (var serial = first; serial < first + letters; serial++)
        {
            _reserved.Enqueue((series, serial));
        }
    }

    /// <summary>Composes a letter and keeps it with the next save. Must be called inside a transaction, since it takes a number.</summary>
    /// <exception cref="ProblemException"><c>requests.letter-unfilled</c>: a field is empty.</exception>
    internal async Task<NoticeLetter> WriteAsync(InformationRequest request, LetterKind kind, IReadOnlyDictionary<string, string>? more = null, CancellationToken cancel = default)
    {
        var composed = await ComposeAsync(request, kind, more, cancel);
        Require(composed);
        var (now, today) = (clock.UtcNow, clock.Today);
        var (prefix, serial) = ((await policies.NowAsync(cancel)).LetterPrefix, await NextSerialAsync(Series(today), cancel));
        var number = string.Create(CultureInfo.InvariantCulture, $"{prefix}〔{today.Year}〕{serial}号");
        var letter = new NoticeLetter
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            Number = number,
            Sealed = seal.Close(composed.Text with { Number = number }),
            On = today,
            At = now,
            IsForApplicant = kind != LetterKind.ThirdParty,
        };
        request.Add(letter);
        return letter;
    }

    /// <summary>Refuses a letter with an empty field.</summary>
    /// <exception cref="ProblemException"><c>requests.letter-unfilled</c>.</exception>
    internal static void Require(ComposedLetter composed)
    {
        if (composed.Unfilled.Count > 0)
        {
            throw new ProblemException("requests.letter-unfilled", string.Join(PageWords.IsEnglish ? ", " : "、", composed.Unfilled.Select(f => new PageWords()[$"requests.field-{f}"].Value)));
        }
    }

    /// <summary>A sent letter's text; null once purged.</summary>
    public LetterText? TextOf(NoticeLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return seal.Open<LetterText>(letter.Sealed);
    }

    private async Task<int> NextSerialAsync(string series, CancellationToken cancel) =>
        _reserved.TryPeek(out var next) && next.Series == series ? _reserved.Dequeue().Serial : await numbers.NextAsync(series, cancel);

    private static string Series(DateOnly day) => $"letters:{day.Year}";

    private async Task<IReadOnlyList<LetterTemplate>> ReadAsync(CancellationToken cancel)
    {
        var own = await db.Set<LetterTemplate>().AsNoTracking().ToDictionaryAsync(t => t.Kind, cancel);
        return [.. Enum.GetValues<LetterKind>().Select(kind => own.GetValueOrDefault(kind) ?? new LetterTemplate { Kind = kind, Title = Ours[kind].Title, Body = Ours[kind].Body })];
    }

    private Dictionary<string, string> FieldsOf(InformationRequest request, Institution school, string? applicant)
    {
        var outcome = Outcomes.Find(request.Reason);
        var host = school.Hosts.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return new Dictionary<string, string>
        {
            ["applicant"] = applicant ?? seal.Open<Applicant>(request.SealedApplicant)?.Called ?? "",
            ["number"] = request.Number,
            ["received-on"] = Day(request.ReceivedOn),
            ["matter"] = request.Matter,
            ["due-on"] = Day(request.Clock.DueOn),
            ["rule"] = request.Clock.Rule.Main.Source,
            ["track"] = host is null ? PageWords.In("zh", "requests.track-place", school.Name) : $"https://{host}{RequestLinks.Track}",
            ["superior"] = PageWords.In("zh", $"requests.superior-{school.SuperiorBody}"),
            ["facts"] = request.Facts,
            ["answer"] = request.AnswerText,
            ["taken-out"] = request.TakenOut,
            ["reason"] = outcome?.Outcome.Zh is { } text ? $"{RowMark().Replace(text, "")}：{outcome.Value.Item2.Zh}" : "",
            ["ground"] = outcome?.Item2.Ground ?? "",
            ["clarify-what"] = request.ClarificationAsked,
            ["clarify-until"] = request.ClarifyUntilOn is { } until ? Day(until) : "",
            ["fee"] = request.FeeCents is { } cents ? (cents / 100m).ToString("0.##", CultureInfo.InvariantCulture) : "",
            ["fee-until"] = request.PayUntilOn is { } pay ? Day(pay) : "",
        };
    }

    /// <summary>A day as Chinese letters bear it.</summary>
    internal static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    // A field stands inside a sentence that has a stop of its own.
    private static string Sentence(string value) => value.Trim().TrimEnd('。');

    [GeneratedRegex(@"\{([a-z-]+)\}")]
    private static partial Regex FieldMark();

    [GeneratedRegex(@"^(（.）|\d．)")]
    private static partial Regex RowMark();

    private sealed record Shipped(LetterKind Kind, string Title, string Body);
}
