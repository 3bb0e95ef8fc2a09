using System.Globalization;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Gongkai.Engines.Documents.Legacy;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>Gives an Excel 97-2003 workbook (or WPS .et) as pieces.</summary>
internal static class OldWorkbookPieces
{
    public static IEnumerable<Piece> Read(Stream stream, string inside, ReadingContext context)
    {
        var compound = CompoundFile.Open(stream);
        if (compound.HasMacros)
        {
            context.Report("file.macro", Severity.Error, new Place(Layer.Body, "", inside));
        }

        stream.Position = 0;
        using var reader = Open(stream);
        var book = compound.Read("Workbook", context.Limits.InMemoryBytes) ?? [];
        var looks = OldWorkbookLooks.Read(book);
        var sheet = 0;
        do
        {
            sheet++;
            // A broken book may give its sheets no names.
            var name = reader.Name ?? "";
            yield return new Piece(new Place(Layer.Name, $"Sheet {name}", inside), name);
            var isHidden = !string.Equals(reader.VisibleState, "visible", StringComparison.OrdinalIgnoreCase);
            foreach (var piece in Rows(reader, sheet, name, isHidden, looks, inside, context))
            {
                yield return piece;
            }
        }
        while (reader.NextResult());

        foreach (var piece in OldWorkbookNotes.Read(book, inside).Concat(OldWorkbookAsides.Read(book, inside)).Concat(OldWorkbookCaches.Read(book, inside)).Concat(OldWorkbookPivots.Read(compound, inside, context))
            .Concat(SummaryProperties.Read(compound, inside, context)).Concat(OldWorkbookPictures.Read(book, inside, context)))
        {
            yield return piece;
        }
    }

    private static IEnumerable<Piece> Rows(IExcelDataReader reader, int sheet, string name, bool isSheetHidden, OldWorkbookLooks looks, string inside, ReadingContext context)
    {
        var row = 0;
        var prefix = $"Sheet {name}!";
        while (reader.Read())
        {
            row++;
            context.Check();
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (Text(reader, column) is not { Length: > 0 } text || string.IsNullOrWhiteSpace(text))
                {
                    continue;
                }

                var layer = isSheetHidden ? Layer.HiddenSheet
                    : reader.RowHeight == 0 ? Layer.HiddenRow
                    : reader.GetColumnWidth(column) == 0 ? Layer.HiddenColumn
                    : looks.IsUnseen(name, row, column + 1) ? Layer.HiddenText
                    : Layer.Body;
                yield return new Piece(new Place(layer, prefix + CellReference.Write(row, column + 1), inside), text, row, column + 1, sheet);
            }
        }
    }

    private static string Text(IExcelDataReader reader, int column)
    {
        var value = reader.GetValue(column);
        if (value is double number)
        {
            var (kind, digits, _) = CellFormat.Parse(reader.GetNumberFormatIndex(column), reader.GetNumberFormatString(column));
            return CellNumber.Write(number, new CellFormat(kind, digits, false), false);
        }

        return value switch
        {
            null => "",
            DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime date => date.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
    }

    private static IExcelDataReader Open(Stream stream)
    {
        try
        {
            return ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = System.Text.Encoding.GetEncoding("GB18030") });
        }
        catch (InvalidPasswordException e)
        {
            throw new DocumentException(DocumentProblem.Encrypted, "The workbook is closed with a password.", e);
        }
        catch (ExcelReaderException e)
        {
            throw new DocumentException(DocumentProblem.Broken, "The workbook is damaged.", e);
        }
    }
}
