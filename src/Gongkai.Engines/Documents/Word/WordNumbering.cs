using System.Text;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Word;

/// <summary>The label that Word computes for a numbered paragraph.</summary>
/// <param name="Text">The label as it is printed, like 一、 or （2）; empty for a level without one.</param>
/// <param name="Level">Depth, from 0.</param>
/// <param name="Format">The number format, such as <c>decimal</c>, <c>bullet</c>, <c>chineseCounting</c>.</param>
/// <param name="Number">The paragraph's own number in its level.</param>
/// <param name="ListId">Paragraphs with the same one belong to one list.</param>
/// <param name="IsPlain">Whether the label is only the number with a full stop, as an ordered list of a web page shows it.</param>
internal sealed record WordLabel(string Text, int Level, string Format, int Number, string ListId, bool IsPlain);

/// <summary>Automatic numbering: the definitions, and the counters as the document is read from its beginning.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<string, Level[]> _abstracts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _styleLinks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _linksToStyle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumberedList> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?[]> _counters = new(StringComparer.Ordinal);
    private readonly HashSet<(string, int)> _restarted = [];

    public static WordNumbering Read(OfficePackage package, string? path)
    {
        var numbering = new WordNumbering();
        using var xml = path is null ? null : package.OpenXml(path);
        while (xml is not null && xml.Read())
        {
            if (xml.Starts("abstractNum"))
            {
                numbering.ReadAbstract(xml, package.Context);
            }
            else if (xml.Starts("num"))
            {
                numbering.ReadList(xml, package.Context);
            }
        }

        return numbering;
    }

    /// <summary>Counts one paragraph and says its label; null when it has no numbering.</summary>
    public WordLabel? Next(string id, int level)
    {
        if (id == "0" || level is < 0 or >= Levels || !_lists.TryGetValue(id, out var list) || Definition(list.AbstractId) is not { } levels)
        {
            return null;
        }

        var definition = list.Overrides.GetValueOrDefault(level) ?? levels[level];
        if (!_counters.TryGetValue(list.AbstractId, out var counters))
        {
            _counters[list.AbstractId] = counters = new int?[Levels];
        }

        if (list.Starts.TryGetValue(level, out var start) && _restarted.Add((id, level)))
        {
            counters[level] = start;
        }
        else
        {
            counters[level] = counters[level] is { } last ? last + 1 : definition.Start;
        }

        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            var restart = (list.Overrides.GetValueOrDefault(deeper) ?? levels[deeper]).Restart;
            if (restart is null || (restart != 0 && level < restart))
            {
                counters[deeper] = null;
            }
        }

        var text = definition.Format == "bullet" ? Bullet(definition.Text) : Compose(definition, list, levels, counters, level);
        var isPlain = definition.Format == "decimal" && definition.Text.Trim() is var t && (t == $"%{level + 1}." || t == $"%{level + 1}");
        return new WordLabel(text, level, definition.Format, counters[level] ?? 1, id, isPlain);
    }

    private static string Compose(Level definition, NumberedList list, Level[] levels, int?[] counters, int level)
    {
        var label = new StringBuilder();
        for (var i = 0; i < definition.Text.Length; i++)
        {
            if (definition.Text[i] == '%' && i + 1 < definition.Text.Length && definition.Text[i + 1] is >= '1' and <= '9')
            {
                var other = definition.Text[++i] - '1';
                var from = list.Overrides.GetValueOrDefault(other) ?? levels[other];
                label.Append(NumberLabels.Write(counters[other] ?? from.Start, definition.IsLegal && other != level ? "decimal" : from.Format));
            }
            else
            {
                label.Append(definition.Text[i]);
            }
        }

        return label.ToString();
    }

    // Bullets come from symbol fonts, whose private characters mean nothing elsewhere.
    private static string Bullet(string text) => text.Length == 1 && text[0] is >= '\uE000' and <= '\uF8FF' ? "•" : text.Length == 0 ? "" : text;

    private Level[]? Definition(string abstractId, int steps = 0) =>
        steps < 8 && _linksToStyle.TryGetValue(abstractId, out var style) && _styleLinks.TryGetValue(style, out var other) && other != abstractId
            ? Definition(other, steps + 1)
            : _abstracts.GetValueOrDefault(abstractId);

    private void ReadAbstract(XmlReader xml, ReadingContext context)
    {
        var id = xml.Attribute("abstractNumId") ?? "";
        var levels = Enumerable.Range(0, Levels).Select(_ => new Level()).ToArray();
        foreach (var e in xml.Inside(context))
        {
            switch (e.LocalName)
            {
                case "lvl" when e.Number("ilvl") is >= 0 and < Levels and var at: levels[at] = ReadLevel(e, context); break;
                case "styleLink" when e.Attribute("val") is { } style: _styleLinks[style] = id; break;
                case "numStyleLink" when e.Attribute("val") is { } style: _linksToStyle[id] = style; break;
            }
        }

        _abstracts[id] = levels;
    }

    private void ReadList(XmlReader xml, ReadingContext context)
    {
        var list = new NumberedList();
        var id = xml.Attribute("numId") ?? "";
        var level = 0;
        foreach (var e in xml.Inside(context))
        {
            switch (e.LocalName)
            {
                case "abstractNumId": list.AbstractId = e.Attribute("val") ?? ""; break;
                case "lvlOverride": level = e.Number("ilvl") ?? 0; break;
                case "startOverride" when e.Number("val") is { } start: list.Starts[level] = start; break;
                case "lvl": list.Overrides[level] = ReadLevel(e, context); break;
            }
        }

        _lists[id] = list;
    }

    private static Level ReadLevel(XmlReader xml, ReadingContext context)
    {
        var level = new Level();
        foreach (var e in xml.Inside(context))
        {
            switch (e.LocalName)
            {
                case "start": level.Start = e.Number("val") ?? 1; break;
                case "numFmt": level.Format = e.Attribute("val") is { } f && f != "custom" ? f : level.Format; break;
                case "lvlText": level.Text = e.Attribute("val") ?? ""; break;
                case "lvlRestart": level.Restart = e.Number("val"); break;
                case "isLgl": level.IsLegal = e.IsOn(); break;
            }
        }

        return level;
    }

    private sealed class Level
    {
        public int Start { get; set; } = 1;

        public string Format { get; set; } = "decimal";

        public string Text { get; set; } = "";

        public int? Restart { get; set; }

        public bool IsLegal { get; set; }
    }

    private sealed class NumberedList
    {
        public string AbstractId { get; set; } = "";

        public Dictionary<int, int> Starts { get; } = [];

        public Dictionary<int, Level> Overrides { get; } = [];
    }
}
