using System.Net;
using Fibril.Pathway.Consents;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Screening;
using Fibril.Platform.Data;
using Fibril.Protocol;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Consents;

/// <summary>A phone without JavaScript.</summary>
public class MyConsentPageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Reading_answering_and_signing_leaves_a_signed_text_and_a_fact()
    {
        var (patient, course) = await clinic.CreateCourseAsync();
        await clinic.ScreenAsync(course);
        using var browser = Browser.Of(clinic, patient);

        await browser.SignAsync(course);

        var consent = await clinic.LastConsentAsync(course);
        Assert.True(consent!.IsValid);
        Assert.Equal("Ada Example", consent.SignedName);
        Assert.Equal(ConsentText.HashOf(consent.TextShown), consent.TextHash);
        Assert.True(consent.Allows(Fibril.Pathway.Consultations.PhotoUse.Record));
        Assert.False(consent.Allows(Fibril.Pathway.Consultations.PhotoUse.Teaching));
        Assert.Contains("Valid", browser.Text, StringComparison.Ordinal);
        Assert.Equal(1, await FactsAsync(nameof(ConsentSigned), consent.Id));
    }

    [Fact]
    public async Task Risks_say_why_they_concern_this_person()
    {
        var (patient, course) = await clinic.CreateCourseAsync();
        await clinic.ScreenAsync(course, ConsentData.Case(phototype: 5, conditions: [new() { Id = "herpes-orofacial", Status = ConditionStatus.History }]));
        using var browser = Browser.Of(clinic, patient);

        await browser.GetAsync($"/my/consent/{course.Id}/read/risks");

        Assert.Contains("Your skin type makes brown marks more likely.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("You have had cold sores.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_answer_shows_the_paragraph_again_and_is_flagged()
    {
        var (patient, course) = await clinic.CreateCourseAsync();
        await clinic.ScreenAsync(course);
        using var browser = Browser.Of(clinic, patient);
        var question = ProtocolPack.Current.Consent.Questions[0];
        await browser.GetAsync($"/my/consent/{course.Id}");
        await browser.PressAsync("Start reading");
        await browser.GetAsync($"/my/consent/{course.Id}/check/{question.Id}");

        await browser.PressAsync("Answer", (question.Question, "The next morning"));

        Assert.Contains("Not quite", browser.Text, StringComparison.Ordinal);
        Assert.Contains("The final result shows 3 to 6 months after the last session", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Answer", (question.Question, question.Options[question.Right]));
        var answer = Assert.Single((await clinic.LastConsentAsync(course))!.Checks);
        Assert.True(answer is { Right: true, Discuss: true });
    }

    [Fact]
    public async Task No_answer_chosen_says_so()
    {
        var (patient, course) = await clinic.CreateCourseAsync();
        await clinic.ScreenAsync(course);
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/consent/{course.Id}");
        await browser.PressAsync("Start reading");
        await browser.GetAsync($"/my/consent/{course.Id}/check/q-sun");

        await browser.PressAsync("Answer");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Choose one answer.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photo_choices_are_never_ticked_beforehand()
    {
        var (patient, course) = await clinic.CreateCourseAsync();
        using var browser = Browser.Of(clinic, patient);

        await browser.GetAsync($"/my/consent/{course.Id}/choices");

        Assert.Equal(6, browser.Page.QuerySelectorAll("input[type=radio]").Length);
        Assert.Empty(browser.Page.QuerySelectorAll("input[checked]"));
    }

    [Fact]
    public async Task Another_name_is_refused_and_stays_typed()
    {
        var (patient, course) = await clinic.CreateCourseAsync();
        await clinic.ScreenAsync(course);
        using var browser = Browser.Of(clinic, patient);
        await browser.ReadToSignatureAsync(course);

        await browser.PressAsync("Sign the consent", ("Your full name", "Somebody Else"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Type your own name, Ada Example", browser.Text, StringComparison.Ordinal);
        Assert.Equal("Somebody Else", browser.Page.QuerySelector("input[autocomplete=name]")!.GetAttribute("value"));
        Assert.Null((await clinic.LastConsentAsync(course))!.SignedAt);
    }

    [Fact]
    public async Task Before_the_review_nothing_is_signed()
    {
        var (patient, course) = await clinic.CreateCourseAsync();
        await clinic.ScreenAsync(course, verdict: null);
        using var browser = Browser.Of(clinic, patient);

        await browser.SignAsync(course);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("A clinician has not looked at your answers yet", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_twice_has_one_effect()
    {
        var (patient, course) = await clinic.CreateCourseAsync();
        await clinic.ScreenAsync(course);
        using var browser = Browser.Of(clinic, patient);
        await browser.ReadToSignatureAsync(course);
        browser.Page.QuerySelector("input[autocomplete=name]")!.SetAttribute("value", "Ada Example");
        var (first, second) = (browser.RequestFor("Sign the consent"), browser.RequestFor("Sign the consent"));

        await browser.SendAsync(first);
        await browser.SendAsync(second);

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var consent = await clinic.LastConsentAsync(course);
        Assert.Equal(1, await FactsAsync(nameof(ConsentSigned), consent!.Id));
    }

    [Fact]
    public async Task Withdrawing_takes_no_more_clicks_than_signing_and_signing_anew_works()
    {
        var (patient, course) = await clinic.CreateCourseAsync();
        await clinic.ScreenAsync(course);
        using var browser = Browser.Of(clinic, patient);
        await browser.ReadToSignatureAsync(course);

        // From the home page, with everything read and answered: nothing but the signature is left to do.
        var toSign = await ClicksFromHomeAsync(browser, b => b.FollowAsync("Your consent"), b => b.PressAsync("Go on"), b => b.PressAsync("Sign the consent", ("Your full name", "Ada Example")));
        Assert.Contains("Valid", browser.Text, StringComparison.Ordinal);
        var toWithdraw = await ClicksFromHomeAsync(browser, b => b.FollowAsync("Your consent"), b => b.PressAsync("Take my consent back"));

        Assert.True(toWithdraw <= toSign, $"{toWithdraw} clicks to withdraw, {toSign} to sign");
        Assert.Contains("You took your consent back", browser.Text, StringComparison.Ordinal);
        Assert.False((await clinic.LastConsentAsync(course))!.IsValid);

        clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await browser.SignAsync(course);
        Assert.True((await clinic.LastConsentAsync(course))!.IsValid);
        Assert.Equal(2, await clinic.ReadAsync(db => db.Consents.CountAsync(c => c.CourseId == course.Id)));
    }

    [Fact]
    public async Task One_photo_use_is_taken_back_alone()
    {
        var (patient, course) = await clinic.CreateCourseAsync();
        await clinic.ScreenAsync(course);
        using var browser = Browser.Of(clinic, patient);
        await browser.SignAsync(course);
        Assert.True(await clinic.ReadAsync(db => ConsentQueries.AllowsAsync(db, course.Id, Fibril.Pathway.Consultations.PhotoUse.Record)));

        await browser.PressAsync("Take back: for my record");

        Assert.True((await clinic.LastConsentAsync(course))!.IsValid);
        Assert.False(await clinic.ReadAsync(db => ConsentQueries.AllowsAsync(db, course.Id, Fibril.Pathway.Consultations.PhotoUse.Record)));
    }

    [Fact]
    public async Task Photo_use_is_given_and_taken_back_with_the_same_clicks_also_when_the_treatment_consent_is_withdrawn()
    {
        var (patient, course) = await clinic.CreateCourseAsync();
        await clinic.ScreenAsync(course);
        using var browser = Browser.Of(clinic, patient);
        await browser.SignAsync(course);
        Task<bool> AllowedAsync() => clinic.ReadAsync(db => ConsentQueries.AllowsAsync(db, course.Id, Fibril.Pathway.Consultations.PhotoUse.Teaching));

        var toGive = await ClicksFromHomeAsync(browser, b => b.FollowAsync("Your consent"), b => b.PressAsync("Allow: for teaching"));
        Assert.True(await AllowedAsync());
        var toTakeBack = await ClicksFromHomeAsync(browser, b => b.FollowAsync("Your consent"), b => b.PressAsync("Take back: for teaching"));

        Assert.False(await AllowedAsync());
        Assert.Equal(toGive, toTakeBack);
        Assert.True((await clinic.LastConsentAsync(course))!.IsValid);

        await browser.PressAsync("Allow: for teaching");
        await browser.PressAsync("Take my consent back");
        Assert.True(await AllowedAsync());
        await browser.PressAsync("Take back: for teaching");
        Assert.False(await AllowedAsync());
    }

    [Fact]
    public async Task New_facts_make_it_stale_in_words_and_only_the_new_part_is_unread()
    {
        var (patient, course) = await clinic.CreateCourseAsync();
        await clinic.ScreenAsync(course);
        using var browser = Browser.Of(clinic, patient);
        await browser.SignAsync(course);
        clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        var newer = await clinic.ScreenAsync(course, ConsentData.Case(medicines: [new() { Id = "warfarin", Taking = true, Prescribed = true }], pregnancy: new() { Status = PregnancyStatus.Possible }));

        await TellAsync(new CandidacyDecided(course.Id, patient.Id, newer.Id, "physician-review", null));
        await clinic.DrainAsync();
        await browser.GetAsync($"/my/consent/{course.Id}");

        var changes = browser.Page.QuerySelectorAll(".alert li").Select(l => l.TextContent).ToList();
        Assert.Equal(["New medicine: warfarin.", "A pregnancy, or one that cannot be ruled out."], changes.Take(2));
        Assert.All(changes.Skip(2), c => Assert.Matches("^(New in the text|No longer in it): “", c));
        await browser.PressAsync("Start reading");
        Assert.EndsWith("/read/risks", browser.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_facts_told_again_change_nothing()
    {
        var (patient, course) = await clinic.CreateCourseAsync();
        var screening = await clinic.ScreenAsync(course);
        using var browser = Browser.Of(clinic, patient);
        await browser.SignAsync(course);

        await TellAsync(new ConsultationChanged(course.Id, patient.Id, screening.Id, "telephone"));
        await clinic.DrainAsync();

        Assert.True((await clinic.LastConsentAsync(course))!.IsValid);
    }

    [Fact]
    public async Task Another_patients_consent_is_not_found()
    {
        var (_, course) = await clinic.CreateCourseAsync();
        var (stranger, _) = await clinic.CreateCourseAsync(TestData.Patient("Bea"));
        await clinic.ScreenAsync(course);
        using var browser = Browser.Of(clinic, stranger);

        await browser.GetAsync($"/my/consent/{course.Id}");
        var page = browser.Status;
        await browser.GetAsync($"/my/consent/{course.Id}/sign");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page, browser.Status));
        Assert.Null(await clinic.UseAsync<OpenConsent, Fibril.Platform.Ui.FormResult?>(u => u.Handle(course.Id), patient: stranger));
        Assert.Null(await clinic.UseAsync<WithdrawConsent, Fibril.Platform.Ui.FormResult?>(u => u.Handle(course.Id, null), patient: stranger));
    }

    /// <summary>Opens the home page and counts what is clicked from there.</summary>
    private static async Task<int> ClicksFromHomeAsync(Browser browser, params Func<Browser, Task>[] clicks)
    {
        await browser.GetAsync("/my");
        foreach (var click in clicks)
        {
            await click(browser);
        }

        return clicks.Length;
    }

    private Task TellAsync(object fact) => clinic.InAsync(async services =>
    {
        var db = services.GetRequiredService<ClinicDb>();
        db.Tell(fact);
        await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
    });

    private Task<int> FactsAsync(string fact, Guid about) => clinic.ReadAsync(async db =>
        (await db.Set<Fibril.Platform.Jobs.OutboxFact>().ToListAsync()).Count(f => f.Type.EndsWith(fact, StringComparison.Ordinal) && f.Body.Contains(about.ToString(), StringComparison.Ordinal)));
}
