namespace Gongkai.Web.Platform.Commands;

/// <summary>Opens a file that a command was given.</summary>
internal static class InputFile
{
    // Opening a pipe waits until somebody writes to it, which may be never.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The file, readable and seekable.</summary>
    /// <exception cref="IOException">There is no such file, or it is a pipe or a device.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream Open(string path)
    {
        if (path.Length == 0)
        {
            throw new FileNotFoundException("The path is empty.");
        }

        var opening = Task.Run(() => File.OpenRead(path));
        if (((IAsyncResult)opening).AsyncWaitHandle.WaitOne(Patience))
        {
            var file = opening.GetAwaiter().GetResult();
            return file.CanSeek ? file : throw new IOException("The file is a pipe or a device.");
        }

        throw new IOException("The file is a pipe that nobody writes to.");
    }
}
