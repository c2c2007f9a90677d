using System.Net;
using Fibril.Platform.Data;
using Fibril.Platform.Journal;
using Fibril.Practice;
using Fibril.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Practice;

public class JournalPageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Owner_filters_by_person_staff_kind_and_day()
    {
        var (ada, _) = await clinic.CreateCourseAsync(TestData.Patient("Ada", "Filter"));
        await clinic.AddAsync(TestData.Patient("Bea", "Other"));
        await clinic.InAsync(s => s.GetRequiredService<ClinicDb>().ViewAsync(s.GetRequiredService<Caller>().Act("open record"), ada.Id), clinic.Assistant);
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);

        await browser.GetAsync("/staff/practice/journal?person=fil+ADA");
        Assert.Contains("open record", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bea", browser.Text, StringComparison.Ordinal);
        await browser.GetAsync($"/staff/practice/journal?staff={clinic.Assistant.Id}&kind=View&from=2026-06-10&until=2026-06-10");
        Assert.Single(browser.Page.QuerySelectorAll(".journal > li"));
        await browser.GetAsync($"/staff/practice/journal?staff={clinic.Assistant.Id}&until=2026-06-09");

        Assert.Contains("No entry fits", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_up_one_person_leaves_a_trace_itself()
    {
        var ada = await clinic.AddAsync(TestData.Patient("Trace", "Oneperson"));
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);

        await browser.GetAsync("/staff/practice/journal?person=oneperson");
        await browser.GetAsync("/staff/practice/journal?person=oneperson");

        Assert.Contains("read journal of a person", browser.Text, StringComparison.Ordinal);
        Assert.Contains(ada.Name, browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_entries_are_on_the_next_page()
    {
        for (var i = 0; i < JournalReader.PageSize; i++)
        {
            await clinic.AddAsync(TestData.Patient("Page", $"Turner{i}"));
        }

        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await browser.GetAsync("/staff/practice/journal?kind=Write");
        Assert.Equal(JournalReader.PageSize, browser.Page.QuerySelectorAll(".journal > li").Length);
        await browser.FollowAsync("Older entries");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("entry 1", browser.Page.QuerySelector(".journal > li:last-child")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_read_as_old_and_new()
    {
        var rows = JournalChanges.Read("""[{"row":"StaffMember","id":"x","change":"Modified","values":{"MaxDepthMm":[1.0,1.5],"Zones":[null,[{"zone":"chin"}]],"Same":["a","a"]}},{"row":"Place","id":"y","change":"Added","values":{"IsOpen":[true]}}]""");

        Assert.Equal(("Staff member", "Modified"), (rows[0].Row, rows[0].Change));
        Assert.Equal([new FieldChange("Max depth mm", "1.0", "1.5"), new FieldChange("Zones", "", "Zone: chin")], rows[0].Fields);
        Assert.Equal([new FieldChange("Is open", null, "yes")], rows[1].Fields);
    }
}
