namespace Gongkai.Engines.Documents;

/// <summary>A packed part being unfolded: counts what comes out against the limits, so that a bomb goes off harmlessly.</summary>
/// <param name="inner">What unfolds.</param>
/// <param name="packedBytes">How large the part is packed.</param>
/// <param name="context">The limits and what was used of them.</param>
/// <param name="isXml">XML without a tag over tens of megabytes is a bomb too: a parser would take it all into memory as one text.</param>
/// <param name="leavesOpen">Whether the stream it reads from is left open.</param>
internal sealed class BoundedStream(Stream inner, long packedBytes, ReadingContext context, bool isXml = false, bool leavesOpen = false) : Stream
{
    private const long LongestWithoutTag = 48L << 20;

    private long _read;
    private long _lastTag;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _read += count;
        context.Spend(count);
        if (_read > context.Limits.RatioFrom && _read / Math.Max(1, packedBytes) > context.Limits.Ratio)
        {
            throw new DocumentException(DocumentProblem.TooLarge, "A part of the file unfolds to many times its size.");
        }

        if (isXml)
        {
            var tag = buffer[..count].LastIndexOf((byte)'<');
            _lastTag = tag >= 0 ? _read - count + tag : _lastTag;
            if (_read - _lastTag > LongestWithoutTag)
            {
                throw new DocumentException(DocumentProblem.TooLarge, "A text of the file is longer than is allowed.");
            }
        }

        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leavesOpen)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
