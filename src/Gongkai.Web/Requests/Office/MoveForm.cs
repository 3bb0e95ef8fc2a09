using Gongkai.Web.Institutions;

namespace Gongkai.Web.Requests.Office;

/// <summary>What the forms of the case page send; each move reads its own part.</summary>
internal sealed record MoveForm
{
    public string? Text { get; init; }

    public string? Name { get; init; }

    public Guid Unit { get; init; }

    public DateOnly? On { get; init; }

    public int? Number { get; init; }

    public ThirdPartyView View { get; init; } = ThirdPartyView.Agrees;

    public bool IsWaived { get; init; }

    public string? Reason { get; init; }

    public string? Facts { get; init; }

    public string? TakenOut { get; init; }

    public OtherMatter Matter { get; init; }

    public string? Place { get; init; }

    public string? Words { get; init; }

    public string? Result { get; init; }

    public string? Reply { get; init; }
}

/// <summary>Brings each button of the case page to its desk.</summary>
internal sealed class MoveForms(RequestDesk requests, HandlingDesk handling, WaitingDesk waiting, DecisionDesk decisions)
{
    public Task MoveAsync(Actor by, Guid id, int version, RequestVerb verb, MoveForm form, CancellationToken cancel)
    {
        var text = form.Text ?? "";
        return verb switch
        {
            RequestVerb.Accept => handling.AcceptAsync(by, id, version, cancel),
            RequestVerb.AskClarification => handling.AskClarificationAsync(by, id, version, text, form.On, cancel),
            RequestVerb.Clarify => requests.ClarifyForAsync(by, id, version, text, cancel),
            RequestVerb.Assign => handling.AssignAsync(by, id, version, form.Unit, text, form.On, cancel),
            RequestVerb.Consult => waiting.ConsultAsync(by, id, version, form.Name ?? "", text, cancel),
            RequestVerb.Hear => waiting.HearAsync(by, id, version, form.View, text, cancel),
            RequestVerb.Extend => handling.ExtendAsync(by, id, version, form.Number, text, cancel),
            RequestVerb.AskFee => waiting.AskFeeAsync(by, id, version, form.Number ?? 0, cancel),
            RequestVerb.Pay => waiting.PayAsync(by, id, version, form.IsWaived, text, cancel),
            RequestVerb.Draft => decisions.DraftAsync(by, id, version, new DecisionForm { Reason = form.Reason ?? "", Facts = form.Facts ?? "", Answer = text, TakenOut = form.TakenOut ?? "" }, cancel),
            RequestVerb.Screen => decisions.ScreenAsync(by, id, version, cancel),
            RequestVerb.Return => decisions.ReturnAsync(by, id, version, text, cancel),
            RequestVerb.Approve => decisions.ApproveAsync(by, id, version, cancel),
            RequestVerb.Answer => decisions.AnswerAsync(by, id, version, cancel),
            RequestVerb.Archive => decisions.ArchiveAsync(by, id, version, cancel),
            RequestVerb.Withdraw => requests.WithdrawForAsync(by, id, version, text, cancel),
            RequestVerb.Abandon => handling.AbandonAsync(by, id, version, cancel),
            RequestVerb.Transfer => handling.TransferAsync(by, id, version, text, cancel),
            RequestVerb.Retype => handling.RetypeAsync(by, id, version, form.Matter, text, cancel),
            _ => throw new ArgumentOutOfRangeException(nameof(verb), "A unit's part has a form of its own."),
        };
    }
}
