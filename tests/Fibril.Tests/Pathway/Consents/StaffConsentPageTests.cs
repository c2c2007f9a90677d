using System.Net;
using Fibril.Pathway;
using Fibril.Pathway.Consents;
using Fibril.Protocol;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Consents;

public class StaffConsentPageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Wrong_answer_stands_under_discuss_until_it_was_talked_through()
    {
        var course = await SignedAsync(wrongFirst: true);
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/courses/{course.Id}/consent");
        Assert.Contains("“Sunbathe to dry the skin”", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Countersign");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Talk them through", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Countersign", ("What was talked through", "Sun: two weeks at least."));
        Assert.Contains("Signed and countersigned", browser.Text, StringComparison.Ordinal);
        Assert.Equal("Pia Practitioner", (await clinic.LastConsentAsync(course))!.CountersignedByName);
    }

    [Fact]
    public async Task Front_desk_reads_but_does_not_countersign()
    {
        var course = await SignedAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await browser.GetAsync($"/staff/courses/{course.Id}/consent");

        await browser.PressAsync("Countersign");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Null((await clinic.LastConsentAsync(course))!.CountersignedAt);
    }

    [Fact]
    public async Task Paper_with_the_printed_check_number_is_recorded()
    {
        var (_, course) = await clinic.CreateCourseAsync();
        await clinic.ScreenAsync(course);
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);
        await browser.GetAsync($"/staff/courses/{course.Id}/consent/print");
        var hash = browser.Page.QuerySelector(".consent-text code")!.TextContent;
        await browser.GetAsync($"/staff/courses/{course.Id}/consent/paper");

        await browser.PressAsync("Record the signature", [.. Paper("sha256:0")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.PressAsync("Record the signature", [.. Paper(hash)]);

        var consent = await clinic.LastConsentAsync(course);
        Assert.True(consent is { IsValid: true, OnPaper: true, WitnessedByName: "Asa Assistant" });
        Assert.Equal(hash, consent.TextHash);
    }

    [Fact]
    public async Task Withdrawal_told_by_phone_is_recorded_with_who_wrote_it()
    {
        var course = await SignedAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await browser.GetAsync($"/staff/courses/{course.Id}/consent");

        await browser.PressAsync("Record the withdrawal", ("Reason", "Told by phone"));

        Assert.Contains("Withdrawn on", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Fay Frontdesk", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Told by phone", browser.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<(string, string)> Paper(string hash) =>
    [
        ("Name as signed", "Ada Example"), ("Witnessed by", "Asa Assistant"), ("Check number", hash),
        ("Photos for the record", "Yes"), ("Photos for teaching", "No"), ("Photos for publication", "No"),
    ];

    private async Task<Course> SignedAsync(bool wrongFirst = false)
    {
        var (patient, course) = await clinic.CreateCourseAsync();
        await clinic.ScreenAsync(course);
        using var phone = Browser.Of(clinic, patient);
        if (wrongFirst)
        {
            var sun = ProtocolPack.Current.Consent.Questions.First(q => q.Id == "q-sun");
            await phone.GetAsync($"/my/consent/{course.Id}");
            await phone.PressAsync("Start reading");
            await phone.GetAsync($"/my/consent/{course.Id}/check/q-sun");
            await phone.PressAsync("Answer", (sun.Question, sun.Options[0]));
        }

        await phone.SignAsync(course);
        return course;
    }
}
