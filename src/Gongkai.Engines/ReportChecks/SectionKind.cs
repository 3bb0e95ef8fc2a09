namespace Gongkai.Engines.ReportChecks;

/// <summary>The eight parts that the Ministry's notice of 2018 (教办厅函〔2018〕80号) asks of a report.</summary>
public enum SectionKind
{
    /// <summary>概述.</summary>
    Overview,

    /// <summary>主动公开情况.</summary>
    Proactive,

    /// <summary>依申请公开和不予公开情况.</summary>
    OnRequest,

    /// <summary>对信息公开的评议情况.</summary>
    Evaluation,

    /// <summary>因学校信息公开工作受到举报、复议、诉讼的情况.</summary>
    Complaints,

    /// <summary>新做法新举措、主要经验、问题和改进措施.</summary>
    Measures,

    /// <summary>其他需要报告的事项.</summary>
    Other,

    /// <summary>清单事项公开情况表.</summary>
    CatalogueTable,
}

/// <summary>The names of the kinds, and how a heading shows which it is.</summary>
public static class SectionKinds
{
    /// <summary>Every kind, in the order of the notice.</summary>
    public static IReadOnlyList<SectionKind> All { get; } = Enum.GetValues<SectionKind>();

    /// <summary>The name in JSON, like <c>on-request</c>.</summary>
    public static string Name(SectionKind kind) => kind switch
    {
        SectionKind.Overview => "overview",
        SectionKind.Proactive => "proactive",
        SectionKind.OnRequest => "on-request",
        SectionKind.Evaluation => "evaluation",
        SectionKind.Complaints => "complaints",
        SectionKind.Measures => "measures",
        SectionKind.Other => "other",
        _ => "catalogue-table",
    };

    /// <summary>What the notice calls the part.</summary>
    public static string Title(SectionKind kind) => kind switch
    {
        SectionKind.Overview => "概述",
        SectionKind.Proactive => "主动公开情况",
        SectionKind.OnRequest => "依申请公开和不予公开情况",
        SectionKind.Evaluation => "对信息公开的评议情况",
        SectionKind.Complaints => "因学校信息公开工作受到举报、复议、诉讼的情况",
        SectionKind.Measures => "新做法新举措、主要经验、问题和改进措施",
        SectionKind.Other => "其他需要报告的事项",
        _ => "清单事项公开情况表",
    };

    /// <summary>Every kind a heading speaks of, in the order in which it names them.</summary>
    public static IReadOnlyList<SectionKind> In(string title)
    {
        var found = new List<(int At, SectionKind Kind)>();
        foreach (var kind in All)
        {
            foreach (var sign in Signs(kind))
            {
                if (title.IndexOf(sign, StringComparison.Ordinal) is var at and >= 0)
                {
                    found.Add((at, kind));
                    break;
                }
            }
        }

        // "主动公开" and "清单" in one heading is the proactive part; a table says so.
        if (found.Exists(f => f.Kind == SectionKind.Proactive) && !title.Contains('表', StringComparison.Ordinal))
        {
            found.RemoveAll(f => f.Kind == SectionKind.CatalogueTable);
        }

        // "公开工作总体情况及存在问题" names two parts; "工作概述" with anything more specific is only its introduction.
        if (found.Count > 1 && found.Exists(f => f.Kind is SectionKind.CatalogueTable))
        {
            found.RemoveAll(f => f.Kind is SectionKind.Overview or SectionKind.Other);
        }

        return [.. found.OrderBy(f => f.At).Select(f => f.Kind)];
    }

    private static string[] Signs(SectionKind kind) => kind switch
    {
        SectionKind.Overview => ["概述", "概况", "总体情况", "基本情况", "总体工作", "工作综述", "综述", "机制建设", "体制机制", "组织领导"],
        SectionKind.Proactive => ["主动公开", "主动信息公开"],
        SectionKind.OnRequest => ["依申请", "不予公开", "申请公开", "处理申请", "受理申请", "申请情况"],
        SectionKind.Evaluation => ["评议", "社会评价", "公众评价", "满意度", "评价", "师生反映"],
        SectionKind.Complaints => ["举报", "复议", "诉讼", "投诉", "救济"],
        SectionKind.Measures => ["新做法", "新举措", "经验", "存在问题", "存在的问题", "主要问题", "问题", "不足", "改进", "下一步", "努力方向", "打算", "体会", "下步", "今后", "特色"],
        SectionKind.Other => ["其他", "其它"],
        _ => ["清单", "情况表", "事项公开"],
    };
}
