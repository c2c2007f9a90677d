using Fibril.Pathway.Sessions;
using Fibril.Practice.Stock;
using Fibril.Tests.Practice.Stock;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Sessions;

public class ScannedPackTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    private const string Gtin = "09506000134352";

    [Fact]
    public async Task Scanned_pack_names_its_own_lot_and_serial_whatever_was_chosen()
    {
        var (chosen, packed) = (await LotAsync("L-1"), await LotAsync("L-2"));

        var pack = await ReadAsync(chosen.Id, $"(01){Gtin}(17)271231(10)L-2(21)S9");

        Assert.Equal((packed.Id, "S9", true), (pack.LotId, pack.Unit, pack.Decision.IsAllowed));
    }

    [Theory]
    [InlineData("(10)spell-1(21)S9")]
    [InlineData("(10)SPELL-1-(91)XYZ(21)S9")]
    public async Task Spelling_of_a_lot_is_the_lot(string rest)
    {
        var packed = (await clinic.ReadAsync(db => db.StockLots.FirstOrDefaultAsync(l => l.Lot == "Spell-1"))) ?? await LotAsync("Spell-1");

        Assert.Equal(packed.Id, (await ReadAsync((await LotAsync(null)).Id, $"(01){Gtin}{rest}")).LotId);
        Assert.True((await ReadAsync(packed.Id, rest)).Decision.IsAllowed);
    }

    [Theory]
    [InlineData("0417-A")]
    [InlineData("2112345")]
    [InlineData("1012345")]
    [InlineData("")]
    public async Task Serial_alone_is_of_the_lot_that_was_chosen(string serial)
    {
        var chosen = await LotAsync(null);

        var pack = await ReadAsync(chosen.Id, serial);

        Assert.Equal((chosen.Id, serial, true), (pack.LotId, pack.Unit, pack.Decision.IsAllowed));
    }

    [Theory]
    [InlineData("(01)" + Gtin + "(21)S1", "S1")]
    [InlineData("(21)S1", "S1")]
    [InlineData("01" + Gtin + "21S1", "S1")]
    [InlineData("(01)" + Gtin, null)]
    public async Task Code_without_a_lot_gives_its_serial_to_the_lot_that_was_chosen(string code, string? serial)
    {
        var chosen = await LotAsync(null);

        var pack = await ReadAsync(chosen.Id, code);

        Assert.Equal((chosen.Id, serial, true), (pack.LotId, pack.Unit, pack.Decision.IsAllowed));
    }

    [Fact]
    public async Task Code_of_another_product_or_lot_is_not_charted_as_the_one_that_was_chosen()
    {
        await LotAsync(null);
        var other = await StockData.LotAsync(clinic, item: await clinic.AddAsync(new StockItem { Name = "Cartridge 11", Kind = StockKind.Cartridge, Gtin = "04006381333931" }));

        Assert.Equal("pack-other", (await ReadAsync(other.Id, $"(01){Gtin}(21)S1")).Decision.Reasons.Single().Code);
        Assert.Equal("pack-other", (await ReadAsync(other.Id, "(10)NOT-THIS(21)S1")).Decision.Reasons.Single().Code);
    }

    [Theory]
    [InlineData("(01)" + Gtin + "(10)NEVER", "pack-unknown")]
    [InlineData("(01)09506000134353(10)L-1", "pack-unreadable")]
    public async Task Pack_that_the_shelf_does_not_know_is_not_charted_as_another(string code, string reason)
    {
        var chosen = await LotAsync(null);

        Assert.Equal(reason, (await ReadAsync(chosen.Id, code)).Decision.Reasons.Single().Code);
    }

    private Task<ScannedPack> ReadAsync(Guid chosen, string text) => clinic.ReadAsync(db => ScannedPack.ReadAsync(db, chosen, text, clinic.Today));

    private async Task<StockLot> LotAsync(string? number)
    {
        var item = await clinic.ReadAsync(db => db.StockItems.FirstOrDefaultAsync(i => i.Gtin == Gtin)) ?? await clinic.AddAsync(new StockItem { Name = "Cartridge 36", Kind = StockKind.Cartridge, Gtin = Gtin });
        return await StockData.LotAsync(clinic, lotNumber: number, item: item);
    }
}
