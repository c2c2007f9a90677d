using System.Net;
using Fibril.Pathway;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Bookings;

public class NewVisitPageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Person_and_course_are_found_and_lead_to_the_times()
    {
        var course = (await clinic.CreateCourseAsync(TestData.Patient("Nova", "Visitor"))).Course;
        await clinic.AddAsync(TestData.Patient("Nora", "Courseless"));
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await browser.GetAsync("/staff/diary");
        Assert.Equal("/staff/visits/new", browser.Page.QuerySelector("[data-key=n]")!.GetAttribute("href"));
        Assert.Contains("new visit", browser.Page.QuerySelector("page-keys dialog")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("next and previous person", browser.Page.QuerySelector("page-keys dialog")!.TextContent, StringComparison.Ordinal);

        await browser.FollowAsync("New visit");
        Assert.Null(browser.Page.QuerySelector(".visit-line"));
        await browser.PressAsync("Find", ("Name, phone or birth date", "courseless"));
        Assert.Contains("No open course.", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Find", ("Name, phone or birth date", "visitor"));
        Assert.Contains("Showing 1 to 1 of 1", browser.Text, StringComparison.Ordinal);
        await browser.FollowAsync($"Book: {course.Title}");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal($"/staff/courses/{course.Id}/bookings", browser.Address.AbsolutePath);
    }

    [Fact]
    public async Task Board_lists_its_own_keys_too_once()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await browser.GetAsync("/staff");

        Assert.Contains("next and previous person", Assert.Single(browser.Page.QuerySelectorAll("page-keys")).TextContent, StringComparison.Ordinal);
        Assert.Single(browser.Page.QuerySelectorAll("[data-key=n]"));
    }

    [Fact]
    public async Task Nobody_found_and_odd_addresses_are_said_in_words()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await browser.GetAsync("/staff/visits/new?q=" + new string('x', 500));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("Nobody found.", browser.Text, StringComparison.Ordinal);
    }
}
