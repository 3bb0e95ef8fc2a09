namespace Gongkai.Web.Records;

/// <summary>What a writer fills in for an edition and its record.</summary>
public sealed record EditionForm
{
    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>发文字号.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>成文日期.</summary>
    public DateOnly? ProducedOn { get; init; }

    /// <summary>发布机构 as printed.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>Text as HTML from the editor; cleaned before it is kept.</summary>
    public string BodyHtml { get; init; } = "";

    /// <summary>What changed, for the public.</summary>
    public string ChangeNote { get; init; } = "";

    /// <summary>Kind of information.</summary>
    public RecordKind Kind { get; init; }

    /// <summary>公开属性.</summary>
    public DisclosureAttribute Attribute { get; init; }

    /// <summary>Why it is not open to all.</summary>
    public string AttributeBasis { get; init; } = "";

    /// <summary>公开范围.</summary>
    public Audience Audience { get; init; }

    /// <summary>有效性.</summary>
    public Validity Validity { get; init; }

    /// <summary>公示 until.</summary>
    public DateOnly? PublicityUntilOn { get; init; }

    /// <summary>专题.</summary>
    public string TopicSlug { get; init; } = "";

    /// <summary>Index number of the record this one explains.</summary>
    public string Interprets { get; init; } = "";

    /// <summary>The catalogue items it fulfils, by lineage.</summary>
    public List<Guid> Items { get; init; } = [];
}
