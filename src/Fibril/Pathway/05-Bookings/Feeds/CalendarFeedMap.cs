using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Pathway.Bookings.Feeds;

internal sealed class CalendarFeedMap : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("calendar_feed");
        builder.Property(f => f.TokenHash).HasMaxLength(64);
        builder.HasIndex(f => new { f.ClinicId, f.TokenHash }).IsUnique();
        builder.HasIndex(f => new { f.ClinicId, f.OwnerId });
    }
}
