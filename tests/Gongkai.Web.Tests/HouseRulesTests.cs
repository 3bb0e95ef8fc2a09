using System.Reflection;
using System.Text.RegularExpressions;
using Gongkai.Engines;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NetArchTest.Rules;

namespace Gongkai.Web.Tests;

/// <summary>The rules of the house, each of which has been seen to fail.</summary>
public sealed partial class HouseRulesTests(Site site) : IClassFixture<Site>
{
    private static readonly Assembly Web = typeof(GongkaiHost).Assembly;

    private static readonly string[] Rooms = ["Institutions", "Audit", "Notices", "Catalogue", "Screening", "Records", "Ledger", "Reports", "Home", "Calendar", "Demo", "Search", "Feeds", "OpenData", "Cases", "Requests", "Figures"];

    // Everything that answers without sign-in and is no portal page.
    private static readonly string[] Anonymous = ["/files/{id:guid}/{name?}", "/requests/form.docx", "/requests/files/{id:guid}", "/requests/letters/{id:guid}/{kind}", "/search/suggest", "/feeds/{kind}.{form}", "/feeds/{kind}/{key}.{form}", "/sitemap.xml", "/sitemap-{number:int}.xml", "/robots.txt", "/open-data/records.{form}", "/api/{documentName}/openapi.json", "/api/v1/catalogue", "/api/v1/items", "/api/v1/coverage", "/api/v1/units", "/api/v1/records", "/api/v1/records/{indexNumber}", "/api/v1/records/{indexNumber}/editions/{number:int}", "/api/v1/attachments", "/reports/{year:int}/{name}", "/catalogue/table.xlsx", "/catalogue/table.docx", "/health", "/look.css", "/logo", "/elder", "{*path:nonfile}"];

    [Fact]
    public void A_room_never_enters_another_rooms_back_rooms()
    {
        var trespassers = from room in Rooms
                          from other in Rooms.Where(o => o != room && room is not ("Home" or "Demo"))
                          from type in Types.InAssembly(Web).That().ResideInNamespace($"Gongkai.Web.{room}").And().HaveDependencyOnAny($"Gongkai.Web.{other}.Portal", $"Gongkai.Web.{other}.Office", $"Gongkai.Web.{other}.Cli").GetTypes()
                          where !type.FullName!.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal)
                          select $"{type.FullName} reaches into {other}";

        Assert.Empty(trespassers);
    }

    [Fact]
    public void Engines_know_no_web_no_database_no_network()
    {
        var strangers = Types.InAssembly(typeof(Finding).Assembly).That().HaveDependencyOnAny("Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "System.Net.Http", "System.Net.Sockets").GetTypes();

        Assert.Empty(strangers.Select(t => t.FullName));
    }

    [Fact]
    public void Everything_outside_the_portal_needs_sign_in_but_for_one_written_list()
    {
        var open = from endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                   where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
                   let page = endpoint.DisplayName ?? ""
                   where !page.Contains("/Portal/", StringComparison.Ordinal)
                   select "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

        Assert.Equal(Anonymous.Select(a => "/" + a.TrimStart('/')).Order(), open.Distinct().Order());
    }

    [Fact]
    public void Every_word_stands_in_both_languages()
    {
        Assert.Empty(PageWords.Keys.Where(key => PageWords.LanguagesOf(key).Intersect(["zh", "en"]).Count() < 2));
    }

    [Fact]
    public void Every_key_that_code_and_pages_use_has_its_words()
    {
        var known = PageWords.Keys.ToHashSet();
        var rooms = known.Select(k => k.Split('.')[0]).Where(r => r != "enum").ToHashSet();
        var used = from file in SourceFiles("*.cs", "*.cshtml")
                   from Match match in WordKey().Matches(File.ReadAllText(file))
                   let key = match.Groups[1].Value
                   where rooms.Contains(key.Split('.')[0])
                   select key;

        // File names and kinds of work look like keys and are none.
        Assert.Empty(used.Distinct().Where(key => !known.Contains(key) && key.Split('.')[1] is not ("csv" or "xlsx" or "json" or "html" or "import" or "rescan")));
    }

    [Fact]
    public void Every_value_of_an_enum_that_pages_show_has_its_word()
    {
        var known = PageWords.Keys.ToHashSet();
        var shown = known.Where(k => k.StartsWith("enum.", StringComparison.Ordinal)).Select(k => k.Split('.')[1]).Distinct();
        var missing = from type in Web.GetTypes().Concat(typeof(Finding).Assembly.GetTypes()).Where(t => t.IsEnum && shown.Contains(t.Name))
                      from value in Enum.GetNames(type)
                      where !known.Contains($"enum.{type.Name}.{value}")
                      select $"{type.Name}.{value}";

        Assert.Empty(missing);
    }

    [Fact]
    public void Public_surfaces_read_records_through_the_one_visibility_query()
    {
        // The index is fed with what somebody may read, and keeps with every text whom it is meant for.
        string[] feedsTheIndex = ["IndexFeed.cs"];
        var rooms = new[] { "Feeds", "OpenData", "Search" }.Select(r => $"{Path.DirectorySeparatorChar}{r}{Path.DirectorySeparatorChar}");
        var around = from file in SourceFiles("*.cs", "*.cshtml")
                     where rooms.Append($"{Path.DirectorySeparatorChar}Portal{Path.DirectorySeparatorChar}").Append($"{Path.DirectorySeparatorChar}Api{Path.DirectorySeparatorChar}").Any(f => file.Contains(f, StringComparison.Ordinal))
                     where !feedsTheIndex.Contains(Path.GetFileName(file))
                     from Match match in AroundTheQuery().Matches(File.ReadAllText(file))
                     select $"{Path.GetFileName(file)}: {match.Value}";

        Assert.Empty(around);
    }

    [Fact]
    public void No_page_holds_two_things_and_no_desk_either()
    {
        var long150 = SourceFiles("*.cshtml").Where(f => File.ReadAllLines(f).Length > 150);
        var longPages = SourceFiles("*.cshtml.cs").Where(f => File.ReadAllLines(f).Length > 200);
        var long300 = SourceFiles("*Desk.cs").Where(f => File.ReadAllLines(f).Length > 300);

        Assert.Empty(long150.Concat(longPages).Concat(long300).Select(Path.GetFileName));
    }

    [Fact]
    public void No_string_for_people_stands_in_a_page()
    {
        var han = SourceFiles("*.cshtml").SelectMany(f => File.ReadAllLines(f).Select((line, at) => (f, line, at)))
            .Where(l => Han().IsMatch(l.line.Replace("中文", "", StringComparison.Ordinal).Replace("\"、\"", "", StringComparison.Ordinal)) && !l.line.TrimStart().StartsWith("@*", StringComparison.Ordinal))
            .Select(l => $"{Path.GetFileName(l.f)}:{l.at + 1}");

        Assert.Empty(han);
    }

    private static IEnumerable<string> SourceFiles(params string[] patterns) =>
        patterns.SelectMany(p => Directory.GetFiles(Path.Combine(Repository.Root, "src", "Gongkai.Web"), p, SearchOption.AllDirectories))
            .Where(f => !f.Contains("Migrations", StringComparison.Ordinal) && !f.Contains("node_modules", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}Cli{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex("\"([a-z][a-z-]*\\.[a-z][a-z0-9-]*)\"")]
    private static partial Regex WordKey();

    [GeneratedRegex("Set<(Record|Edition|Attachment)>|ForSomebody|IgnoreQueryFilters|FromSql")]
    private static partial Regex AroundTheQuery();

    [GeneratedRegex("[\u4e00-\u9fff]")]
    private static partial Regex Han();
}
