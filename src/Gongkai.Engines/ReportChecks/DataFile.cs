using System.Text.Json;

namespace Gongkai.Engines.ReportChecks;

/// <summary>Reads the files of words, documents and counts that stand beside the code.</summary>
internal static class DataFile
{
    public static T Read<T>(string file)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }
}
