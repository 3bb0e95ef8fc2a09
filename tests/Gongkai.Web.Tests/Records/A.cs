using System.Buffers.Binary;
using System.IO.Compression;
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

    /// <summary>Begins the next edition of a record as a changed draft.</summary>
    public static async Task<Guid> NextAsync(this Site site, Guid record, Func<EditionForm, EditionForm> change)
    {
        var liaison = await site.ActorAsync("liaison");
        return await site.WithAsync(async give =>
        {
            var desk = give.GetRequiredService<RecordDesk>();
            var next = await desk.BeginNextAsync(liaison, record);
            var form = await desk.FormOfAsync(next);
            await desk.WriteAsync(liaison, next.Id, next.Version, change(form) with { ChangeNote = "有改动" });
            return next.Id;
        });
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

    /// <summary>A Word document with a part put in, in place of the one of that name.</summary>
    public static byte[] WordWith(string part, Action<Stream> write)
    {
        using var file = new MemoryStream();
        file.Write(Word("带有别物的通知", "", "教务处", new DateOnly(2026, 3, 3)));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)?.Delete();
            using var entry = zip.CreateEntry(part).Open();
            write(entry);
        }

        return file.ToArray();
    }

    /// <summary>What a zip bomb holds: the beginning of a document and then blanks without end.</summary>
    public static void Bomb(Stream part)
    {
        part.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"u8);
        var blanks = new byte[1 << 20];
        blanks.AsSpan().Fill((byte)' ');
        for (var megabytes = 0; megabytes < 120; megabytes++)
        {
            part.Write(blanks);
        }
    }

    /// <summary>What Word keeps of a document that is closed with a password: a compound file with one encrypted package in it.</summary>
    public static byte[] ClosedWithPassword()
    {
        var file = new byte[512 * 3];
        file.AsSpan().Fill(0xFF);
        var header = file.AsSpan(0, 512);
        header[..76].Clear();
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header[26..], 3);
        BinaryPrimitives.WriteUInt16LittleEndian(header[28..], 0xFFFE);
        BinaryPrimitives.WriteUInt16LittleEndian(header[30..], 9);
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], 6);
        BinaryPrimitives.WriteInt32LittleEndian(header[44..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[48..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[56..], 4096);
        BinaryPrimitives.WriteInt32LittleEndian(header[60..], -2);
        BinaryPrimitives.WriteInt32LittleEndian(header[68..], -2);
        BinaryPrimitives.WriteInt32LittleEndian(header[76..], 0);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(512), -3);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(516), -2);
        var directory = file.AsSpan(1024);
        directory.Clear();
        Entry(directory, "Root Entry", 5, child: 1);
        Entry(directory[128..], "EncryptedPackage", 2, child: -1);
        return file;

        static void Entry(Span<byte> at, string name, byte kind, int child)
        {
            Encoding.Unicode.GetBytes(name, at);
            BinaryPrimitives.WriteUInt16LittleEndian(at[64..], (ushort)(2 * (name.Length + 1)));
            (at[66], at[67]) = (kind, 1);
            at.Slice(68, 8).Fill(0xFF);
            BinaryPrimitives.WriteInt32LittleEndian(at[76..], child);
            BinaryPrimitives.WriteInt32LittleEndian(at[116..], -2);
        }
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
