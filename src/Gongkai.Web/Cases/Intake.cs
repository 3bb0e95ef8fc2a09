using System.Collections.Concurrent;
using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Cases;

/// <summary>Receives together what is sent at the same moment. Whoever holds the pen takes everybody who waits and stores them in one transaction, and nobody is answered
/// before it is committed. Each institution has a pen of its own.</summary>
/// <param name="scopes">Makes the unit of work that stores.</param>
/// <param name="storeAsync">Stores all or none, and answers each in its place; null to a form that is stored already.</param>
public sealed class Intake<TForm, TReceipt>(IServiceScopeFactory scopes, Func<IServiceProvider, IReadOnlyList<TForm>, Task<IReadOnlyList<TReceipt?>>> storeAsync)
    where TReceipt : class
{
    // A fifth of a second of writing, during which nobody else writes to a SQLite file.
    private const int MostTogether = 250;

    private readonly ConcurrentDictionary<Guid, Line> _lines = new();

    /// <summary>Receives a form, with all others that wait. One that cannot be stored spoils nothing for the others. Must not be called inside a transaction, since another
    /// one stores it. Who leaves while waiting is not stored; who leaves later is, and finds so by sending the same form again.</summary>
    public async Task<TReceipt?> ReceiveAsync(Guid institution, TForm form, CancellationToken cancel = default)
    {
        var line = _lines.GetOrAdd(institution, _ => new Line());
        var mine = new Sender(form, cancel);
        line.Waiting.Enqueue(mine);
        await line.Pen.WaitAsync(cancel);
        try
        {
            while (!mine.Answer.Task.IsCompleted)
            {
                await StoreAsync(institution, Take(line.Waiting));
            }
        }
        finally
        {
            line.Pen.Release();
        }

        return await mine.Answer.Task;
    }

    private static List<Sender> Take(ConcurrentQueue<Sender> waiting)
    {
        var taken = new List<Sender>();
        while (taken.Count < MostTogether && waiting.TryDequeue(out var next))
        {
            if (next.Cancel.IsCancellationRequested)
            {
                next.Answer.SetCanceled(next.Cancel);
            }
            else
            {
                taken.Add(next);
            }
        }

        return taken;
    }

    private async Task StoreAsync(Guid institution, List<Sender> senders)
    {
        if (senders.Count == 0)
        {
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<InstitutionScope>().Choose(institution);
            var receipts = await storeAsync(scope.ServiceProvider, senders.ConvertAll(s => s.Form));
            foreach (var (sender, receipt) in senders.Zip(receipts))
            {
                sender.Answer.SetResult(receipt);
            }
        }
        catch (Exception) when (senders.Count > 1)
        {
            foreach (var sender in senders)
            {
                await StoreAsync(institution, [sender]);
            }
        }
        catch (Exception error) when (senders.Count == 1)
        {
            senders[0].Answer.SetException(error);
        }
    }

    private sealed class Line
    {
        public ConcurrentQueue<Sender> Waiting { get; } = new();

        public SemaphoreSlim Pen { get; } = new(1, 1);
    }

    private sealed record Sender(TForm Form, CancellationToken Cancel)
    {
        public TaskCompletionSource<TReceipt?> Answer { get; } = new();
    }
}
