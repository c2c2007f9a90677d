using Fibril.Pathway.Journey.Board;
using Fibril.Platform.Data;
using Fibril.Practice.Staff;
using Fibril.Practice.Stock;
using Fibril.Tests.Practice.Stock;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Journey.Board;

public class PracticeNeedsTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Credentials_expiring_lots_and_low_stock_stand_on_the_board_in_their_order()
    {
        await HireAsync("Cred Expired", -1);
        await HireAsync("Cred Ending", 20);
        await HireAsync("Cred Fine", 61);
        var item = await clinic.AddAsync(new StockItem { Name = "Needs gel", Kind = StockKind.Serum, LowStock = 4 });
        await StockData.LotAsync(clinic, received: 3, lotNumber: "SOON", item: item, expiresOn: clinic.Today.AddDays(PracticeNeeds.ExpiryDays));
        await StockData.LotAsync(clinic, received: 3, lotNumber: "LATER", expiresOn: clinic.Today.AddDays(PracticeNeeds.ExpiryDays + 1));
        await StockData.LotAsync(clinic, received: 2, lotNumber: "GONE", expiresOn: clinic.Today.AddDays(-1), item: await clinic.AddAsync(new StockItem { Name = "Old gel", Kind = StockKind.Serum, LowStock = 1 }));

        var needs = await clinic.UseAsync<NeedsReader, IReadOnlyList<Need>>(u => u.Handle(), clinic.Owner);

        string Of(string person, string part) => Assert.Single(needs, n => n.Person == person && n.What.Contains(part, StringComparison.Ordinal)).Urgency.ToString();
        Assert.Equal(nameof(Urgency.Today), Of("Cred Expired", "expired on 9 June 2026: may not needle"));
        Assert.Equal(nameof(Urgency.Soon), Of("Cred Ending", "Credential ends on 30 June 2026"));
        Assert.DoesNotContain(needs, n => n.Person == "Cred Fine");
        Assert.Equal(nameof(Urgency.Soon), Of("Needs gel", "Lot SOON expires on 10 July 2026, 3 left"));
        Assert.Equal(nameof(Urgency.Soon), Of("Needs gel", "Running low: 3 left"));
        Assert.Equal(nameof(Urgency.Soon), Of("Old gel", "Lot GONE has expired: take 2 units off the shelf"));
        Assert.Equal(nameof(Urgency.Today), Of("Old gel", "None left"));
        Assert.DoesNotContain(needs, n => n.What.Contains("LATER", StringComparison.Ordinal));
        Assert.Equal(needs.OrderBy(n => n.Urgency).Select(n => n.Urgency), needs.Select(n => n.Urgency));
    }

    private Task<StaffMember> HireAsync(string name, int daysLeft)
    {
        var person = TestData.Staff(name, Fibril.Platform.Access.Role.Practitioner, Profession.Practitioner, clinic.Clock.Now());
        person.CredentialExpiresOn = clinic.Today.AddDays(daysLeft);
        return clinic.AddAsync(person);
    }
}
