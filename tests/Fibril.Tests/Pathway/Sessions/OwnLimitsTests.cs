using System.Net;
using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Devices;
using Fibril.Practice.Staff;
using Fibril.Practice.Stock;
using Fibril.Tests.Pathway.Bookings;
using Fibril.Tests.Practice.Stock;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Sessions;

/// <summary>What a person's own limits refuse in a session, and that nothing is refused without them.</summary>
public class OwnLimitsTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Device_start_and_zone_outside_the_limits_are_refused_in_words_and_inside_pass()
    {
        var (own, other) = (await PenAsync("Own pen"), await PenAsync("Other pen"));
        await LimitAsync(clinic.Practitioner, ["cheek"], [own.Id]);
        var session = await OpenAsync("Lima", "forehead", "cheek");
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/sessions/{session.Id}");
        Assert.Contains("Needling cannot start", browser.Text, StringComparison.Ordinal);
        Assert.Contains("is not among the zones that you may needle: Cheek", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Take this device", ("Device", "Other pen"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Other pen is not among the devices that you may use", browser.Text, StringComparison.Ordinal);
        await browser.GetAsync($"/staff/sessions/{session.Id}");
        await browser.PressAsync("Take this device", ("Device", "Own pen"));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await browser.PressAsync("Start needling");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("[data-code=own-zones]"));

        var started = await HeldAsync("Lina");
        Assert.Equal(["own-zones"], await CodesAsync<RecordZone>(u => u.Handle(started.Id, Record("forehead")), clinic.Practitioner));
        Assert.Empty(await CodesAsync<RecordZone>(u => u.Handle(started.Id, Record("cheek")), clinic.Practitioner));
        Assert.Empty(await CodesAsync<RecordZone>(u => u.Handle(started.Id, Record("forehead")), clinic.Physician));
        Assert.Empty(await CodesAsync<TakeDevice>(u => u.Handle(session.Id, other.Id), clinic.Assistant)); // the needler's limits are looked at again before the start
        Assert.Contains("own-devices", await CodesAsync<StartNeedling>(u => u.Handle(session.Id), clinic.Practitioner));
    }

    [Fact]
    public async Task Somebody_under_supervision_starts_only_with_a_supervisor_who_may_needle_and_the_record_names_that_one()
    {
        var novice = await HireAsync("Nora Novice");
        var boss = await HireAsync("Bo Boss");
        var session = await OpenAsync("Susi", "cheek");
        await LimitAsync(novice, [], [], supervised: true, by: boss.Id);

        Assert.DoesNotContain(await CodesAsync<StartNeedling>(u => u.Handle(session.Id), novice), c => c.StartsWith("supervisor", StringComparison.Ordinal));
        var text = await clinic.InAsync(async s => SessionText.Of((await SessionReader.LoadAsync(s.GetRequiredService<ClinicDb>(), s.GetRequiredService<Caller>(), session.Id))!), novice);
        Assert.Contains("Supervised by: Bo Boss", text, StringComparison.Ordinal);
        await clinic.UseAsync<LeaveStaff, FormResult>(u => u.Handle(boss.Id), clinic.Owner);

        Assert.Contains("supervisor-left", await CodesAsync<StartNeedling>(u => u.Handle(session.Id), novice));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, true)]
    public async Task Credential_refuses_the_start_from_the_day_after_its_last_one(int daysLeft, bool refused)
    {
        var person = await HireAsync($"Exa Pired{daysLeft}", clinic.Today.AddDays(daysLeft));
        var session = await OpenAsync($"Exa{daysLeft}", "cheek");

        Assert.Equal(refused, (await CodesAsync<StartNeedling>(u => u.Handle(session.Id), person)).Contains("credential-expired"));
    }

    [Fact]
    public async Task Second_cartridge_needs_a_reason_which_the_record_keeps_and_a_sachet_leaves_the_shelf()
    {
        var cartridges = await StockData.LotAsync(clinic, received: 5, lotNumber: "SEC-1");
        var gel = await StockData.LotAsync(clinic, received: 5, lotNumber: "SACHET-1", item: await clinic.AddAsync(new StockItem { Name = "Gel sachet", Kind = StockKind.Serum, ProtocolId = "sterile-ha-gel", IsSingleUse = true }));
        var session = await OpenAsync("Seca", "cheek");

        Assert.Empty(await CodesAsync<OpenCartridge>(u => u.Handle(session.Id, cartridges.Id, "A", "not kept for the first"), clinic.Physician));
        Assert.Equal(["second-unit"], await CodesAsync<OpenCartridge>(u => u.Handle(session.Id, cartridges.Id, "B", " "), clinic.Physician));
        Assert.Empty(await CodesAsync<OpenCartridge>(u => u.Handle(session.Id, cartridges.Id, "B", "needle bent"), clinic.Physician));
        Assert.Empty(await CodesAsync<UseProduct>(u => u.Handle(session.Id, gel.Id), clinic.Physician));

        var used = await clinic.ReadAsync(db => db.Sessions.Where(s => s.Id == session.Id).Select(s => s.Used).SingleAsync());
        Assert.Equal([("A", null), ("B", "needle bent"), (null, null)], used.Select(u => (u.Unit, u.Reason)));
        var left = await clinic.ReadAsync(db => db.StockLots.Where(l => l.Id == cartridges.Id || l.Id == gel.Id).ToDictionaryAsync(l => l.Id, l => l.Remaining));
        Assert.Equal((3, 4), (left[cartridges.Id], left[gel.Id]));
        Assert.True(await clinic.ReadAsync(db => db.JournalEntries.AnyAsync(e => e.Verb == "open unit" && e.Why == "needle bent")));
    }

    [Fact]
    public async Task Visit_is_not_offered_with_somebody_whose_zones_do_not_fit()
    {
        await clinic.AddPlaceAsync(Fibril.Practice.Places.PlaceKind.TreatmentRoom, "Room limits");
        await clinic.AddPlaceAsync(Fibril.Practice.Places.PlaceKind.NumbingChair, "Chair limits");
        var (_, course) = await clinic.CreateReadyCourseAsync("Offa");
        var person = await HireAsync("Olga Offered");
        Task<TimesFound?> FindAsync() => clinic.UseAsync<FindTimes, TimesFound?>(u => u.Handle(course.Id, VisitKind.Session, practitionerId: person.Id), clinic.FrontDesk);
        Assert.Contains((await FindAsync())!.Days, d => d.Offers.Count > 0);

        await LimitAsync(person, ["abdomen"], []);

        Assert.DoesNotContain((await FindAsync())!.Days, d => d.Offers.Count > 0);
    }

    private static RecordZone.Input Record(string zone) => new() { Zone = zone, DepthMm = 0.5m, Passes = 2, EndPoint = "erythema" };

    private async Task<IReadOnlyList<string>> CodesAsync<T>(Func<T, Task<FormResult?>> call, StaffMember who) where T : notnull =>
        await clinic.UseAsync(call, who) is FormResult.Refused refused ? [.. refused.Decision.Reasons.Select(r => r.Code)] : [];

    private Task<Device> PenAsync(string name) => clinic.AddAsync(new Device { Name = name, Kind = DeviceKind.Pen });

    private async Task<StaffMember> HireAsync(string name, DateOnly? expires = null)
    {
        var person = TestData.Staff(name, Fibril.Platform.Access.Role.Practitioner, Profession.Practitioner, clinic.Clock.Now());
        person.CredentialExpiresOn = expires ?? person.CredentialExpiresOn;
        return await clinic.AddAsync(person);
    }

    private Task<StaffLimits> LimitAsync(StaffMember person, string[] zones, Guid[] devices, bool supervised = false, Guid? by = null)
    {
        var limits = new StaffLimits { StaffId = person.Id };
        limits.Set(zones, devices, supervised, by);
        return clinic.AddAsync(limits);
    }

    private async Task<Session> HeldAsync(string given) => await clinic.HoldSessionAsync((await clinic.CreateCourseAsync(TestData.Patient(given))).Course);

    /// <summary>A session that waits for its first needle.</summary>
    private async Task<Session> OpenAsync(string given, params string[] zones)
    {
        var course = (await clinic.CreateCourseAsync(TestData.Patient(given))).Course;
        var now = clinic.Clock.Now();
        var plan = await clinic.AddAsync(new Plan
        {
            CourseId = course.Id, PatientId = course.PatientId, Sessions = 3, IntervalDays = 28, Anaesthetic = "none", DraftedAt = now, DraftedByName = "test", Zones = [.. zones.Select(z => new PlannedZone(z, "acne-scar", 0.5m, 4))],
        });
        var booking = new Booking { CourseId = course.Id, PatientId = course.PatientId, Kind = VisitKind.Session, MadeAt = now, MadeByName = "test" };
        booking.Place([new(SegmentKind.Needling, now, 30, clinic.Practitioner.Id, null)]);
        await clinic.AddAsync(booking);
        return await clinic.AddAsync(new Session { CourseId = course.Id, PatientId = course.PatientId, BookingId = booking.Id, PlanId = plan.Id, Number = 1, HeldOn = clinic.Today, OpenedAt = now });
    }
}
