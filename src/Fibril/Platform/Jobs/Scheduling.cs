using Fibril.Platform.Data;
using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;

namespace Fibril.Platform.Jobs;

/// <summary>Runs the jobs from rows in the database, so that any node may die at any moment.</summary>
internal static class Scheduling
{
    /// <summary>What was due while the program was down can wait; whoever has just started it is looking at the first page.</summary>
    private static readonly TimeSpan AfterTheFirstPage = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddJobs(this IServiceCollection services, Settings settings, IEnumerable<JobSchedule> schedules)
    {
        if (!settings.Jobs)
        {
            return services;
        }

        services.AddQuartz("Fibril", q =>
        {
            q.UseDefaultThreadPool(4);
            q.UsePersistentStore(store => Store(store, settings.Connection));
            foreach (var schedule in schedules)
            {
                Add(q, schedule);
            }
        });
        return services.AddQuartzHostedService("Fibril", o =>
        {
            o.WaitForJobsToComplete = true;
            o.StartDelay = AfterTheFirstPage;
        });
    }

    private static void Store(IPersistentStoreBuilder store, string connection)
    {
        if (Engines.IsPostgres(connection))
        {
            store.UsePostgres(NpgsqlFactory.Instance, connection);
            store.UseClustering(c => c.CheckinInterval = TimeSpan.FromSeconds(15));
        }
        else
        {
            store.UseSqlite(SqliteFactory.Instance, connection);
        }

        store.ConfigureStore(o => o.StoreJobDataAsStrings = true);
    }

    private static void Add(IQuartzBuilder q, JobSchedule schedule)
    {
        var key = new JobKey(schedule.Job.Name);
        q.AddJob(schedule.Job, job => job.WithIdentity(key).StoreDurably());
        q.AddTrigger(trigger => _ = schedule.Cron is { } cron
            ? trigger.ForJob(key).WithIdentity(key.Name).WithCronSchedule(cron, c => c.InTimeZone(TimeZoneInfo.Utc))
            : trigger.ForJob(key).WithIdentity(key.Name).WithSimpleSchedule(s => s.WithInterval(schedule.Every!.Value).RepeatForever()));
    }
}
