using Quartz;

namespace Fibril.Platform.Messages;

/// <summary>Sends what is due, every 20 seconds.</summary>
[DisallowConcurrentExecution]
public sealed class SendMessages(Mailman mailman) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await mailman.SendDueAsync(cancellationToken);
}
