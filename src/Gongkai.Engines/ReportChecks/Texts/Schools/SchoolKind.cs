using Gongkai.Engines.ReportChecks.Texts.Language;

namespace Gongkai.Engines.ReportChecks.Texts.Schools;

/// <summary>What a school's name says behind its place: 师范学院, 水利水电学院. A report copied from a model was copied from a school of the own kind.</summary>
internal static class SchoolKind
{
    private const int ShortestPlace = 2;
    private const int LongestPlace = 3;
    private const int ShortestKind = 4;
    private const double CommonWord = 2e-5;

    /// <summary>Whether two names are of one kind and of different places: 霁川影视传媒学院, 临漪影视传媒学院.</summary>
    public static bool AreAlike(string name, string own)
    {
        for (var length = ShortestPlace; length <= LongestPlace && name.Length - length >= ShortestKind; length++)
        {
            if (ShortNames.IsShortFor(name[length..], own) && name[^1] == own[^1] && !ShortNames.IsShortFor(name[..length], own))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether what stands before 学院 is a common word and no place: 知道学院有此网页.</summary>
    public static bool IsWord(string name) =>
        name.Length == 4 && LanguageModel.Shared.Words is var words && words.ShareOf(words.NumberOf(name.AsSpan(0, 2))) > CommonWord;
}
