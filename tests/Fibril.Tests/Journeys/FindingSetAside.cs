using Fibril.Pathway.Consultations;
using Fibril.Pathway.Journey;
using Fibril.Pathway.Screening;
using Fibril.Platform.Access;
using Fibril.Platform.Ui;
using Fibril.Practice.Staff;
using Fibril.Protocol;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using DemoWalker = Fibril.Pathway.Journey.Demo.Walker;

namespace Fibril.Tests.Journeys;

/// <summary>What is stored says "do not treat"; what holds is what the dermatologist made of it.</summary>
public class FindingSetAside(TestClinic clinic) : JourneySteps(clinic), IClassFixture<TestClinic>
{
    private const string OwnKeloid = "C08b";

    private static readonly AnswerItem Keloid = new() { Kind = AnswerItemKind.Condition, Id = "keloid", Now = true, Zones = ["shoulder"] };

    private StaffMember dermatologist = null!;

    [Fact]
    public async Task A_keloid_that_a_dermatologist_sets_aside_and_accepts_plainly_leads_to_a_signed_consent()
    {
        await Given_a_person_with_acne_scars("Ida", "Ivory");
        await Given_a_dermatologist();
        await When_she_answers_the_health_questions("keloid", Keloid);
        await Walk.ExamineAsync(phototype: 2);
        await Then_staff_read(Clinic.Practitioner, "/staff", "Decision to review: do not treat");

        await When_the_dermatologist_sets_it_aside();
        await Then_staff_read(Clinic.Practitioner, "/staff", "Decision to review: proceed");
        await When_the_dermatologist_says(Verdict.Accepted);
        Assert.Equal("do-not-treat", (await DecisionAsync()).Outcome);
        await Then_she_reads($"/my/screening/{CourseId}", "You can be treated");

        await When_the_physician_drafts_a_plan();
        await When_she_agrees_to_the_plan();
        await When_she_reads_and_signs_the_consent();

        await Then_the_course_is(CoursePhase.ReadyToBook);
        await Then_she_reads("/my", "Everything is ready. You can choose a time.");
        await Then_she_reads($"/my/consent/{CourseId}", "Valid");
    }

    [Fact]
    public async Task A_referral_waits_and_nobody_is_said_to_write_a_plan()
    {
        await Given_a_person_with_acne_scars("Rosamund", "Castellan");
        await Given_a_dermatologist();
        await When_she_answers_the_health_questions("keloid", Keloid);
        await Walk.ExamineAsync(phototype: 2);
        await When_the_dermatologist_sets_it_aside();

        await When_the_dermatologist_says(Verdict.Referred);

        await Then_the_course_is(CoursePhase.NeedsReview);
        await Then_she_reads("/my", "A clinician looks at them and decides with you");
        await Then_staff_read(Clinic.Practitioner, $"/staff/patients/{Person.Id}", "referred; the answer is awaited");
    }

    [Fact]
    public async Task What_a_clinician_does_not_treat_is_not_suitable_whatever_the_protocol_says()
    {
        await Given_a_person_with_acne_scars("Hildegard", "Winterbottom");
        await Given_a_dermatologist();
        await When_she_answers_the_health_questions();
        await Walk.ExamineAsync(phototype: 2);

        await When_the_dermatologist_says(Verdict.NotTreated);

        await Then_the_course_is(CoursePhase.NotSuitable);
        await Then_she_reads("/my", "This treatment does not suit you here at present.");
    }

    [Fact]
    public async Task What_a_physician_had_to_decide_and_accepted_does_not_wait_any_longer()
    {
        await Given_a_person_with_acne_scars("Quentin", "Applewhite");
        await When_she_answers_the_health_questions("psoriasis", new() { Kind = AnswerItemKind.Condition, Id = "psoriasis", Now = false, On = "2020-01-01", Zones = ["elbow"] });
        await When_the_physician_examines_the_skin_and_accepts_the_decision();
        Assert.Equal("physician-review", (await DecisionAsync()).Outcome);
        await When_the_physician_drafts_a_plan();
        await When_she_agrees_to_the_plan();
        await When_she_reads_and_signs_the_consent();

        await Then_the_course_is(CoursePhase.ReadyToBook);
        await Then_she_reads("/my", "Everything is ready. You can choose a time.");
    }

    private async Task Given_a_dermatologist() =>
        dermatologist = await Clinic.AddAsync(TestData.Staff($"Dora {Guid.NewGuid():N}", Role.Practitioner, Profession.Dermatologist, Clinic.Clock.GetUtcNow().UtcDateTime));

    private async Task When_the_dermatologist_sets_it_aside()
    {
        var screening = await DecisionAsync();
        var finding = CandidacyDecision.FromJson(screening.DecisionJson).Findings.Single(f => f.Rule == OwnKeloid);
        DemoWalker.Went(await Walker.AsAsync<OverrideFinding, FormResult>(dermatologist, u => u.Handle(screening.Id, OwnKeloid, string.Join(',', finding.Zones), "A test spot behind the ear first.")), "set aside");
    }

    private async Task When_the_dermatologist_says(Verdict verdict)
    {
        var screening = await DecisionAsync();
        DemoWalker.Went(await Walker.AsAsync<ReviewScreening, FormResult>(dermatologist, u => u.Handle(screening.Id, verdict, verdict == Verdict.Accepted ? null : "As talked through.")), "review");
        await Walker.DrainAsync();
    }

    private Task<CandidacyScreening> DecisionAsync() =>
        Clinic.ReadAsync(db => db.Screenings.AsNoTracking().SingleAsync(s => s.CourseId == CourseId && s.SupersededAt == null));
}
