using Gongkai.Engines.Documents;
using Gongkai.Engines.Screening;
using Gongkai.Web.Platform.Commands;

namespace Gongkai.Web.Screening.Cli;

/// <summary>Writes the masked copy of a file beside the place it is meant for and moves it there when it is whole: a half-written one
/// is never seen.</summary>
internal static class MaskedCopyFile
{
    /// <exception cref="MaskRefusal">No copy was written.</exception>
    public static MaskedCopy Write(string source, string target, ScreeningProfile profile, CancellationToken cancel)
    {
        using var input = Open(source);
        if (!string.Equals(Path.GetExtension(source), Path.GetExtension(target), StringComparison.OrdinalIgnoreCase))
        {
            throw new MaskRefusal("mask.other-ending", target, ("ending", Path.GetExtension(source)));
        }

        if (input.Length == 0)
        {
            throw new MaskRefusal("file.unreadable", source, ("problem", nameof(DocumentProblem.Broken)));
        }

        if (FileTypeDetector.Detect(input, source) is var type && type is not FileType.Unknown && FileTypeDetector.IsMismatch(source, type))
        {
            throw new MaskRefusal("file.type-mismatch", source, ("ending", Path.GetExtension(source)), ("type", type.ToString()));
        }

        var half = new FileInfo(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(target))!, $".{Path.GetRandomFileName()}.part"));
        try
        {
            RefuseToOverwrite(target);
            MaskedCopy copy;
            using (var output = half.Open(FileMode.CreateNew, FileAccess.ReadWrite))
            {
                copy = new Masker(profile).Mask(input, Path.GetFileName(source), output, cancel);
            }

            File.Move(half.FullName, target);
            return copy;
        }
        catch (DocumentException unread)
        {
            throw Because(unread, source);
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            RefuseToOverwrite(target);
            throw new MaskRefusal("mask.not-written", target, ("why", unwritten.Message));
        }
        finally
        {
            if (Path.Exists(half.FullName))
            {
                half.Delete();
            }
        }
    }

    private static FileStream Open(string source)
    {
        if (Directory.Exists(source))
        {
            throw new MaskRefusal("mask.directory", source);
        }

        try
        {
            return InputFile.Open(source);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new MaskRefusal("file.unreadable", source, ("problem", unread.GetType().Name));
        }
    }

    // A link that leads nowhere is there as well.
    private static void RefuseToOverwrite(string target)
    {
        if (Path.Exists(target) || new FileInfo(target).LinkTarget is not null)
        {
            throw new MaskRefusal("mask.exists", target);
        }
    }

    private static MaskRefusal Because(DocumentException unread, string source) => unread.Problem switch
    {
        DocumentProblem.Encrypted => new MaskRefusal("file.encrypted", source),
        DocumentProblem.Unsupported => new MaskRefusal("mask.unsupported", source),
        _ => new MaskRefusal("file.unreadable", source, ("problem", unread.Problem.ToString())),
    };
}
