using Fibril.Pathway.Bookings;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Demo;

/// <summary>How far the hour has gone.</summary>
public enum HourReach
{
    Expected,
    Arrived,
    Checks,
    Numbing,
    Needling,
    Finished,
    AftercareGiven,
    Signed,
}

/// <summary>One hour of needling through the use cases, as far as it is to go; later it can go on from there.</summary>
public sealed class SessionWalk(Walker walker, DemoTeam team, PathwayWalk walk, Booking booking)
{
    private const int NumbingMinutes = 30;
    private HourReach reached = HourReach.Expected;
    private Guid sessionId;

    /// <param name="recalled">Needled with the lot that is recalled later.</param>
    public async Task GoAsync(HourReach reach, bool recalled = false)
    {
        List<(HourReach Reach, Func<Task> Step)> steps =
        [
            (HourReach.Arrived, ArriveAsync),
            (HourReach.Checks, CheckAsync),
            (HourReach.Numbing, CreamOnAsync),
            (HourReach.Needling, () => NeedleAsync(recalled)),
            (HourReach.Finished, FinishAsync),
            (HourReach.AftercareGiven, AftercareAsync),
            (HourReach.Signed, SignAsync),
        ];
        foreach (var (next, step) in steps.Where(s => s.Reach > reached && s.Reach <= reach))
        {
            await step();
            reached = next;
        }

        await walker.DrainAsync();
    }

    private async Task ArriveAsync()
    {
        walker.Clock.Set(booking.StartsAt);
        Walker.Went(await walker.AsAsync<MarkArrived, FormResult?>(team.FrontDesk, u => u.Handle(booking.Id)), "arrive");
    }

    private async Task CheckAsync()
    {
        Walker.Went(await walker.AsAsync<OpenSession, FormResult?>(team.Assistant, u => u.Handle(booking.Id)), "open session");
        sessionId = await walk.ReadAsync(db => db.Sessions.Where(s => s.BookingId == booking.Id).Select(s => s.Id).SingleAsync());
        foreach (var item in new[] { SessionGate.Identity, SessionGate.Well, SessionGate.Holds, SessionGate.Consent })
        {
            await TickAsync(item);
        }

        walker.Clock.Pass(5);
    }

    private async Task CreamOnAsync()
    {
        PutCreamOn.Input cream = new() { LotId = team.Cream.Id.ToString(), Grams = 5, AreaCm2 = 60 };
        Walker.Went(await walker.AsAsync<PutCreamOn, FormResult?>(team.Assistant, u => u.Handle(sessionId, cream)), "cream on");
    }

    private async Task NeedleAsync(bool recalled)
    {
        walker.Clock.Pass(NumbingMinutes);
        Walker.Went(await walker.AsAsync<TakeCreamOff, FormResult?>(team.Assistant, u => u.Handle(sessionId)), "cream off");
        Walker.Went(await walker.AsAsync<TakeDevice, FormResult?>(team.Physician, u => u.Handle(sessionId, team.Pen.Id)), "device");
        var lot = recalled ? team.RecalledCartridges : team.Cartridges;
        Walker.Went(await walker.AsAsync<OpenCartridge, FormResult?>(team.Physician, u => u.Handle(sessionId, lot.Id, null, null)), "cartridge");
        Walker.Went(await walker.AsAsync<UseProduct, FormResult?>(team.Physician, u => u.Handle(sessionId, team.Gel.Id)), "gel");
        await TickAsync(SessionGate.CreamRemoved);
        await TickAsync(SessionGate.Cartridge);
        await TickAsync(SessionGate.Photos, "declined");
        await MarkAsync();
        Walker.Went(await walker.AsAsync<StartNeedling, FormResult?>(team.Physician, u => u.Handle(sessionId)), "start needling");
    }

