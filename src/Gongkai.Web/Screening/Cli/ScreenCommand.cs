using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Engines;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Screening;
using Gongkai.Web.Platform.Commands;

namespace Gongkai.Web.Screening.Cli;

/// <summary><c>gongkai screen</c>: what in these files must not be published.</summary>
internal static class ScreenCommand
{
    private const int Clean = 0;
    private const int Found = 1;
    private const int CouldNot = Refusal.CouldNot;

    private static readonly Argument<string[]> Paths = new("path") { Description = "Files and folders; folders are walked.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string> Format = new("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };

    private static readonly Option<string> Profile = new("--profile") { Description = $"Kind of publication: {string.Join(", ", ScreeningProfile.Names)}.", DefaultValueFactory = _ => "general" };

    private static readonly Option<string> Language = new("--lang") { Description = "zh or en.", DefaultValueFactory = _ => WordBook.DefaultLanguage };

    public static Command Build()
    {
        var command = new Command("screen", "Looks for personal data, secrecy marks and hidden content in files.") { Paths, Format, Profile, Language };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, Console.OpenStandardOutput(), Console.Error, cancel)));
        return command;
    }

    private static int Run(ParseResult parsed, Stream output, TextWriter errors, CancellationToken cancel)
    {
        var (format, name, language, paths) = (parsed.GetValue(Format)!, parsed.GetValue(Profile)!, parsed.GetValue(Language)!, parsed.GetValue(Paths)!);
        if (!Refusal.Knows(language, errors))
        {
            return CouldNot;
        }

        if (format is not ("text" or "json"))
        {
            return Refusal.Say(errors, language, "cli.format", format, "text, json");
        }

        if (!ScreeningProfile.Names.Contains(name))
        {
            return Refusal.Say(errors, language, "cli.profile", name, string.Join(", ", ScreeningProfile.Names));
        }

        if (Refusal.OptionAmong(paths) is { } option)
        {
            return Refusal.Say(errors, language, "cli.option", option);
        }

        foreach (var missing in paths.Where(p => !Path.Exists(p)))
        {
            Refusal.Say(errors, language, "cli.no-file", missing);
        }

        var screener = new Screener(ScreeningProfile.Named(name));
        var code = Clean;
        using var json = format == "json" ? new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true }) : null;
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        json?.WriteStartObject();
        json?.WriteStartArray("files");
        foreach (var path in FileWalk.Of(paths))
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                using var file = InputFile.Open(path);
                var result = screener.Screen(file, Path.GetFileName(path), cancel);
                code = result.IsIncomplete ? CouldNot : code == Clean && result.Findings.Count > 0 ? Found : code;
                Write(json, text, path, result, language);
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                var lost = new Finding("file.unreadable", Severity.Error, Place.WholeFile, new Dictionary<string, string> { ["problem"] = unreadable.GetType().Name });
                Write(json, text, path, new ScreenedFile(FileType.Unknown, [lost], true), language);
                code = CouldNot;
            }
        }

        json?.WriteEndArray();
        json?.WriteEndObject();
        json?.Flush();
        return code;
    }

    private static void Write(Utf8JsonWriter? json, StreamWriter text, string path, ScreenedFile result, string language)
    {
        if (json is not null)
        {
            WriteJson(json, path, result, language);
            return;
        }

        text.WriteLine(result.Findings.Count == 0 ? $"{path}: -" : path);
        foreach (var finding in result.Findings)
        {
            text.WriteLine($"  {finding.Severity.ToString().ToLowerInvariant()}  {finding.Code}  {finding.Where}  {WordBook.Engines.Say(finding, language)}");
        }

        text.Flush();
    }

    private static void WriteJson(Utf8JsonWriter json, string path, ScreenedFile result, string language)
    {
        json.WriteStartObject();
        json.WriteString("path", path);
        json.WriteString("type", result.Type.ToString().ToLowerInvariant());
        json.WriteStartArray("findings");
        foreach (var finding in result.Findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
            json.WriteString("where", finding.Where.ToString());
            json.WriteNumber("count", int.TryParse(finding.Details.GetValueOrDefault("count"), out var count) ? count : 1);
            json.WriteString("message", WordBook.Engines.Say(finding, language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }
}
