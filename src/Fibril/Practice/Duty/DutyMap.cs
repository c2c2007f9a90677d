using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Practice.Duty;

internal sealed class DutyMap : IEntityTypeConfiguration<DutySpan>
{
    public void Configure(EntityTypeBuilder<DutySpan> builder)
    {
        builder.ToTable("duty_span");
        builder.Property(d => d.Days).HasJson();
        builder.Property(d => d.Line).HasJson();
        builder.Ignore(d => d.IsDated);
    }
}
