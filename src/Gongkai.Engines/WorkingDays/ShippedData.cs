namespace Gongkai.Engines.WorkingDays;

/// <summary>The data files that are built into the assembly.</summary>
internal static class ShippedData
{
    public static string Read(string name)
    {
        using var stream = typeof(ShippedData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The data file {name} was not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
