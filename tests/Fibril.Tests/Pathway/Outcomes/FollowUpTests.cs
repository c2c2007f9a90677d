using Fibril.Pathway;
using Fibril.Pathway.Journey.Board;
using Fibril.Pathway.Outcomes;
using Fibril.Platform.Data;
using Fibril.Platform.Messages;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Outcomes;

public class FollowUpTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Look_between_two_sessions_leaves_the_course_lost_in_the_registry()
    {
        var (_, course) = await clinic.CreateCourseAsync(TestData.Patient("Betty", "Between"));
        await SignAsync(course, 1);
        clinic.Clock.Advance(TimeSpan.FromDays(31));
        await HoldAsync(course, 30);
        clinic.Clock.Advance(TimeSpan.FromDays(1));
        await SignAsync(course, 2);
        clinic.Clock.Advance(TimeSpan.FromDays(100));

        Assert.Equal(FollowUp.Lost, await InRegistryAsync(course));

        await HoldAsync(course, 30);
        Assert.Equal(FollowUp.Seen, await InRegistryAsync(course));
    }

    [Fact]
    public async Task Look_shows_its_button_when_it_may_be_held_and_until_then_the_day()
    {
        var (_, course) = await clinic.CreateCourseAsync(TestData.Patient("Butt", "On"));
        await SignAsync(course, 1);
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);

        Assert.Equal(["30"], await OffersAsync(30));
        Assert.Contains("can be held from", browser.Page.QuerySelector($"span:has(> time[datetime='{clinic.Today.AddDays(46):yyyy-MM-dd}'])")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["30", "90"], await OffersAsync(46));

        async Task<IEnumerable<string>> OffersAsync(int days)
        {
            clinic.Clock.Advance(TimeSpan.FromDays(days));
            await browser.GetAsync($"/staff/courses/{course.Id}/outcomes");
            var rows = browser.Page.QuerySelectorAll("table tbody tr").Where(r => r.TextContent.Contains("Hold the visit", StringComparison.Ordinal));
            return rows.Select(r => r.QuerySelector("th")!.TextContent.Trim().Split(' ')[0]).ToList();
        }
    }

    [Fact]
    public async Task Due_look_stands_on_the_board_until_it_is_held()
    {
        var (_, course) = await clinic.CreateCourseAsync(TestData.Patient("Dora", "Due"));
        await SignAsync(course, 1);
        clinic.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Empty(await NeedsAsync());

        clinic.Clock.Advance(TimeSpan.FromDays(1));
        var need = Assert.Single(await NeedsAsync());
        Assert.Equal(("Result due: 30 days after the last session", $"/staff/courses/{course.Id}/outcomes"), (need.What, need.Page));

        await HoldAsync(course, 30);
        Assert.Empty(await NeedsAsync());
        clinic.Clock.Advance(TimeSpan.FromDays(60 + RegistryRules.GraceDays));
        Assert.Single(await NeedsAsync());
        clinic.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await NeedsAsync());

        async Task<List<Need>> NeedsAsync() => [.. (await clinic.UseAsync<NeedsReader, IReadOnlyList<Need>>(u => u.Handle(), clinic.Owner)).Where(n => n.Person == "Dora Due" && n.What.StartsWith("Result", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task Person_is_asked_once_a_week_before_and_again_when_the_look_has_moved()
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient("Mailda", "Due"));
        await SignAsync(course, 1);
        await RemindAsync(22, 0, "more than a week before");
        await RemindAsync(1, 1, "a week before");
        await RemindAsync(1, 1, "asked already");

        await SignAsync(course, 2);
        await RemindAsync(23, 2, "the look has moved");
        var mail = await clinic.ReadAsync(db => db.Messages.FirstAsync(m => m.PersonId == patient.Id && m.Kind == MessageKind.ResultDue));
        Assert.Contains("/my/progress", mail.Text, StringComparison.Ordinal);

        async Task RemindAsync(int days, int mails, string why)
        {
            clinic.Clock.Advance(TimeSpan.FromDays(days));
            await clinic.UseAsync<RemindOfResults, int>(u => u.Handle());
            Assert.True(mails == await clinic.ReadAsync(db => db.Messages.CountAsync(m => m.PersonId == patient.Id && m.Kind == MessageKind.ResultDue)), why);
        }
    }

    private async Task<FollowUp> InRegistryAsync(Course course) =>
        Assert.Single(await clinic.UseAsync<ReadRegistry, IReadOnlyList<RegistryCourse>>(r => r.Handle()), c => c.CourseId == course.Id).FollowUp;

    private Task HoldAsync(Course course, int days) => clinic.InAsync(async services =>
    {
        var db = services.GetRequiredService<ClinicDb>();
        (await db.OutcomeVisits.SingleAsync(v => v.CourseId == course.Id && v.AfterDays == days && v.HeldAt == null)).Hold("seen", "Pia", clinic.Clock.Now());
        await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
    });

    private async Task SignAsync(Course course, int number)
    {
        var held = await clinic.HoldSessionAsync(course, number: number);
        await clinic.InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            (await db.Sessions.SingleAsync(s => s.Id == held.Id)).Sign(clinic.Practitioner.Id, clinic.Practitioner.Name, "text", "hash", clinic.Clock.Now());
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
        });
        await clinic.InAsync(s => s.GetRequiredService<PlanOutcomeVisits>().HandleAsync(new(course.Id, course.PatientId, held.Id), default));
    }
}
