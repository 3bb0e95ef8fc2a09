using System.Text;

namespace Gongkai.Engines.Documents.Word;

/// <summary>A field of Word: an instruction, which the page does not show, and its result, which it does.</summary>
internal sealed class Field
{
    private readonly StringBuilder _instruction = new();
    private bool _inResult;
    private string? _link;

    /// <summary>Takes one <c>fldChar</c>.</summary>
    public static void Step(List<Field> fields, string? kind, List<string> instructions)
    {
        switch (kind)
        {
            case "begin":
                fields.Add(new Field());
                break;
            case "separate" when fields.Count > 0:
                fields[^1]._inResult = true;
                fields[^1]._link = LinkIn(fields[^1]._instruction.ToString());
                instructions.Add(fields[^1]._instruction.ToString());
                break;
            case "end" when fields.Count > 0:
                if (!fields[^1]._inResult)
                {
                    instructions.Add(fields[^1]._instruction.ToString());
                }

                fields.RemoveAt(fields.Count - 1);
                break;
        }
    }

    public static void Instruct(List<Field> fields, string text)
    {
        if (fields.Count > 0 && fields[^1]._instruction.Length < 4096)
        {
            fields[^1]._instruction.Append(text);
        }
    }

    public static bool IsInstruction(List<Field> fields) => fields.Count > 0 && fields.Exists(f => !f._inResult);

    public static string? Link(List<Field> fields) => fields.FindLast(f => f._link is not null)?._link;

    /// <summary>The words of an instruction that keeps them without ever showing them; null for any other.</summary>
    public static string? KeptIn(string instruction)
    {
        var text = instruction.AsSpan().Trim();
        return text.StartsWith("PRIVATE ", StringComparison.OrdinalIgnoreCase) ? text["PRIVATE ".Length..].Trim().Trim('"').ToString() : null;
    }

    /// <summary>The address of a HYPERLINK instruction; null for any other.</summary>
    public static string? LinkIn(string instruction)
    {
        var text = instruction.Trim();
        if (!text.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = text.Split('"');
        return parts.Length < 3 ? null : parts[0].Contains(@"\l", StringComparison.Ordinal) ? "#" + parts[1] : parts[1];
    }
}
