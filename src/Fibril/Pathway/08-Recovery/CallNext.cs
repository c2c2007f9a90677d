using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Recovery;

/// <summary>Whoever took an urgent report, or sees that nobody does, has the next in line called now; until that one takes it, nobody has it and the calls go on.</summary>
public sealed class CallNext(ClinicDb db, Caller caller, CallStaff call)
{
    /// <exception cref="NotHereException">No such report.</exception>
    public async Task<FormResult> Handle(Guid checkInId)
    {
        var report = await db.CheckIns.OneAsync(c => c.Id == checkInId);
        var decision = RecoveryRules.MayCallNext(report);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        var why = report.AcknowledgedByName is { } former ? $"{former} had taken it." : null;
        report.HandBack();
        return await call.NextAsync(report, caller.Act("call next person", why, report.PatientId)) > 0
            ? FormResult.Go(RecoveryLinks.Detail(checkInId))
            : FormResult.Refuse("nobody-left", "There is nobody left to call, and nothing has changed. Telephone somebody from the list of calls.");
    }
}
