using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Platform.Messages;

internal sealed class MessageMap : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("message");
        builder.Property(m => m.To).HasMaxLength(320);
        builder.Property(m => m.Subject).HasMaxLength(200);
        builder.Property(m => m.Key).HasMaxLength(120);
        builder.HasIndex(m => new { m.ClinicId, m.Key }).IsUnique();
        builder.HasIndex(m => new { m.ClinicId, m.State, m.NotBefore });
        builder.HasIndex(m => new { m.ClinicId, m.PersonId });
    }
}
