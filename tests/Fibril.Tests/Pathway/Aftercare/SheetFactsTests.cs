using Fibril.Pathway;
using Fibril.Pathway.Aftercare;
using Fibril.Pathway.Sessions;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Fibril.Tests.Pathway.Consents;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Aftercare;

/// <summary>What the sheet knows of the person and the session besides depth and day.</summary>
public class SheetFactsTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Theory]
    [InlineData(null, false, false, "no cold sores, no antiviral")]
    [InlineData("confirmed", false, true, "begun and confirmed: the gate has no item for it")]
    [InlineData("open", true, true, "ticked at the gate")]
    [InlineData("open", false, true, "asked for and not taken: it is still to be taken")]
    public async Task Antiviral_row_stands_where_the_decision_or_the_gate_knows_of_one(string? antiviral, bool ticked, bool stands, string why)
    {
        var (_, course) = await clinic.CreateCourseAsync(TestData.Patient($"Viral{antiviral}{ticked}", "Sheet"));
        await clinic.ScreenAsync(course, ConsentData.Case(conditions: antiviral is null ? null : [ColdSores], medicines: antiviral == "confirmed" ? [Valaciclovir] : null));
        clinic.Clock.Advance(TimeSpan.FromHours(1));

        var sheet = await SheetAsync(course, s => s.Tick(new(ticked ? "met:M20" : "well", Guid.Empty, "test", clinic.Clock.Now())));

        Assert.True(stands == sheet.Rows.Any(r => r.Id == "A14"), why);
    }

    private static ConditionFact ColdSores => new() { Id = "herpes-orofacial", Status = ConditionStatus.History };

    private static MedicineFact Valaciclovir => new() { Id = "valaciclovir", Taking = true, Prescribed = true, StartedOn = new DateOnly(2026, 6, 9), ConfirmedTaken = true };

    private async Task<AftercareSheet> SheetAsync(Course course, Action<Session>? before = null, string zone = "cheek")
    {
        var session = await clinic.HoldSessionAsync(course, zone: zone, before: before);
        await clinic.InAsync(services => services.GetRequiredService<IssueSheet>().HandleAsync(new NeedlingFinished(session.CourseId, session.PatientId, session.Id), default));
        return await clinic.ReadAsync(db => db.AftercareSheets.SingleAsync(s => s.SessionId == session.Id));
    }
}
