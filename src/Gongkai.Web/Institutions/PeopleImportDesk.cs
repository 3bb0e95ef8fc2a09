using Gongkai.Web.Audit;
using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Institutions;

/// <summary>Brings people in from a spreadsheet in two steps: read and look, then make the accounts. The roles a sheet asks for wait for the
/// security administrator.</summary>
public sealed class PeopleImportDesk(GongkaiDb db, PeopleSheetReader reader, PeopleDesk people, ProposalDesk proposals, AuditTrail audit, SheetShelf shelf)
{
    private const string Kind = "people";

    /// <summary>Reads a sheet and keeps what was found for looking at.</summary>
    /// <exception cref="ProblemException">The sheet cannot be read; see <see cref="PeopleSheetReader.ReadAsync"/>.</exception>
    public async Task<SheetImport> ReadAsync(Actor by, Stream file, string name, CancellationToken cancel = default)
    {
        Permit.Require(MayBringIn(by));
        var sheet = await reader.ReadAsync(file, name, cancel);
        return await shelf.KeepAsync(by, Kind, name, sheet, cancel);
    }

    /// <summary>What was read, for looking at.</summary>
    public async Task<SheetImport> FindAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        Permit.Require(MayBringIn(by));
        return await shelf.FindAsync(Kind, id, cancel);
    }

    /// <summary>Makes the accounts that were looked at, all or none, and gives their first passwords, once.</summary>
    /// <exception cref="ProblemException"><c>people.import-empty</c>; <c>people.DuplicateUserName</c>: somebody made one of them meanwhile.</exception>
    public async Task<IReadOnlyList<PasswordSlip>> KeepAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        var import = await FindAsync(by, id, cancel);
        var sheet = import.Read<PeopleSheet>();
        if (sheet.People.Count == 0)
        {
            throw new ProblemException("people.import-empty");
        }

        // Hashing is slow on purpose; it is done before the transaction, which nobody else can write beside on SQLite.
        var made = sheet.People.Select(row => (Row: row, Password: FirstPassword.Make())).Select(m => (m.Row, m.Password, Hash: people.HashOf(m.Password))).ToList();
        await using var transaction = await db.BeginOrJoinAsync(cancel);
        var slips = new List<PasswordSlip>();
        foreach (var (row, password, hash) in made)
        {
            var person = await people.AddHashedAsync(by, row.UserName, row.Name, hash, row.UnitId, row.Email.Length > 0 ? row.Email : null, row.Pinyin);
            foreach (var role in row.Roles)
            {
                await proposals.ProposeAsync(by, person.Id, role.Role, role.UnitId, cancel);
            }

            slips.Add(new PasswordSlip(row.Name, row.UserName, row.UnitName, password));
        }

        db.Remove(import);
        audit.Note(by, "people.imported", id, $"{import.FileName}: {slips.Count}");
        await db.SaveChangesAsync(cancel);
        await (transaction?.CommitAsync(cancel) ?? Task.CompletedTask);
        return slips;
    }

    /// <summary>Forgets what was read.</summary>
    public async Task ForgetAsync(Actor by, Guid id, CancellationToken cancel = default) => await shelf.ForgetAsync(await FindAsync(by, id, cancel), cancel);

    private static bool MayBringIn(Actor by) => by.Holds(Role.SystemAdmin) || by == Actor.Program;
}
