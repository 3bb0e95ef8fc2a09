using System.Text.Json.Serialization;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Ledger;
using Gongkai.Web.Records;

namespace Gongkai.Web.OpenData;

/// <summary>A page of a list.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Page">Which page this is, from 1.</param>
/// <param name="Size">How many stand on a page.</param>
/// <param name="Next">The address of the next page; null on the last.</param>
/// <param name="Licence">Under which licence the data may be used.</param>
/// <param name="Rows">What stands on this page.</param>
public sealed record PageOf<T>(int Total, int Page, int Size, string? Next, string Licence, IReadOnlyList<T> Rows);

/// <summary>The catalogue in force (公开清单).</summary>
/// <param name="Year">Its year.</param>
/// <param name="Title">Its title.</param>
/// <param name="EffectiveOn">Since when it is in force.</param>
/// <param name="Licence">Under which licence the data may be used.</param>
/// <param name="Categories">Its categories.</param>
public sealed record CatalogueData(int Year, string Title, DateOnly EffectiveOn, string Licence, IReadOnlyList<CategoryData> Categories);

/// <summary>A category (类别).</summary>
public sealed record CategoryData(int Number, string Title, string TitleEn, IReadOnlyList<ItemData> Items);

/// <summary>An item (公开事项).</summary>
/// <param name="Number">Its number in the catalogue in force.</param>
/// <param name="Id">Its identity through the years.</param>
/// <param name="Category">The number of its category.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="TitleEn">English title; empty when it has none.</param>
/// <param name="Cadence">How often it is due.</param>
/// <param name="LegalBasis">The rule that demands it.</param>
/// <param name="Owners">Codes of the units that owe it.</param>
/// <param name="Url">Its page.</param>
public sealed record ItemData(int Number, Guid Id, int Category, string Title, string TitleEn, [property: JsonConverter(typeof(JsonStringEnumConverter<Cadence>))] Cadence Cadence, string LegalBasis, IReadOnlyList<string> Owners, string Url);

/// <summary>How well the school keeps its duty in an academic year.</summary>
/// <param name="AcademicYear">Its first calendar year.</param>
/// <param name="CoveredPercent">Share of the items that count and are covered, 0 to 100.</param>
/// <param name="OnTimePercent">Share of records published in time, 0 to 100; null when nothing can be said.</param>
/// <param name="Licence">Under which licence the data may be used.</param>
/// <param name="Items">Item by item.</param>
public sealed record CoverageData(int AcademicYear, int CoveredPercent, int? OnTimePercent, string Licence, IReadOnlyList<ItemCoverage> Items);

/// <summary>How an item stands.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Coverage">How it stands.</param>
/// <param name="Records">How many public records fulfil it.</param>
/// <param name="RecordsInYear">How many of them were first published in the year.</param>
/// <param name="LastOn">Its last change.</param>
/// <param name="DueOn">By when it is due.</param>
/// <param name="Rule">The rule that set the day, by its code.</param>
/// <param name="IsProvisional">Whether a holiday schedule that is not published yet may move the day.</param>
public sealed record ItemCoverage(int Number, [property: JsonConverter(typeof(JsonStringEnumConverter<Coverage>))] Coverage Coverage, int Records, int RecordsInYear, DateOnly? LastOn, DateOnly? DueOn, string Rule, bool IsProvisional);

/// <summary>A unit (单位).</summary>
public sealed record UnitData(string Code, string Name, string NameEn, string? Parent, bool IsCollege, string Url);

/// <summary>A record as a row of a list.</summary>
/// <param name="IndexNumber">索引号, its permanent identity.</param>
/// <param name="Title">Title.</param>
/// <param name="DocumentNumber">发文字号; empty when it has none.</param>
/// <param name="Issuer">Who issued it, as printed.</param>
/// <param name="ProducedOn">成文日期.</param>
/// <param name="PublishedAt">When the public first could read it.</param>
/// <param name="UpdatedAt">Since when the edition is read that is read now.</param>
/// <param name="Edition">Which edition that is, from 1.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Validity">有效性.</param>
/// <param name="Unit">Code of the unit that answers for it.</param>
/// <param name="Items">Numbers of the items of the catalogue in force that it fulfils.</param>
/// <param name="IsSuperseded">Whether another record took its place.</param>
/// <param name="Url">Its page.</param>
public sealed record RecordRow(
    string IndexNumber, string Title, string DocumentNumber, string Issuer, DateOnly? ProducedOn, DateTime PublishedAt, DateTime UpdatedAt, int Edition,
    [property: JsonConverter(typeof(JsonStringEnumConverter<RecordKind>))] RecordKind Kind, [property: JsonConverter(typeof(JsonStringEnumConverter<Validity>))] Validity Validity, string Unit, IReadOnlyList<int> Items, bool IsSuperseded, string Url);

/// <summary>A record with its text, files and history.</summary>
/// <param name="Record">It as a row.</param>
/// <param name="BodyHtml">The text as HTML.</param>
/// <param name="Text">The text without tags.</param>
/// <param name="Attachments">Its files.</param>
/// <param name="Editions">Its editions, newest first.</param>
/// <param name="Licence">Under which licence the data may be used.</param>
public sealed record RecordData(RecordRow Record, string BodyHtml, string Text, IReadOnlyList<AttachmentData> Attachments, IReadOnlyList<EditionRow> Editions, string Licence);

/// <summary>An edition as a row.</summary>
public sealed record EditionRow(int Number, string Title, DateTime PublishedAt, DateTime? ReplacedAt, string ChangeNote, string Url);

/// <summary>An edition with its text.</summary>
public sealed record EditionData(string IndexNumber, EditionRow Edition, string BodyHtml, string Text, IReadOnlyList<AttachmentData> Attachments, string Licence);

/// <summary>A file.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Record">索引号 of its record.</param>
/// <param name="Edition">The edition it belongs to.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is by its content.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Sha256">The SHA-256 of its bytes.</param>
/// <param name="Url">Where it is downloaded.</param>
public sealed record AttachmentData(Guid Id, string Record, int Edition, string Name, string Type, long Size, string Sha256, string Url);

/// <summary>What was wrong with a question, in a sentence that says how to mend it.</summary>
/// <param name="Parameter">Which parameter.</param>
/// <param name="Message">The sentence.</param>
public sealed record Mistake(string Parameter, string Message);
