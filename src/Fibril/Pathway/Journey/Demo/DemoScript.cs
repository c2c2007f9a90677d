using Fibril.Pathway.Bookings;
using Fibril.Pathway.Consents;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Screening;
using Fibril.Platform.Ui;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;

namespace Fibril.Pathway.Journey.Demo;

/// <summary>Takes one person of the demo as far along the pathway as the table says.</summary>
public sealed class DemoScript(Walker walker, DemoTeam team, Clinic clinic, DateOnly today)
{
    /// <summary>Days before the first visit on which each step happened.</summary>
    private const int AnswersBefore = 12;
    private const string Cream = "lidocaine-4";

    public async Task PlayAsync(DemoPerson person, Patient patient)
    {
        var walk = new PathwayWalk(walker, team, patient);
        var first = FirstVisit(person);
        var start = first.AddDays(-AnswersBefore) < today ? first.AddDays(-AnswersBefore) : today.AddDays(-AnswersBefore);
        foreach (var (reach, day, step) in Steps(person, walk, start))
        {
            if (person.Reach >= reach)
            {
                walker.Clock.Set(At(day, 9));
                await step();
            }
        }

        await VisitsAsync(person, walk);
        walker.Clock.Set(At(today, 8));
        await new DemoTwists(walker, team, walk, today, At).PlayAsync(person);
    }

    private IEnumerable<(Reach Reach, DateOnly Day, Func<Task> Step)> Steps(DemoPerson person, PathwayWalk walk, DateOnly start)
    {
        yield return (Reach.Registered, start, () => walk.OpenAsync(person.Title));
        yield return (Reach.Answering, start.AddDays(1), async () =>
        {
            await walk.WishAsync(person.Goal, person.Zone, person.Indication);
            await walk.AnswerAsync(person.Yes(start.AddDays(1)), person.Reach == Reach.Answering ? 9 : int.MaxValue);
        });
        yield return (Reach.Answered, start.AddDays(1), walk.SubmitAsync);
        yield return (Reach.Reviewed, start.AddDays(3), () => ReviewAsync(person, walk));
        yield return (Reach.PlanDrafted, start.AddDays(3), () => walk.PlanAsync(person.Zone, person.Indication, person.DepthMm, person.Sessions, Cream));
        yield return (Reach.PlanAgreed, start.AddDays(4), walk.AgreeAsync);
        yield return (Reach.ConsentSigned, start.AddDays(5), walk.ConsentAsync);
    }

    private async Task ReviewAsync(DemoPerson person, PathwayWalk walk)
    {
        await Results(person, walk).RateBaselineAsync();
        await walk.ExamineAsync(person.Phototype);
        await (person.Twist == Twist.NotSuitable
            ? walk.ReviewAsync(Verdict.NotTreated, "A keloid of her own: offered a consultation about alternatives.")
            : walk.ReviewAsync(person.Yes(today).ContainsKey("pregnancy") ? Verdict.AcceptedWithChange : Verdict.Accepted, "As the decision says."));
    }

    private async Task VisitsAsync(DemoPerson person, PathwayWalk walk)
    {
        foreach (var ago in person.SessionsAgo)
        {
            var day = today.AddDays(-ago);
            await HoldAsync(person, walk, day, 10, HourReach.Signed);
        }

        await Results(person, walk).HoldAsync();

        if (person.Reach == Reach.Booked)
        {
            walker.Clock.Set(At(today.AddDays(-2), 9));
            await walk.BookAsync(VisitKind.Session, At(today.AddDays(person.InDays), person.AtHour));
        }
        else if (person.Reach == Reach.Today)
        {
            await HoldAsync(person, walk, today, person.AtHour, person.Hour);
        }
    }

    private async Task HoldAsync(DemoPerson person, PathwayWalk walk, DateOnly day, double hour, HourReach reach)
    {
        walker.Clock.Set(At(day.AddDays(-4), 9));
        var booking = await walk.BookAsync(VisitKind.Session, At(day, hour));
        await new SessionWalk(walker, team, walk, booking).GoAsync(reach, person.Recalled);
    }

    private DemoResults Results(DemoPerson person, PathwayWalk walk) => new(walker, team, walk, person, At);

    private DateOnly FirstVisit(DemoPerson person) => person.SessionsAgo is [var first, ..] ? today.AddDays(-first) : today;

    /// <summary>An hour of the clinic's day as an instant.</summary>
    private DateTime At(DateOnly day, double hour) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue).AddHours(hour), clinic.Zone);
}
