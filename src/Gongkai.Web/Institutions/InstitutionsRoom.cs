using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Web.Institutions;

/// <summary>Institutions, units, people, roles, sign-in.</summary>
public static class InstitutionsRoom
{
    /// <summary>How long a session lasts without a request (等保: idle time-out).</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(30);

    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddInstitutions(this IServiceCollection services)
    {
        services.AddSingleton<KnownInstitutions>().AddScoped<InstitutionDesk>().AddScoped<PeopleDesk>().AddScoped<UnitDesk>().AddScoped<UnitSheet>().AddScoped<SheetShelf>();
        services.AddSingleton<PasswordSlips>().AddScoped<SchoolBadge>().AddScoped<AccountDesk>().AddScoped<ProposalDesk>().AddScoped<HandOverDesk>().AddScoped<PeopleList>().AddScoped<PeopleSheetReader>().AddScoped<PeopleImportDesk>();
        services.AddScoped<IUserStore<Person>, PersonStore>();
        services.AddIdentityCore<Person>(identity =>
        {
            identity.User.AllowedUserNameCharacters = "";
            identity.Password.RequiredLength = 10;
            identity.Password.RequiredUniqueChars = 5;
            identity.Password.RequireNonAlphanumeric = false;
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddSignInManager().AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(Cookie);
            cookies.TwoFactorUserIdCookie!.Configure(c => c.Cookie.Path = "/");
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    private static void Cookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "gongkai.session";
        cookie.Cookie.Path = "/";
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.ExpireTimeSpan = IdleTime;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.AccessDeniedPath = "/error/403";
    }
}
