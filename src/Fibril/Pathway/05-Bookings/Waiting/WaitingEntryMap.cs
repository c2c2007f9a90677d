using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Pathway.Bookings.Waiting;

internal sealed class WaitingEntryMap : IEntityTypeConfiguration<WaitingEntry>
{
    public void Configure(EntityTypeBuilder<WaitingEntry> builder)
    {
        builder.ToTable("waiting_entry");
        builder.BelongsToCourse();
        builder.Property(w => w.Wish).HasJson();
        builder.Property(w => w.Offers).HasJson();
        builder.Property(w => w.EndedWhy).HasMaxLength(200);
        builder.Ignore(w => w.Open);
        builder.HasIndex(w => new { w.ClinicId, w.EndedAt, w.AddedAt });
        builder.HasIndex(w => new { w.ClinicId, w.OfferUntil });
    }
}
