using Fibril.Pathway.Bookings;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Pathway.Sessions;

internal sealed class SessionMap : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("session");
        builder.BelongsToCourse();
        builder.Ignore(s => s.DeepestMm).Ignore(s => s.Needlers).Ignore(s => s.InUse);
        builder.Property(s => s.Gate).HasJson();
        builder.Property(s => s.Cream).HasJson();
        builder.Property(s => s.Used).HasJson();
        builder.Property(s => s.Zones).HasJson();
        builder.Property(s => s.Marks).HasJson();
        builder.Property(s => s.Photos).HasJson();
        builder.Property(s => s.Reactions).HasJson();
        builder.HasOne<Booking>().WithMany().HasForeignKey(s => new { s.ClinicId, s.BookingId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.ClinicId, s.BookingId }).IsUnique();
        builder.HasIndex(s => new { s.ClinicId, s.HeldOn });
    }
}

internal sealed class AmendmentMap : IEntityTypeConfiguration<Amendment>
{
    public void Configure(EntityTypeBuilder<Amendment> builder)
    {
        builder.ToTable("amendment");
        builder.BelongsToCourse();
        builder.HasOne<Session>().WithMany().HasForeignKey(a => new { a.ClinicId, a.SessionId }).OnDelete(DeleteBehavior.Restrict);
    }
}
