using Fibril.Platform.Data;
using Fibril.Practice.Stock;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Practice.Stock;

public class OpenUnitTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Open_takes_one_from_the_shelf_and_copies_the_lot()
    {
        var lot = await StockData.LotAsync(clinic, received: 3);
        var session = Guid.NewGuid();

        var answer = await OpenAsync(lot, "S-1", session);

        Assert.True(answer.Decision.IsAllowed);
        Assert.Equal(("Cartridge 12", lot.Lot, lot.ExpiresOn, "S-1", "cartridge"), (answer.Taken!.Item, answer.Taken.Lot, answer.Taken.ExpiresOn, answer.Taken.Unit, answer.Taken.Kind));
        Assert.Equal(2, (await clinic.ReadAsync(db => db.StockLots.FirstAsync(l => l.Id == lot.Id))).Remaining);
        Assert.Equal(1, await clinic.ReadAsync(db => db.LotUses.CountAsync(u => u.LotId == lot.Id && u.ForId == session)));
    }

    [Fact]
    public async Task Open_same_serial_again_is_refused()
    {
        var lot = await StockData.LotAsync(clinic, received: 3);
        await OpenAsync(lot, "S-1", Guid.NewGuid());

        var answer = await OpenAsync(lot, "S-1", Guid.NewGuid());

        Assert.Equal("unit-opened", Assert.Single(answer.Decision.Reasons).Code);
        Assert.Equal(2, (await clinic.ReadAsync(db => db.StockLots.FirstAsync(l => l.Id == lot.Id))).Remaining);
    }

    [Theory]
    [InlineData("s-1")]
    [InlineData(" S-1 ")]
    [InlineData("S \u2013 1-")]
    public async Task Open_same_serial_in_other_letters_is_refused(string again)
    {
        var lot = await StockData.LotAsync(clinic, received: 3);
        await OpenAsync(lot, "S-1", Guid.NewGuid());

        Assert.Equal("unit-opened", Assert.Single((await OpenAsync(lot, again, Guid.NewGuid())).Decision.Reasons).Code);
    }

    [Fact]
    public async Task Open_serial_kept_in_small_letters_before_is_refused()
    {
        var lot = await StockData.LotAsync(clinic);
        await clinic.AddAsync(new OpenedUnit { LotId = lot.Id, Unit = "ab-7", OpenedAt = TestClinic.Start.UtcDateTime, OpenedBy = Guid.NewGuid(), ForId = Guid.NewGuid() });

        Assert.Equal("unit-opened", Assert.Single((await OpenAsync(lot, "AB-7", Guid.NewGuid())).Decision.Reasons).Code);
    }

    [Fact]
    public async Task Open_same_serial_under_another_lot_of_the_product_is_refused_and_a_running_number_is_not()
    {
        var item = await clinic.AddAsync(new StockItem { Name = "Cartridge 36", Kind = StockKind.Cartridge });
        var (one, two) = (await StockData.LotAsync(clinic, item: item), await StockData.LotAsync(clinic, item: item));
        var otherProduct = await StockData.LotAsync(clinic);
        await OpenAsync(one, "K9", Guid.NewGuid());
        await OpenAsync(one, null, Guid.NewGuid());

        var answer = await OpenAsync(two, "k9", Guid.NewGuid());

        Assert.Equal("unit-opened", Assert.Single(answer.Decision.Reasons).Code);
        Assert.True((await OpenAsync(otherProduct, "K9", Guid.NewGuid())).Decision.IsAllowed);
        Assert.Equal("1", (await OpenAsync(two, null, Guid.NewGuid())).Taken!.Unit);
        Assert.Equal("2", (await OpenAsync(two, "2", Guid.NewGuid())).Taken!.Unit);
    }

    [Fact]
    public async Task Serial_longer_than_any_is_refused_in_words_and_nothing_is_opened()
    {
        var lot = await StockData.LotAsync(clinic, received: 3);

        var refused = await OpenAsync(lot, new string('7', 41), Guid.NewGuid());
        var longest = await OpenAsync(lot, new string('7', 40), Guid.NewGuid());

        Assert.Equal("serial-too-long", Assert.Single(refused.Decision.Reasons).Code);
        Assert.True(longest.Decision.IsAllowed);
        Assert.Equal(2, (await clinic.ReadAsync(db => db.StockLots.FirstAsync(l => l.Id == lot.Id))).Remaining);
    }

    [Fact]
    public async Task Open_without_serial_numbers_the_units()
    {
        var lot = await StockData.LotAsync(clinic, received: 3);
        await OpenAsync(lot, "2", Guid.NewGuid());

        var first = await OpenAsync(lot, null, Guid.NewGuid());
        var second = await OpenAsync(lot, null, Guid.NewGuid());

        Assert.Equal(("3", "4"), (first.Taken!.Unit, second.Taken!.Unit));
    }

    [Fact]
    public async Task Second_unit_for_a_session_needs_a_reason()
    {
        var lot = await StockData.LotAsync(clinic, received: 3);
        var session = Guid.NewGuid();
        await OpenAsync(lot, null, session);

        var without = await OpenAsync(lot, null, session);
        var with = await OpenAsync(lot, null, session, "dropped on the floor");

        Assert.Equal("second-unit", Assert.Single(without.Decision.Reasons).Code);
        Assert.True(with.Decision.IsAllowed);
        Assert.Equal("dropped on the floor", await clinic.ReadAsync(db => db.OpenedUnits.Where(u => u.LotId == lot.Id && u.Reason != null).Select(u => u.Reason).SingleAsync()));
    }

    [Fact]
    public async Task Expired_recalled_quarantined_and_used_up_lots_are_refused()
    {
        var expired = await StockData.LotAsync(clinic, expiresOn: new(2026, 6, 9));
        var lastDay = await StockData.LotAsync(clinic, expiresOn: new(2026, 6, 10));
        var recalled = await StockData.LotAsync(clinic, change: l => l.Recall("sterility", TestClinic.Start.UtcDateTime));
        var quarantined = await StockData.LotAsync(clinic, change: l => l.Quarantine("wet box", TestClinic.Start.UtcDateTime));
        var empty = await StockData.LotAsync(clinic, received: 1, change: l => l.TakeOne());

        Assert.Equal("lot-expired", (await OpenAsync(expired, null, Guid.NewGuid())).Decision.Reasons.Single().Code);
        Assert.True((await OpenAsync(lastDay, null, Guid.NewGuid())).Decision.IsAllowed);
        Assert.Equal("lot-recalled", (await OpenAsync(recalled, null, Guid.NewGuid())).Decision.Reasons.Single().Code);
        Assert.Equal("lot-quarantined", (await OpenAsync(quarantined, null, Guid.NewGuid())).Decision.Reasons.Single().Code);
        Assert.Equal("lot-used-up", (await OpenAsync(empty, null, Guid.NewGuid())).Decision.Reasons.Single().Code);
        Assert.Equal("no-such-lot", (await clinic.UseAsync<OpenUnit, StockAnswer>(u => u.Handle(Guid.NewGuid(), null, Guid.NewGuid()))).Decision.Reasons.Single().Code);
    }

    [Fact]
    public async Task Same_unit_opened_by_many_at_once_is_opened_once()
    {
        var lot = await StockData.LotAsync(clinic, received: 20);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => OpenAsync(lot, "S-9", Guid.NewGuid()))));

        Assert.Single(answers, a => a.Decision.IsAllowed);
        Assert.Equal(19, (await clinic.ReadAsync(db => db.StockLots.FirstAsync(l => l.Id == lot.Id))).Remaining);
    }

    [Fact]
    public async Task Last_unit_wanted_by_many_at_once_goes_to_one()
    {
        var lot = await StockData.LotAsync(clinic, received: 1);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => OpenAsync(lot, null, Guid.NewGuid()))));

        Assert.Single(answers, a => a.Decision.IsAllowed);
        Assert.Equal(0, (await clinic.ReadAsync(db => db.StockLots.FirstAsync(l => l.Id == lot.Id))).Remaining);
    }

    [Fact]
    public async Task Database_has_no_second_key_for_a_unit()
    {
        var lot = await StockData.LotAsync(clinic);
        Task AddAsync() => clinic.AddAsync(new OpenedUnit { LotId = lot.Id, Unit = "S-1", OpenedAt = TestClinic.Start.UtcDateTime, OpenedBy = Guid.NewGuid(), ForId = Guid.NewGuid() });
        await AddAsync();

        await Assert.ThrowsAsync<DbUpdateException>(AddAsync);
    }

    [Fact]
    public async Task Cream_from_a_tube_is_noted_and_keeps_the_count_and_a_sachet_is_taken()
    {
        var lot = await StockData.LotAsync(clinic, received: 2);
        var session = Guid.NewGuid();

        var used = await clinic.UseAsync<UseLot, StockAnswer>(u => u.Handle(lot.Id, session));
        await clinic.UseAsync<UseLot, StockAnswer>(u => u.Handle(lot.Id, session));
        var taken = await clinic.UseAsync<TakeFromLot, StockAnswer>(u => u.Handle(lot.Id, session));

        Assert.True(used.Decision.IsAllowed && taken.Decision.IsAllowed);
        Assert.Equal(1, (await clinic.ReadAsync(db => db.StockLots.FirstAsync(l => l.Id == lot.Id))).Remaining);
        Assert.Equal(1, await clinic.ReadAsync(db => db.LotUses.CountAsync(u => u.LotId == lot.Id)));
    }

    [Fact]
    public async Task Stale_copy_in_the_scope_does_not_decide()
    {
        var lot = await StockData.LotAsync(clinic, received: 1);

        var answer = await clinic.InAsync(async services =>
        {
            _ = await services.GetRequiredService<ClinicDb>().StockLots.FirstAsync(l => l.Id == lot.Id);
            await OpenAsync(lot, null, Guid.NewGuid());
            return await services.GetRequiredService<OpenUnit>().Handle(lot.Id, null, Guid.NewGuid());
        });

        Assert.Equal("lot-used-up", answer.Decision.Reasons.Single().Code);
    }

    private Task<StockAnswer> OpenAsync(StockLot lot, string? unit, Guid forId, string? reason = null) =>
        clinic.UseAsync<OpenUnit, StockAnswer>(u => u.Handle(lot.Id, unit, forId, reason), clinic.Practitioner);
}
