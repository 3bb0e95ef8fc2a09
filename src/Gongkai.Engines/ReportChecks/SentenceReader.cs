namespace Gongkai.Engines.ReportChecks;

/// <summary>Cuts paragraphs into sentences.</summary>
internal static class SentenceReader
{
    private const int LongestSentence = 1200;

    public static List<Sentence> Read(string folded, IReadOnlyList<Block> blocks)
    {
        var sentences = new List<Sentence>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind is BlockKind.Cell or BlockKind.Contents)
            {
                continue;
            }

            var (start, end) = blocks[i].Span;
            while (start < end)
            {
                var limit = Math.Min(end - start, LongestSentence);
                var stop = folded.AsSpan(start, limit).IndexOfAny("。！!");
                var next = stop < 0 ? start + limit : start + stop + 1;
                sentences.Add(new Sentence(new TextSpan(start, next), i));
                start = next;
            }
        }

        return sentences;
    }

    private static void Deconstruct(this TextSpan span, out int start, out int end) => (start, end) = (span.Start, span.End);
}
