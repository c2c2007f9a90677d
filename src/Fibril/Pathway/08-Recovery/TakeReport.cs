using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using System.ComponentModel.DataAnnotations;

namespace Fibril.Pathway.Recovery;

/// <summary>Somebody takes a report: from now on it has a name on it.</summary>
public sealed class AcknowledgeReport(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such report.</exception>
    public async Task<FormResult> Handle(Guid checkInId)
    {
        var checkIn = await db.CheckIns.OneAsync(c => c.Id == checkInId);
        if (checkIn.AcknowledgedAt is not null)
        {
            return FormResult.Refuse("already-taken", $"{checkIn.AcknowledgedByName} has taken this report already.");
        }

        checkIn.Acknowledge(caller.Who.Name, caller.Now);
        await db.SaveAsync(caller.Act("acknowledge report"));
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
            checkIn.Acknowledge(caller.Who.Name, caller.Now);
        }

        checkIn.Close(input.Outcome!.Trim(), caller.Who.Name, caller.Now);
        await db.SaveAsync(caller.Act("close report", input.Outcome.Trim()));
        return FormResult.Go("/staff/recovery");
    }
}
