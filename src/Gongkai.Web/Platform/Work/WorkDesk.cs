using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Platform.Work;

/// <summary>Asks for long work, stops it, and does it.</summary>
public sealed class WorkDesk(GongkaiDb db, CampusClock clock, IEnumerable<IJobWorker> workers, ILogger<WorkDesk> log)
{
    /// <summary>How long somebody may work on a step before another takes over.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const int MostAttempts = 20;

    /// <summary>Asks for work; it begins by itself.</summary>
    public async Task<LongJob> AskAsync(Guid byId, string kind, string title, string input, int total, CancellationToken cancel = default)
    {
        var job = new LongJob { Id = Guid.CreateVersion7(clock.UtcNow), Kind = kind, Title = title, Input = input, ById = byId, CreatedAt = clock.UtcNow, Total = total };
        db.Add(job);
        await db.SaveChangesAsync(cancel);
        return job;
    }

    /// <summary>Stops work after the step it is at.</summary>
    public Task StopAsync(Guid id, CancellationToken cancel = default)
    {
        var now = clock.UtcNow;
        return db.Set<LongJob>().Where(j => j.Id == id && (j.Status == JobStatus.Waiting || j.Status == JobStatus.Running))
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.Status, JobStatus.Stopped).SetProperty(j => j.FinishedAt, now), cancel);
    }

    /// <summary>Lets stopped or failed work go on from where it was.</summary>
    public Task GoOnAsync(Guid id, CancellationToken cancel = default) =>
        db.Set<LongJob>().Where(j => j.Id == id && (j.Status == JobStatus.Stopped || j.Status == JobStatus.Failed))
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.Status, JobStatus.Waiting).SetProperty(j => j.Attempts, 0).SetProperty(j => j.LeasedUntil, (DateTime?)null).SetProperty(j => j.FinishedAt, (DateTime?)null), cancel);

    /// <summary>Jobs, newest first.</summary>
    public IQueryable<LongJob> Jobs => db.Set<LongJob>().AsNoTracking().OrderByDescending(j => j.CreatedAt);

    /// <summary>Takes a job of this institution that waits, or whose worker is gone, and does it to its end.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> WorkOnceAsync(CancellationToken cancel = default)
    {
        var now = clock.UtcNow;
        var due = await db.Set<LongJob>().AsNoTracking()
            .Where(j => j.Status == JobStatus.Waiting || (j.Status == JobStatus.Running && j.LeasedUntil < now))
            .OrderBy(j => j.CreatedAt).FirstOrDefaultAsync(cancel);
        if (due is null)
        {
            return false;
        }

        // Whoever changes the row first has the job.
        var until = now + Lease;
        var claimed = await db.Set<LongJob>().Where(j => j.Id == due.Id && j.Status == due.Status && j.LeasedUntil == due.LeasedUntil)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.Status, JobStatus.Running).SetProperty(j => j.LeasedUntil, until).SetProperty(j => j.Attempts, j => j.Attempts + 1), cancel);
        if (claimed == 1)
        {
            await DoAsync(due.Id, cancel);
        }

        return true;
    }

    private async Task DoAsync(Guid id, CancellationToken cancel)
    {
        while (true)
        {
            db.ChangeTracker.Clear();
            var job = await db.Set<LongJob>().AsNoTracking().FirstAsync(j => j.Id == id, cancel);
            if (job.Status != JobStatus.Running)
            {
                return;
            }

            if (job.Cursor >= job.Total || job.Attempts > MostAttempts)
            {
                await EndAsync(job, cancel);
                return;
            }

            var line = await StepAsync(job, cancel);
            var until = clock.UtcNow + Lease;
            await db.Set<LongJob>().Where(j => j.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(j => j.Cursor, job.Cursor + 1).SetProperty(j => j.Log, job.Log + line + "\n").SetProperty(j => j.LeasedUntil, until), cancel);
        }
    }

    private async Task<string> StepAsync(LongJob job, CancellationToken cancel)
    {
        try
        {
            return await workers.First(w => w.Kind == job.Kind).StepAsync(job, cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // One bad file does not stop the other ninety-nine; its line says so.
            log.LogWarning(error, "Step {Cursor} of job {Id} failed", job.Cursor, job.Id);
            return $"! {job.Cursor + 1}: {(error is ProblemException problem ? new Words.PageWords()[problem.Code, [.. problem.Arguments]].Value : error.GetType().Name)}";
        }
    }

    private Task EndAsync(LongJob job, CancellationToken cancel)
    {
        var (status, now) = (job.Cursor >= job.Total ? JobStatus.Done : JobStatus.Failed, clock.UtcNow);
        return db.Set<LongJob>().Where(j => j.Id == job.Id && j.Status == JobStatus.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.Status, status).SetProperty(j => j.FinishedAt, now).SetProperty(j => j.LeasedUntil, (DateTime?)null), cancel);
    }
}
