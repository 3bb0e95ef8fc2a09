using System.CommandLine;
using Gongkai.Engines;
using Gongkai.Engines.Screening;
using Gongkai.Web.Platform.Commands;

namespace Gongkai.Web.Screening.Cli;

/// <summary><c>gongkai mask</c>: a copy in which personal data is masked for good and hidden layers are gone.</summary>
internal static class MaskCommand
{
    private const int Clean = 0;
    private const int StillFound = 1;
    private const int CouldNot = Refusal.CouldNot;

    // Without them the command says itself what is missing, and says it with 2.
    private static readonly Argument<string?> In = new("in") { Description = "The csv, xlsx, docx, html or txt file.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Argument<string?> Out = new("out") { Description = "The copy to write, with the same ending; it must not exist yet.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string> Profile = new("--profile") { Description = $"Kind of publication: {string.Join(", ", ScreeningProfile.Names)}.", DefaultValueFactory = _ => "general" };

    private static readonly Option<string> Language = new("--lang") { Description = "zh or en.", DefaultValueFactory = _ => WordBook.DefaultLanguage };

    public static Command Build()
    {
        var command = new Command("mask", "Writes a copy with personal data masked and hidden layers gone.") { In, Out, Profile, Language };

        // Beside the thread that hears the signal to end.
        command.SetAction((parsed, cancel) => Task.Run(() => Run(parsed, Console.Out, Console.Error, cancel), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        var (name, language) = (parsed.GetValue(Profile)!, parsed.GetValue(Language)!);
        if (!Refusal.Knows(language, errors))
        {
            return CouldNot;
        }

        if (!ScreeningProfile.Names.Contains(name))
        {
            return Refusal.Say(errors, language, "cli.profile", name, string.Join(", ", ScreeningProfile.Names));
        }

        if (parsed.GetValue(In) is not { } source || parsed.GetValue(Out) is not { } target)
        {
            return Refusal.Say(errors, language, "mask.missing");
        }

        try
        {
            var copy = MaskedCopyFile.Write(source, target, ScreeningProfile.Named(name), cancel);
            foreach (var finding in copy.Remaining)
            {
                output.WriteLine($"{finding.Severity.ToString().ToLowerInvariant()}  {finding.Code}  {finding.Where}  {WordBook.Engines.Say(finding, language)}");
            }

            return copy.Remaining.Count == 0 ? Clean : StillFound;
        }
        catch (MaskRefusal refused)
        {
            errors.WriteLine($"{refused.File}: {refused.Say(language)}");
            return CouldNot;
        }
        catch (OperationCanceledException)
        {
            return Refusal.Interrupted;
        }
    }
}
