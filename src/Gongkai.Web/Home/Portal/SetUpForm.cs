using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gongkai.Web.Home.Portal;

/// <summary>What is typed on the set-up page, and what is wrong with it, field by field.</summary>
internal sealed partial class SetUpForm
{
    public string SetUpCode { get; set; } = "";

    public string Name { get; set; } = "";

    public string NameEn { get; set; } = "";

    public string Code { get; set; } = "";

    public SuperiorBody SuperiorBody { get; set; }

    public string Colour { get; set; } = "#0b4f7a";

    public string Organiser { get; set; } = "";

    public string IcpNumber { get; set; } = "";

    public string PoliceNumber { get; set; } = "";

    public List<Account> Accounts { get; set; } = [new(), new(), new(), new()];

    public MailForm Mail { get; set; } = new();

    private string PlainCode => Code.Normalize(NormalizationForm.FormKC).Trim();

    /// <summary>Fills in passwords that were typed before and takes note of new ones.</summary>
    public void TakePasswords(Dictionary<string, string> held)
    {
        foreach (var (at, account) in Accounts.Index())
        {
            account.Password = Take(held, $"account{at}", account.Password);
        }

        Mail.Password = Take(held, "mail", Mail.Password);
    }

    public async Task CheckAsync(ModelStateDictionary state, UserManager<Person> users, PageWords words)
    {
        void Wrong(string field, string code) => state.AddModelError($"Input.{field}", words[code]);
        if (string.IsNullOrWhiteSpace(Name))
        {
            Wrong(nameof(Name), "institutions.name-missing");
        }

        if (!SchoolCode().IsMatch(PlainCode))
        {
            Wrong(nameof(Code), "institutions.code-malformed");
        }

        foreach (var (at, account) in Accounts.Index())
        {
            if (string.IsNullOrWhiteSpace(account.Name))
            {
                Wrong($"Accounts[{at}].Name", "people.name-missing");
            }

            if (string.IsNullOrWhiteSpace(account.UserName))
            {
                Wrong($"Accounts[{at}].UserName", "sign-in.user-name-missing");
            }
            else if (Accounts.Take(at).Any(a => a.UserName.Trim().Equals(account.UserName.Trim(), StringComparison.OrdinalIgnoreCase)))
            {
                Wrong($"Accounts[{at}].UserName", "set-up.user-name-twice");
            }

            foreach (var validator in users.PasswordValidators)
            {
                var judged = await validator.ValidateAsync(users, new Person { Name = account.Name, UserName = account.UserName }, account.Password);
                if (!judged.Succeeded)
                {
                    Wrong($"Accounts[{at}].Password", account.Password.Length == 0 ? "sign-in.password-missing" : $"people.{judged.Errors.First().Code}");
                }
            }
        }
    }

    public SetUpPlan ToPlan() => new()
    {
        Code = PlainCode,
        Name = Name,
        NameEn = NameEn,
        SuperiorBody = SuperiorBody,
        Colour = HexColour().IsMatch(Colour) ? Colour : "#0b4f7a",
        Organiser = Organiser,
        IcpNumber = IcpNumber,
        PoliceNumber = PoliceNumber,
        Mail = Mail.Host.Length > 0 ? Mail.Route() : null,
    };

    private static string Take(Dictionary<string, string> held, string field, string typed)
    {
        if (typed.Length > 0)
        {
            held[field] = typed;
        }

        return held.GetValueOrDefault(field, "");
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex HexColour();

    [GeneratedRegex("^[0-9A-Za-z]{4,20}$")]
    private static partial Regex SchoolCode();

    internal sealed class Account
    {
        public string Name { get; set; } = "";

        public string UserName { get; set; } = "";

        public string Password { get; set; } = "";
    }
}
