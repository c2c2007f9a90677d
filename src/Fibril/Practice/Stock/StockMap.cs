using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Practice.Stock;

internal sealed class StockItemMap : IEntityTypeConfiguration<StockItem>
{
    public void Configure(EntityTypeBuilder<StockItem> builder)
    {
        builder.ToTable("stock_item");
        builder.Property(i => i.Name).HasMaxLength(120);
        builder.Property(i => i.Gtin).HasMaxLength(14);
        builder.HasIndex(i => new { i.ClinicId, i.Gtin });
    }
}

internal sealed class StockLotMap : IEntityTypeConfiguration<StockLot>
{
    public void Configure(EntityTypeBuilder<StockLot> builder)
    {
        builder.ToTable("stock_lot");
        builder.Property(l => l.Lot).HasMaxLength(40);
        builder.Property(l => l.LotKey).HasMaxLength(40);
        builder.HasOne<StockItem>().WithMany().HasForeignKey(l => new { l.ClinicId, l.ItemId }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(l => l.Scan).HasMaxLength(200);
        builder.HasIndex(l => new { l.ClinicId, l.LotKey });
        builder.HasIndex(l => new { l.ClinicId, l.ItemId, l.LotKey }).IsUnique();
    }
}

internal sealed class OpenedUnitMap : IEntityTypeConfiguration<OpenedUnit>
{
    public void Configure(EntityTypeBuilder<OpenedUnit> builder)
    {
        builder.ToTable("opened_unit");
        builder.Property(u => u.Unit).HasMaxLength(OpenedUnit.LongestUnit);
        builder.HasOne<StockLot>().WithMany().HasForeignKey(u => new { u.ClinicId, u.LotId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(u => new { u.ClinicId, u.LotId, u.Unit }).IsUnique();
        builder.HasIndex(u => new { u.ClinicId, u.ForId });
    }
}

internal sealed class ReceivedSerialMap : IEntityTypeConfiguration<ReceivedSerial>
{
    public void Configure(EntityTypeBuilder<ReceivedSerial> builder)
    {
        builder.ToTable("received_serial");
        builder.Property(s => s.Serial).HasMaxLength(OpenedUnit.LongestUnit);
        builder.HasOne<StockItem>().WithMany().HasForeignKey(s => new { s.ClinicId, s.ItemId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StockLot>().WithMany().HasForeignKey(s => new { s.ClinicId, s.LotId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.ClinicId, s.ItemId, s.Serial }).IsUnique();
    }
}

internal sealed class LotUseMap : IEntityTypeConfiguration<LotUse>
{
    public void Configure(EntityTypeBuilder<LotUse> builder)
    {
        builder.ToTable("lot_use");
        builder.HasOne<StockLot>().WithMany().HasForeignKey(u => new { u.ClinicId, u.LotId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(u => new { u.ClinicId, u.LotId, u.ForId }).IsUnique();
    }
}
