#pragma warning disable RS0030 // the one file behind SaveAsync
using Fibril.Platform.Access;
using Fibril.Platform.Journal;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Fibril.Platform.Data;

/// <summary>The one database context. Reads see one clinic; writes go through <see cref="SaveAsync"/> and nowhere else.</summary>
public abstract partial class ClinicDb : IdentityUserContext<Account, Guid>, IDataProtectionKeyContext
{
    private readonly Caller caller;
    private bool signing;

    protected ClinicDb(DbContextOptions options, Caller caller)
        : base(options)
    {
        this.caller = caller;
        RowIds.GiveTo(this);
    }

    /// <summary>The clinic that reads are filtered to and writes are held to.</summary>
    public Guid ClinicId => caller.ClinicId;

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Saves rows, their journal entry and the facts told, in one transaction.</summary>
    /// <exception cref="LostRaceException">Somebody else changed a row in between.</exception>
    /// <exception cref="AlreadyDoneException">This submission was already saved.</exception>
    public async Task SaveAsync(Act act, CancellationToken stop = default)
    {
        ChangeTracker.DetectChanges();
        WriteGuard.Check(this);
        await using var turn = await WriteTurn.TakeAsync(this, stop);
        await Submission.ClaimAsync(this, act, stop);
        await FollowAsync();
        await new JournalWriter(this).AppendAsync(act, stop);
        Bump();
        try
        {
            signing = true;
            await SaveSignedAsync(stop);
        }
        catch (DbUpdateConcurrencyException e)
        {
            throw await LostRaceException.FromAsync(e, stop);
        }
        finally
        {
            signing = false;
        }

        await turn.CommitAsync(stop);
    }

    /// <summary>The framework's own stores (accounts, keys) save here; a clinic's row may not.</summary>
    /// <exception cref="InvalidOperationException">A clinic's row was about to be written without an act.</exception>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!signing && ChangeTracker.Entries<ClinicRow>().Any(e => e.State is not (EntityState.Unchanged or EntityState.Detached)))
        {
            throw new InvalidOperationException("A clinic's row is written with SaveAsync(act), never with SaveChanges.");
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private Task<int> SaveSignedAsync(CancellationToken stop) => base.SaveChangesAsync(true, stop);

    private void Bump()
    {
        foreach (var row in ChangeTracker.Entries<ClinicRow>().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            row.Property(r => r.Version).CurrentValue = row.Property(r => r.Version).OriginalValue + 1;
        }
    }

    /// <summary>Without a host (migrations, tests) Identity still shapes its tables as the running program does, passkeys included.</summary>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
        {
            optionsBuilder.UseApplicationServiceProvider(WithoutHost.Value);
        }
    }

    private static readonly Lazy<IServiceProvider> WithoutHost = new(() =>
        new ServiceCollection().Configure<IdentityOptions>(IdentityShape.Apply).BuildServiceProvider());

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ClinicDb).Assembly);
        ClinicModel.Apply(builder, this);
    }
}
