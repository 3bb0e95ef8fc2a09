using System.Text;
using Gongkai.Engines.Screening;

namespace Gongkai.Engines.Tests.Screening;

/// <summary>The pages on documents and screening are made from the code's own words. With <c>GONGKAI_REGENERATE=1</c> the tests write them anew.</summary>
public sealed class EnginePagesTests
{
    private static readonly (string Code, string Example)[] Texts =
    [
        ("pii.id-number", "身份证号：11010519491231002X"),
        ("pii.id-number-suspect", "身份证号：110105194912310021"),
        ("pii.id-number-partial", "身份证号：110105194912******"),
        ("pii.mobile", "手机：138-0013-8000"),
        ("pii.bank-card", "银行卡号：6222000000000001234"),
        ("pii.passport", "护照号码：E12345678"),
        ("pii.permit", "港澳居民来往内地通行证：H12345678"),
        ("pii.birth-date", "出生日期：2003年5月6日"),
        ("pii.home-address", "家庭住址：云川省安宁市和平路1号3单元402室"),
        ("pii.personal-email", "zhangshi2003@qq.com"),
        ("pii.student-number", "学号：2021010101"),
        ("pii.sensitive", "给予张试甲开除学籍处分"),
        ("secrecy.mark", "机密★5年"),
        ("secrecy.soft-mark", "会后收回"),
        ("text.wrong-word", "截止目前，已完成八项"),
    ];

    private static readonly (string Code, string Example)[] Layers =
    [
        ("hidden.sheet", "A sheet 底稿 whose state is hidden or very hidden."),
        ("hidden.row", "Rows that were hidden by hand or by a filter."),
        ("hidden.column", "The column of identity numbers, hidden before the list was published."),
        ("hidden.comment", "A remark in the margin, a note on a cell, a comment on a slide or in a web page, the speaker's notes."),
        ("hidden.tracked-change", "A deleted sentence that was never accepted."),
        ("hidden.text", "Text set hidden, white on white, of one point, under a black box, off the page, or in a layer of a PDF that is off; a hidden slide, a shape beside it or under another; a white run of a cell; a hidden shape or text box; a hidden section of a LibreOffice text; a PRIVATE field."),
        ("hidden.property", "The author's name, keywords, a path, a property of the school's own, a tag of an OFD document."),
        ("hidden.cache", "The whole table behind a pivot table or a link to another workbook; a text of a deleted cell, the values of a scenario, the command of a connection."),
        ("hidden.name", "A defined name that is hidden or leads to another file."),
        ("hidden.embedded", "A workbook put into a document as an object; a PDF's attachment, also behind a paper clip on a page; the source in a hybrid PDF."),
        ("hidden.annotation", "A note stuck on a page of a PDF, the value of a form field that no page shows."),
        ("hidden.exif", "Where and with which camera a picture was taken."),
    ];

    private static readonly (string Code, string Example)[] Files =
    [
        ("file.encrypted", "A docx with a password; a closed entry of a zip."),
        ("file.unreadable", "A damaged file, an old doc where no LibreOffice is installed, an archive that unfolds without end."),
        ("file.no-text", "A scanned page, a picture of a table."),
        ("file.macro", "A workbook with VBA, a PDF with scripts."),
        ("file.type-mismatch", "A web page that is called 名单.xls."),
    ];

    [Fact]
    public void The_page_on_screening_says_what_the_code_says() => Compare("screening.md", Page(
        "Screening",
        "What must not be published: personal data, marks of secrecy, hidden content, wrong words. `gongkai screen` reports it, `gongkai mask` writes a copy without it. A finding names its kind and its place and never repeats what it found.",
        [.. Texts, .. Layers]));

    [Fact]
    public void The_page_on_documents_says_what_the_code_says() => Compare("documents.md", Page(
        "Documents",
        "Reads docx, xlsx, pptx, xls, et, pdf, ofd, html, csv, txt, zip, eml, pictures and, where LibreOffice is installed, doc, wps, rtf and OpenDocument: text with places, every hidden layer as its own kind of place. What a file is, is told from its content. Limits of time, size and nesting end hostile files.",
        Files));

    [Fact]
    public void Every_code_of_screening_and_reading_has_an_example()
    {
        var codes = WordBook.Engines.Keys.Where(k => k.StartsWith("pii.", StringComparison.Ordinal) || k.StartsWith("secrecy.", StringComparison.Ordinal) || k.StartsWith("hidden.", StringComparison.Ordinal)
            || k.StartsWith("file.", StringComparison.Ordinal) || k.StartsWith("text.", StringComparison.Ordinal));

        Assert.Equal(codes.Order(StringComparer.Ordinal), Texts.Concat(Layers).Concat(Files).Select(e => e.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_example_of_a_text_gives_its_code() =>
        Assert.All(Texts, e => Assert.Contains(e.Code, new Screener().ScreenText(e.Example).Select(f => f.Code)));

    private static string Page(string title, string promise, (string Code, string Example)[] codes)
    {
        var page = new StringBuilder($"# {title}\n\n{promise}\n\nThis page is made from the code by a test; do not edit it.\n\n| Code | Meaning | 含义 | Example |\n|---|---|---|---|\n");
        foreach (var (code, example) in codes)
        {
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{code}` | {WordBook.Engines.Find(code, "en")} | {WordBook.Engines.Find(code, "zh")} | {example} |\n");
        }

        return page.ToString();
    }

    private static void Compare(string name, string page)
    {
        var path = Path.Combine(Root(), "docs", "engines", name);
        if (Environment.GetEnvironmentVariable("GONGKAI_REGENERATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, page);
        }

        Assert.Equal(page, File.ReadAllText(path), ignoreLineEndingDifferences: true);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
