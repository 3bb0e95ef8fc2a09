using System.Text;
using Gongkai.Engines.Screening;
using Gongkai.Web.Screening.Cli;

namespace Gongkai.Web.Tests.Screening;

/// <summary>The command that masks: what it writes, what it refuses, and what it says then.</summary>
public sealed class MaskCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-mask-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_copy_is_written_whole_and_nothing_beside_it()
    {
        var copy = MaskedCopyFile.Write(Put("a.txt", "手机 13800138000"), At("b.txt"), ScreeningProfile.General, TestContext.Current.CancellationToken);

        Assert.Equal(("手机 138****8000", 0), (File.ReadAllText(At("b.txt")), copy.Remaining.Count));
        Assert.Equal(["a.txt", "b.txt"], Left());
    }

    [Theory]
    [InlineData("a.doc", "mask.unsupported", "不能为这种格式生成脱敏副本")]
    [InlineData("closed.docx", "file.encrypted", "文件已加密")]
    [InlineData("empty.xlsx", "file.unreadable", "文件无法读取（已损坏）")]
    [InlineData("empty.docx", "file.unreadable", "文件无法读取（已损坏）")]
    [InlineData("broken.docx", "file.unreadable", "文件无法读取（已损坏）")]
    [InlineData("missing.csv", "file.unreadable", "文件无法读取（没有这个文件）")]
    [InlineData("folder", "mask.directory", "这是一个文件夹")]
    [InlineData("a.txt", "mask.exists", "不会覆盖", "a.txt")]
    [InlineData("a.txt", "mask.exists", "不会覆盖", "nowhere.txt")]
    [InlineData("a.txt", "mask.other-ending", "副本的扩展名须与原文件相同（.txt）", "b.csv")]
    [InlineData("fake.xlsx", "file.type-mismatch", "文件扩展名为 .xlsx，实际内容却是 Text")]
    [InlineData("a.txt", "mask.not-written", "副本没有写成：", "no/b.txt")]
    public void What_cannot_be_masked_is_refused_in_the_language_asked_for(string source, string word, string said, string? target = null)
    {
        Put("a.txt", "正文");
        Put("fake.xlsx", "姓名,手机\n张试,13800138000\n");
        Put("empty.xlsx", "");
        Put("empty.docx", "");
        File.WriteAllBytes(At("broken.docx"), [.. "PK\u0003\u0004 word/document.xml"u8]);
        File.WriteAllBytes(At("a.doc"), Compound("WordDocument"));
        File.WriteAllBytes(At("closed.docx"), Compound("EncryptedPackage"));
        Directory.CreateDirectory(At("folder"));
        File.CreateSymbolicLink(At("nowhere.txt"), At("gone.txt"));
        var before = Left();

        var refused = Assert.Throws<MaskRefusal>(() => MaskedCopyFile.Write(At(source), At(target ?? "copy" + Path.GetExtension(source)), ScreeningProfile.General, TestContext.Current.CancellationToken));

        Assert.Equal(word, refused.Message);
        Assert.Contains(said, refused.Say("zh"), StringComparison.Ordinal);
        Assert.DoesNotContain(refused.Say("en")[..4], c => c > 127);
        Assert.Equal(before, Left());
    }

    [Fact]
    public void Work_that_is_ended_leaves_nothing()
    {
        Assert.Throws<OperationCanceledException>(() => MaskedCopyFile.Write(Put("a.txt", "正文"), At("b.txt"), ScreeningProfile.General, new CancellationToken(canceled: true)));

        Assert.Equal(["a.txt"], Left());
    }

    [Theory]
    [InlineData(0, "a.txt", "b.txt")]
    [InlineData(1, "secret.txt", "b.txt")]
    [InlineData(2)]
    [InlineData(2, "a.txt")]
    [InlineData(2, "a.txt", "b.txt", "--lang", "fr")]
    [InlineData(2, "a.txt", "b.txt", "--profile", "nothing")]
    [InlineData(2, "missing.txt", "b.txt")]
    public async Task The_command_says_how_it_went(int code, params string[] arguments)
    {
        Put("a.txt", "正文");
        Put("secret.txt", "机密★5年");

        Assert.Equal(code, await MaskCommand.Build().Parse([.. arguments.Select(a => a.EndsWith(".txt", StringComparison.Ordinal) ? At(a) : a)]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken));
    }

    private string At(string name) => Path.Combine(_folder, name);

    private string Put(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    private string[] Left() => [.. Directory.GetFileSystemEntries(_folder).Select(e => Path.GetFileName(e)!).Order(StringComparer.Ordinal)];

    // The least of a compound file: its head, one sector of its table, one of its directory.
    private static byte[] Compound(string stream)
    {
        var bytes = new byte[512 * 4];
        byte[] head = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        head.CopyTo(bytes, 0);
        BitConverter.TryWriteBytes(bytes.AsSpan(24), 0x0003003E);
        BitConverter.TryWriteBytes(bytes.AsSpan(28), 0x0009FFFE);
        bytes[32] = 6;
        BitConverter.TryWriteBytes(bytes.AsSpan(44), 1);
        BitConverter.TryWriteBytes(bytes.AsSpan(48), 1);
        BitConverter.TryWriteBytes(bytes.AsSpan(56), 4096);
        BitConverter.TryWriteBytes(bytes.AsSpan(60), -2);
        BitConverter.TryWriteBytes(bytes.AsSpan(68), -2);
        bytes.AsSpan(76, 436).Fill(0xFF);
        BitConverter.TryWriteBytes(bytes.AsSpan(76), 0);
        bytes.AsSpan(512, 512).Fill(0xFF);
        BitConverter.TryWriteBytes(bytes.AsSpan(512), -3);
        BitConverter.TryWriteBytes(bytes.AsSpan(516), -2);
        Entry(bytes.AsSpan(1024), "Root Entry", 5, 1);
        Entry(bytes.AsSpan(1152), stream, 2, -1);
        return bytes;
    }

    private static void Entry(Span<byte> entry, string name, byte kind, int child)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(entry);
        BitConverter.TryWriteBytes(entry[64..], (short)((name.Length + 1) * 2));
        (entry[66], entry[67]) = (kind, 1);
        BitConverter.TryWriteBytes(entry[68..], -1);
        BitConverter.TryWriteBytes(entry[72..], -1);
        BitConverter.TryWriteBytes(entry[76..], child);
        BitConverter.TryWriteBytes(entry[116..], -2);
    }
}
