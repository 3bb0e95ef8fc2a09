using System.Text;
using Gongkai.Engines.Documents.Legacy;

namespace Gongkai.Engines.Documents.Archives;

/// <summary>Files that Office puts into its documents are often wrapped once more in an OLE container.</summary>
internal static class EmbeddedObject
{
    /// <summary>The file inside the wrapper and its name; the same file when there is no wrapper.</summary>
    public static (Stream File, string Name) Unwrap(MemoryStream file, string name, ReadingContext context)
    {
        if (!file.GetBuffer().AsSpan(0, (int)Math.Min(file.Length, 8)).SequenceEqual(CompoundFile.Signature))
        {
            return (file, name);
        }

        try
        {
            var compound = CompoundFile.Open(file);
            foreach (var stream in (ReadOnlySpan<string>)["Package", "CONTENTS", "EmbeddedOdf"])
            {
                if (compound.Read(stream, context.Limits.InMemoryBytes) is { Length: > 0 } bytes)
                {
                    return (new MemoryStream(bytes), name);
                }
            }

            return compound.Read("\u0001Ole10Native", context.Limits.InMemoryBytes) is { Length: > 16 } native ? FromNative(native, name) : (file, name);
        }
        catch (DocumentException)
        {
            return (file, name);
        }
    }

    // Size, flags, then name, source path, flags, temporary path, and the bytes with their length before them.
    private static (Stream File, string Name) FromNative(byte[] native, string name)
    {
        var at = 6;
        var label = ZeroEnded(native, ref at);
        ZeroEnded(native, ref at);
        at += 4;
        if (at + 4 > native.Length)
        {
            return (new MemoryStream(native), name);
        }

        var pathLength = BitConverter.ToInt32(native, at);
        at += 4;
        if (pathLength < 0 || pathLength > native.Length - at - 4)
        {
            return (new MemoryStream(native), name);
        }

        at += pathLength;
        var length = BitConverter.ToInt32(native, at);
        at += 4;
        return length < 0 || length > native.Length - at
            ? (new MemoryStream(native), name)
            : (new MemoryStream(native, at, length), label.Length > 0 ? Path.GetFileName(label) : name);
    }

    private static string ZeroEnded(byte[] bytes, ref int at)
    {
        var start = Math.Min(at, bytes.Length);
        var end = Array.IndexOf(bytes, (byte)0, start);
        end = end < 0 ? bytes.Length : end;
        at = end + 1;
        return Encoding.GetEncoding("GB18030").GetString(bytes, start, end - start);
    }
}
