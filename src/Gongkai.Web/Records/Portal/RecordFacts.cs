using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Web.Institutions;
using QRCoder;

namespace Gongkai.Web.Records.Portal;

/// <summary>What a record says of itself to machines and to those who quote it.</summary>
internal static class RecordFacts
{
    private const int DescriptionLength = 150;

    /// <summary>How its text begins, for search engines and previews.</summary>
    public static string Description(Edition edition)
    {
        var text = string.Join(' ', BodyCleaner.TextOf(edition.BodyHtml).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= DescriptionLength ? text : text[..(char.IsHighSurrogate(text[DescriptionLength - 1]) ? DescriptionLength - 1 : DescriptionLength)] + "…";
    }

    /// <summary>It in the vocabulary of schema.org. The serializer writes no angle bracket, so that no title can end the element it stands in.</summary>
    public static string JsonLd(Edition edition, Institution school, IReadOnlyList<Attachment> files, string address) => new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = edition.Kind switch { RecordKind.Regulation => "Legislation", RecordKind.Report => "Report", RecordKind.Data => "Dataset", _ => "DigitalDocument" },
        ["@id"] = address,
        ["url"] = address,
        ["name"] = edition.Title,
        ["headline"] = edition.Title,
        ["description"] = Description(edition),
        ["identifier"] = new JsonArray([edition.Record!.IndexNumber, .. edition.DocumentNumber.Length > 0 ? [edition.DocumentNumber] : (JsonNode[])[]]),
        ["inLanguage"] = "zh-CN",
        ["isAccessibleForFree"] = true,
        ["version"] = edition.Number,
        ["dateCreated"] = edition.ProducedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["datePublished"] = edition.Record.FirstPublishedAt,
        ["dateModified"] = edition.PublishedAt,
        ["publisher"] = new JsonObject { ["@type"] = "CollegeOrUniversity", ["name"] = school.Name },
        ["author"] = new JsonObject { ["@type"] = "Organization", ["name"] = edition.Issuer.Length > 0 ? edition.Issuer : edition.Record.Unit?.Name },
        ["encoding"] = new JsonArray([.. files.Select(f => (JsonNode)new JsonObject { ["@type"] = "MediaObject", ["name"] = f.Name, ["contentSize"] = f.Size, ["sha256"] = f.Hash, ["contentUrl"] = new Uri(new Uri(address), RecordLinks.File(f.Id, f.Name)).ToString() })]),
    }.ToJsonString(new JsonSerializerOptions());

    /// <summary>How it is cited (GB/T 7714): issuer, title, day of publication, day of citing, address.</summary>
    public static string Citation(Edition edition, Institution school, DateOnly publishedOn, DateOnly today, string address) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(edition.Issuer.Length == 0 || edition.Issuer.StartsWith(school.Name, StringComparison.Ordinal) ? edition.Issuer.Length == 0 ? school.Name : edition.Issuer : school.Name + edition.Issuer)}. {edition.Title}{(edition.DocumentNumber.Length > 0 ? $": {edition.DocumentNumber}" : "")}[EB/OL]. ({publishedOn:yyyy-MM-dd})[{today:yyyy-MM-dd}]. {address}.");

    /// <summary>The permanent address as a picture that a telephone reads.</summary>
    public static string Qr(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return "data:image/png;base64," + Convert.ToBase64String(new PngByteQRCode(code).GetGraphic(4));
    }
}
