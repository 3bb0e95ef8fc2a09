using System.Text.Json;

namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>Reads the files of words that stand beside the code.</summary>
internal static class LanguageData
{
    public static T Read<T>(string file)
    {
        using var stream = typeof(LanguageData).Assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }
}
