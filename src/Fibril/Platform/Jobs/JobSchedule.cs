using Quartz;

namespace Fibril.Platform.Jobs;

/// <summary>A job and when it runs; in a cluster one node runs it. Exactly one of the two is set.</summary>
/// <param name="Every">Pause between two runs.</param>
/// <param name="Cron">Quartz cron expression, in UTC: <c>"0 30 2 * * ?"</c> is 02:30 every night.</param>
public sealed record JobSchedule(Type Job, TimeSpan? Every, string? Cron)
{
    public static JobSchedule Each<TJob>(TimeSpan every) where TJob : IJob => new(typeof(TJob), every, null);

    public static JobSchedule At<TJob>(string cron) where TJob : IJob => new(typeof(TJob), null, cron);
}
