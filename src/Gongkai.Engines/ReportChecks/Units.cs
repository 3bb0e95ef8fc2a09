namespace Gongkai.Engines.ReportChecks;

/// <summary>The measure words that figures of a report are counted in.</summary>
internal static class Units
{
    /// <summary>Longest first, so that 人次 is not read as 人.</summary>
    public const string Pattern =
        "个百分点|百分点|个工作日|个小时|个月|平方米|工作日|人次|批次|条次|篇次|场次|件次|册次|家次|人天|课时|学时|学分|小时|分钟|大类|小类|万字|公里|‰|%"
        + "|条|件|篇|项|份|个|次|人|名|位|场|期|部|门|套|册|本|张|种|类|款|起|封|例|家|所|则|台|处|间|栋|座|户|组|批|届|轮|版|页|字|元|天|岁|倍|亩|株|幅|集|支|队|块|栏|宗|通|卷|笔|枚|辆|只|对|道|票|幢|段|分|单|首|吨|公斤|公顷|千瓦时|趟|盒|瓶|桶|箱";

    /// <summary>Measure words that count something even after 一 or 几 written in characters.</summary>
    public const string Plain = "人次|条次|篇次|场次|件|条|篇|份|次|场|期|起|封|例|项|则|名|人|部|册|家|门|台|套|处|个|类|大类";

    private static readonly string[][] Kinds =
        [["人", "名", "位"], ["人", "人次"], ["件", "份", "宗", "起", "例"], ["条", "篇", "则"], ["次", "场", "期", "场次"], ["家", "所"], ["个", "条", "项", "处"]];

    private static readonly HashSet<(string, string)> Alike = [.. Kinds.SelectMany(kind => kind.SelectMany(_ => kind, (a, b) => (a, b)))];

    private static readonly string[] People = ["人", "名", "位", "人次"];

    /// <summary>Whether two figures count in the same measure.</summary>
    public static bool Same(string a, string b) => a == b || (a is "人" or "名" or "位" && b is "人" or "名" or "位");

    /// <summary>Whether two measure words may be said of the same things: 5件 and 5份.</summary>
    public static bool AreAlike(string a, string b) => a == b || Alike.Contains((a, b));

    /// <summary>Whether things told in the one measure may be added to things told in the other: 20篇 and 3期 are as many 条, 3家 and 9个 as many 单位.</summary>
    public static bool MayBeAdded(string a, string b) => a == b || Array.Exists(Sums, sum => sum.Contains(a) && sum.Contains(b));

    private static readonly string[][] Sums = [["条", "篇", "则", "份", "期", "件"], ["个", "家", "所"], ["人", "名", "位"]];

    /// <summary>Whether it measures one number by another and counts nothing.</summary>
    public static bool IsRate(string unit) => unit is "%" or "‰" or "倍" or "百分点" or "个百分点";

    /// <summary>Whether it measures time, money or marks and counts no things.</summary>
    public static bool IsMeasure(string unit) => unit is "工作日" or "个工作日" or "天" or "小时" or "个小时" or "分钟" or "分" or "元" or "岁" or "个月";

    /// <summary>Whether it measures time.</summary>
    public static bool IsTime(string unit) => IsMeasure(unit) && unit is not ("元" or "分" or "岁");

    /// <summary>Whether it counts people, who may be in several groups at once.</summary>
    public static bool CountsPeople(string unit) => People.Contains(unit);
}
