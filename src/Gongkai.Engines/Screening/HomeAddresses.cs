using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.Screening;

/// <summary>Finds where somebody lives, by the words before it, by its form, or by the head of its column.</summary>
internal static partial class HomeAddresses
{
    private static readonly SearchValues<string> Offices = SearchValues.Create(
        ["行政楼", "行政北楼", "行政南楼", "办公", "教学楼", "实验楼", "图书馆", "大厦", "公司", "研究院", "科技园", "会议室", "档案馆", "保卫处", "招标", "采购", "物资库", "门卫", "收发室", "受理"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Homes = SearchValues.Create(["家属", "宿舍", "公寓", "小区", "单元", "花园", "新村"], StringComparison.Ordinal);

    private static readonly SearchValues<char> Streets = SearchValues.Create("路街巷弄村组栋幢");

    public static void Find(string text, LabelKind column, List<Hit> hits)
    {
        if ((column & LabelKind.Address) != 0)
        {
            if (text.Length >= 5 && (Part().IsMatch(text) || ForeignPart().IsMatch(text)) && !IsOffice(text) && !IsMasked(text, ""))
            {
                hits.Add(new Hit("pii.home-address", 0, text.Length));
            }

            return;
        }

        foreach (Match match in Prose().Matches(text))
        {
            var address = match.Groups["address"];
            if (Part().IsMatch(address.Value) && !(match.Groups["post"].Success && IsOffice(address.ValueSpan)) && !IsMasked(address.ValueSpan, text.AsSpan(address.Index + address.Length)))
            {
                Add(address, hits);
            }
        }

        foreach (var match in Lives().Matches(text).Concat(Foreign().Matches(text)))
        {
            Add(match.Groups["address"], hits);
        }

        foreach (Match match in Residence().Matches(text))
        {
            Add(match, hits);
        }
    }

    // 家住…公主陵村五组 has the words and the form: it is one address.
    private static void Add(Capture address, List<Hit> hits)
    {
        if (!hits.Exists(h => h.Code == "pii.home-address" && address.Index < h.Start + h.Length && h.Start < address.Index + address.Length))
        {
            hits.Add(new Hit("pii.home-address", address.Index, address.Length));
        }
    }

    private static bool IsOffice(ReadOnlySpan<char> address) => address.ContainsAny(Offices) && !address.ContainsAny(Homes);

    // 江苏省南京市鼓楼区**** says no more than where thousands live.
    private static bool IsMasked(ReadOnlySpan<char> address, ReadOnlySpan<char> behind) =>
        (address.TrimEnd() is [.., '*' or '＊' or '×'] || behind.TrimStart() is ['*' or '＊' or '×', ..]) && !address.ContainsAnyInRange('0', '9') && !address.ContainsAny(Streets);

    [GeneratedRegex(@"[省市区县旗乡镇村路街巷弄号栋幢楼室组屯庄]")]
    private static partial Regex Part();

    [GeneratedRegex(@"(?=[^\n]{0,80}\d)[^\n]{0,80}(?<![a-z])(road|rd|street|st|lane|avenue|ave|building|bldg|room|flat|apt|apartment|block|village|district|unit|drive)(?![a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex ForeignPart();

    [GeneratedRegex(@"(家庭(详细)?(住址|地址)|现?住址|户籍(所在地|地址)|户口所在地|现(在)?居住于|现居住?(于|在)?|现住(址|地)?|居住于|居住地址|家住|住在|(?<post>通[讯信]地址|收件地址|邮寄地址))\s{0,4}[:：为是]?\s{0,4}[（(]?(?<address>[\u4E00-\u9FFF][\u4E00-\u9FFFA-Za-z0-9\-—#（）()]{4,60})")]
    private static partial Regex Prose();

    // 郑某，住广东省东莞市虎门镇…: a whole address, from the province or the city to the number.
    [GeneratedRegex(@"(?<=[，,])住(?<address>[\u4E00-\u9FFF]{2,8}[省市州区][\u4E00-\u9FFF]{1,30}[\u4E00-\u9FFFA-Za-z0-9\-]{0,24}\d{1,5}[号室栋幢组房户][\u4E00-\u9FFFA-Za-z0-9\-]{0,16})")]
    private static partial Regex Lives();

    [GeneratedRegex(@"(?<![a-z])((home|residential|permanent) address|(resides|lives|living) at)[^:：,\n\d]{0,30}[:： ]\s{0,2}(?<address>(?=[^\n]{0,80}\d)[A-Z0-9][A-Z0-9 ,.#'\-]{3,80}(road|rd|street|st|lane|avenue|ave|building|district|village|drive)(?![a-z])[A-Z0-9 ,.#'\-]{0,60})", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"[\u4E00-\u9FFF]{2,20}?(路|街|道|巷|弄|村|小区|花园|家园|公寓|苑|社区|镇|乡|号)[\u4E00-\u9FFFA-Za-z0-9０-９\-]{0,16}?\d{1,4}\s{0,4}(号楼|栋|幢|座|楼)?\s{0,4}[甲乙丙丁\dA-Z]{0,3}\s{0,4}单元\s{0,4}\d{1,5}\s{0,4}(室|号|房)?|[\u4E00-\u9FFF]{2,20}(乡|镇)[\u4E00-\u9FFF]{2,10}村[\u4E00-\u9FFF]{0,6}?[\d一二三四五六七八九十]{1,4}\s{0,4}(组|社|队)\s{0,4}\d{0,4}\s{0,4}号?")]
    private static partial Regex Residence();
}
