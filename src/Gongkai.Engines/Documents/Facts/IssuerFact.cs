namespace Gongkai.Engines.Documents.Facts;

/// <summary>Finds who issued a document that carries no signature: its red head, or the name its title begins with.</summary>
internal static class IssuerFact
{
    public static string? FromHead(List<string> lines, string? title)
    {
        for (var i = 0; i < Math.Min(lines.Count, 12); i++)
        {
            var line = lines[i];
            if (line.EndsWith("文件", StringComparison.Ordinal) && FactText.IsAgency(line[..^2]))
            {
                return line[..^2];
            }

            if (FactText.IsAgency(line) && i + 1 < lines.Count && (lines[i + 1] == "文件" || DocumentNumberFact.Find([lines[i + 1]]) is not null))
            {
                return line;
            }
        }

        var about = title?.IndexOf("关于", StringComparison.Ordinal) ?? -1;
        return about > 2 && FactText.IsAgency(title![..about]) ? title[..about] : null;
    }
}
