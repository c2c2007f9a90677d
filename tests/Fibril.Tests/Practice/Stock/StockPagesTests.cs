using System.Net;
using Fibril.Practice.Stock;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Practice.Stock;

public class StockPagesTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Scanned_lot_of_a_new_product_is_received_and_the_number_remembered()
    {
        var item = await clinic.AddAsync(new StockItem { Name = "Cartridge 16", Kind = StockKind.Cartridge });
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);
        await browser.GetAsync("/staff/stock/receive");

        await browser.PressAsync("Put on the shelf", ("Barcode", "(01)09506000134352(17)271200(10)QX7"), ("Units", "10"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Choose the product once", browser.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await browser.PressAsync("Put on the shelf", ("Product", "Cartridge 16"));

        Assert.Contains("Lot QX7", browser.Text, StringComparison.Ordinal);
        var lot = await clinic.ReadAsync(db => db.StockLots.FirstAsync(l => l.Lot == "QX7"));
        Assert.Equal((item.Id, new DateOnly(2027, 12, 31), 10), (lot.ItemId, lot.ExpiresOn, lot.Remaining));
        Assert.Equal("09506000134352", (await clinic.ReadAsync(db => db.StockItems.FirstAsync(i => i.Id == item.Id))).Gtin);

        await browser.GetAsync("/staff/stock/receive");
        await browser.PressAsync("Put on the shelf", ("Barcode", "]d20109506000134352172712311" + "0QX7"), ("Units", "5"));
        Assert.Equal(15, (await clinic.ReadAsync(db => db.StockLots.FirstAsync(l => l.Lot == "QX7"))).Remaining);
    }

    [Fact]
    public async Task Typed_lot_is_received_and_what_is_missing_is_asked_for_at_once()
    {
        await clinic.AddAsync(new StockItem { Name = "Gel", Kind = StockKind.Serum });
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync("/staff/stock/receive");

        await browser.PressAsync("Put on the shelf", ("Product", "Gel"), ("Units", "3"));
        Assert.Contains("lot number is missing", browser.Text, StringComparison.Ordinal);
        Assert.Contains("expiry day is missing", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Put on the shelf", ("Lot", "G1"), ("Use until", "2026-06-09"));
        Assert.Contains("expired on", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Put on the shelf", ("Use until", "2026-07-01"));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await browser.GetAsync("/staff/stock");
        var first = browser.Page.QuerySelectorAll("h2").Select(h => h.TextContent).ToList();
        Assert.True(first.IndexOf("Expired or expiring soon") < first.IndexOf("All lots"));
        Assert.Contains("expires soon", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_is_read_into_the_fields_first_and_nothing_is_saved_before_the_units_are_known()
    {
        var item = await clinic.AddAsync(new StockItem { Name = "Read cartridge", Kind = StockKind.Cartridge, Gtin = "04012345678901" });
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);
        await browser.GetAsync("/staff/stock/receive");
        await browser.PressAsync("Read the code", ("Barcode", "(01)04012345678902(10)X"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("check digit does not fit", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Read the code", ("Barcode", "0104012345678901172802001" + "0READ-1{GS}21S-9"));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("lot READ-1, use until 29 February 2028, serial S-9", browser.Text, StringComparison.Ordinal);
        Assert.Equal(item.Id.ToString(), browser.Page.QuerySelector("select option[selected]")!.GetAttribute("value"));
        Assert.Equal(0, await clinic.ReadAsync(db => db.StockLots.CountAsync(l => l.Lot == "READ-1")));
        await browser.PressAsync("Put on the shelf");
        Assert.Contains("Enter how many units came", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Put on the shelf", ("Units", "10"));
        Assert.Equal(new DateOnly(2028, 2, 29), (await clinic.ReadAsync(db => db.StockLots.SingleAsync(l => l.Lot == "READ-1"))).ExpiresOn);
    }

    [Fact]
    public async Task Low_stock_is_shown_with_what_is_left()
    {
        var item = await clinic.AddAsync(new StockItem { Name = "Lowly cream", Kind = StockKind.Anaesthetic, LowStock = 4 });
        await StockData.LotAsync(clinic, received: 3, item: item);
        await StockData.LotAsync(clinic, received: 9, item: item, change: l => l.Quarantine("torn", TestClinic.Start.UtcDateTime));
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await browser.GetAsync("/staff/stock");

        var line = browser.Page.QuerySelectorAll("li").First(l => l.TextContent.Contains("Lowly cream", StringComparison.Ordinal));
        Assert.Contains("3 left", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("in quarantine", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lot_is_set_aside_released_recalled_and_counted_with_reasons()
    {
        var lot = await StockData.LotAsync(clinic, received: 8);
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await browser.GetAsync($"/staff/stock/lots/{lot.Id}");

        await browser.PressAsync("Put in quarantine");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.GetAsync($"/staff/stock/lots/{lot.Id}");
        await browser.PressAsync("Put in quarantine", ("Why", "box was wet"));
        Assert.Contains("box was wet", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Release", ("Why", "only the carton"));
        Assert.DoesNotContain("Not to be used", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Write down the count", ("Units on the shelf", "6"), ("Why it differs", "two dropped"));
        Assert.Contains("6 of 8", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Recall this lot", ("What the notice says", "FSN-12: sterility"));

        Assert.Contains("Not to be used", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Release", browser.Text, StringComparison.Ordinal);
        Assert.Equal("FSN-12: sterility", (await clinic.ReadAsync(db => db.StockLots.FirstAsync(l => l.Id == lot.Id))).RecallReason);
        Assert.True(await clinic.ReadAsync(db => db.JournalEntries.AnyAsync(e => e.Verb == "recall lot" && e.Why == "FSN-12: sterility")));
    }

    [Fact]
    public async Task Assistant_sees_a_lot_but_does_not_judge_it()
    {
        var lot = await StockData.LotAsync(clinic);
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);

        await browser.GetAsync($"/staff/stock/lots/{lot.Id}");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.DoesNotContain("Recall this lot", browser.Text, StringComparison.Ordinal);
        await browser.GetAsync("/staff/stock/items/new");

        Assert.Contains("Not for your role", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serum_is_named_by_the_protocol_and_keeps_its_name_when_saved_again()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await browser.GetAsync("/staff/stock/items/new");
        await browser.PressAsync("Save", ("Name", "Named gel"), ("What it is", "Serum"), ("In the protocol", "lidocaine-4"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("is a numbing cream", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Save", ("In the protocol", "sterile hyaluronic gel without actives"));
        var item = await clinic.ReadAsync(db => db.StockItems.SingleAsync(i => i.Name == "Named gel"));
        Assert.Equal("sterile-ha-gel", item.ProtocolId);

        await browser.GetAsync($"/staff/stock/items/{item.Id}");
        await browser.PressAsync("Save", ("Low when left", "3"));

        item = await clinic.ReadAsync(db => db.StockItems.SingleAsync(i => i.Id == item.Id));
        Assert.Equal(("sterile-ha-gel", 3), (item.ProtocolId, item.LowStock));
    }

    [Fact]
    public async Task Name_of_a_former_protocol_stays_when_the_product_is_saved()
    {
        var item = await clinic.AddAsync(new StockItem { Name = "Former gel", Kind = StockKind.Serum, ProtocolId = "former-gel" });
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);

        await browser.GetAsync($"/staff/stock/items/{item.Id}");
        await browser.PressAsync("Save", ("Low when left", "3"));

        item = await clinic.ReadAsync(db => db.StockItems.SingleAsync(i => i.Id == item.Id));
        Assert.Equal(("former-gel", 3), (item.ProtocolId, item.LowStock));
    }

    [Fact]
    public async Task Trace_names_every_session_of_a_lot()
    {
        var lot = await StockData.LotAsync(clinic, lotNumber: "trace-1");
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        await clinic.UseAsync<OpenUnit, StockAnswer>(u => u.Handle(lot.Id, "A", first), clinic.Practitioner);
        await clinic.UseAsync<OpenUnit, StockAnswer>(u => u.Handle(lot.Id, "B", first, "first one bent"), clinic.Practitioner);
        await clinic.UseAsync<UseLot, StockAnswer>(u => u.Handle(lot.Id, second), clinic.Practitioner);

        var found = await clinic.UseAsync<TraceLot, IReadOnlyList<Guid>>(u => u.FindAsync(" TRACE-1 "));
        var trace = await clinic.UseAsync<TraceLot, TraceLot.Trace>(u => u.Handle(found.Single()));

        Assert.Equal(new HashSet<Guid> { first, second }, trace.Uses.Select(u => u.ForId).ToHashSet());
        Assert.Equal(["A", "B"], trace.Units[first].Select(u => u.Unit).Order());
    }
}