    /// <summary>What was left out before is still there; the first time it is found.</summary>
    private async Task MarkAsync()
    {
        var before = await walker.AsAsync<KnownMarks, IReadOnlyList<SkinMark>>(team.Physician, u => u.Handle(sessionId));
        foreach (var mark in before)
        {
            Walker.Went(await walker.AsAsync<AnswerMark, FormResult?>(team.Physician, u => u.Handle(sessionId, mark.Id, true)), "look at mark");
        }

        if (before.Count == 0)
        {
            MarkSkin.Input mole = new() { View = ZoneShapes.Face.Id, Points = "166,196", Kind = MarkKind.Mole, Note = "4 mm, flat" };
            MarkSkin.Input filler = new() { View = ZoneShapes.Face.Id, Points = "62,150;86,158;88,172;66,176;52,166", Kind = MarkKind.Filler, Note = "hyaluronic acid, four months ago" };
            Walker.Went(await walker.AsAsync<MarkSkin, FormResult?>(team.Physician, u => u.Handle(sessionId, mole)), "mark mole");
            Walker.Went(await walker.AsAsync<MarkSkin, FormResult?>(team.Physician, u => u.Handle(sessionId, filler)), "mark filler");
        }
    }

    private async Task FinishAsync()
    {
        walker.Clock.Pass(25);
        var plan = await walk.ReadAsync(db => db.Plans.AsNoTracking().FirstAsync(p => p.CourseId == walk.CourseId && p.SupersededAt == null));
        foreach (var zone in plan.Zones)
        {
            RecordZone.Input input = new()
            {
                Zone = zone.Zone, DepthMm = zone.DepthMm, Passes = zone.Passes, Horizontal = true, Vertical = true, RateHz = 100, SpeedCmPerS = 2, EndPoint = "erythema", Pain = 3,
            };
            Walker.Went(await walker.AsAsync<RecordZone, FormResult?>(team.Physician, u => u.Handle(sessionId, input)), "record zone");
        }

        Walker.Went(await walker.AsAsync<FinishNeedling, FormResult?>(team.Physician, u => u.Handle(sessionId)), "finish");
    }

    private async Task AftercareAsync()
    {
        walker.Clock.Pass(5);
        Walker.Went(await walker.AsAsync<GiveAftercare, FormResult?>(team.Assistant, u => u.Handle(sessionId)), "aftercare");
    }

    private async Task SignAsync()
    {
        walker.Clock.Pass(5);
        var hash = await walker.AsAsync<RecordHash, string>(team.Physician, u => u.Handle(sessionId));
        Walker.Went(await walker.AsAsync<SignSession, FormResult?>(team.Physician, u => u.Handle(sessionId, new() { HaveRead = true, ShownHash = hash })), "sign session");
        Walker.Went(await walker.AsAsync<MarkLeft, FormResult?>(team.FrontDesk, u => u.Handle(booking.Id)), "leave");
    }

    private async Task TickAsync(string item, string? note = null) =>
        Walker.Went(await walker.AsAsync<TickGate, FormResult?>(team.Physician, u => u.Handle(sessionId, item, note)), $"tick {item}");
}

/// <summary>Hash of a session's record as the page would show it.</summary>
public sealed class RecordHash(Platform.Data.ClinicDb db, Platform.Data.Caller caller)
{
    /// <exception cref="Platform.Data.NotHereException">No such session.</exception>
    public async Task<string> Handle(Guid sessionId) =>
        await SessionReader.LoadAsync(db, caller, sessionId) is { } whole
            ? SessionText.HashOf(SessionText.Of(whole))
            : throw new Platform.Data.NotHereException(nameof(Session));
}

/// <summary>What was left out in a person's earlier sessions.</summary>
public sealed class KnownMarks(Platform.Data.ClinicDb db, Platform.Data.Caller caller)
{
    public async Task<IReadOnlyList<SkinMark>> Handle(Guid sessionId) => (await SessionReader.LoadAsync(db, caller, sessionId))?.LeftOutBefore ?? [];
}
