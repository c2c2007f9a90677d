using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace Fibril.Platform.Data;

/// <summary>Keys are ordered by time (version 7), so that new rows lie together.</summary>
internal sealed class RowIdGenerator : ValueGenerator<Guid>
{
    public override bool GeneratesTemporaryValues => false;

    public override Guid Next(EntityEntry entry) => Guid.CreateVersion7();
}

/// <summary>A new row belongs to the clinic of its context.</summary>
internal sealed class ClinicIdGenerator : ValueGenerator<Guid>
{
    public override bool GeneratesTemporaryValues => false;

    public override Guid Next(EntityEntry entry) => ((ClinicDb)entry.Context).ClinicId;
}
