using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>Attributes of a page: machines read them as well as its text, and what a program would do with them is gone.</summary>
internal static partial class MaskedAttributes
{
    private static readonly string[] Pictures = ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/jpg;base64,", "data:image/gif;base64,", "data:image/bmp;base64,"];

    public static void Clean(IElement element, MaskPlan plan)
    {
        foreach (var attribute in element.Attributes.ToList())
        {
            if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name.StartsWith("data-", StringComparison.OrdinalIgnoreCase))
            {
                element.RemoveAttribute(attribute.Name);
                continue;
            }

            var left = attribute.Name == "style" ? StyleSheet(plan.ByWords(attribute.Value), plan) : Left(attribute, plan);
            if (left.Length == 0 && attribute.Value.Length > 0)
            {
                element.RemoveAttribute(attribute.Name);
            }
            else if (left != attribute.Value)
            {
                element.SetAttribute(attribute.NamespaceUri, attribute.Name, left);
            }
        }
    }

    /// <summary>Rules of style with their addresses and own values masked, and the files put into them cleaned.</summary>
    public static string StyleSheet(string rules, MaskPlan plan)
    {
        var masked = Values().Replace(rules, value => value.Value.StartsWith("--", StringComparison.Ordinal) ? plan.ByNumbers(value.Value) : Address(value.Value, plan));
        return Embedded().Replace(masked, file => Picture(file.Value));
    }

    private static string Left(IAttr attribute, MaskPlan plan) =>
        attribute.Value.TrimStart().StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? Picture(attribute.Value.Trim())
        : Embedded().Replace(IsAddress(attribute.Name) ? Address(attribute.Value, plan) : plan.ByNumbers(attribute.Value), file => Picture(file.Value));

    private static bool IsAddress(string name) => name is "href" or "src" or "srcset" or "action" or "formaction" or "poster" or "background" or "cite" or "xlink:href";

    // A long number on the way to a file is the file's, one in what is handed over may be anybody's.
    private static string Address(string address, MaskPlan plan)
    {
        var masked = MaskedAddress.Of(address, plan);
        var query = masked.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? masked : masked[..query] + plan.ByNumbers(masked[query..]);
    }

    // A picture without what its camera noted; nothing in place of any other file.
    private static string Picture(string address)
    {
        var kind = Array.Find(Pictures, k => address.StartsWith(k, StringComparison.OrdinalIgnoreCase));
        var bytes = new byte[address.Length];
        if (kind is null || !Convert.TryFromBase64String(Uri.UnescapeDataString(address[kind.Length..]), bytes, out var length) || !IsPicture(bytes.AsSpan(0, length)))
        {
            return "";
        }

        return kind + Convert.ToBase64String(PictureCleaner.Clean(bytes[..length]));
    }

    private static bool IsPicture(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG"u8]) || bytes.StartsWith("GIF8"u8) || bytes.StartsWith("BM"u8);

    [GeneratedRegex("""(?<![\w-])data:[\w/+.-]*(?:;[\w=.-]+)*,[^\s"'()]*""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Embedded();

    // Addresses and values of a style sheet's own.
    [GeneratedRegex(@"url\([^)]{6,}\)|--[\w-]+\s*:[^;{}]{6,}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Values();
}
