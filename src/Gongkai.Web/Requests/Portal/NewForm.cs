using Gongkai.Web.Cases;

namespace Gongkai.Web.Requests.Portal;

/// <summary>What a person has filled in so far. It travels sealed through the browser, so that nothing is lost between steps and nothing is
/// stored of those who change their mind.</summary>
internal sealed record NewForm
{
    public Guid Key { get; init; }

    public ApplicantKind Kind { get; init; }

    public string Name { get; init; } = "";

    public string Organisation { get; init; } = "";

    public string DocumentKind { get; init; } = "";

    public string DocumentNumber { get; init; } = "";

    public string Email { get; init; } = "";

    public string Telephone { get; init; } = "";

    public string Address { get; init; } = "";

    public string Matter { get; init; } = "";

    public string Description { get; init; } = "";

    public string Purpose { get; init; } = "";

    public DeliveryForm Form { get; init; }

    public DeliveryWay Way { get; init; }

    public bool AsksWaiver { get; init; }

    public string WaiverReason { get; init; } = "";

    public bool Split { get; init; }

    public List<SealedFile> Files { get; init; } = [];

    /// <summary>With the fields of one step as they were just typed.</summary>
    public NewForm With(int step, NewForm typed) => step switch
    {
        1 => this with { Kind = typed.Kind, Name = typed.Name, Organisation = typed.Organisation },
        2 => this with { DocumentKind = typed.DocumentKind, DocumentNumber = typed.DocumentNumber, Email = typed.Email, Telephone = typed.Telephone, Address = typed.Address },
        3 => this with { Matter = typed.Matter, Description = typed.Description, Purpose = typed.Purpose },
        4 => this with { Form = typed.Form, Way = typed.Way, AsksWaiver = typed.AsksWaiver, WaiverReason = typed.WaiverReason },
        _ => this with { Split = typed.Split },
    };

    /// <summary>What is wrong with one step: the field, and a key of the word book with what its text needs.</summary>
    public IEnumerable<(string Field, string Code, object[] Arguments)> Wrong(int step) => step switch
    {
        1 => Said((Name.Trim().Length == 0, nameof(Name), "requests.name-missing", []), (Name.Length > 60, nameof(Name), "requests.text-too-long", [60]),
            (Kind != ApplicantKind.Citizen && Organisation.Trim().Length == 0, nameof(Organisation), "requests.organisation-missing", []), (Organisation.Length > 120, nameof(Organisation), "requests.text-too-long", [120])),
        2 => Said((DocumentNumber.Trim().Length is > 0 and < 4 or > 40, nameof(DocumentNumber), "requests.document-malformed", []),
            (Email.Trim().Length > 0 && !IsMail(Email.Trim()), nameof(Email), "requests.email-malformed", []),
            (Telephone.Length > 40, nameof(Telephone), "requests.text-too-long", [40]), (Address.Length > 200, nameof(Address), "requests.text-too-long", [200]),
            ((Email + Telephone + Address).Trim().Length == 0, nameof(Email), "requests.contact-missing", [])),
        3 => Said((Matter.Trim().Length == 0, nameof(Matter), "requests.matter-missing", []), (Matter.Length > RequestForm.LongestMatter, nameof(Matter), "requests.matter-too-long", [RequestForm.LongestMatter]),
            (Description.Count(char.IsLetterOrDigit) < 4, nameof(Description), "requests.description-missing", []),
            (Description.Length > RequestForm.LongestDescription, nameof(Description), "requests.description-too-long", [RequestForm.LongestDescription]), (Purpose.Length > 500, nameof(Purpose), "requests.text-too-long", [500])),
        4 => Said((Way == DeliveryWay.Email && Email.Trim().Length == 0, nameof(Way), "requests.way-needs-email", []), (Way == DeliveryWay.Post && Address.Trim().Length == 0, nameof(Way), "requests.way-needs-address", []),
            (AsksWaiver && WaiverReason.Trim().Length == 0, nameof(WaiverReason), "requests.waiver-reason-missing", []), (WaiverReason.Length > 500, nameof(WaiverReason), "requests.text-too-long", [500])),
        _ => [],
    };

    /// <summary>The requests it makes: one, or one for each matter when the person wants them apart.</summary>
    public IEnumerable<RequestForm> Requests(string language)
    {
        var whole = new RequestForm
        {
            Key = Key,
            Applicant = new Applicant { Name = Name, Organisation = Organisation, DocumentKind = DocumentKind, DocumentNumber = DocumentNumber, Email = Email, Telephone = Telephone, Address = Address },
            Kind = Kind,
            Matter = Matter,
            Description = Description,
            Purpose = Purpose,
            Form = Form,
            Way = Way,
            WaiverReason = AsksWaiver ? WaiverReason : "",
            Language = language,
            Files = Files,
        };
        var parts = Split ? MatterSplit.Of(Description) : [];
        return parts.Count == 0 ? [whole] : parts.Select((part, at) => whole with
        {
            Key = KeyOf(at),
            Matter = part.Length > RequestForm.LongestMatter ? part[..RequestForm.LongestMatter] : part,
            Description = part,
        });
    }

    // The same form sent twice gives the same keys, part by part.
    private Guid KeyOf(int part)
    {
        var bytes = Key.ToByteArray();
        bytes[15] ^= (byte)(part + 1);
        return new Guid(bytes);
    }

    private static bool IsMail(string text) => text.Length <= 120 && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 3 && !text.Any(char.IsWhiteSpace) && text.LastIndexOf('.') > at;

    private static IEnumerable<(string, string, object[])> Said(params (bool IsWrong, string Field, string Code, object[] Arguments)[] all) =>
        all.Where(w => w.IsWrong).Select(w => (w.Field, w.Code, w.Arguments));
}
