using Fibril.Pathway.Recovery;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Fibril.Tests.Pathway.Consents;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Recovery;

/// <summary>What a report knows of the person's past without being told.</summary>
public class CheckInHistoryTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Theory]
    [InlineData("atopic-dermatitis", true, "resolved", true, "judged from an answer or the chart")]
    [InlineData("eczema-herpeticum", true, "resolved", true, "had it before")]
    [InlineData("eczema", false, "resolved", true, "over, and the chart does not say since when: no fact of the case")]
    [InlineData("eczema", false, "entered-in-error", false, "a line that says nothing of the person")]
    public async Task Eczema_that_the_answers_do_not_name_makes_feverish_blisters_an_emergency(string condition, bool judged, string inChart, bool emergency, string why)
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient($"{condition}-{inChart}", "History"));
        await clinic.ScreenAsync(course, ConsentData.Case(conditions: judged ? [new() { Id = condition, Status = ConditionStatus.History }] : []));
        if (!judged)
        {
            await clinic.AddAsync(new ChartEntry { PatientId = patient.Id, Kind = ChartKind.Condition, Display = condition, VocabularyId = condition, Status = inChart, Trust = CodeTrust.Code, Source = "c#/entry/1" });
        }

        var session = await clinic.HoldSessionAsync(course);
        await clinic.UseAsync<ReportSkin, object>(async u => await u.Handle(session.Id, new() { Redness = 1, Swelling = 1, Pain = 1, Ticked = ["grouped-vesicles", "fever"] }), patient: patient);

        var report = await clinic.ReadAsync(db => db.CheckIns.SingleAsync(c => c.SessionId == session.Id));
        Assert.True(emergency == (report.Level == "emergency"), why);
        Assert.Equal(emergency, report.Flags.Contains("F5"));
    }
}
