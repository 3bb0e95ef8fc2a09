using System.Globalization;
using Gongkai.Engines.ReportChecks;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Reports;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gongkai.Bench;

/// <summary>Composing an annual report over many records of its year on PostgreSQL, against one COUNT(*) GROUP BY over them. GONGKAI_TEST_POSTGRES names the server, as in
/// the tests; GONGKAI_BENCH_RECORDS says how many records, 100,000 by default.</summary>
internal static class Composing
{
    private const int Seeds = 1000;

    public static bool HasServer => Environment.GetEnvironmentVariable("GONGKAI_TEST_POSTGRES") is { Length: > 0 };

    private static int Records => int.Parse(Environment.GetEnvironmentVariable("GONGKAI_BENCH_RECORDS") ?? "100000", CultureInfo.InvariantCulture);

    public static IEnumerable<Ratio> Measure()
    {
        if (Environment.GetEnvironmentVariable("GONGKAI_TEST_POSTGRES") is not { Length: > 0 } server)
        {
            throw new InvalidOperationException("GONGKAI_TEST_POSTGRES names no PostgreSQL server.");
        }

        var database = $"gongkai_bench_{Environment.ProcessId}";
        Run(server, $"CREATE DATABASE {database}");
        var settings = new HostSettings
        {
            Data = Path.Combine(Directory.CreateTempSubdirectory("gongkai-bench-").FullName, "data"),
            Keys = Path.Combine(Directory.CreateTempSubdirectory("gongkai-bench-").FullName, "keys"),
            Urls = "http://127.0.0.1:0",
            RunsAlarms = false,
            Postgres = new NpgsqlConnectionStringBuilder(server) { Database = database, CommandTimeout = 600 }.ToString(),
        };
        try
        {
            new Corpus().FillAsync(settings, Seeds).GetAwaiter().GetResult();
            using var running = new Running(settings);
            var year = AcademicYear.Of(running.App.Services.GetRequiredService<CampusClock>().Today).Previous;
            Multiply(settings.Postgres, year, Records - Seeds);
            var report = WithAsync(running, async give =>
            {
                var people = give.GetRequiredService<PeopleDesk>();
                var person = await people.AddAsync(Actor.Program, "office", "基准办公室", "Bench-only-7-words", (await give.GetRequiredService<InstitutionDesk>().UnitsAsync())[0].Id, "office@bench.example");
                await people.GrantAsync(Actor.Program, person.Id, Role.DisclosureOffice, null);
                return await give.GetRequiredService<ReportDesk>().StartAsync((await people.ActorAsync(person.Id))!, new Period(year.From, year.To));
            }).GetAwaiter().GetResult();
            var composed = WithAsync(running, give => give.GetRequiredService<ReportComposer>().ComposeAsync(report, "http://bench.example")).GetAwaiter().GetResult();
            yield return Ratio.OfTimes(
                string.Create(CultureInfo.InvariantCulture, $"a report composed over {composed.Values.First(v => v.Figure.Code == "published").Value:0} records / one COUNT(*) GROUP BY over {Records}"),
                20,
                () => WithAsync(running, give => give.GetRequiredService<ReportComposer>().ComposeAsync(report, "http://bench.example")).GetAwaiter().GetResult(),
                () => Run(settings.Postgres, "SELECT r.unit_id, COUNT(*) FROM editions e JOIN records r ON r.id = e.record_id GROUP BY r.unit_id"),
                rounds: 3);
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            Run(server, $"DROP DATABASE {database} WITH (FORCE)");
        }
    }

    private static async Task<T> WithAsync<T>(Running running, Func<IServiceProvider, Task<T>> act)
    {
        using var scope = running.Scope();
        return await act(scope.ServiceProvider);
    }

    // Copies of the seeds, first published on days spread over the year. For measuring only: no desk has seen them.
    private static void Multiply(string connection, AcademicYear year, int copies)
    {
        string[] tables = ["records", "editions", "edition_items"];
        var columns = tables.ToDictionary(t => t, t => Column(connection, $"SELECT quote_ident(column_name) FROM information_schema.columns WHERE table_name = '{t}'"));
        var at = $"TIMESTAMPTZ '{year.From:yyyy-MM-dd} 01:00+00' + (b.n % 360) * INTERVAL '1 day'";
        Run(connection, $$"""
            CREATE TEMP TABLE bulk AS
            SELECT n, gen_random_uuid() AS record, gen_random_uuid() AS edition, s.id AS seed
            FROM generate_series(1, {{copies}}) n JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place FROM records) s ON s.place = n % {{Seeds}} + 1;
            {{Insert("records", "t.id = b.seed", ("id", "b.record"), ("index_number", "'bulk-' || b.n"), ("first_published_at", at), ("created_at", at))}};
            {{Insert("editions", "t.record_id = b.seed", ("id", "b.edition"), ("record_id", "b.record"), ("published_at", at), ("produced_on", $"DATE '{year.From:yyyy-MM-dd}' + b.n % 360 - b.n % 40"))}};
            {{Insert("edition_items", "t.edition_id = (SELECT e.id FROM editions e WHERE e.record_id = b.seed)", ("edition_id", "b.edition"))}};
            ANALYZE;
            """);

        string Insert(string table, string of, params (string Column, string Value)[] own)
        {
            var values = columns[table].Select(c => own.FirstOrDefault(o => o.Column == c).Value ?? $"t.{c}");
            return $"INSERT INTO {table} ({string.Join(", ", columns[table])}) SELECT {string.Join(", ", values)} FROM bulk b JOIN {table} t ON {of}";
        }
    }

    private static List<string> Column(string connection, string sql)
    {
        using var open = new NpgsqlConnection(connection);
        open.Open();
        using var command = new NpgsqlCommand(sql, open);
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private static void Run(string connection, string sql)
    {
        using var open = new NpgsqlConnection(connection);
        open.Open();
        using var command = new NpgsqlCommand(sql, open) { CommandTimeout = 600 };
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
        }
    }
}
