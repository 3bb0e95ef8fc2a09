using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Gongkai.Engines.WorkingDays;

/// <summary>A row of a batch that could not be answered. Its words stand under <see cref="Code"/> with <c>{value}</c>.</summary>
/// <param name="Line">Line of the file, counted from 1, the header included.</param>
/// <param name="Code">What is wrong, like <c>calendar.batch.not-a-date</c>.</param>
/// <param name="Value">The value it is about.</param>
public sealed record BatchFault(long Line, string Code, string Value);

/// <summary>Answers a whole CSV file: columns <c>from,days</c> in, <c>from,days,due,provisional</c> out, in the same order. Streams:
/// memory does not grow with the file. A row that cannot be answered keeps its place with an empty <c>due</c>.</summary>
public sealed class DeadlineBatch(Func<DateOnly, int, DueDay> due)
{
    private const int BlockSize = 1 << 20;
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    private readonly byte[] _out = new byte[BlockSize];
    private int _written;
    private long _line;
    private long _faults;
    private int _fromColumn;
    private int _daysColumn = 1;

    /// <summary>Answers every row.</summary>
    /// <param name="input">The file; UTF-8. A first line without the two column names is taken for data.</param>
    /// <param name="output">Where the answers go; UTF-8 without a byte order mark.</param>
    /// <param name="report">Called for every row that could not be answered.</param>
    /// <returns>How many rows could not be answered.</returns>
    /// <exception cref="InvalidDataException">The header names only one of the two columns.</exception>
    public long Run(Stream input, Stream output, Action<BatchFault> report)
    {
        Write("from,days,due,provisional\n"u8, output);
        var buffer = new byte[BlockSize];
        var filled = 0;
        while (true)
        {
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = input.Read(buffer, filled, buffer.Length - filled);
            var rest = buffer.AsSpan(0, filled + read);
            while (rest.IndexOf((byte)'\n') is var end and >= 0)
            {
                Row(rest[..end], output, report);
                rest = rest[(end + 1)..];
            }

            if (read == 0)
            {
                Row(rest, output, report);
                break;
            }

            rest.CopyTo(buffer);
            filled = rest.Length;
        }

        output.Write(_out, 0, _written);
        output.Flush();
        return _faults;
    }

    private void Row(ReadOnlySpan<byte> row, Stream output, Action<BatchFault> report)
    {
        _line++;
        if (_line == 1 && row.StartsWith(Utf8Mark))
        {
            row = row[Utf8Mark.Length..];
        }

        row = row.TrimEnd((byte)'\r');
        if (row.IsEmpty || (_line == 1 && IsHeader(row)))
        {
            return;
        }

        if (_fromColumn == 0 && _daysColumn == 1 && ReadPlain(row, out var from, out var days))
        {
            Answer(row, from, days, output, report);
            return;
        }

        ReadAny(row, output, report);
    }

    private bool IsHeader(ReadOnlySpan<byte> row)
    {
        var names = BatchRow.Split(Encoding.UTF8.GetString(row)).ConvertAll(name => name.Trim().ToLowerInvariant());
        var from = names.IndexOf("from");
        var days = names.IndexOf("days");
        if (from < 0 && days < 0)
        {
            return false;
        }

        if (from < 0 || days < 0)
        {
            throw new InvalidDataException("The first line must name the two columns from,days.");
        }

        (_fromColumn, _daysColumn) = (from, days);
        return true;
    }

    // The form nearly every row has: 2026-09-24,15.
    private static bool ReadPlain(ReadOnlySpan<byte> row, out DateOnly from, out int days)
    {
        from = default;
        days = 0;
        return row.Length > 11 && row[4] == '-' && row[7] == '-' && row[10] == ','
            && Digits(row[..4], out var year) && Digits(row[5..7], out var month) && Digits(row[8..10], out var day)
            && year > 0 && month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month)
            && row.Length <= 18 && Digits(row[11..], out days)
            && Make(year, month, day, out from);
    }

    private static bool Make(int year, int month, int day, out DateOnly date)
    {
        date = new DateOnly(year, month, day);
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (c is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + c - '0';
        }

        return true;
    }

    private void ReadAny(ReadOnlySpan<byte> row, Stream output, Action<BatchFault> report)
    {
        var fields = BatchRow.Split(Encoding.UTF8.GetString(row));
        var from = BatchRow.Field(fields, _fromColumn);
        var days = BatchRow.Field(fields, _daysColumn);
        var echo = Encoding.UTF8.GetBytes($"{BatchRow.Quote(from)},{BatchRow.Quote(days)}");
        if (!BatchRow.TryReadDate(from, out var start))
        {
            Refuse(echo, "calendar.batch.not-a-date", from, output, report);
        }
        else if (!BatchRow.TryReadDays(days, out var count))
        {
            Refuse(echo, "calendar.batch.not-a-number", days, output, report);
        }
        else
        {
            Answer(Encoding.UTF8.GetBytes($"{start:yyyy-MM-dd},{count}"), start, count, output, report);
        }
    }

    private void Answer(ReadOnlySpan<byte> echo, DateOnly from, int days, Stream output, Action<BatchFault> report)
    {
        DueDay answer;
        try
        {
            answer = due(from, days);
        }
        catch (ArgumentOutOfRangeException)
        {
            Refuse(echo, "calendar.batch.too-far", $"{days}", output, report);
            return;
        }

        Write(echo, output);
        Span<byte> date = stackalloc byte[12];
        date[0] = (byte)',';
        var (year, month, day) = answer.Date;
        Utf8Formatter.TryFormat(year, date[1..], out _, new StandardFormat('D', 4));
        date[5] = (byte)'-';
        Utf8Formatter.TryFormat(month, date[6..], out _, new StandardFormat('D', 2));
        date[8] = (byte)'-';
        Utf8Formatter.TryFormat(day, date[9..], out _, new StandardFormat('D', 2));
        date[11] = (byte)',';
        Write(date, output);
        Write(answer.Provisional ? "true\n"u8 : "false\n"u8, output);
    }

    private void Refuse(ReadOnlySpan<byte> echo, string code, string value, Stream output, Action<BatchFault> report)
    {
        _faults++;
        Write(echo, output);
        Write(",,\n"u8, output);
        report(new BatchFault(_line, code, value));
    }

    private void Write(ReadOnlySpan<byte> bytes, Stream output)
    {
        if (bytes.Length > _out.Length - _written)
        {
            output.Write(_out, 0, _written);
            _written = 0;
            if (bytes.Length > _out.Length)
            {
                output.Write(bytes);
                return;
            }
        }

        bytes.CopyTo(_out.AsSpan(_written));
        _written += bytes.Length;
    }
}
