using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Web.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Records;

/// <summary>A small vocabulary for making records as people make them, through the desks.</summary>
internal static class A
{
    public static async Task<Guid> DraftAsync(this Site site, string title, string by = "liaison", Func<EditionForm, EditionForm>? change = null)
    {
        var actor = await site.ActorAsync(by);
        return await site.WithAsync(async give =>
        {
            var desk = give.GetRequiredService<RecordDesk>();
            var edition = await desk.StartAsync(actor, site.Units["教务处"].Id, RecordKind.Notice);
            var form = new EditionForm { Title = title, ProducedOn = new DateOnly(2026, 3, 2), Issuer = "教务处", BodyHtml = $"<p>{title}的正文。</p>", Kind = RecordKind.Notice, Items = [site.Items[28].LineageId] };
            return (await desk.WriteAsync(actor, edition.Id, edition.Version, change?.Invoke(form) ?? form)).Id;
        });
    }

    public static async Task<Edition> OpenAsync(this Site site, Guid edition, string by = "supervisor")
    {
        var actor = await site.ActorAsync(by);
        return await site.WithAsync(give => give.GetRequiredService<RecordDesk>().OpenAsync(actor, edition));
    }

    public static async Task MoveAsync(this Site site, Guid edition, string by, EditionVerb verb, string? reason = null)
    {
        var actor = await site.ActorAsync(by);
        await site.WithAsync(async give =>
        {
            var version = (await give.GetRequiredService<RecordDesk>().OpenAsync(actor, edition)).Version;
            var desk = give.GetRequiredService<ReviewDesk>();
            await (verb == EditionVerb.Publish ? desk.PublishAsync(actor, edition, version) : desk.MoveAsync(actor, edition, version, verb, reason));
        });
    }

    /// <summary>Takes a draft up to the disclosure office.</summary>
    public static async Task<Guid> ReadyAsync(this Site site, Guid edition)
    {
        await site.MoveAsync(edition, "liaison", EditionVerb.Submit);
        await site.MoveAsync(edition, "head", EditionVerb.Approve);
        await site.MoveAsync(edition, "secrecy", EditionVerb.Sign);
        return edition;
    }

    /// <summary>Makes a public record and gives its index number.</summary>
    public static async Task<(Guid Edition, Guid Record, string Index)> PublishedAsync(this Site site, string title, Func<EditionForm, EditionForm>? change = null)
    {
        var edition = await site.ReadyAsync(await site.DraftAsync(title, change: change));
        await site.MoveAsync(edition, "office", EditionVerb.Publish);
        var open = await site.OpenAsync(edition);
        return (edition, open.RecordId, open.Record!.IndexNumber!);
    }

    /// <summary>An official Word document with a table whose cells are merged.</summary>
    public static byte[] Word(string title, string number, string issuer, DateOnly on)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var merged = new Table(
                new TableRow(Cell("类别"), Cell("项目"), Cell("数量")),
                new TableRow(Cell("课程", new VerticalMerge { Val = MergedCellValues.Restart }), Cell("必修"), Cell("31")),
                new TableRow(Cell("", new VerticalMerge()), Cell("选修"), Cell("17")),
                new TableRow(Cell("合计", new GridSpan { Val = 2 }), Cell("48")));
            word.AddMainDocumentPart().Document = new Document(new Body(
                Line(number, JustificationValues.Center), Line(title, JustificationValues.Center), Line("各学院：", JustificationValues.Left),
                Line("现将本学期课程安排公开如下。", JustificationValues.Both), merged, Line(issuer, JustificationValues.Right), Line($"{on.Year}年{on.Month}月{on.Day}日", JustificationValues.Right)));
        }

        return file.ToArray();

        static Paragraph Line(string text, JustificationValues justification) => new(new ParagraphProperties(new Justification { Val = justification }), new Run(new Text(text)));

        static TableCell Cell(string text, OpenXmlElement? property = null) =>
            new(property is null ? new TableCellProperties() : new TableCellProperties(property), new Paragraph(new Run(new Text(text))));
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
