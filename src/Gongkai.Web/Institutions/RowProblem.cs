using System.Globalization;

namespace Gongkai.Web.Institutions;

/// <summary>Something odd about a line of a sheet, told before anything is saved. <see cref="Code"/> is a key of the word book.</summary>
/// <param name="Line">The line, as a person sees it in the file.</param>
/// <param name="Code">A key of the word book.</param>
/// <param name="Arguments">What its text needs.</param>
/// <param name="IsLeftOut">Whether the line is not imported because of it.</param>
public sealed record RowProblem(int Line, string Code, IReadOnlyList<string> Arguments, bool IsLeftOut = true)
{
    /// <summary>The problem in a language, with its line.</summary>
    public string In(string language) =>
        $"{Platform.Words.PageWords.In(language, "sheets.line", Line.ToString(CultureInfo.InvariantCulture))}{(language == "en" ? ": " : "：")}{Platform.Words.PageWords.In(language, Code, [.. Arguments])}";
}
