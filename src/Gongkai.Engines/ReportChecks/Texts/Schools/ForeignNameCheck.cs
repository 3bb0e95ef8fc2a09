using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Texts.Schools;

/// <summary>Finds another school's name where the report's own ought to stand: left in from the report that served as a model. Partners,
/// visits and comparisons name other schools rightly.</summary>
internal sealed partial class ForeignNameCheck : IReportCheck
{
    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        if (reading.Institution is not { } own)
        {
            yield break;
        }

        var others = OtherSchools.Of(reading, own);
        foreach (var block in reading.Blocks.Where(b => b.Kind != BlockKind.Contents))
        {
            var text = block.Span.Of(reading.Folded);
            foreach (var (name, start) in ShortNames.Foreign(text, own).Where(n => OwnPlace.IsUnexplained(text, n.Name, n.Start)))
            {
                yield return Finding(block, name, start, own);
            }

            foreach (var (name, start) in reading.Schools.GetValueOrDefault(block.Span.Start, []).Select(s => WithoutVerb(s.Name, s.Start)).Where(s => !NoName().IsMatch(s.Name)))
            {
                if ((others.Names(name) && !OwnPlace.IsOffice(text, name, start)) || (SchoolKind.IsWord(name) && !RegionFirst().IsMatch(name)) || IsOwn(own, name) || !(Signature.Is(reading, block, name) || (SchoolKind.AreAlike(name, own) && OwnPlace.IsUnrelated(text, name, start)) || (IsSchool(name, own) ? (StandsForOwn(text, name, start) && !OwnPlace.IsOnVisit(text, start)) || OwnPlace.Is(text, name, start) || OwnPlace.IsUnexplained(text, name, start) : MayBeSchool(reading, own, name) && (OwnPlace.IsPlain(text, name, start) || OwnPlace.IsOffice(text, name, start) || IsOwnRule(text, name, start) || PeriodBehind().IsMatch(text.AsSpan(start + name.Length))))))
                {
                    continue;
                }

                yield return Finding(block, name, start, own);
            }
        }
    }

    // 推进某某师范大学的公开: the reader of names takes what stands before one along.
    private static (string Name, int Start) WithoutVerb(string name, int start) =>
        Verb().Match(name) is { Success: true } verb ? (name[verb.Length..], start + verb.Length) : (name, start);

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{0,5}(?:推进|提高|提升|促进|加强|完善)(?=[\u4e00-\u9fa5]{2,4}(?:师范|理工|工业|农业|医科|财经|工商|职业技术|科技|民族|外国语|艺术|交通职业技术)(?:大学|学院)$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Verb();

    private static ReportFinding Finding(Block block, string name, int start, string own) => Notice.Of(
        ReportCodes.ForeignName, Severity.Warning, new TextSpan(block.Span.Start + start, block.Span.Start + start + name.Length), "", ("found", name), ("expected", own));

    private static bool IsOwn(string own, string name) =>
        own.Contains(name, StringComparison.Ordinal) || IsOwnCollege(own, name) || name.Contains(own, StringComparison.Ordinal) || (Abbreviated().IsMatch(name) && ShortNames.IsShortFor(name, own));

    // 海岱工大机电工程学院 is one of 海岱工业大学.
    private static bool IsOwnCollege(string own, string name) =>
        name.IndexOf('大', StringComparison.Ordinal) is > 1 and var end && end < name.Length - 2 && ShortNames.IsShortFor(name[..(end + 1)], own);

    // 计算机学院 is part of the school, 某某师范学院 another one.
    private static bool IsSchool(string name, string own)
    {
        if (name.EndsWith("大学", StringComparison.Ordinal) || name.EndsWith(')') || Abbreviated().IsMatch(name) || name.EndsWith("专科学校", StringComparison.Ordinal))
        {
            return true;
        }

        return Vocational().IsMatch(name) || ((Typed().IsMatch(name) || (name.Length == 4 && own.EndsWith("学院", StringComparison.Ordinal))) && !Faculty().IsMatch(name)) || (RegionFirst().IsMatch(name) && name.Length >= 5 && own.EndsWith("学院", StringComparison.Ordinal));
    }

    // 禾山学院 may be another school or a college of this one, of which a report speaks more than once.
    private static bool MayBeSchool(Reading reading, string own, string name) =>
        name.EndsWith("学院", StringComparison.Ordinal) && (name.Length is 4 or 5 || own.EndsWith("学院", StringComparison.Ordinal)) && !Faculty().IsMatch(name)
        && reading.Folded.IndexOf(name, StringComparison.Ordinal) == reading.Folded.LastIndexOf(name, StringComparison.Ordinal);

    private static bool StandsForOwn(string text, string name, int start)
    {
        var clauseStart = text.LastIndexOfAny(['。', '，', ',', ';', '\n', ':'], Math.Max(0, start - 1)) + 1;
        var before = start == 0 ? "" : text[Math.Min(clauseStart, start)..start];
        var after = text[(start + name.Length)..Math.Min(text.Length, start + name.Length + 16)];
        if (Visiting().IsMatch(before) && Site().IsMatch(after))
        {
            return true;
        }

        if (MadeBy().IsMatch(before) || (OwnSite().IsMatch(after) && !Companion().IsMatch(before)))
        {
            return true;
        }

        if (IsOwnRule(text, name, start))
        {
            return true;
        }

        if (Partner().IsMatch(before) || PartnerBehind().IsMatch(after))
        {
            return false;
        }

        return Disclosure().IsMatch(after) || (Lead().IsMatch(before) && Acts().IsMatch(after)) || text.Trim() == name || before.EndsWith('《');
    }

    // 修订《某某学院信息公开办法》: nobody makes the rules of another school.
    private static bool IsOwnRule(string text, string name, int start) =>
        start > 0 && text[start - 1] == '《' && RuleBehind().IsMatch(text[(start + name.Length)..Math.Min(text.Length, start + name.Length + 40)]) && !ReadOnly().IsMatch(text[..(start - 1)]);

    // 反映某某商学院2020年9月1日至2021年8月31日……
    [GeneratedRegex(@"^(?:19|20)\d{2}(?:年9月1日|[-—–~]+(?:19|20)\d{2}学年)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PeriodBehind();

    [GeneratedRegex(@"^[^》《，。]{0,26}(?:办法|规定|规程|规则|细则|制度|章程|目录|指南|方案|手册|条例)(?:\([^)》]{0,8}\))?》", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RuleBehind();

    [GeneratedRegex(@"(?:借鉴|学习|参考|参照|参阅|转发|转载|对照|比照|研读|附属[^，。]{0,6})(?:了|过)?(?:《[^》]{1,40}》[、和及与]?)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ReadOnly();

    [GeneratedRegex(@"职业技术(?:大学|学院)$|职业学院$|师范学院$|理工学院$|工程学院$|(?<=..)科技学院$|民族学院$|财经学院$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Vocational();

    [GeneratedRegex(@"(?:职院|师大|师院|理工大|医科大|高专|师专|(?<!专科|职业)学校)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Abbreviated();

    // 某某中医学院 is a school's name, 国际商学院 a faculty's.
    [GeneratedRegex(@"^[\u4e00-\u9fa5]{2,5}(?:工|医|中医|中医药|医药|农|林|师范|理工|工业|工商|财经|政法|体育|美术|音乐|传媒|交通|电力|石油|矿业|警察|行政|科技|商贸|经贸|外贸|财贸|外国语|外语|海洋|水产|水利|建筑|建工|化工|轻工|纺织|航空|航天|铁道|铁路|邮电|电子|信息|艺术|戏剧|电影|舞蹈|旅游|文理|民族|药科|公安|司法|消防|金融|税务|女子|青年|管理|技术|船舶|地质|冶金|林业|农业|畜牧|城市|应用|工程|职业|卫生|护理|幼师)学院$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Typed();

    [GeneratedRegex(@"^(?:国际|信息|生命|食品|生物|环境|生态|资源|材料|机械|机电|电气|电子|光电|计算机|软件|网络|智能|土木|建筑|化学|化工|数学|物理|外国语|文学|新闻|法|经济|管理|公共|马克思|继续|教育|体育|艺术|音乐|美术|护理|药|口腔|基础|临床|第|创新|创业|人工|大数据|能源|动力|交通|水利|测绘|地质|地球|海洋|航空|航天|农|林|园艺|动物|植物|轻工|纺织|服装|汽车|城市|旅游|商|会计|金融|统计|社会|民族|历史|哲学|卓越|未来|研究生|现代|高等|远程|网上|全科|影视|数字|文化|通信|自动化|核|中西|针灸|预防|文|理|工|外|人文|电|信|地|书|师|金|财|政|体|艺|音|美|医|园|设计|建工|机|自|职|成|网|马)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Faculty();

    [GeneratedRegex(@"^(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|南京|杭州|苏州|武汉|广州|深圳|成都|西安|长沙|郑州|济南|青岛|大连|沈阳|长春|哈尔滨|合肥|南昌|福州|厦门|昆明|贵阳|兰州|太原|石家庄|南宁|海口|宁波|温州|无锡|常州|徐州)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RegionFirst();

    [GeneratedRegex(@"(?:欢迎|可|请|通过|登录|访问|点击|查阅|浏览|关注)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Visiting();

    // What belongs to a school alone, whatever else the sentence tells of.
    [GeneratedRegex(@"^(?:的?信息公开(?:工作|专[栏网]|网站?(?!站?的))|(?:组织)?(?:编制|编写|撰写)(?:并公布|并发布)?(?:了|完成)?(?:本|(?:19|20)\d{2}|信息公开)|[\u4e00-\u9fa5]{0,4}(?:招生|就业|采购|教务|学工)(?:信息)?网|教育(?:发展)?基金会)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnSite();

    [GeneratedRegex(@"(?:赴|与|和|同|及|对|学习|借鉴|参考|转载|考察|访问|、)“?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Companion();

    // 本报告由某某大学校长办公室编写
    [GeneratedRegex(@"(?:报告|年报)[^。，,;]{0,10}由$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MadeBy();

    [GeneratedRegex(@"^(?:信息公开|官网|官方|门户|主页)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Site();

    [GeneratedRegex(@"赴|与|和|同|借鉴|学习|参考|邀请|来自|联合|转载|考察|调研|访问|合作|走访|前往|对标|及|原|由|被|毕业于|到|对口|支援|专家|等|举办的|承办|媒体|共建", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Partner();

    [GeneratedRegex(@"^(?:等|专家|教授|合作|联合|共建|调研|来访|举办|承办|附属|出版社|\)|学报|校友|的合作|与|和)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PartnerBehind();

    [GeneratedRegex(@"^(?:(?:19|20)\d{2}|的?信息公开|[\u4e00-\u9fa5]{0,4}(?:招生|就业|采购|教务|学工)(?:信息)?网|教育(?:发展)?基金会|章程[》(]|数据开放|官[方网]|门户|主页|网站|年度|章程|校[务长]|党委|党政|办公室|纪委|新闻网|微[信博]|清单|信息网|学校|实施|关于|本科招生|研究生院|财务|督办|年鉴|师生代表|广大师生|全体师生|教职工代表|本科教学质量|毕业生就业|招生[办处网]|就业网|(?:招生|就业|教务|财务|人事|学生|科研|后勤|资产|保卫|组织|宣传|工会|团委|审计|基建|国际)[\u4e00-\u9fa5]{0,3}(?:处|办|部|中心|网站?)(?:还|已|也|均|都|在|将|对|为|按|及时|主动|公布|公开|发布|设立|开通))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Disclosure();

    // 六个学院, 报考学院, 推进现代大学制度: words that a school's name never begins with.
    [GeneratedRegex(@"^(?:[一二三四五六七八九十两几多各数\d]+[个所家类]|报考|取自|来自|并入|推进|建设|建立|完善|说|委托|三要|[\u4e00-\u9fa5]?委托|原)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoName();

    // Nothing but a time before it: the school is who acts.
    [GeneratedRegex(@"^\W*(?:本?学?年度?|本学年度?|学年内|年内|全年|今年|期间|(?:19|20)\d{2}年)?\W*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:聘请|选聘|落实|依(?!托)|已(?!故)|围绕|参照|继续|面向|当年|本年|全年|逐条|逐项|逐一|单设|率先|统筹|持续|现已|已经|学生可|教职工|认真|严格|高度|进一步|积极|坚持|始终|深入|不断|按照|根据|切实|持续|全面|共|主动|未|没有|扎实|贯彻|将|在|以|结合|收到|把|注重|加强|严格按照|充分|通过|组织|开展|举办|召开|建立|成立|制定|印发|公布|发布|更新|完善|健全|设立|设有|现有|共有|拥有|高等)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Acts();
}
