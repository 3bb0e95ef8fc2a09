using System.CommandLine;
using Gongkai.Engines;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Screening;

namespace Gongkai.Web.Screening.Cli;

/// <summary><c>gongkai mask</c>: a copy in which personal data is masked for good and hidden layers are gone.</summary>
internal static class MaskCommand
{
    private const int Clean = 0;
    private const int StillFound = 1;
    private const int CouldNot = 2;

    private static readonly Argument<string> In = new("in") { Description = "The csv, xlsx, docx, html or txt file." };

    private static readonly Argument<string> Out = new("out") { Description = "The copy to write; it must not exist yet." };

    private static readonly Option<string> Profile = new("--profile") { Description = $"Kind of publication: {string.Join(", ", ScreeningProfile.Names)}.", DefaultValueFactory = _ => "general" };

    private static readonly Option<string> Language = new("--lang") { Description = "zh or en.", DefaultValueFactory = _ => WordBook.DefaultLanguage };

    public static Command Build()
    {
        var command = new Command("mask", "Writes a copy with personal data masked and hidden layers gone.") { In, Out, Profile, Language };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, Console.Out, Console.Error, cancel)));
        return command;
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        var (source, target, name, language) = (parsed.GetValue(In)!, parsed.GetValue(Out)!, parsed.GetValue(Profile)!, parsed.GetValue(Language)!);
        if (!ScreeningProfile.Names.Contains(name))
        {
            errors.WriteLine($"There is no profile '{name}'; use one of {string.Join(", ", ScreeningProfile.Names)}.");
            return CouldNot;
        }

        try
        {
            using var input = File.OpenRead(source);
            var copy = Write(input, source, target, ScreeningProfile.Named(name), cancel);
            foreach (var finding in copy.Remaining)
            {
                output.WriteLine($"{finding.Severity.ToString().ToLowerInvariant()}  {finding.Code}  {finding.Where}  {WordBook.Engines.Say(finding, language)}");
            }

            return copy.Remaining.Count == 0 ? Clean : StillFound;
        }
        catch (Exception failed) when (failed is DocumentException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{source}: {failed.Message}");
            return CouldNot;
        }
    }

    // A copy that was not finished is no copy.
    private static MaskedCopy Write(FileStream input, string source, string target, ScreeningProfile profile, CancellationToken cancel)
    {
        using var output = new FileStream(target, FileMode.CreateNew, FileAccess.ReadWrite);
        try
        {
            return new Masker(profile).Mask(input, Path.GetFileName(source), output, cancel);
        }
        catch
        {
            output.Dispose();
            File.Delete(target);
            throw;
        }
    }
}
