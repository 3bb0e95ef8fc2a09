using Gongkai.Engines.Documents.Text;
using MimeKit;

namespace Gongkai.Engines.Documents.Archives;

/// <summary>Reads a mail or a saved page in the same form (mht): heads, bodies, attachments.</summary>
internal static class MailPieces
{
    public static IEnumerable<Piece> Read(Stream stream, string name, string inside, ReadingContext context)
    {
        if (stream.Length > context.Limits.InMemoryBytes)
        {
            throw new DocumentException(DocumentProblem.TooLarge, "The mail is larger than is allowed.");
        }

        var options = new ParserOptions { MaxMimeDepth = 64 };
        using var message = MimeMessage.Load(options, stream, context.Cancel);
        foreach (var (head, value) in new[] { ("from", message.From.ToString()), ("to", message.To.ToString()), ("cc", message.Cc.ToString()), ("bcc", message.Bcc.ToString()), ("subject", message.Subject) })
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                yield return new Piece(new Place(Layer.Header, head, inside), value);
            }
        }

        var outer = inside.Length == 0 ? Path.GetFileName(name) : inside;
        var number = 0;
        foreach (var part in message.BodyParts)
        {
            context.CountEntries(1);
            number++;
            if (part is MessagePart { Message: { } forwarded })
            {
                using var inner = new MemoryStream();
                forwarded.WriteTo(inner, context.Cancel);
                foreach (var piece in Bounded(inner, $"message {number}.eml", outer, context))
                {
                    yield return piece;
                }

                continue;
            }

            if (part is not MimePart { Content: not null } mime)
            {
                continue;
            }

            using var file = new MemoryStream();
            mime.Content.DecodeTo(file, context.Cancel);
            if (mime is TextPart text && !mime.IsAttachment)
            {
                var pieces = text.IsHtml ? HtmlPieces.Read(file, inside, context) : TextPieces.Read(Utf8(text), inside, context);
                foreach (var piece in pieces)
                {
                    yield return piece;
                }
            }
            else
            {
                foreach (var piece in Bounded(file, mime.FileName ?? $"part {number}", outer, context))
                {
                    yield return piece;
                }
            }
        }
    }

    private static IEnumerable<Piece> Bounded(MemoryStream file, string name, string outer, ReadingContext context)
    {
        context.Spend(file.Length);
        yield return new Piece(new Place(Layer.Name, "file name", $"{outer}/{name}"), name);
        foreach (var piece in FileReading.Inner(file, name, outer, context))
        {
            yield return piece;
        }
    }

    // Its own charset decides, which the bytes alone would not always tell.
    private static MemoryStream Utf8(TextPart text) => new(System.Text.Encoding.UTF8.GetBytes(text.Text));
}
