using Fibril.Pathway.Journey.Recalls;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Stock;
using Fibril.Tests.Practice.Stock;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Sessions;

public class TakeBackTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Cartridge_charted_for_the_wrong_person_is_taken_back_and_free_for_the_right_one()
    {
        var (lot, wrong, right) = (await StockData.LotAsync(clinic, received: 3), await OpenAsync("Wrong"), await OpenAsync("Right"));
        await ChartAsync(wrong, lot, "T-1");
        Assert.Single((await clinic.UseAsync<TraceRecall, TraceRecall.Recall>(u => u.Handle(lot.Id), clinic.Physician)).People);

        Assert.Equal("reason-missing", Code(await BackAsync(wrong, lot, "T-1", " ")));
        Assert.IsType<FormResult.GoTo>(await BackAsync(wrong, lot, "T-1", "was in the other room"));

        Assert.Empty((await clinic.UseAsync<TraceRecall, TraceRecall.Recall>(u => u.Handle(lot.Id), clinic.Physician)).People);
        Assert.Equal(3, (await clinic.ReadAsync(db => db.StockLots.SingleAsync(l => l.Id == lot.Id))).Remaining);
        var used = Assert.Single((await ReadAsync(wrong)).Used);
        Assert.Equal(("was in the other room", clinic.Assistant.Name), (used.Back!.Reason, used.Back.By.Name));
        Assert.Empty((await ReadAsync(wrong)).InUse);
        Assert.Equal("not-charted", Code(await BackAsync(wrong, lot, "T-1", "again")));
        Assert.IsType<FormResult.GoTo>(await ChartAsync(right, lot, "T-1"));
    }

    [Fact]
    public async Task After_the_first_needle_the_right_cartridge_is_charted_first_and_the_other_one_is_never_opened_again()
    {
        var (lot, session, other) = (await StockData.LotAsync(clinic, received: 3), await OpenAsync("Late"), await OpenAsync("Other"));
        await ChartAsync(session, lot, "L-1");
        await ChangeAsync(session, s => s.StartNeedling(clinic.Clock.Now()));

        Assert.Equal("only-cartridge", Code(await BackAsync(session, lot, "L-1", "read wrongly")));
        await ChartAsync(session, lot, "L-2", "the first was read wrongly");
        Assert.IsType<FormResult.GoTo>(await BackAsync(session, lot, "L-1", "read wrongly"));

        Assert.Equal("unit-opened", Code(await ChartAsync(other, lot, "L-1")));
        Assert.Equal(1, await clinic.ReadAsync(db => db.LotUses.CountAsync(u => u.LotId == lot.Id && u.ForId == session)));
        Assert.Equal("L-2", Assert.Single((await ReadAsync(session)).InUse).Unit);
    }

    [Fact]
    public async Task Product_is_listed_once_however_often_it_is_pressed_and_the_page_takes_it_back()
    {
        var item = await clinic.AddAsync(new StockItem { Name = "Antiseptic", Kind = StockKind.Antiseptic, IsSingleUse = true });
        var (lot, session) = (await StockData.LotAsync(clinic, received: 5, item: item), await OpenAsync("Twice"));
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);

        await clinic.UseAsync<UseProduct, FormResult?>(u => u.Handle(session, lot.Id), clinic.Assistant);
        Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<UseProduct, FormResult?>(u => u.Handle(session, lot.Id), clinic.Assistant));
        Assert.Single((await ReadAsync(session)).Used);
        Assert.Equal(4, (await clinic.ReadAsync(db => db.StockLots.SingleAsync(l => l.Id == lot.Id))).Remaining);

        await browser.GetAsync($"/staff/sessions/{session}");
        await browser.PressAsync("Take back", ("Why Antiseptic", "chlorhexidine was used"));
        Assert.Contains("Taken back: chlorhexidine was used", browser.Text, StringComparison.Ordinal);
        Assert.Equal(5, (await clinic.ReadAsync(db => db.StockLots.SingleAsync(l => l.Id == lot.Id))).Remaining);
        Assert.False(await clinic.ReadAsync(db => db.LotUses.AnyAsync(u => u.LotId == lot.Id)));
    }

    [Fact]
    public async Task Signed_record_is_not_changed()
    {
        var (lot, session) = (await StockData.LotAsync(clinic), await OpenAsync("Signed"));
        await ChartAsync(session, lot, "Z-1");
        await ChangeAsync(session, s => s.Sign(clinic.Practitioner.Id, "Pia", "text", "hash", clinic.Clock.Now()));

        Assert.Equal("session-signed", Code(await BackAsync(session, lot, "Z-1", "late")));
    }

    private static string Code(FormResult? answer) => Assert.IsType<FormResult.Refused>(answer).Decision.Reasons[0].Code;

    private Task<FormResult?> ChartAsync(Guid session, StockLot lot, string unit, string? reason = null) => clinic.UseAsync<OpenCartridge, FormResult?>(u => u.Handle(session, lot.Id, unit, reason), clinic.Assistant);

    private Task<FormResult?> BackAsync(Guid session, StockLot lot, string unit, string reason) => clinic.UseAsync<TakeBack, FormResult?>(u => u.Handle(session, lot.Id, unit, reason), clinic.Assistant);

    private Task<Session> ReadAsync(Guid session) => clinic.ReadAsync(db => db.Sessions.SingleAsync(s => s.Id == session));

    private Task ChangeAsync(Guid session, Action<Session> change) => clinic.InAsync(async services =>
    {
        var db = services.GetRequiredService<ClinicDb>();
        change(await db.Sessions.SingleAsync(s => s.Id == session));
        await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
    });

    /// <summary>A session that nobody has needled in yet.</summary>
    private async Task<Guid> OpenAsync(string given)
    {
        var (_, course) = await clinic.CreateCourseAsync(TestData.Patient(given));
        return (await clinic.OpenSessionAsync(course)).Id;
    }
}
