using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Devices;
using Fibril.Practice.Staff;
using Fibril.Practice.Stock;
using Fibril.Tests.Pathway.Bookings;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Journey.Board;

/// <summary>A visit of today, and the row of it that staff presses on.</summary>
internal static class BoardSteps
{
    public static readonly string[] BeforeCream = [SessionGate.Identity, SessionGate.Well, SessionGate.Holds, SessionGate.Consent];

    /// <summary>Begins in an hour; a needling with a signed consent, or a talk.</summary>
    public static async Task<Booking> VisitTodayAsync(this TestClinic clinic, string given, VisitKind kind = VisitKind.Session, string anaesthetic = "lidocaine-tetracaine", bool consent = true, int inMinutes = 60)
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync(given, anaesthetic: anaesthetic);
        if (consent)
        {
            await clinic.SignConsentAsync(course);
        }

        var booking = new Booking { CourseId = course.Id, PatientId = patient.Id, Kind = kind, MadeAt = clinic.Clock.Now(), MadeByName = "Fay" };
        var start = clinic.Clock.Now().AddMinutes(inMinutes);
        booking.Place([new(kind == VisitKind.Session ? SegmentKind.Needling : SegmentKind.Talk, start, 30, clinic.Practitioner.Id, null)]);
        return await clinic.AddAsync(booking);
    }

    /// <summary>The person is here and the session open, with these checks ticked.</summary>
    public static async Task<Guid> OpenAsync(this TestClinic clinic, Booking booking, params string[] ticked)
    {
        await clinic.WentAsync<MarkArrived>(clinic.FrontDesk, u => u.Handle(booking.Id));
        await clinic.WentAsync<OpenSession>(clinic.Assistant, u => u.Handle(booking.Id));
        var id = await clinic.ReadAsync(db => db.Sessions.Where(s => s.BookingId == booking.Id).Select(s => s.Id).SingleAsync());
        foreach (var item in ticked)
        {
            await clinic.WentAsync<TickGate>(clinic.Assistant, u => u.Handle(id, item, null));
        }

        return id;
    }

    public static async Task PutCreamOnAsync(this TestClinic clinic, Guid session)
    {
        var cream = await clinic.ShelveAsync("Numbing cream", StockKind.Anaesthetic, "lidocaine-tetracaine");
        await clinic.WentAsync<PutCreamOn>(clinic.Assistant, u => u.Handle(session, new() { LotId = cream.Id.ToString(), Grams = 10, AreaCm2 = 120 }));
    }

    /// <summary>All that the first needle waits for beside the cream.</summary>
    public static async Task PrepareAsync(this TestClinic clinic, Guid session)
    {
        var device = await clinic.AddAsync(new Device { Name = "Pen", Serial = session.ToString(), Kind = DeviceKind.Pen, RateHz = 100 });
        var cartridge = await clinic.ShelveAsync("Cartridge", StockKind.Cartridge, null);
        await clinic.WentAsync<TakeDevice>(clinic.Practitioner, u => u.Handle(session, device.Id));
        await clinic.WentAsync<OpenCartridge>(clinic.Practitioner, u => u.Handle(session, cartridge.Id, session.ToString(), null));
        await clinic.WentAsync<TickGate>(clinic.Practitioner, u => u.Handle(session, SessionGate.Cartridge, null));
        await clinic.WentAsync<TickGate>(clinic.Practitioner, u => u.Handle(session, SessionGate.Photos, "taken"));
        if (await clinic.ReadAsync(db => db.Sessions.AnyAsync(s => s.Id == session && s.CreamOnAt != null)))
        {
            await clinic.WentAsync<TickGate>(clinic.Practitioner, u => u.Handle(session, SessionGate.CreamRemoved, null));
        }
    }

    public static async Task WentAsync<TUseCase>(this TestClinic clinic, StaffMember staff, Func<TUseCase, Task<FormResult?>> step) where TUseCase : notnull
    {
        var result = await clinic.UseAsync(step, staff);
        Assert.True(result is FormResult.GoTo, result is FormResult.Refused no ? no.Decision.Reasons[0].Sentence : "gone");
    }

    /// <summary>The person's line among the visits in order.</summary>
    public static IElement RowOf(this Browser browser, string person) =>
        browser.Page.QuerySelectorAll("table.board tbody tr").Single(r => r.TextContent.Contains(person, StringComparison.Ordinal));

    public static string StateOf(this Browser browser, string person) => browser.RowOf(person).QuerySelector(".tag")!.TextContent.Trim();

    /// <summary>What can be pressed or followed as the next step; null without one.</summary>
    public static string? NextOf(this Browser browser, string person) => browser.RowOf(person).QuerySelector("[data-next] .btn-primary")?.TextContent.Trim();

    /// <summary>The request of the button in the person's line.</summary>
    public static HttpRequestMessage StepOf(this Browser browser, string person)
    {
        var form = (IHtmlFormElement)browser.RowOf(person).QuerySelector("[data-next] form")!;
        return FormFiller.Submit(form, form.QuerySelector("button")!, browser.Address);
    }

    public static Task<Browser> StepAsync(this Browser browser, string person) => browser.SendAsync(browser.StepOf(person));

    private static async Task<StockLot> ShelveAsync(this TestClinic clinic, string name, StockKind kind, string? protocolId)
    {
        var item = await clinic.AddAsync(new StockItem { Name = name, Kind = kind, ProtocolId = protocolId, Needles = kind == StockKind.Cartridge ? 12 : null });
        var lot = new StockLot { ItemId = item.Id, Lot = $"L-{item.Id:N}"[..12], ExpiresOn = clinic.Today.AddYears(1), Received = 5, ReceivedAt = TestClinic.Start.UtcDateTime };
        lot.PutOnShelf();
        return await clinic.AddAsync(lot);
    }
}
