using Fibril.Pathway.Bookings.Waiting;
using Fibril.Pathway.Consents;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Recovery;
using Fibril.Pathway.Screening;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Demo;

/// <summary>What happens besides the plain way: withdrawn, gone stale, red, seen, closed.</summary>
internal sealed class DemoTwists(Walker walker, DemoTeam team, PathwayWalk walk, DateOnly today, Func<DateOnly, double, DateTime> at)
{
    public Task PlayAsync(DemoPerson person) => person.Twist switch
    {
        Twist.WaitsForPrescriber => AskAsync(),
        Twist.ConsentWithdrawn => WithdrawAsync(),
        Twist.ConsentStale => ChangeAsync(),
        Twist.RedReport => HarmAsync( new() { Redness = 2, Swelling = 1, Pain = 2, Ticked = ["fever", "pus"], Words = "It throbs and there is yellow fluid." }),
        Twist.AmberReport => ReportAsync(0, new() { Redness = 1, Swelling = 0, Pain = 0, Ticked = ["itchy-papules"], Words = "Itchy bumps that stay." }),
        Twist.GoodReport => ReportAsync(0, new() { Redness = 2, Swelling = 1, Pain = 0, Words = "Feels like a sunburn." }),
        Twist.StoppedEarly => CloseAsync("Moved to another city after the first session."),
        Twist.OnWaitingList => WaitAsync(),
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

    private async Task WaitAsync()
    {
        walker.Clock.Set(at(today.AddDays(-2), 11));
        Walker.Went(await walker.AsAsync<JoinWaiting, FormResult?>(walk.Patient, u => u.Handle(walk.CourseId, new() { From = "13:00" }, [DayOfWeek.Tuesday, DayOfWeek.Thursday])), "join waiting list");
    }

    /// <summary>A report about the last session, this many days ago.</summary>
    private async Task ReportAsync(int daysAgo, ReportSkin.Input input)
    {
        walker.Clock.Set(at(today.AddDays(-daysAgo), 8));
        var session = await walk.ReadAsync(db => db.Sessions.Where(s => s.CourseId == walk.CourseId).OrderByDescending(s => s.HeldOn).Select(s => s.Id).FirstAsync());
        Walker.Went(await walker.AsAsync<ReportSkin, FormResult>(walk.Patient, u => u.Handle(session, input)), "report skin");
        await walker.DrainAsync();
    }

    /// <summary>A red report, and the physician writes down what it was.</summary>
    private async Task HarmAsync(ReportSkin.Input input)
    {
        await ReportAsync(0, input);
        var report = await walk.ReadAsync(db => db.CheckIns.AsNoTracking().FirstAsync(c => c.CourseId == walk.CourseId));
        var session = await walk.ReadAsync(db => db.Sessions.AsNoTracking().FirstAsync(s => s.Id == report.SessionId));
        walker.Clock.Pass(20);
        RecordHarm.Input harm = new()
        {
            Type = "bacterial-infection", Severity = "moderate", OnsetOn = today, Narrative = "Fever, pus and throbbing in the needled skin, reported by the person.", Action = "Called at once; to be seen today.",
            LotId = HarmRules.LotFor(session)?.ToString(), DeviceId = session.DeviceId?.ToString(),
        };
        Walker.Went(await walker.AsAsync<RecordHarm, FormResult>(team.Physician, u => u.Handle(walk.CourseId, report.Id, null, harm)), "record harm");
    }

    private async Task CloseAsync(string why)
    {
        walker.Clock.Set(at(today.AddDays(-1), 17));
        Walker.Went(await walker.AsAsync<CloseCourse, FormResult>(team.Physician, u => u.Handle(walk.CourseId, why)), "close");
    }
}
