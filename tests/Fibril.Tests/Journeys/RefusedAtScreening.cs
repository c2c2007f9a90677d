using Fibril.Pathway.Bookings;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Journey;
using Fibril.Pathway.Screening;
using Fibril.Platform.Ui;
using Fibril.Practice.Staff;
using Fibril.Protocol;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Journeys;

public class RefusedAtScreening(TestClinic clinic) : JourneySteps(clinic), IClassFixture<TestClinic>
{
    private const string OwnKeloid = "C08b";

    private static readonly AnswerItem Keloid = new() { Kind = AnswerItemKind.Condition, Id = "keloid", Now = true, Zones = ["shoulder"] };

    [Fact]
    public async Task A_keloid_of_her_own_is_not_treated_here_and_she_is_told_so_kindly()
    {
        await Given_a_person_with_acne_scars();
        await When_she_answers_the_health_questions("keloid", Keloid);
        await Then_the_course_is(CoursePhase.NeedsReview);
        await Then_she_reads($"/my/screening/{CourseId}", "We would like to talk with you first", "Nothing is decided yet");

        await When_a_practitioner_opens_the_decision_nothing_can_be_set_aside();
        await Then_neither_may_override_it(Clinic.Practitioner);
        await Then_neither_may_override_it(Clinic.Physician);
        await Then_nobody_may_accept_it(Clinic.Practitioner);
        await Then_nobody_may_accept_it(Clinic.Physician);

        await When_the_physician_decides_not_to_treat();
        await Then_the_course_is(CoursePhase.NotSuitable);

        await Then_no_plan_can_be_drafted();
        await Then_no_session_can_be_booked();
        await Then_a_talk_can_be_booked();
        await Then_she_reads_it_in_plain_words_without_blame();
    }

    private async Task When_a_practitioner_opens_the_decision_nothing_can_be_set_aside()
    {
        using var browser = await Then_staff_read(Clinic.Practitioner, $"/staff/courses/{CourseId}/screening", OwnKeloid, "You cannot accept this", "Dermatologist may");
        Assert.DoesNotContain($"Set {OwnKeloid} aside", browser.Text, StringComparison.Ordinal);
    }

    private async Task Then_neither_may_override_it(StaffMember member)
    {
        var (screening, zones) = await DecisionAsync();
        var answer = await Walker.AsAsync<OverrideFinding, FormResult>(member, u => u.Handle(screening, OwnKeloid, zones, "She wishes it."));
        Assert.Contains("override-not-allowed", Refused(answer).Select(r => r.Code));
    }

    private async Task Then_nobody_may_accept_it(StaffMember member)
    {
        var (screening, _) = await DecisionAsync();
        var answer = await Walker.AsAsync<ReviewScreening, FormResult>(member, u => u.Handle(screening, Verdict.Accepted, null));
        Assert.Contains(OwnKeloid, Refused(answer).Select(r => r.Code));
    }

    private async Task When_the_physician_decides_not_to_treat()
    {
        await Walk.ExamineAsync(phototype: 2);
        await Walk.ReviewAsync(Verdict.NotTreated, "A keloid of her own; offered a talk about alternatives.");
    }

    private async Task Then_no_plan_can_be_drafted()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => When_the_physician_drafts_a_plan());
        Assert.Contains("not-treated", refusal.Message, StringComparison.Ordinal);
        Assert.False(await Clinic.ReadAsync(db => db.Plans.AnyAsync(p => p.CourseId == CourseId)));
    }

    private async Task Then_no_session_can_be_booked()
    {
        var answer = await Walker.AsAsync<BookVisit, FormResult?>(Clinic.FrontDesk, u => u.Handle(CourseId, VisitKind.Session, At(Clinic.Today.AddDays(3), 11)));
        Assert.Contains("not-treated", Refused(answer).Select(r => r.Code));
        await Then_staff_read(Clinic.FrontDesk, $"/staff/courses/{CourseId}/bookings", "No session can be booked yet", "A clinician has decided not to treat.");
    }

    private async Task Then_a_talk_can_be_booked() => await Walk.BookAsync(VisitKind.Consultation, At(Clinic.Today.AddDays(3), 11));

    private async Task Then_she_reads_it_in_plain_words_without_blame()
    {
        await Then_she_reads("/my", "This treatment does not suit you here at present. We would like to talk about what would.");
        using var browser = await Then_she_reads($"/my/screening/{CourseId}", "We do not treat this now", "what else can help", "You have had a keloid. Needling could make a new one, so we do not treat.");
        var words = browser.Page.QuerySelector("main")!.TextContent;
        Assert.All(["unsuitable", "unfit", "reject", "refus", "denied", "fault", "blame", "should have", "do-not-treat", OwnKeloid], w => Assert.DoesNotContain(w, words, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(PatientText.Problems(words));
    }

    private async Task<(Guid Screening, string Zones)> DecisionAsync()
    {
        var screening = await Clinic.ReadAsync(db => db.Screenings.SingleAsync(s => s.CourseId == CourseId && s.SupersededAt == null));
        var finding = CandidacyDecision.FromJson(screening.DecisionJson).Findings.Single(f => f.Rule == OwnKeloid);
        return (screening.Id, string.Join(',', finding.Zones));
    }
}
