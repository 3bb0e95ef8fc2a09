using System.CommandLine;
using System.Globalization;
using System.Text;
using Gongkai.Engines;
using Gongkai.Engines.Documents;
using Gongkai.Web.Platform.Commands;

namespace Gongkai.Web.Reports.Cli;

/// <summary><c>gongkai audit</c>: what is wrong with annual disclosure reports.</summary>
internal static class AuditCommand
{
    private const int Fine = 0;
    private const int FoundErrors = 1;
    private const int CouldNot = Refusal.CouldNot;

    private static readonly Argument<string[]> Files = new("files") { Description = "Reports: docx, pdf, html, txt, or doc and wps where LibreOffice is installed.", Arity = ArgumentArity.ZeroOrMore };

    private static readonly Option<string> Format = new("--format") { Description = "text, json or html.", DefaultValueFactory = _ => "text" };

    private static readonly Option<string?> Today = new("--today") { Description = "The day to judge by, 2026-11-22; without it no date counts as lying ahead." };

    private static readonly Option<string> Language = new("--lang") { Description = "zh or en.", DefaultValueFactory = _ => WordBook.DefaultLanguage };

    public static Command Build()
    {
        var command = new Command("audit", "Checks annual disclosure reports: sums, dates, citations, parts, the catalogue.")
        { Files, Format, Today, Language };
        command.SetAction(parsed => Run(parsed, Console.OpenStandardOutput(), Console.Error));
        return command;
    }

    private static int Run(ParseResult parsed, Stream output, TextWriter errors)
    {
        var (format, language, files) = (parsed.GetValue(Format)!, parsed.GetValue(Language)!, parsed.GetValue(Files)!);
        if (!Refusal.Knows(language, errors))
        {
            return CouldNot;
        }

        if (files.Length == 0)
        {
            return Refusal.Say(errors, language, "cli.no-report");
        }

        if (format is not ("text" or "json" or "html"))
        {
            return Refusal.Say(errors, language, "cli.format", format, "text, json, html");
        }

        if (Refusal.OptionAmong(files) is { } option)
        {
            return Refusal.Say(errors, language, "cli.option", option);
        }

        DateOnly? today = null;
        if (parsed.GetValue(Today) is { } day)
        {
            if (!DateOnly.TryParseExact(day, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given))
            {
                return Refusal.Say(errors, language, "cli.day", day);
            }

            today = given;
        }

        var reader = new DocumentReader(converter: LegacyConverter.Find());
        var audits = files.Select(file => Audit.Of(file, reader, today)).ToList();
        foreach (var unread in audits.Where(a => a.Report is null))
        {
            errors.WriteLine($"{unread.Path}: {WordBook.Engines.Say(unread.WhyUnread, language)}");
        }

        switch (format)
        {
            case "json":
                AuditedFile.Write(output, audits.ConvertAll(a => a.ToFile(language)));
                break;
            case "html":
                using (var writer = new StreamWriter(output, new UTF8Encoding(false)))
                {
                    AuditPage.Write(writer, audits, language);
                }

                break;
            default:
                using (var writer = new StreamWriter(output, new UTF8Encoding(false)))
                {
                    audits.ForEach(a => a.WriteText(writer, language));
                }

                break;
        }

        return audits.Exists(a => a.Report is null) ? CouldNot
            : audits.Exists(a => a.Report!.Findings.Any(f => f.Severity == Severity.Error)) ? FoundErrors
            : Fine;
    }
}
