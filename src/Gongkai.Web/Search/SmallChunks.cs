using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Compressing;
using Lucene.Net.Codecs.Lucene46;

namespace Gongkai.Web.Search;

/// <summary>Lucene's own form, but what is stored of a text is packed nearly by itself: to show one hit, its neighbours need not be unpacked. It is read by
/// Lucene's own codec, since a segment says how large its chunks are.</summary>
[CodecName("Lucene46")]
internal sealed class SmallChunks() : FilterCodec(new Lucene46Codec())
{
    private const int ChunkSize = 1 << 11;

    /// <inheritdoc/>
    public override StoredFieldsFormat StoredFieldsFormat { get; } = new CompressingStoredFieldsFormat("Lucene41StoredFields", CompressionMode.FAST, ChunkSize);
}
