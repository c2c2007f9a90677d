using Fibril.Pathway.Plans;
using Fibril.Pathway.Screening;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Aftercare;

/// <summary>Reads what the aftercare of a session depends on and puts it as facts for <see cref="SheetRules"/>.</summary>
public static class SheetFacts
{
    public static async Task<AftercareFacts> ReadAsync(ClinicDb db, Session session, Patient patient, Clinic clinic, CancellationToken stop = default)
    {
        var plan = await db.Plans.AsNoTracking().FirstOrDefaultAsync(p => p.Id == session.PlanId, stop);
        var held = await ScreeningQueries.HeldAtAsync(db, session.CourseId, session.NeedlingStartedAt ?? session.OpenedAt, stop);
        return SheetRules.FactsOf(session, patient, clinic, plan, Arrival.Read(held)) with { Products = await ProductsAsync(db, session, plan, stop) };
    }

    private static async Task<IReadOnlyCollection<string>> ProductsAsync(ClinicDb db, Session session, Plan? plan, CancellationToken stop)
    {
        var lots = session.InUse.Select(u => u.LotId).ToList();
        var items = await db.StockLots.Where(l => lots.Contains(l.Id)).Join(db.StockItems, l => l.ItemId, i => i.Id, (_, i) => i.ProtocolId).ToListAsync(stop);
        var consultation = await db.Consultations.AsNoTracking().Where(c => c.CourseId == session.CourseId).OrderByDescending(c => c.StartedAt).FirstOrDefaultAsync(stop);
        return SheetRules.ProductsOf(items.OfType<string>(), plan, consultation?.Answers ?? []);
    }
}
