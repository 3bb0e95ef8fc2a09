namespace Gongkai.Web.Requests;

/// <summary>Who asks (申请人): kept sealed, shown to those who handle identity, each reading written to the audit.</summary>
public sealed record Applicant
{
    /// <summary>Name of the person, or of the person who acts for the organisation.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name of the organisation; empty for a citizen.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Kind of document that proves identity, in words.</summary>
    public string DocumentKind { get; init; } = "";

    /// <summary>Its number, or the organisation's credit code.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>E-mail; empty for none.</summary>
    public string Email { get; init; } = "";

    /// <summary>Telephone.</summary>
    public string Telephone { get; init; } = "";

    /// <summary>Postal address.</summary>
    public string Address { get; init; } = "";

    /// <summary>How the applicant is called in a letter.</summary>
    public string Called => Organisation.Length > 0 ? Organisation : Name;

    /// <summary>The same with all but a hint taken out, for a case page.</summary>
    public Applicant Masked() => this with
    {
        Name = Mask(Name, 1),
        Organisation = Organisation.Length == 0 ? "" : Mask(Organisation, 2),
        DocumentNumber = Mask(DocumentNumber, 0),
        Email = Email.Length == 0 ? "" : Mask(Email, 1),
        Telephone = Mask(Telephone, 0),
        Address = Mask(Address, 0),
    };

    // A fixed number of stars: the length would tell something too.
    private static string Mask(string text, int keep) => text.Length == 0 ? "" : text[..Math.Min(keep, text.Length)] + "＊＊＊";
}

/// <summary>Which column of the statistics an applicant stands in (国办公开办函〔2021〕30号).</summary>
public enum ApplicantKind
{
    /// <summary>自然人.</summary>
    Citizen,

    /// <summary>商业企业.</summary>
    Business,

    /// <summary>科研机构.</summary>
    Research,

    /// <summary>社会公益组织.</summary>
    PublicWelfare,

    /// <summary>法律服务机构.</summary>
    LegalService,

    /// <summary>其他.</summary>
    OtherOrganisation,
}

/// <summary>How a request came in; decides which day is the day of receipt (Regulations Art. 31).</summary>
public enum RequestChannel
{
    /// <summary>网上提交.</summary>
    Web,

    /// <summary>邮寄（签收）: the day it was signed for.</summary>
    PostSigned,

    /// <summary>邮寄（未签收）: the day the office confirms with the applicant, who is to be called on the day it arrives.</summary>
    PostUnsigned,

    /// <summary>电子邮件: the day both sides confirm.</summary>
    Email,

    /// <summary>传真: the day both sides confirm.</summary>
    Fax,

    /// <summary>当面提交: that day.</summary>
    Counter,

    /// <summary>代为填写: the office fills in the form for one who cannot write; that day (Regulations Art. 29).</summary>
    Help,
}

/// <summary>In what form the applicant wants it (获取信息的形式).</summary>
public enum DeliveryForm
{
    /// <summary>电子文档.</summary>
    Electronic,

    /// <summary>纸质.</summary>
    Paper,

    /// <summary>现场查阅.</summary>
    Inspection,
}

/// <summary>By what way (获取信息的方式).</summary>
public enum DeliveryWay
{
    /// <summary>网上查询页下载.</summary>
    Online,

    /// <summary>电子邮件.</summary>
    Email,

    /// <summary>邮寄.</summary>
    Post,

    /// <summary>自行领取.</summary>
    Collect,
}
