using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Pathway.Bookings;

internal sealed class BookingMap : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.ToTable("booking");
        builder.BelongsToCourse();
        builder.Property(b => b.Segments).HasJson();
        builder.Property(b => b.HoldsConfirmed).HasJson();
        builder.Ignore(b => b.Stands);
        builder.Ignore(b => b.PractitionerId);
        builder.HasIndex(b => new { b.ClinicId, b.StartsAt });
        builder.HasIndex(b => new { b.ClinicId, b.HeldUntil });
    }
}

internal sealed class OccupancyMap : IEntityTypeConfiguration<Occupancy>
{
    public void Configure(EntityTypeBuilder<Occupancy> builder)
    {
        builder.ToTable("occupancy");
        builder.HasKey(o => new { o.ClinicId, o.ResourceId, o.UnitStart });
        builder.HasOne<Booking>().WithMany().HasForeignKey(o => new { o.ClinicId, o.BookingId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(o => new { o.ClinicId, o.BookingId });
        builder.HasIndex(o => new { o.ClinicId, o.UnitStart }); // one day of all resources; the key asks for one resource
    }
}
