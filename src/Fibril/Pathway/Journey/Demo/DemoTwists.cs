using Fibril.Pathway.Consents;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Screening;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Journey.Demo;

/// <summary>What happens besides the plain way: withdrawn, gone stale, red, seen, closed.</summary>
internal sealed class DemoTwists(Walker walker, DemoTeam team, PathwayWalk walk, DateOnly today, Func<DateOnly, double, DateTime> at)
{
    public Task PlayAsync(DemoPerson person) => person.Twist switch
    {
        Twist.WaitsForPrescriber => AskAsync(),
        Twist.ConsentWithdrawn => WithdrawAsync(),
        Twist.ConsentStale => ChangeAsync(),
        Twist.Closed => CloseAsync("Course complete; happy with the result."),
        Twist.StoppedEarly => CloseAsync("Moved to another city after the first session."),
        _ => Task.CompletedTask,
    };

    private async Task AskAsync()
    {
        walker.Clock.Set(at(today.AddDays(-3), 10));
        AskPrescriber.Input input = new()
        {
            Medicine = "Apixaban", Question = "Needling of the chin, 1.0 mm, is planned. Is there anything we should know about bleeding?", SentTo = "Dr Example, Harbour Practice, by letter",
        };
        Walker.Went(await walker.AsAsync<AskPrescriber, FormResult>(team.Physician, u => u.Handle(walk.CourseId, input)), "ask prescriber");
    }

    private async Task WithdrawAsync()
    {
        walker.Clock.Set(at(today.AddDays(-1), 10));
        Walker.Went(await walker.AsAsync<WithdrawConsent, FormResult?>(walk.Patient, u => u.Handle(walk.CourseId, "I want to think about it.")), "withdraw");
        await walker.DrainAsync();
    }

    private async Task ChangeAsync()
    {
        walker.Clock.Set(at(today.AddDays(-1), 10));
        var cold = DemoAnswers.ColdSores(today)["cold-sores"][0];
        Walker.Went(await walker.AsAsync<NameItem, FormResult>(walk.Patient, u => u.Handle(walk.CourseId, "cold-sores", null, cold)), "tell of cold sores");
        await walker.DrainAsync();
    }

    private async Task CloseAsync(string why)
    {
        walker.Clock.Set(at(today.AddDays(-1), 17));
        Walker.Went(await walker.AsAsync<CloseCourse, FormResult>(team.Physician, u => u.Handle(walk.CourseId, why)), "close");
    }
}
