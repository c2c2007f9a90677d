using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Platform.Messages;
using Fibril.Platform.Ui;
using Fibril.Practice.Patients;
using Fibril.Practice.Places;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Bookings;

/// <summary>What the clinic asks of who books, and bookings that are requests. Each test has a day of its own.</summary>
public sealed class BookingTermsTests : IClassFixture<TestClinic>, IAsyncLifetime
{
    private readonly TestClinic clinic;

    public BookingTermsTests(TestClinic clinic) => this.clinic = clinic;

    public async ValueTask InitializeAsync()
    {
        if (!await clinic.ReadAsync(db => db.Places.AnyAsync()))
        {
            await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room T");
            await clinic.AddPlaceAsync(PlaceKind.NumbingChair, "Chair T");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Deposit_and_fee_are_read_before_booking_and_on_the_page_of_the_visit()
    {
        await ByRequestAsync(false);
        using var owner = await Browser.OfAsync(clinic, clinic.Owner);
        await owner.GetAsync("/staff/practice/booking");
        await owner.PressAsync("Save", ("Deposit", "50"), ("Fee for a missed visit", "80"), ("Free to move", "48"), ("Your words", "Pay at the desk or by transfer."));
        var (patient, course) = await clinic.CreateReadyCourseAsync("Reads");
        using var browser = Browser.Of(clinic, patient);

        await browser.GetAsync($"/my/visits/new/{course.Id}?from=2026-06-15");
        AssertTerms(browser);
        await browser.PressAsync("Keep this time", ("15 June", "2026-06-15T09:00Z"));
        AssertTerms(browser);
        await browser.PressAsync("Book it");
        AssertTerms(browser);

        static void AssertTerms(Browser browser)
        {
            Assert.Contains("deposit of GBP 50.00", browser.Text, StringComparison.Ordinal);
            Assert.Contains("Until 48 hours before", browser.Text, StringComparison.Ordinal);
            Assert.Contains("GBP 80.00", browser.Text, StringComparison.Ordinal);
            Assert.Contains("Pay at the desk or by transfer.", browser.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_the_owner_changes_the_terms()
    {
        using var desk = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await desk.GetAsync("/staff/practice/booking");

        Assert.DoesNotContain("Fee for a missed visit", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_keeps_its_time_until_the_clinic_says_yes()
    {
        await ByRequestAsync();
        var (patient, course) = await clinic.CreateReadyCourseAsync("Asks");
        var (_, other) = await clinic.CreateReadyCourseAsync("Other");
        var id = await AskAsync(patient, course, 22);

        clinic.Clock.Advance(TimeSpan.FromHours(3));
        var taken = await clinic.UseAsync<BookVisit, FormResult?>(u => u.Handle(other.Id, VisitKind.Session, At(22)), clinic.FrontDesk);
        using var desk = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await desk.GetAsync("/staff/diary");
        Assert.Contains("Asked for: yes or no?", desk.Text, StringComparison.Ordinal);
        await desk.PressAsync("Accept");
        await clinic.DrainAsync();

        Assert.True(Assert.IsType<FormResult.Refused>(taken).IsConflict);
        Assert.True((await BookingAsync(id)).Stands);
        Assert.Equal(1, await clinic.ReadAsync(db => db.Messages.CountAsync(m => m.PersonId == patient.Id && m.Kind == MessageKind.VisitBooked)));
        Assert.Equal("request-answered", Code(await clinic.UseAsync<DeclineRequest, FormResult?>(u => u.Handle(id, "too late"), clinic.FrontDesk)));
    }

    [Fact]
    public async Task A_declined_request_says_why_and_frees_the_time()
    {
        await ByRequestAsync();
        var (patient, course) = await clinic.CreateReadyCourseAsync("Declined");
        var (_, other) = await clinic.CreateReadyCourseAsync("Lucky");
        var id = await AskAsync(patient, course, 23);

        Assert.Equal("reason-missing", Code(await clinic.UseAsync<DeclineRequest, FormResult?>(u => u.Handle(id, " "), clinic.FrontDesk)));
        await clinic.UseAsync<DeclineRequest, FormResult?>(u => u.Handle(id, "We would like to talk first."), clinic.FrontDesk);
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/visits/{id}");

        Assert.Contains("We would like to talk first.", browser.Text, StringComparison.Ordinal);
        Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<BookVisit, FormResult?>(u => u.Handle(other.Id, VisitKind.Session, At(23)), clinic.FrontDesk));
    }

    [Fact]
    public async Task A_patient_takes_a_request_back_and_nobody_elses()
    {
        await ByRequestAsync();
        var (patient, course) = await clinic.CreateReadyCourseAsync("Back");
        var (stranger, _) = await clinic.CreateReadyCourseAsync("Nosy");
        var id = await AskAsync(patient, course, 24);

        Assert.Null(await clinic.UseAsync<DeclineRequest, FormResult?>(u => u.Handle(id, null), patient: stranger));
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/visits/{id}");
        Assert.Contains("You asked for this time", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Take it back");

        Assert.NotNull((await BookingAsync(id)).CancelledAt);
    }

    [Fact]
    public async Task A_request_that_nobody_answers_ends_with_a_word_and_is_not_lost()
    {
        await ByRequestAsync();
        var (patient, course) = await clinic.CreateReadyCourseAsync("Waits");
        var id = await AskAsync(patient, course, 11);
        using var desk = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await desk.GetAsync("/staff");
        Assert.Contains("Asked for a time: yes or no?", desk.Text, StringComparison.Ordinal);
        Assert.Equal(0, await clinic.UseAsync<LapseRequests, int>(u => u.Handle()));

        clinic.Clock.SetUtcNow(new DateTimeOffset(At(11)).AddMinutes(1));
        var (_, other) = await clinic.CreateReadyCourseAsync("Sweeps");
        await clinic.UseAsync<BookVisit, FormResult?>(u => u.Handle(other.Id, VisitKind.Session, At(12)), clinic.FrontDesk);
        Assert.Equal(1, await clinic.UseAsync<LapseRequests, int>(u => u.Handle()));
        await clinic.DrainAsync();

        Assert.Equal((LapseRequests.Why, false), ((await BookingAsync(id)).CancelledWhy, (await BookingAsync(id)).Stands));
        Assert.Equal(1, await clinic.ReadAsync(db => db.Messages.CountAsync(m => m.PersonId == patient.Id && m.Kind == MessageKind.VisitCancelled)));
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/visits/{id}");
        Assert.Contains(LapseRequests.Why, browser.Text, StringComparison.Ordinal);
    }

    private Task ByRequestAsync(bool asked = true) => clinic.InAsync(async services =>
    {
        var db = (Fibril.Platform.Data.ClinicDb)services.GetService(typeof(Fibril.Platform.Data.ClinicDb))!;
        var row = await db.Clinics.SingleAsync();
        row.Booking = row.Booking with { ByRequest = asked };
        await db.SaveAsync(((Fibril.Platform.Data.Caller)services.GetService(typeof(Fibril.Platform.Data.Caller))!).Act("prepare test"));
    });

    private async Task<Guid> AskAsync(Patient patient, Course course, int day)
    {
        var held = await clinic.UseAsync<HoldTime, FormResult?>(u => u.Handle(course.Id, VisitKind.Session, At(day)), patient: patient);
        var id = Guid.Parse(Assert.IsType<FormResult.GoTo>(held).Url.Split('/')[3]);
        Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<BookHeldTime, FormResult?>(u => u.Handle(id), patient: patient));
        return id;
    }

    private Task<Booking> BookingAsync(Guid id) => clinic.ReadAsync(db => db.Bookings.AsNoTracking().SingleAsync(b => b.Id == id));

    private static string Code(FormResult? result) => Assert.Single(Assert.IsType<FormResult.Refused>(result).Decision.Reasons).Code;

    private static DateTime At(int day) => new(2026, 6, day, 9, 0, 0, DateTimeKind.Utc);
}
