using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Engines;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Platform.Commands;

namespace Gongkai.Web.Calendar.Cli;

/// <summary><c>gongkai deadline</c>: when a limit ends and why, for one day or a whole CSV file.</summary>
internal static class DeadlineCommand
{
    private const int Could = 0;
    private const int FoundBadRows = 1;
    private const int CouldNot = Refusal.CouldNot;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    private static readonly Argument<string?> From = new("from")
    { Description = "Start day, 2026-09-24; it is not counted.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Argument<string?> Days = new("days")
    { Description = "How many days; without it the rule's own.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string?> Rule = new("--rule")
    { Description = $"Rule: {string.Join(", ", RulePacks.All.Select(pack => pack.Id))}." };

    private static readonly Option<string> Format = new("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };

    private static readonly Option<string> Language = new("--lang") { Description = "zh or en.", DefaultValueFactory = _ => WordBook.DefaultLanguage };

    private static readonly Option<string?> Batch = new("--batch")
    { Description = "CSV file with the columns from,days (- for standard input); answers go to standard output." };

    private static readonly Option<string?> Schedule = new("--schedule")
    { Description = "JSON file with further years of holidays: {\"2027\":{\"off\":[…],\"work\":[…]}}." };

    public static Command Build()
    {
        var command = new Command("deadline", "Counts working days: when a limit ends, and why.")
        { From, Days, Rule, Format, Language, Batch, Schedule };
        command.SetAction(parsed => Run(parsed, Console.OpenStandardOutput(), Console.Error));
        return command;
    }

    private static int Run(ParseResult parsed, Stream output, TextWriter errors)
    {
        var language = parsed.GetValue(Language)!;
        if (!Refusal.Knows(language, errors))
        {
            return CouldNot;
        }

        var rule = parsed.GetValue(Rule) is { } id ? RulePacks.Find(id) : null;
        if (rule is null && parsed.GetValue(Rule) is { } unknown)
        {
            return Refusal.Say(errors, language, "cli.rule", unknown, string.Join(", ", RulePacks.All.Select(pack => pack.Id)));
        }

        WorkingDayCalendar calendar;
        try
        {
            calendar = parsed.GetValue(Schedule) is { } file
                ? WorkingDayCalendar.Shipped.With(ScheduleFile.Parse(File.ReadAllText(file)))
                : WorkingDayCalendar.Shipped;
        }
        catch (ScheduleException wrong)
        {
            return Refuse(errors, WordBook.Fill(WordBook.Engines.Find(wrong.Code, language)!, new Dictionary<string, string> { ["detail"] = wrong.Detail }));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Refusal.Say(errors, language, parsed.GetValue(Schedule)!, unreadable);
        }

        return parsed.GetValue(Batch) is { } batch
            ? RunBatch(batch, calendar, rule, language, output, errors)
            : RunOne(parsed, calendar, rule, language, output, errors);
    }

    private static int RunOne(
        ParseResult parsed, WorkingDayCalendar calendar, RulePack? rule, string language, Stream output, TextWriter errors)
    {
        if (parsed.GetValue(From) is not { } fromText
            || !DateOnly.TryParseExact(fromText, ["yyyy-M-d", "yyyy/M/d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
        {
            return Refusal.Say(errors, language, "cli.day", parsed.GetValue(From) ?? "");
        }

        var days = rule?.Main.Days ?? 0;
        if (parsed.GetValue(Days) is { } daysText
                ? !int.TryParse(daysText, NumberStyles.None, CultureInfo.InvariantCulture, out days)
                : rule is null)
        {
            return Refusal.Say(errors, language, "cli.days", parsed.GetValue(Days) ?? "");
        }

        if (parsed.GetValue(Format) is not ("text" or "json"))
        {
            return Refusal.Say(errors, language, "cli.format", parsed.GetValue(Format)!, "text, json");
        }

        Deadline deadline;
        try
        {
            deadline = Deadline.Of(calendar, from, days, rule, language);
        }
        catch (ArgumentOutOfRangeException)
        {
            return Refusal.Say(errors, language, "cli.beyond", fromText, days);
        }

        using var writer = new StreamWriter(output, new UTF8Encoding(false));
        if (parsed.GetValue(Format) == "json")
        {
            writer.WriteLine(JsonSerializer.Serialize(deadline, Json));
        }
        else
        {
            writer.WriteLine(deadline.Due + (deadline.Provisional ? (language == "en" ? " (provisional)" : "（暂定）") : ""));
            foreach (var line in deadline.Explanation)
            {
                writer.WriteLine($"  {line}");
            }
        }

        return Could;
    }

    private static int RunBatch(
        string file, WorkingDayCalendar calendar, RulePack? rule, string language, Stream output, TextWriter errors)
    {
        var unit = rule?.Main.Unit ?? DayUnit.Working;
        var batch = new DeadlineBatch(unit == DayUnit.Working ? calendar.After : (from, days) => calendar.After(from, days, unit));
        try
        {
            using var input = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
            var faults = batch.Run(input, output, fault => errors.WriteLine(Say(fault, language)));
            return faults == 0 ? Could : FoundBadRows;
        }
        catch (InvalidDataException)
        {
            return Refusal.Say(errors, language, "cli.columns", file);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Refusal.Say(errors, language, file, wrong);
        }
    }

    private static string Say(BatchFault fault, string language)
    {
        var said = WordBook.Fill(WordBook.Engines.Find(fault.Code, language)!, new Dictionary<string, string> { ["value"] = fault.Value });
        return language == "en" ? $"line {fault.Line}: {said}" : $"第 {fault.Line} 行：{said}";
    }

    private static int Refuse(TextWriter errors, string sentence)
    {
        errors.WriteLine(sentence);
        return CouldNot;
    }
}
