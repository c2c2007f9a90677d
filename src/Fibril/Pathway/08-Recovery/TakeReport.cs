using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using System.ComponentModel.DataAnnotations;

namespace Fibril.Pathway.Recovery;

/// <summary>Somebody takes a report: from now on it has a name on it, and nobody further is called.</summary>
public sealed class AcknowledgeReport(ClinicDb db, Caller caller)
{
    /// <param name="byLink">By the link of a call, not signed in.</param>
    /// <exception cref="NotHereException">No such report.</exception>
    public async Task<FormResult> Handle(Guid checkInId, bool byLink = false)
    {
        var checkIn = await db.CheckIns.OneAsync(c => c.Id == checkInId);
        if (checkIn.AcknowledgedAt is not null)
        {
            return FormResult.Refuse("already-taken", $"{checkIn.AcknowledgedByName} has taken this report already.");
        }

        await TakeAsync(db, caller, checkIn, byLink);
        await db.SaveAsync(caller.Act(byLink ? "acknowledge report by link" : "acknowledge report", personId: checkIn.PatientId));
        return FormResult.Go(RecoveryLinks.Detail(checkInId));
    }

    /// <summary>The last call of whoever takes it is answered with it.</summary>
    internal static async Task TakeAsync(ClinicDb db, Caller caller, CheckIn checkIn, bool byLink = false)
    {
        checkIn.Acknowledge(caller.Who.Name, caller.Now);
        var call = await db.StaffCalls.Where(c => c.CheckInId == checkIn.Id && c.StaffId == caller.Who.Id).OrderByDescending(c => c.Step).FirstOrDefaultAsync();
        call?.Answer(caller.Now, byLink);
    }
}

/// <summary>Whoever may close a report takes it from somebody who cannot end it, or who does not get to it; the journal keeps who had it.</summary>
public sealed class TakeOverReport(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such report.</exception>
    public async Task<FormResult> Handle(Guid checkInId)
    {
        var checkIn = await db.CheckIns.OneAsync(c => c.Id == checkInId);
        var decision = RecoveryRules.MayTakeOver(checkIn);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        var why = checkIn.AcknowledgedByName is { } former ? $"{former} had taken it." : null;
        await AcknowledgeReport.TakeAsync(db, caller, checkIn);
        await db.SaveAsync(caller.Act("take over report", why, checkIn.PatientId));
        return FormResult.Go(RecoveryLinks.Detail(checkInId));
    }
}

/// <summary>A report is closed with what came of it.</summary>
public sealed class CloseReport(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "What came of it: say it in a few words."), StringLength(2000)]
        public string? Outcome { get; set; }
    }

    /// <exception cref="NotHereException">No such report.</exception>
    public async Task<FormResult> Handle(Guid checkInId, Input input)
    {
        var checkIn = await db.CheckIns.OneAsync(c => c.Id == checkInId);
        if (checkIn.ClosedAt is not null)
        {
            return FormResult.Refuse("already-closed", $"{checkIn.ClosedByName} has closed this report already.");
        }

        if (checkIn.AcknowledgedAt is null)
        {
            await AcknowledgeReport.TakeAsync(db, caller, checkIn);
        }

        checkIn.Close(input.Outcome!.Trim(), caller.Who.Name, caller.Now);
        await db.SaveAsync(caller.Act("close report", input.Outcome.Trim()));
        return FormResult.Go("/staff/recovery");
    }
}
