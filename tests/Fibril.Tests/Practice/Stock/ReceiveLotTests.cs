using System.Net;
using Fibril.Platform.Ui;
using Fibril.Practice.Stock;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Practice.Stock;

/// <summary>One lot is one row, however it is spelled, and a lot that was set aside does not come back in.</summary>
public class ReceiveLotTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    private const string Gtin = "09506000134352";
    private static readonly DateOnly Until = new(2028, 12, 31);

    [Theory]
    [InlineData("R-1990", "r-1990")]
    [InlineData("R-1991", "R- 1991")]
    [InlineData("r-1992", "R\u20131992")]
    [InlineData("R-1993", "R-1993-")]
    public async Task Recalled_lot_is_refused_in_every_spelling_and_the_recall_finds_one_lot(string number, string spelling)
    {
        var item = await ItemAsync("Recalled cartridge");
        await StockData.LotAsync(clinic, expiresOn: Until, lotNumber: number, item: item, change: l => l.Recall("FSN-1: weak seal.", TestClinic.Start.UtcDateTime));
        using var browser = await Browser.OfAsync(clinic, clinic.Physician);
        await browser.GetAsync("/staff/stock/receive");
        await browser.PressAsync("Put on the shelf", ("Product", item.Name), ("Lot", spelling), ("Use until", "2028-12-31"), ("Units", "20"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains($"Lot {number} was recalled: FSN-1: weak seal. Send it back.", browser.Text, StringComparison.Ordinal);
        Assert.Equal(number, Assert.Single(await LotsAsync(item)).Lot);
        await browser.GetAsync("/staff/recall");
        await browser.PressAsync("Find the people", ("Lot", spelling));
        Assert.Contains($"Who had lot {number}", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recalled_lot_does_not_hide_behind_another_field_of_the_code()
    {
        var item = await ItemAsync("Hidden cartridge", Gtin);
        await StockData.LotAsync(clinic, expiresOn: Until, lotNumber: "HIDE-1", item: item, change: l => l.Recall("weak seal", TestClinic.Start.UtcDateTime));

        Assert.Equal("lot-recalled", await CodeAsync(new() { Scan = $"(01){Gtin}(17)281231(10)HIDE-1(91)XYZ", Units = 5 }));
        Assert.Equal("lot-recalled", await CodeAsync(new() { Scan = $"01{Gtin}17281231" + "10hide-1<GS>71000123456", Units = 5 }));
        Assert.Equal("barcode", await CodeAsync(new() { Scan = $"(01){Gtin}(17)281231(10)HIDE-1(79)XYZ", Units = 5 }));
        Assert.Equal("lot-brackets", await CodeAsync(new() { ItemId = item.Id.ToString(), Lot = "HIDE-1(91)XYZ", ExpiresOn = Until, Units = 5 }));
        Assert.Single(await LotsAsync(item));
    }

    [Fact]
    public async Task Recalled_lot_does_not_come_back_as_the_same_product_entered_anew()
    {
        var before = await ItemAsync("Old name", "04012345678901");
        await StockData.LotAsync(clinic, expiresOn: Until, lotNumber: "ANEW-1", item: before, change: l => l.Recall("weak seal", TestClinic.Start.UtcDateTime));
        var anew = await ItemAsync("New name", "04012345678901");

        Assert.Equal("lot-recalled", await CodeAsync(new() { ItemId = anew.Id.ToString(), Lot = "anew-1", ExpiresOn = Until, Units = 5 }));
        Assert.Null(await CodeAsync(new() { ItemId = anew.Id.ToString(), Lot = "ANEW-2", ExpiresOn = Until, Units = 5 }));
    }

    [Fact]
    public async Task Lot_in_quarantine_is_refused_until_it_is_released()
    {
        var item = await ItemAsync("Aside cartridge");
        var lot = await StockData.LotAsync(clinic, expiresOn: Until, lotNumber: "ASIDE-1", item: item);
        await clinic.UseAsync<QuarantineLot, FormResult>(u => u.Handle(lot.Id, "wet box"), clinic.Physician);
        ReceiveLot.Input more = new() { ItemId = item.Id.ToString(), Lot = "aside-1", ExpiresOn = Until, Units = 5 };

        Assert.Equal("lot-quarantined", await CodeAsync(more));
        await clinic.UseAsync<ReleaseLot, FormResult>(u => u.Handle(lot.Id, "only the carton"), clinic.Physician);
        Assert.Null(await CodeAsync(more));
        Assert.Equal(15, Assert.Single(await LotsAsync(item)).Remaining);
    }

    [Fact]
    public async Task Another_spelling_adds_to_the_lot_and_the_first_spelling_is_shown()
    {
        var item = await ItemAsync("Spelled cartridge");
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);
        foreach (var (spelling, units) in new[] { ("Sp-7", "10"), ("SP-7", "5"), (" sp - 7", "2") })
        {
            await browser.GetAsync("/staff/stock/receive");
            await browser.PressAsync("Put on the shelf", ("Product", item.Name), ("Lot", spelling), ("Use until", "2028-12-31"), ("Units", units));
            Assert.Contains("Lot Sp-7", browser.Text, StringComparison.Ordinal);
        }

        Assert.Equal(("Sp-7", 17), Assert.Single(await LotsAsync(item)) is var lot ? (lot.Lot, lot.Remaining) : default);
    }

    [Fact]
    public async Task Spellings_received_at_once_are_one_lot()
    {
        var item = await ItemAsync("Raced cartridge");
        string[] spellings = ["Race-1", "RACE-1", "race-1", "Race -1", "rAcE-1", "RACE\u20101"];

        var results = await Task.WhenAll(spellings.Select(s => Task.Run(() => ReceiveAsync(new() { ItemId = item.Id.ToString(), Lot = s, ExpiresOn = Until, Units = 3 }))));

        Assert.All(results, r => Assert.IsType<FormResult.GoTo>(r));
        Assert.Equal(18, Assert.Single(await LotsAsync(item)).Remaining);
    }

    [Fact]
    public async Task Database_has_no_second_row_for_a_lot()
    {
        var item = await ItemAsync("Single cartridge");
        await StockData.LotAsync(clinic, lotNumber: "One-1", item: item);

        await Assert.ThrowsAsync<DbUpdateException>(() => StockData.LotAsync(clinic, lotNumber: "ONE-1", item: item));
        await StockData.LotAsync(clinic, lotNumber: "ONE-1", item: await ItemAsync("Other cartridge"));
    }

    [Fact]
    public async Task Pack_with_a_serial_is_counted_once()
    {
        var item = await ItemAsync("Serial cartridge", "04006381333931");
        string Scan(string serial) => $"(01)04006381333931(17)281231(10)SER-1{serial}";
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);
        await browser.GetAsync("/staff/stock/receive");
        await browser.PressAsync("Put on the shelf", ("Barcode", Scan("(21)s-20")), ("Units", "20"));
        await browser.GetAsync("/staff/stock/receive");
        await browser.PressAsync("Put on the shelf", ("Barcode", Scan("(21)S-20")), ("Units", "20"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("The pack with serial S-20 was received on 10 June 2026. It is not counted again.", browser.Text, StringComparison.Ordinal);
        Assert.Equal(20, Assert.Single(await LotsAsync(item)).Received);
        Assert.Null(await CodeAsync(new() { Scan = Scan("(21)S-21"), Units = 20 }));
        Assert.Null(await CodeAsync(new() { Scan = Scan(""), Units = 1 }));
        Assert.Null(await CodeAsync(new() { Scan = Scan(""), Units = 1 }));
        Assert.Equal(42, Assert.Single(await LotsAsync(item)).Received);
    }

    [Fact]
    public async Task Same_serial_received_by_many_at_once_is_counted_once()
    {
        var item = await ItemAsync("Raced serial", "05901234123457");

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ReceiveAsync(new() { Scan = "(01)05901234123457(17)281231(10)SER-2(21)S-1", Units = 10 }))));

        Assert.Single(results, r => r is FormResult.GoTo);
        Assert.Equal(10, Assert.Single(await LotsAsync(item)).Received);
    }

    [Fact]
    public async Task Lot_of_signs_that_nobody_sees_is_missing() =>
        Assert.Equal("lot", await CodeAsync(new() { ItemId = (await ItemAsync("Blank cartridge")).Id.ToString(), Lot = " \u200B-", ExpiresOn = Until, Units = 1 }));

    [Theory]
    [InlineData("weak seal", "weak seal. Take another lot.")]
    [InlineData("weak seal.", "weak seal. Take another lot.")]
    [InlineData("weak seal?", "weak seal? Take another lot.")]
    public void Reason_that_ends_in_a_full_stop_gets_no_second_one(string reason, string words)
    {
        var lot = new StockLot { ItemId = Guid.NewGuid(), Lot = "L", ExpiresOn = Until, Received = 1, ReceivedAt = TestClinic.Start.UtcDateTime };
        lot.PutOnShelf();
        lot.Quarantine(reason, TestClinic.Start.UtcDateTime);
        lot.Recall(reason, TestClinic.Start.UtcDateTime);

        var sentences = StockRules.MayUse(lot, new(2026, 6, 10)).Reasons.Select(r => r.Sentence);

        Assert.Equal([$"Lot L was recalled: {words}", $"Lot L is in quarantine: {words}"], sentences);
    }

    private Task<StockItem> ItemAsync(string name, string? gtin = null) => clinic.AddAsync(new StockItem { Name = $"{name} {Guid.NewGuid():N}", Kind = StockKind.Cartridge, Gtin = gtin });

    private Task<List<StockLot>> LotsAsync(StockItem item) => clinic.ReadAsync(db => db.StockLots.Where(l => l.ItemId == item.Id).ToListAsync());

    private Task<FormResult> ReceiveAsync(ReceiveLot.Input input) => clinic.UseAsync<ReceiveLot, FormResult>(u => u.Handle(input), clinic.Assistant);

    /// <summary>Code of the first reason; null when it was received.</summary>
    private async Task<string?> CodeAsync(ReceiveLot.Input input) => await ReceiveAsync(input) is FormResult.Refused refused ? refused.Decision.Reasons[0].Code : null;
}
