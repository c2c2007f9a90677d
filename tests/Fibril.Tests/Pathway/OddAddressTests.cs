using System.Net;
using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Bookings.Waiting;
using Fibril.Platform.Ui;
using Fibril.Tests.Pathway.Bookings;
using Fibril.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace Fibril.Tests.Pathway;

/// <summary>Addresses that somebody typed or cut: what cannot be read is as if it were not there.</summary>
public class OddAddressTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Theory]
    [InlineData("/staff/late?minutes=abc")]
    [InlineData("/staff/late?who=x&minutes=99999999999")]
    [InlineData("/staff/patients?page=two")]
    [InlineData("/staff/patients?page=2147483647")]
    [InlineData("/staff/courses/COURSE/screening?on=soon")]
    [InlineData("/staff/courses/COURSE/consultation/photos/new?session=x&view=77")]
    [InlineData("/staff/courses/COURSE/adverse-events/new?session=x&checkIn=y")]
    public async Task Page_opens_without_what_cannot_be_read(string address)
    {
        var (_, course) = await clinic.CreateCourseAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);

        await browser.GetAsync(address.Replace("COURSE", course.Id.ToString(), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    /// <summary>The framework throws on a value that does not fit the type: such a page answers 500.</summary>
    [Fact]
    public void No_page_reads_its_query_as_anything_but_text()
    {
        var asked = typeof(Stage).Assembly.GetTypes().SelectMany(t => t.GetProperties((System.Reflection.BindingFlags)(-1)))
            .Where(p => p.IsDefined(typeof(SupplyParameterFromQueryAttribute), true)).ToList();

        Assert.True(asked.Count > 10);
        Assert.Empty(asked.Where(p => p.PropertyType != typeof(string)).Select(p => $"{p.DeclaringType}.{p.Name}"));
    }

    [Fact]
    public async Task A_kind_of_visit_that_there_is_not_is_a_session()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await browser.GetAsync($"/staff/courses/{course.Id}/bookings?kind=99");

        Assert.Equal("Session", browser.Page.QuerySelector("#kind option[selected]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Nobody_waits_for_a_kind_of_visit_that_there_is_not()
    {
        var (_, course) = await clinic.CreateReadyCourseAsync();

        var result = await clinic.UseAsync<JoinWaiting, FormResult?>(u => u.Handle(course.Id, new() { Kind = (VisitKind)99 }, []), clinic.FrontDesk);

        Assert.IsType<FormResult.WrongInput>(result);
    }
}
