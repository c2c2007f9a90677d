using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Platform.Access;

/// <summary>Failed attempts under one key. The key is a hash: the table names nobody.</summary>
public sealed class Failures
{
    public required string Key { get; init; }

    public int Count { get; set; }

    public DateTime LastAt { get; set; }
}

internal sealed class FailuresMap : IEntityTypeConfiguration<Failures>
{
    public void Configure(EntityTypeBuilder<Failures> builder)
    {
        builder.ToTable("failures");
        builder.HasKey(f => f.Key);
        builder.Property(f => f.Key).HasMaxLength(64);
    }
}

/// <summary>How many failures cost nothing; each further one doubles the wait.</summary>
public sealed record Pace(int Free)
{
    /// <summary>One account from one address.</summary>
    public static readonly Pace Account = new(4);

    /// <summary>Everything from one address: a clinic's whole staff may share one.</summary>
    public static readonly Pace Address = new(25);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>How long to wait after so many failures.</summary>
    public TimeSpan Wait(int failures) =>
        failures <= Free ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, 5 * Math.Pow(2, Math.Min(20, failures - Free - 1))));
}

/// <summary>Slows down those who guess. Keyed by account and address together, so that nobody can lock out somebody else.</summary>
public sealed class Throttle(ClinicDb db, TimeProvider clock)
{
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    /// <summary>Time until the next attempt is heard; zero when it is heard now.</summary>
    public async Task<TimeSpan> WaitAsync(string key, Pace pace)
    {
        var hash = Tickets.Hash(key);
        var failures = await db.Set<Failures>().AsNoTracking().FirstOrDefaultAsync(f => f.Key == hash);
        var wait = failures is null ? TimeSpan.Zero : failures.LastAt + pace.Wait(failures.Count) - clock.Now();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>Counts one more; an hour without any begins anew.</summary>
    public Task FailAsync(string key)
    {
        var (hash, now, forgotten) = (Tickets.Hash(key), clock.Now(), clock.Now() - Memory);
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into failures (key, count, last_at) values ({hash}, 1, {now})
            on conflict (key) do update set count = case when failures.last_at < {forgotten} then 1 else failures.count + 1 end, last_at = {now}
            """);
    }

    public Task ForgetAsync(string key)
    {
        var hash = Tickets.Hash(key);
        return db.Set<Failures>().Where(f => f.Key == hash).ExecuteDeleteAsync();
    }
}
