namespace Gongkai.Web.Records;

/// <summary>A record as a line of a public list.</summary>
public sealed record RecordLine(string IndexNumber, string Title, string UnitName, string UnitNameEn, DateTime PublishedAt, string DocumentNumber, Audience Audience, RecordEnd End, RecordKind Kind, Validity Validity)
{
    /// <summary>The unit's name in the reader's language.</summary>
    public string UnitIn(bool english) => english && UnitNameEn.Length > 0 ? UnitNameEn : UnitName;
}

/// <summary>A line and the edition it is of.</summary>
public sealed record NumberedLine(Guid EditionId, RecordLine Line);

/// <summary>Turns visible editions into lines.</summary>
public static class RecordLines
{
    /// <summary>The lines of these editions, newest first.</summary>
    public static IQueryable<RecordLine> Lines(this IQueryable<Edition> visible) => visible
        .OrderByDescending(e => e.PublishedAt).ThenBy(e => e.Id)
        .Select(e => new RecordLine(e.Record!.IndexNumber!, e.Title, e.Record.Unit!.Name, e.Record.Unit.NameEn, e.PublishedAt!.Value, e.DocumentNumber, e.Audience, e.Record.End, e.Kind, e.Validity));

    /// <summary>The lines of these editions, each with its edition's key.</summary>
    public static IQueryable<NumberedLine> LinesById(this IQueryable<Edition> visible) => visible
        .Select(e => new NumberedLine(e.Id, new RecordLine(e.Record!.IndexNumber!, e.Title, e.Record.Unit!.Name, e.Record.Unit.NameEn, e.PublishedAt!.Value, e.DocumentNumber, e.Audience, e.Record.End, e.Kind, e.Validity)));
}
