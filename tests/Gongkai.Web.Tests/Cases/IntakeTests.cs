using Gongkai.Web.Cases;
using Gongkai.Web.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Cases;

/// <summary>Who sends at the same moment is received together, and is none the worse for the others.</summary>
public sealed class IntakeTests
{
    private readonly TaskCompletionSource _busy = new();
    private readonly List<string> _stored = [];
    private readonly Intake<string, string> _intake;

    public IntakeTests()
    {
        var give = new ServiceCollection().AddScoped<InstitutionScope>().BuildServiceProvider();
        _intake = new(give.GetRequiredService<IServiceScopeFactory>(), async (_, forms) =>
        {
            await _busy.Task;
            lock (_stored)
            {
                _stored.Add(string.Join(' ', forms));
            }

            return forms.Contains("bad") ? throw new InvalidOperationException("No.") : [.. forms.Select(f => $"{f}!")];
        });
    }

    [Fact]
    public async Task Those_who_wait_are_stored_together_and_one_who_cannot_be_stored_is_told_so_alone()
    {
        var senders = Send("first", "a", "bad", "b");
        _busy.SetResult();

        await Assert.ThrowsAsync<InvalidOperationException>(() => senders[2]);
        Assert.Equal(["first!", "a!", "b!"], await Task.WhenAll(senders[0], senders[1], senders[3]));
        Assert.Equal(["first", "a bad b", "a", "bad", "b"], _stored);
    }

    [Fact]
    public async Task Who_leaves_while_waiting_is_not_stored_and_holds_nobody_up()
    {
        using var leaving = new CancellationTokenSource();
        var first = _intake.ReceiveAsync(Guid.Empty, "first");
        var left = _intake.ReceiveAsync(Guid.Empty, "left", leaving.Token);
        var last = _intake.ReceiveAsync(Guid.Empty, "last");
        await leaving.CancelAsync();
        _busy.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.Equal(["first!", "last!"], await Task.WhenAll(first, last));
        Assert.Equal(["first", "last"], _stored);
    }

    [Fact]
    public async Task An_institution_does_not_wait_for_another()
    {
        var first = _intake.ReceiveAsync(Guid.Empty, "first");
        var other = _intake.ReceiveAsync(Guid.AllBitsSet, "other");
        var second = _intake.ReceiveAsync(Guid.Empty, "second");
        _busy.SetResult();

        await Task.WhenAll(first, other, second);
        Assert.Equal(["first", "other", "second"], _stored.Order());
    }

    private List<Task<string?>> Send(params string[] forms) => [.. forms.Select(form => _intake.ReceiveAsync(Guid.Empty, form))];
}
