using System.Globalization;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Word;

/// <summary>The characters of symbol fonts (Wingdings and the like) as characters that anyone can show.</summary>
internal static class WordSymbols
{
    /// <summary>What the <c>sym</c> element the reader stands on shows.</summary>
    public static string Read(XmlReader xml)
    {
        if (!int.TryParse(xml.Attribute("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            return "";
        }

        return code switch
        {
            0xF0FE or 0xF052 => "☑",
            0xF0A8 or 0xF06F or 0xF0A3 => "□",
            0xF0FC => "✓",
            0xF0FB or 0xF0FD => "✗",
            >= 0xE000 and <= 0xF8FF => "•",
            _ => ((char)code).ToString(),
        };
    }
}
