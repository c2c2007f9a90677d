using Fibril.Pathway.Journey.Recalls;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Staff;
using Fibril.Practice.Stock;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Board;

/// <summary>What waits in the practice itself: recalls, credentials that end, lots that expire, products that run low.</summary>
public sealed class PracticeNeeds(ClinicDb db, Caller caller, ListStock stock, ListRecalls recalls)
{
    /// <summary>A lot that expires is announced so many days before on the board; the stock page shows it earlier.</summary>
    public const int ExpiryDays = 30;

    public async Task<IReadOnlyList<Need>> Handle(CancellationToken stop = default)
    {
        var shelves = await stock.Handle();
        return [.. await RecallsAsync(stop), .. await CredentialsAsync(shelves.Today, stop), .. Expiring(shelves), .. Low(shelves)];
    }

    private async Task<IEnumerable<Need>> RecallsAsync(CancellationToken stop) => (await recalls.Handle(openOnly: true, stop)).Select(r => new Need(
        r.Recall.IsDrill ? Urgency.Soon : r.Progress.IsEveryoneReached ? Urgency.Today : Urgency.Now,
        $"{(r.Recall.IsDrill ? "Drill" : "Recall")}: lot {r.Lot}",
        r.Recall.FoundAt is null ? "The lot is to be found" : r.Progress.ToString(),
        r.Recall.FoundAt is null ? RecallLinks.Find : RecallLinks.Of(r.Recall.Id),
        r.Recall.StartedAt));

    private async Task<IEnumerable<Need>> CredentialsAsync(DateOnly today, CancellationToken stop) =>
        from s in await db.StaffMembers.AsNoTracking().Where(s => s.LeftAt == null && s.Profession != Profession.None && s.CredentialExpiresOn != null).ToListAsync(stop)
        let state = StaffLimitRules.Credential(s.CredentialExpiresOn, today)
        where state != CredentialState.Fine
        select new Need(
            state == CredentialState.Expired ? Urgency.Today : Urgency.Soon, s.Name,
            state == CredentialState.Expired ? $"Credential expired on {Day(s.CredentialExpiresOn!.Value)}: may not needle" : $"Credential ends on {Day(s.CredentialExpiresOn!.Value)}",
            "/staff/practice/staff", At(s.CredentialExpiresOn.Value));

    private static IEnumerable<Need> Expiring(ListStock.Shelves shelves) => shelves.Expiring.Where(l => l.Lot.ExpiresOn <= shelves.Today.AddDays(ExpiryDays)).Select(l => new Need(
        Urgency.Soon, l.Item.Name,
        l.Expired ? $"Lot {l.Lot.Lot} has expired: take {Words.Count(l.Lot.Remaining, "unit")} off the shelf" : $"Lot {l.Lot.Lot} expires on {Day(l.Lot.ExpiresOn)}, {l.Lot.Remaining} left",
        $"/staff/stock/lots/{l.Lot.Id}", At(l.Lot.ExpiresOn)));

    private IEnumerable<Need> Low(ListStock.Shelves shelves) => shelves.Low.Select(l => new Need(
        l.Usable == 0 ? Urgency.Today : Urgency.Soon, l.Item.Name, l.Usable == 0 ? "None left that may be used" : $"Running low: {l.Usable} left", "/staff/stock", caller.Now));

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.CurrentCulture);

    private static DateTime At(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
