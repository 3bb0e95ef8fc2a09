using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Institutions.Office;

internal sealed class PasswordModel(AccountDesk desk, SignInManager<Person> signIn, PageWords words) : OurPage
{
    public Task<IActionResult> OnPostAsync(string? old, string? chosen, string? again) => TryAsync(
        async () =>
        {
            if (chosen != again)
            {
                throw new ProblemException("people.password-differs");
            }

            var me = await desk.ChangeOwnPasswordAsync(By, old ?? "", chosen ?? "");
            await signIn.RefreshSignInAsync(me);
            return Go("/office", words["people.password-changed-said"]);
        },
        () => Task.FromResult<IActionResult>(Page()));
}
