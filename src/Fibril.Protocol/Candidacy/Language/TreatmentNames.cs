using static Fibril.Protocol.FactKind;
using static Fibril.Protocol.RuleNames;

namespace Fibril.Protocol;

/// <summary>Names of a medicine, a product, a procedure, a topical.</summary>
internal static class TreatmentNames
{
    public static readonly RuleName[] All =
    [
        Flag(Medicine, "taking", a => a.Medicine.Taking),
        Flag(Medicine, "prescribed", a => a.Medicine.Prescribed),
        Flag(Medicine, "prescriber-only", a => a.MedicineEntry.WhoMayPause == WhoMayPause.Prescriber),
        Flag(Medicine, "current", a => a.IsCurrent),
        Day(Medicine, "last-dose", a => a.LastDose),
        // A course has a planned end that counts even when it is still to come; without one it is not known.
        Day(Medicine, "course-end", a => a.Medicine.Taking ? a.Medicine.PlannedLast : a.LastDose),
        Day(Medicine, "started", a => a.DayOf(a.Medicine.StartedOn)),
        Number(Medicine, "mg-per-day", a => a.Medicine.DoseMgPerDay),
        Flag(Medicine, "confirmed", a => a.Medicine.ConfirmedTaken == true),
        Word<MedicineIndication>(Medicine, "taken-for", a => a.Medicine.Indication),
        new(Medicine, "medicine", new Bound.Word(a => a.Medicine.Id, pack => [.. pack.Medicines.Select(m => m.Id)])),
        Day(Product, "last-used", a => a.DayOf(a.Product.LastUsed)),
        Day(Product, "healed", a => a.DayOf(a.Product.HealedOn)),
        Number(Product, "hold", a => a.ProductEntry.HoldDays ?? 0),
        Day(Procedure, "done", a => a.Procedure.Ongoing == true ? null : a.DayOf(a.Procedure.On)),
        Day(Procedure, "healed", a => a.DayOf(a.Procedure.HealedOn)),
        Day(Procedure, "hold-end", a => a.EndOfHold),
        Number(Procedure, "hold-length", a => a.EndOfHold is { } end && a.DayOf(a.Procedure.On) is { } on ? end.DayNumber - on.DayNumber : null),
        Flag(Procedure, "surgeon-letter", a => a.Procedure.SurgeonLetter == true),
        new(Procedure, "gap", new Bound.Number(a => a.GapSince), ofZone: true),
        new(Topical, "topical", new Bound.Word(a => a.Topical.Id, pack => [.. pack.Topicals.Select(t => t.Id)])),
        Flag(Topical, "allowed", a => a.IsTopicalAllowed),
    ];
}
