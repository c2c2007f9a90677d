using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Pathway.Aftercare;

internal sealed class AftercareMap : IEntityTypeConfiguration<AftercareSheet>
{
    public void Configure(EntityTypeBuilder<AftercareSheet> builder)
    {
        builder.ToTable("aftercare_sheet");
        builder.BelongsToCourse();
        builder.Property(s => s.Rows).HasJson();
        builder.HasOne<Session>().WithMany().HasForeignKey(s => new { s.ClinicId, s.SessionId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.ClinicId, s.SessionId }).IsUnique();
    }
}
