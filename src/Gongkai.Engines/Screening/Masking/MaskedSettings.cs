using System.Xml.Linq;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>Settings of a Word document on which the look of its pages hangs; the others are a program's memory.</summary>
internal static class MaskedSettings
{
    private static readonly HashSet<string> Kept =
    [
        "zoom", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "displayBackgroundShape", "defaultTabStop",
        "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders", "bookFoldRevPrinting", "bookFoldPrinting", "bookFoldPrintingSheets",
        "printTwoOnOne", "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery", "characterSpacingControl",
        "strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore", "noPunctuationKerning", "footnotePr", "endnotePr", "compat", "mathPr", "themeFontLang", "clrSchemeMapping",
        "decimalSymbol", "listSeparator",
    ];

    public static void Clean(XDocument settings) => settings.Root!.Elements().Where(e => !Kept.Contains(e.Name.LocalName)).Remove();
}
