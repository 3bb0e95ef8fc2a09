using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Documents.Sheets;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>A masked copy of a workbook, written anew from the cells that are seen: what is not written cannot leak. Formats and
/// formulas are left behind with everything hidden; merged cells stay.</summary>
internal static class MaskedWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static void Write(Stream input, Stream output, MaskPlan plan, ReadingContext context)
    {
        using var workbook = Workbook.Open(input, context);
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var sheets = workbook.Sheets.Where(s => !s.IsHidden).ToList();
        for (var i = 0; i < sheets.Count; i++)
        {
            using var part = zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{i + 1}.xml")).Open();
            WriteSheet(part, workbook, sheets[i], plan);
        }

        WriteFrame(zip, sheets, plan);
    }

    private static void WriteSheet(Stream part, Workbook workbook, WorkbookSheet sheet, MaskPlan plan)
    {
        var reader = new SheetReader(workbook, sheet);
        using var xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        var row = 0;
        var shown = 0;
        foreach (var cell in reader.Cells().Where(c => c.Layer == Layer.Body))
        {
            if (cell.Row != row)
            {
                if (row > 0)
                {
                    xml.WriteEndElement();
                }

                row = cell.Row;
                shown++;
                xml.WriteStartElement("row", Main);
                xml.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
            }

            var reference = CellReference.Write(cell.Row, cell.Column);
            WriteCell(xml, reference, plan.AtPlace($"Sheet {sheet.Name}!{reference}", cell.Text));
        }

        if (shown > 0)
        {
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        if (reader.Merges.Count > 0)
        {
            xml.WriteStartElement("mergeCells", Main);
            foreach (var merge in reader.Merges)
            {
                xml.WriteStartElement("mergeCell", Main);
                xml.WriteAttributeString("ref", $"{CellReference.Write(merge.Row, merge.Column)}:{CellReference.Write(merge.LastRow, merge.LastColumn)}");
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // Short numbers stay numbers; everything else is text, so that no zero and no digit is lost.
    private static void WriteCell(XmlWriter xml, string reference, string text)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", reference);
        if (text.Length is > 0 and <= 10 && (text[0] != '0' || text.Length == 1) && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
        {
            xml.WriteElementString("v", Main, text);
        }
        else
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(text);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteFrame(ZipArchive zip, List<WorkbookSheet> sheets, MaskPlan plan)
    {
        var types = new StringBuilder();
        var list = new StringBuilder();
        var relations = new StringBuilder();
        for (var i = 1; i <= sheets.Count; i++)
        {
            var name = System.Security.SecurityElement.Escape(plan.ByWords(sheets[i - 1].Name));
            types.Append(CultureInfo.InvariantCulture, $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>""");
            list.Append(CultureInfo.InvariantCulture, $"""<sheet name="{name}" sheetId="{i}" r:id="rId{i}"/>""");
            relations.Append(CultureInfo.InvariantCulture, $"""<Relationship Id="rId{i}" Type="{Relations}/worksheet" Target="worksheets/sheet{i}.xml"/>""");
        }

        Put(zip, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{types}</Types>""");
        Put(zip, "_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Put(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{list}</sheets></workbook>""");
        Put(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>""");
    }

    private static void Put(ZipArchive zip, string path, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(path).Open(), new UTF8Encoding(false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        writer.Write(text);
    }
}
