using System.Net;
using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Platform.Ui;
using Fibril.Practice.Devices;
using Fibril.Practice.Places;
using Fibril.Practice.Stock;
using Fibril.Tests.Pathway.Bookings;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Sessions;

public class SessionPagesTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task From_arrival_to_signature_and_amendment()
    {
        var (cream, cartridge, gel) = await StockAsync();
        await clinic.AddAsync(new Device { Name = "Pen A", Serial = "P-7", Kind = DeviceKind.Pen, RateHz = 100 });
        var (id, session, browser) = await OpenAsync("Ada", clinic.Practitioner);
        using var _ = browser;

        await TickAsync(browser, "Name and birth date", "Feels well", "Holds before", "Consent talked over");
        await browser.FollowAsync("Put the cream on");
        await browser.PressAsync("Cream is on now", ("Tube", cream.Id.ToString()), ("Amount", "10"), ("Area", "120"));
        clinic.Clock.Advance(TimeSpan.FromMinutes(19));
        Assert.Contains("not ready yet", (await browser.GetAsync(session)).Text, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("meta[http-equiv=refresh]"));
        clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("ready", (await browser.GetAsync(session)).Text, StringComparison.Ordinal);
        WaitsForTheNetwork(browser, "Cream off now");
        await browser.PressAsync("Cream off now");

        WaitsForTheNetwork(browser, "Start needling");
        await browser.PressAsync("Start needling");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("No device is chosen", browser.Text, StringComparison.Ordinal);
        await browser.GetAsync(session);

        await browser.PressAsync("Tick: Photos before", ("What was done", "taken"));
        await TickAsync(browser, "Cream wiped off");
        await browser.PressAsync("Take this device", ("Device", "Pen A"));
        await browser.PressAsync("Open a cartridge", ("Cartridge lot", cartridge.Id.ToString()), ("Serial on the pack", "S-1"));
        await browser.PressAsync("Use this product", ("Gel, serum", gel.Id.ToString()));
        await TickAsync(browser, "Cartridge sealed");
        await browser.PressAsync("Start needling");
        Assert.Equal(HttpStatusCode.OK, browser.Status);

        Assert.Equal(["Face", "Face, left side", "Face, right side"], browser.Page.QuerySelectorAll("svg:has(a[href$='/zones/cheek'])").Select(map => map.GetAttribute("aria-label")));
        await browser.FollowAsync("Cheek");
        await browser.PressAsync("Record", ("Depth", "1.0"), ("Passes", "4"), ("Glide speed", "2"), ("Pain", "3"));
        Assert.Contains("for comparing sessions, not a target", browser.Text, StringComparison.Ordinal);
        WaitsForTheNetwork(browser, "Finish needling");
        await browser.PressAsync("Finish needling");
        await browser.PressAsync("Save notes", ("Immediate reactions", "mild redness"), ("Notes", "calm"));
        WaitsForTheNetwork(browser, "Aftercare given");
        await browser.PressAsync("Aftercare given");

        await browser.GetAsync($"{session}/sign");
        await browser.PressAsync("Sign this record");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.PressAsync("Sign this record", ("I have read it", "true"));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("fits the text", browser.Text, StringComparison.Ordinal);
        var signed = await clinic.ReadAsync(db => db.Sessions.SingleAsync(s => s.Id == id));
        foreach (var word in new[] { "Ada Example", "lot CRM-1", "unit S-1", "serial P-7", "1.0 mm, 4 passes", "pain 3 of 10", "Consent: document", "mild redness", "20 minutes", Fibril.Protocol.ProtocolPack.Current.Hash })
        {
            Assert.Contains(word, signed.SignedText, StringComparison.Ordinal);
        }

        await browser.FollowAsync("Amend");
        await browser.PressAsync("Add the amendment", ("What is right", "Pain was 4."), ("Why", "misheard"));
        Assert.Contains("Pain was 4.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("pain 3 of 10", browser.Text, StringComparison.Ordinal);
        Assert.Equal(signed.SignedText, (await clinic.ReadAsync(db => db.Sessions.SingleAsync(s => s.Id == id))).SignedText);
        await RefusesChangeAsync(id);
        await ToldAsync(id);
    }

    [Fact]
    public async Task The_signed_record_names_whoever_did_each_step_also_where_another_signs()
    {
        var (cream, cartridge, _) = await StockAsync();
        var device = await clinic.AddAsync(new Device { Name = "Pen B", Serial = "P-8", Kind = DeviceKind.Pen, RateHz = 100 });
        var (id, _, browser) = await OpenAsync("Dana", clinic.Practitioner);
        browser.Dispose();

        await DoAsync<TickGate>(clinic.Assistant, u => u.Handle(id, SessionGate.Identity, null), u => u.Handle(id, SessionGate.Well, null), u => u.Handle(id, SessionGate.Holds, null), u => u.Handle(id, SessionGate.Consent, null), u => u.Handle(id, SessionGate.Photos, "taken"));
        await DoAsync<PutCreamOn>(clinic.Assistant, u => u.Handle(id, new() { LotId = cream.Id.ToString(), Grams = 10, AreaCm2 = 120 }));
        clinic.Clock.Advance(TimeSpan.FromMinutes(20));
        await DoAsync<TakeCreamOff>(clinic.Assistant, u => u.Handle(id));
        await DoAsync<TakeDevice>(clinic.Practitioner, u => u.Handle(id, device.Id));
        await DoAsync<OpenCartridge>(clinic.Assistant, u => u.Handle(id, cartridge.Id, "D-1", null));
        await DoAsync<TickGate>(clinic.Assistant, u => u.Handle(id, SessionGate.CreamRemoved, null), u => u.Handle(id, SessionGate.Cartridge, null));
        await DoAsync<StartNeedling>(clinic.Practitioner, u => u.Handle(id));
        await DoAsync<RecordZone>(clinic.Practitioner, u => u.Handle(id, new() { Zone = "cheek", DepthMm = 1, Passes = 4, EndPoint = "erythema", Pain = 2 }));
        await DoAsync<FinishNeedling>(clinic.Practitioner, u => u.Handle(id));
        await DoAsync<GiveAftercare>(clinic.Assistant, u => u.Handle(id));
        var text = await clinic.InAsync(async s => SessionText.Of((await SessionReader.LoadAsync(s.GetRequiredService<ClinicDb>(), s.GetRequiredService<Caller>(), id))!), clinic.Physician);

        var (asa, pia) = (clinic.Assistant.Name, clinic.Practitioner.Name);
        Assert.NotEqual(pia, clinic.Physician.Name);
        Assert.Matches($"On .* by {asa}, off .* by {asa}, 20 minutes", text);
        Assert.Matches($"unit D-1.* by {asa}\n", text);
        Assert.Matches($"Needling: from .* by {pia} to .* by {pia}\n", text);
        Assert.Contains($"recorded by {pia}", text, StringComparison.Ordinal);
        Assert.Matches($"Aftercare given: .* by {asa}\n", text);
        Assert.DoesNotContain(SessionGate.Step, text, StringComparison.Ordinal);

        async Task DoAsync<TUseCase>(Fibril.Practice.Staff.StaffMember staff, params Func<TUseCase, Task<FormResult?>>[] steps) where TUseCase : notnull
        {
            foreach (var step in steps)
            {
                Assert.IsType<FormResult.GoTo>(await clinic.UseAsync(step, staff));
            }
        }
    }

    [Fact]
    public async Task A_cartridge_is_opened_for_one_session_only()
    {
        var (_, cartridge, _) = await StockAsync();
        var (first, _, one) = await OpenAsync("Una", clinic.Practitioner);
        var (second, _, two) = await OpenAsync("Dua", clinic.Practitioner);
        one.Dispose();
        two.Dispose();

        var opened = await clinic.UseAsync<OpenCartridge, FormResult?>(u => u.Handle(first, cartridge.Id, "SAME", null), clinic.Assistant);
        var again = await clinic.UseAsync<OpenCartridge, FormResult?>(u => u.Handle(second, cartridge.Id, "SAME", null), clinic.Assistant);

        Assert.IsType<FormResult.GoTo>(opened);
        Assert.Contains(Assert.IsType<FormResult.Refused>(again).Decision.Reasons, r => r.Code == "unit-opened");
        Assert.Empty((await clinic.ReadAsync(db => db.Sessions.SingleAsync(s => s.Id == second))).Used);
    }

    [Fact]
    public async Task An_assistant_prepares_and_neither_needles_nor_signs()
    {
        var (_, session, browser) = await OpenAsync("Asta", clinic.Assistant);
        using var _ = browser;

        await TickAsync(browser, "Name and birth date");
        Assert.Contains("Asa Assistant", browser.Text, StringComparison.Ordinal);
        Assert.Contains("A practitioner starts the needling.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("main button, main a"), b => b.TextContent.Trim() is "Start needling" or "Review and sign");
        await browser.GetAsync($"{session}/sign");
        Assert.Equal("/forbidden", browser.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.Contains("Not for your role", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_may_go_without_the_planned_cream_for_a_reason()
    {
        var (id, session, browser) = await OpenAsync("Sana", clinic.Practitioner);
        using var _ = browser;

        await browser.GetAsync(session);
        Assert.Contains("Cream wiped off", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Go without cream", ("Why", "wishes none"));

        Assert.Contains("No cream today: wishes none", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cream wiped off", browser.Text, StringComparison.Ordinal);
        var start = await clinic.UseAsync<StartNeedling, FormResult?>(u => u.Handle(id), clinic.Practitioner);
        Assert.DoesNotContain(Assert.IsType<FormResult.Refused>(start).Decision.Reasons, r => r.Code.StartsWith("cream", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_cream_form_leads_to_the_weight_when_its_ceiling_needs_one()
    {
        var (_, session, browser) = await OpenAsync("Wega", clinic.Assistant, anaesthetic: "lidocaine-4");
        using var _ = browser;
        await browser.GetAsync($"{session}/cream");

        await browser.FollowAsync("Enter the weight");
        await browser.PressAsync("Save", ("Weight", "61"));

        await browser.GetAsync($"{session}/cream");
        Assert.DoesNotContain("The weight is not recorded", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_consent_no_cream_goes_on()
    {
        var (cream, _, _) = await StockAsync();
        var (id, _, browser) = await OpenAsync("Nora", clinic.Practitioner, consent: false);
        browser.Dispose();

        var result = await clinic.UseAsync<PutCreamOn, FormResult?>(u => u.Handle(id, new() { LotId = cream.Id.ToString(), Grams = 1, AreaCm2 = 100 }), clinic.Practitioner);

        Assert.Contains(Assert.IsType<FormResult.Refused>(result).Decision.Reasons, r => r.Code == "consent-missing");
    }

    private async Task RefusesChangeAsync(Guid id)
    {
        var tick = await clinic.UseAsync<TickGate, FormResult?>(u => u.Handle(id, SessionGate.Well, null), clinic.Practitioner);
        var notes = await clinic.UseAsync<WriteNotes, FormResult?>(u => u.Handle(id, "later", null), clinic.Practitioner);
        Assert.Equal("session-signed", Assert.IsType<FormResult.Refused>(tick).Decision.Reasons[0].Code);
        Assert.Equal("session-signed", Assert.IsType<FormResult.Refused>(notes).Decision.Reasons[0].Code);
    }

    private async Task ToldAsync(Guid id)
    {
        var facts = await clinic.ReadAsync(db => db.Set<OutboxFact>().Where(f => f.Body.Contains(id.ToString())).Select(f => f.Type).ToListAsync());
        Assert.Contains(typeof(NeedlingFinished).FullName!, facts);
        Assert.Contains(typeof(SessionSigned).FullName!, facts);
    }

    /// <summary>A press of a step whose time is noted is kept while nobody is there, and says which time will be noted.</summary>
    private static void WaitsForTheNetwork(Browser browser, string button) =>
        Assert.Contains("the one at which it arrives", browser.Page.QuerySelectorAll("button").Single(b => b.TextContent.Trim() == button).Closest("draft-form")?.GetAttribute("data-late"), StringComparison.Ordinal);

    private static async Task TickAsync(Browser browser, params string[] items)
    {
        foreach (var item in items)
        {
            await browser.PressAsync($"Tick: {item}");
            Assert.Equal(HttpStatusCode.OK, browser.Status);
        }
    }

    private async Task<(Guid Id, string Address, Browser Browser)> OpenAsync(string given, Fibril.Practice.Staff.StaffMember staff, bool consent = true, string anaesthetic = "lidocaine-tetracaine")
    {
        await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, $"Room {given}");
        await clinic.AddPlaceAsync(PlaceKind.NumbingChair, $"Chair {given}");
        var (_, course) = await clinic.CreateReadyCourseAsync(given, anaesthetic: anaesthetic);
        if (consent)
        {
            await clinic.SignConsentAsync(course);
        }

        var found = await clinic.UseAsync<FindTimes, TimesFound?>(u => u.Handle(course.Id, VisitKind.Session), clinic.FrontDesk);
        var booking = await clinic.BookAsync(course, found!.Days.First(d => d.Offers.Count > 0).Offers[0].StartsAt);
        var browser = await Browser.OfAsync(clinic, staff);
        await browser.GetAsync($"/staff/bookings/{booking.Id}");
        await browser.PressAsync("Arrived");
        await browser.PressAsync("Open the session");
        var session = await clinic.ReadAsync(db => db.Sessions.SingleAsync(s => s.BookingId == booking.Id));
        return (session.Id, $"/staff/sessions/{session.Id}", browser);
    }

    private async Task<(StockLot Cream, StockLot Cartridge, StockLot Gel)> StockAsync() => (
        await LotAsync("Numbing cream", StockKind.Anaesthetic, "CRM-1", "lidocaine-tetracaine"),
        await LotAsync("Cartridge 12", StockKind.Cartridge, "CART-1", null, 12),
        await LotAsync("Gel", StockKind.Serum, "GEL-1", "sterile-ha-gel"));

    private async Task<StockLot> LotAsync(string name, StockKind kind, string lot, string? protocolId, int? needles = null)
    {
        var item = await clinic.AddAsync(new StockItem { Name = name, Kind = kind, ProtocolId = protocolId, Needles = needles });
        var row = new StockLot { ItemId = item.Id, Lot = lot, ExpiresOn = clinic.Today, Received = 5, ReceivedAt = TestClinic.Start.UtcDateTime };
        row.PutOnShelf();
        return await clinic.AddAsync(row);
    }
}
