using System.Diagnostics;

namespace Gongkai.Engines.Documents;

/// <summary>Turns old binary documents (doc, wps, rtf, ppt, odt) into Open XML with a LibreOffice that is installed on the machine.
/// It runs apart from this program, with a profile of its own, without macros, and is ended when its time is over.</summary>
/// <param name="programPath">Path of <c>soffice</c>.</param>
/// <param name="time">How long one conversion may take; 90 seconds when not given.</param>
public sealed class LegacyConverter(string programPath, TimeSpan? time = null)
{
    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/soffice",
        "/usr/lib/libreoffice/program/soffice",
        "/opt/libreoffice/program/soffice",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        @"C:\Program Files\LibreOffice\program\soffice.com",
        @"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    ];

    /// <summary>The LibreOffice of this machine, or null when none stands where installers put it.</summary>
    public static LegacyConverter? Find() => UsualPlaces.FirstOrDefault(File.Exists) is { } path ? new LegacyConverter(path) : null;

    /// <summary>Converts to docx or xlsx.</summary>
    /// <param name="stream">The old document.</param>
    /// <param name="extension">Its ending without the dot, such as <c>doc</c>.</param>
    /// <param name="target"><c>docx</c>, <c>xlsx</c> or <c>pdf</c>.</param>
    /// <param name="cancel">Ends the conversion.</param>
    /// <exception cref="DocumentException">The conversion failed or took too long.</exception>
    public MemoryStream Convert(Stream stream, string extension, string target, CancellationToken cancel = default)
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-convert-");
        try
        {
            var source = Path.Combine(folder.FullName, $"document.{extension}");
            using (var file = File.Create(source))
            {
                stream.Position = 0;
                stream.CopyTo(file);
            }

            Run(folder.FullName, source, target, cancel);

            var result = Path.Combine(folder.FullName, "out", $"document.{target}");
            if (!File.Exists(result))
            {
                throw new DocumentException(DocumentProblem.Broken, "LibreOffice could not convert the file.");
            }

            return new MemoryStream(File.ReadAllBytes(result), writable: false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Run(string folder, string source, string target, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(programPath) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[]
                 {
                     $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}",
                     "--headless", "--norestore", "--convert-to", target, "--outdir", Path.Combine(folder, "out"), source,
                 })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new DocumentException(DocumentProblem.Unsupported, "LibreOffice did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        over.CancelAfter(time ?? TimeSpan.FromSeconds(90));
        using var kill = over.Token.Register(() => Kill(process));
        process.WaitForExit();
        cancel.ThrowIfCancellationRequested();
        if (over.IsCancellationRequested)
        {
            throw new DocumentException(DocumentProblem.TooLarge, "LibreOffice took longer than is allowed.");
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself between the alarm and this call.
        }
    }
}
