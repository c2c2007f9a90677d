using Fibril.Pathway.Consultations;
using Fibril.Pathway.Journey;
using Fibril.Pathway.Screening;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Protocols;
using Fibril.Protocol;
using Fibril.Tests.Pathway.Screening;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Journey;

/// <summary>Given a clinic whose owner makes the wait after retinol ten days longer.</summary>
public sealed class JudgeAnewTests : IAsyncLifetime
{
    private readonly TestClinic clinic = new();

    public async ValueTask InitializeAsync()
    {
        await clinic.InitializeAsync();
        await clinic.UseAsync<AdoptProtocol, FormResult>(u => u.Handle(new() { Hash = ProtocolPack.Current.Hash, Note = "Read.", Read = true }), clinic.Owner);
    }

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task Changed_rule_moves_the_date_of_whom_it_concerns_and_asks_for_a_new_review()
    {
        var (patient, course) = await SentConsultation.CreateAsync(clinic, "Paula");
        await ReviewAsync(course);
        await LongerAsync();

        Assert.Equal(1, await RunAsync());

        var now = await CurrentAsync(course);
        Assert.Equal(("protocol", new DateOnly(2026, 6, 24), (Verdict?)null), (now.Trigger, now.NotBeforeOn, now.Verdict));
        Assert.Equal(0, await RunAsync());
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/screening/{course}");
        Assert.Contains("From 24 June 2026", browser.Text, StringComparison.Ordinal);
        Assert.Contains("We wait 10 days longer.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_it_does_not_concern_keeps_the_review()
    {
        var (patient, course) = await SentConsultation.CreateAsync(clinic, "Petra");
        await clinic.UseAsync<AnswerQuestion, FormResult>(u => u.Handle(course, "skin-products", new() { Reply = Reply.No }), patient: patient);
        await clinic.DrainAsync();
        await ReviewAsync(course);
        await LongerAsync();

        Assert.Equal(1, await RunAsync());

        var now = await CurrentAsync(course);
        Assert.Equal(("protocol", Verdict.Accepted), (now.Trigger, now.Verdict));
        Assert.NotEqual(ProtocolPack.Current.Hash, now.ProtocolHash);
    }

    [Fact]
    public async Task Course_that_waits_for_its_first_session_is_judged_weeks_after_the_review_too()
    {
        var (_, course) = await SentConsultation.CreateAsync(clinic, "Perla");
        await ReviewAsync(course);
        await LongerAsync();
        clinic.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(1, await RunAsync());
    }

    [Fact]
    public async Task Decision_that_cannot_be_made_anew_holds_nobody_up_and_is_not_tried_twice()
    {
        var (_, broken) = await SentConsultation.CreateAsync(clinic, "Paola");
        var (_, course) = await SentConsultation.CreateAsync(clinic, "Petula");
        await clinic.InAsync(services => services.GetRequiredService<ClinicDb>().Database.ExecuteSqlAsync($"UPDATE candidacy_screening SET decision_json = 'no decision' WHERE course_id = {broken}"));
        await LongerAsync();

        Assert.Equal(2, await RunAsync());

        Assert.Equal(("patient", "protocol"), ((await CurrentAsync(broken)).Trigger, (await CurrentAsync(course)).Trigger));
        Assert.Equal(0, await RunAsync());
    }

    [Fact]
    public async Task Decision_of_a_newer_version_is_left_to_the_program_that_made_it()
    {
        var (_, course) = await SentConsultation.CreateAsync(clinic, "Pilar");
        await clinic.InAsync(services => services.GetRequiredService<ClinicDb>().Database.ExecuteSqlAsync($"UPDATE candidacy_screening SET protocol_version = '99.0.0' WHERE course_id = {course}"));
        await LongerAsync();

        Assert.Equal(0, await RunAsync());
    }

    [Fact]
    public async Task Rule_switched_off_lets_go_ahead_and_still_says_so()
    {
        var (_, course) = await SentConsultation.CreateAsync(clinic, "Polly");
        await ChangeAsync("M13", new() { Standing = RuleStanding.Off, Because = "Our patients pause it at the visit.", Decided = true });

        await RunAsync();

        var decision = CandidacyDecision.FromJson((await CurrentAsync(course)).DecisionJson);
        var finding = Assert.Single(decision.Findings, f => f.Rule == "M13");
        Assert.Equal((CandidacyOutcome.Proceed, FindingEffect.Note), (decision.Decision, finding.Effect));
        Assert.StartsWith("This clinic has switched the rule off: Our patients pause it at the visit.", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verb_reports_by_the_clinics_own_rules()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "The verb finds the database by the folder.");
        await SentConsultation.CreateAsync(clinic, "Pauline");
        await LongerAsync();

        var report = await Verb.RunAsync("rescreen", "--data", clinic.Directory);

        Assert.StartsWith("1 screening of open courses judged again, 1 comes out otherwise\n", report.Output, StringComparison.Ordinal);
        Assert.Contains("defer from 2026-06-14 -> defer from 2026-06-24", report.Output, StringComparison.Ordinal);
    }

    private Task LongerAsync() => ChangeAsync("M13", new() { Standing = RuleStanding.Stricter, DaysLonger = 10, Because = "Red skin last winter.", Decided = true });

    private async Task ChangeAsync(string rule, ChangeRule.Input input)
    {
        input.Hash = (await clinic.ReadAsync(db => AdoptedProtocol.PackAsync(db))).Hash;
        Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<ChangeRule, FormResult>(u => u.Handle(rule, input), clinic.Owner));
    }

    private async Task ReviewAsync(Guid course)
    {
        var screening = await CurrentAsync(course);
        Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<ReviewScreening, FormResult>(u => u.Handle(screening.Id, Verdict.Accepted, null), clinic.Physician));
    }

    /// <returns>How many decisions waited.</returns>
    private async Task<int> RunAsync()
    {
        var waiting = await clinic.UseAsync<JudgeAnew, IReadOnlyList<Guid>>(u => u.WaitingAsync());
        await clinic.InAsync(async services => await ActivatorUtilities.CreateInstance<JudgeClinicsAnew>(services).Execute(null!));
        return waiting.Count;
    }

    private Task<CandidacyScreening> CurrentAsync(Guid course) =>
        clinic.ReadAsync(db => db.Screenings.AsNoTracking().SingleAsync(s => s.CourseId == course && s.SupersededAt == null));
}
