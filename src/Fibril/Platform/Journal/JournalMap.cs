using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Platform.Journal;

internal sealed class JournalEntryMap : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("journal_entry");
        builder.HasKey(e => new { e.ClinicId, e.Sequence });
        builder.Property(e => e.Sequence).ValueGeneratedNever();
        builder.Property(e => e.Hash).HasMaxLength(64);
        builder.Property(e => e.PreviousHash).HasMaxLength(64);
        builder.Property(e => e.Seal).HasMaxLength(64);
        builder.HasIndex(e => new { e.ClinicId, e.At });
        builder.HasIndex(e => new { e.ClinicId, e.PersonId, e.Sequence });
        builder.HasIndex(e => new { e.ClinicId, e.ActorId, e.Sequence });
    }
}

internal sealed class JournalHeadMap : IEntityTypeConfiguration<JournalHead>
{
    public void Configure(EntityTypeBuilder<JournalHead> builder)
    {
        builder.ToTable("journal_head");
        builder.HasKey(h => h.ClinicId);
        builder.Property(h => h.Hash).HasMaxLength(64);
        builder.Property(h => h.Seal).HasMaxLength(64);
    }
}
