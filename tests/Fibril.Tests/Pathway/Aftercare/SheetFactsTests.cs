using Fibril.Pathway;
using Fibril.Pathway.Aftercare;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Stock;
using Fibril.Protocol;
using Fibril.Tests.Pathway.Consents;
using Fibril.Tests.Practice.Stock;
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

    [Fact]
    public async Task Gel_plasma_and_minoxidil_of_this_session_have_their_sentences()
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient("Products", "Sheet"));
        var lot = await StockData.LotAsync(clinic, item: await clinic.AddAsync(new StockItem { Name = "Sheet gel", Kind = StockKind.Serum, ProtocolId = "sterile-ha-gel" }));
        var told = new Consultation { CourseId = course.Id, PatientId = patient.Id, StartedAt = clinic.Clock.Now() };
        told.Reply(new() { Question = "skin-products", Reply = Reply.Yes, AnsweredAt = clinic.Clock.Now(), By = "test", Items = [new() { Kind = AnswerItemKind.Product, Id = "minoxidil-topical" }] });
        await clinic.AddAsync(told);

        var sheet = await SheetAsync(course, s => s.Use(new(lot.Id, "Sheet gel", "serum", lot.Lot, lot.ExpiresOn, null)), "scalp", p => p.Combinations = [new("prp", 0)]);

        Assert.Contains("only the sterile gel you were given", Said(sheet, "A10"), StringComparison.Ordinal);
        Assert.Contains("your own plasma", Said(sheet, "A12"), StringComparison.Ordinal);
        Assert.Contains("Minoxidil may go on again", Said(sheet, "A16"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_said_of_what_was_not_used()
    {
        var (_, course) = await clinic.CreateCourseAsync(TestData.Patient("Bare", "Sheet"));

        var sheet = await SheetAsync(course, zone: "scalp", plan: p => p.Combinations = [new("prp", 14)]);

        Assert.DoesNotContain("sterile gel", Said(sheet, "A10"), StringComparison.Ordinal);
        Assert.DoesNotContain("plasma", Said(sheet, "A12"), StringComparison.Ordinal);
        Assert.DoesNotContain("Minoxidil", Said(sheet, "A16"), StringComparison.Ordinal);
    }

    private static string Said(AftercareSheet sheet, string row) => sheet.Rows.Single(r => r.Id == row).Do;

    private static ConditionFact ColdSores => new() { Id = "herpes-orofacial", Status = ConditionStatus.History };

    private static MedicineFact Valaciclovir => new() { Id = "valaciclovir", Taking = true, Prescribed = true, StartedOn = new DateOnly(2026, 6, 9), ConfirmedTaken = true };

    private async Task<AftercareSheet> SheetAsync(Course course, Action<Session>? before = null, string zone = "cheek", Action<Plan>? plan = null)
    {
        var session = await clinic.HoldSessionAsync(course, zone: zone, before: before, planned: plan);
        await clinic.InAsync(services => services.GetRequiredService<IssueSheet>().HandleAsync(new NeedlingFinished(session.CourseId, session.PatientId, session.Id), default));
        return await clinic.ReadAsync(db => db.AftercareSheets.SingleAsync(s => s.SessionId == session.Id));
    }
}
