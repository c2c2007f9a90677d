using System.Threading.Channels;
using Fibril.Platform.Data;
using Fibril.Platform.Messages;

namespace Fibril.Platform.Access;

/// <summary>A mail that somebody unknown asked for. The token lives only here and in the mail.</summary>
public sealed record AccessRequest(TicketKind Kind, string Email, string Token, string? Code);

/// <summary>
/// Looks up who an address belongs to after the answer has gone out: known and unknown addresses cost the asker the same time.
/// A request lost with its node is asked for again.
/// </summary>
public sealed class AccessPost(IServiceScopeFactory scopes, Mailman mailman, ILogger<AccessPost> log)
{
    private readonly Channel<AccessRequest> requests = Channel.CreateBounded<AccessRequest>(1000);

    /// <summary>False when too many wait.</summary>
    public bool Ask(AccessRequest request) => requests.Writer.TryWrite(request);

    public ValueTask<bool> WaitAsync(CancellationToken stop) => requests.Reader.WaitToReadAsync(stop);

    /// <summary>Sends what was asked for until now.</summary>
    public async Task DrainAsync(CancellationToken stop = default)
    {
        while (requests.Reader.TryRead(out var request))
        {
            try
            {
                await AnswerAsync(request, stop);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "A mail of kind {Kind} could not be queued; its asker may ask again", request.Kind);
            }
        }
    }

    private async Task AnswerAsync(AccessRequest request, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (await services.GetRequiredService<AddressBook>().FindAsync(request) is not { } found)
        {
            return;
        }

        var caller = services.GetRequiredService<Caller>();
        caller.ActAsSystem(found.ClinicId);
        await services.GetRequiredService<Outgoing>().QueueAsync(found.Mail, stop);
        await services.GetRequiredService<ClinicDb>().SaveAsync(caller.Act("queue sign-in mail", personId: found.Mail.PersonId), stop);
        await mailman.SendDueAsync(stop);
    }
}

/// <summary>Answers requests as they come.</summary>
public sealed class AccessPostService(AccessPost post) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await post.WaitAsync(stoppingToken))
            {
                await post.DrainAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return; // the program stops; a link that had not left is asked for again
        }
    }
}
