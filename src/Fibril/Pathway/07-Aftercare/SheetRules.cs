using System.Globalization;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Sessions;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Sheet = Fibril.Protocol.Aftercare;

namespace Fibril.Pathway.Aftercare;

/// <summary>From a session to the dated sheet of this person; the knowledge is the protocol's (clinical.md 8).</summary>
public static class SheetRules
{
    /// <summary>The rule that asks for the antiviral before needling of the face.</summary>
    private const string Antiviral = "M20";

    private const string Plasma = "prp";

    /// <summary>What the aftercare depends on.</summary>
    /// <param name="plan">Null when it is gone.</param>
    /// <param name="decision">What held when the needling began; null when there was none or it cannot be read.</param>
    public static AftercareFacts FactsOf(Session session, Patient patient, Clinic clinic, Plan? plan, CandidacyDecision? decision)
    {
        var end = session.NeedlingFinishedAt ?? throw new ArgumentException("Aftercare begins with the last needle contact.", nameof(session));
        return new()
        {
            SessionEnd = TimeZoneInfo.ConvertTimeFromUtc(end, clinic.Zone),
            DeepestMm = session.DeepestMm,
            Phototype = patient.Phototype,
            Zones = [.. session.Zones.Select(z => z.Zone)],
            Antiviral = AntiviralOf(session, decision),
            Melasma = plan?.Zones.Exists(z => z.Indication == "melasma") == true,
        };
    }

    /// <summary>
    /// What was put on in the session: the lots that were used, and plasma, which is the person's own and has no lot, by the plan for the day; and what the
    /// person uses at home (<c>gel-given</c>, <c>prp-given</c>, <c>minoxidil</c> of protocol/aftercare.yaml).
    /// </summary>
    /// <param name="used">Protocol ids of the lots.</param>
    public static IReadOnlyCollection<string> ProductsOf(IEnumerable<string> used, Plan? plan, IEnumerable<Answer> answers) =>
    [
        .. used.Concat(plan?.Combinations.Where(c => c is { Id: Plasma, DaysFromSession: 0 }).Select(c => c.Id) ?? [])
            .Concat(plan?.Topicals.Where(t => t == Plasma) ?? [])
            .Concat(answers.SelectMany(a => a.Items).Where(i => i.Kind == AnswerItemKind.Product && i.Now != false).Select(i => i.Id))
            .Distinct(),
    ];

    /// <summary>The rows as they are handed over, with their days written out.</summary>
    public static IReadOnlyList<SheetRow> Rows(ProtocolPack pack, AftercareFacts facts) =>
        [.. Sheet.Sheet(pack, facts).Select(r => new SheetRow(r.Id, r.FromOn, r.ToOn, When(r), string.Join(' ', [r.Do, .. r.Also]), r.Why, r.Grade))];

    /// <summary>Rows of a stored sheet in force on a day, by the protocol's own rule.</summary>
    public static IReadOnlyList<SheetRow> InForce(IEnumerable<SheetRow> rows, DateOnly day) =>
        [.. rows.Where(r => AftercareRow.IsInForce(r.FromOn, r.ToOn, day))];

    /// <summary>Whole days since the last needle contact in the clinic's days.</summary>
    public static int DayOf(AftercareFacts facts, DateOnly today) => today.DayNumber - facts.SessionOn.DayNumber;

    /// <summary>The gate asks only where the decision did not find it confirmed; so the decision speaks first, then the tick (A14).</summary>
    private static AntiviralUse AntiviralOf(Session session, CandidacyDecision? decision)
    {
        var asked = (decision?.Findings ?? []).Where(f => f.Rule == Antiviral).ToList();
        return asked.Exists(f => f.Met is true) || SessionGate.IsTicked(session, SessionGate.Met + Antiviral) ? AntiviralUse.Taking
            : asked.Count > 0 ? AntiviralUse.NotTaken
            : AntiviralUse.None;
    }

    private static string When(AftercareRow row) => (row.FromAt, row.ToAt) switch
    {
        ({ } from, { } to) => $"{Hour(from)} to {Hour(to)}",
        (null, { } to) => $"until {Hour(to)}",
        ({ } from, null) => $"from {Hour(from)} until {Day(row.LastOn)}",
        _ when row.FromOn == row.LastOn => $"on {Day(row.FromOn)}",
        _ => $"{Day(row.FromOn)} to {Day(row.LastOn)}",
    };

    private static string Day(DateOnly day) => day.ToString("ddd d MMMM", CultureInfo.CurrentCulture);

    private static string Hour(DateTime at) => at.ToString("ddd d MMMM, HH:mm", CultureInfo.CurrentCulture);
}
