using Gongkai.Engines;
using Gongkai.Web.Platform.Words;

namespace Gongkai.Web.Platform.Commands;

/// <summary>How a command says that it could not do its work: one sentence in the language asked for, and the code 2. The code 1 is kept for
/// what a command found.</summary>
internal static class Refusal
{
    public const int CouldNot = 2;

    /// <summary>Ended from outside, as shells count it.</summary>
    public const int Interrupted = 130;

    private static readonly string[] Languages = ["zh", "en"];

    /// <summary>Says a sentence of the resources.</summary>
    public static int Say(TextWriter errors, string language, string key, params object[] arguments)
    {
        errors.WriteLine(PageWords.In(Languages.Contains(language) ? language : WordBook.DefaultLanguage, key, arguments));
        return CouldNot;
    }

    /// <summary>Says why a file cannot be opened, read or written.</summary>
    public static int Say(TextWriter errors, string language, string path, Exception unreadable) =>
        Say(errors, language, "cli.file", path, Problem(unreadable, Languages.Contains(language) ? language : WordBook.DefaultLanguage));

    /// <summary>Whether <c>--lang</c> names a language there is; says so if not.</summary>
    public static bool Knows(string language, TextWriter errors)
    {
        var knows = Languages.Contains(language);
        if (!knows)
        {
            Say(errors, WordBook.DefaultLanguage, "cli.lang", language);
        }

        return knows;
    }

    /// <summary>The first of some paths that is an option rather than a file, which a command that takes files took for one; null when there is none.</summary>
    public static string? OptionAmong(IEnumerable<string> paths) => paths.FirstOrDefault(p => p.StartsWith('-') && !Path.Exists(p));

    private static string Problem(Exception unreadable, string language) =>
        WordBook.Engines.Find($"problem.{unreadable.GetType().Name}", language) ?? WordBook.Engines.Find("problem.IOException", language)!;
}
