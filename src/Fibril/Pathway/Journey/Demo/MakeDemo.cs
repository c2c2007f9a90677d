using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Practice.Clinics;
using Fibril.Practice.Devices;
using Fibril.Practice.Patients;
using Fibril.Practice.Places;
using Fibril.Practice.Prices;
using Fibril.Practice.Protocols;
using Fibril.Practice.Staff;
using Fibril.Practice.Stock;
using Fibril.Protocol;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Demo;

/// <summary>Makes the demo clinic through the use cases, on a clock that is set back. Does nothing when there is one.</summary>
public sealed class MakeDemo(IServiceProvider services, DemoClock clock)
{
    private const string Notice = "Maker's notice: seal of some packs may be weak.";
    public const string Password = "needle-fibril-demo-26";

    private readonly DateTime realNow = clock.Now();

    /// <returns>False when the demo clinic was there already.</returns>
    public async Task<bool> RunAsync(Action<string, int, int> progress)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            if (await scope.ServiceProvider.GetRequiredService<ClinicDb>().Clinics.IgnoreQueryFilters().AnyAsync(c => c.IsDemo))
            {
                return false;
            }
        }

        var zone = DemoZone.Now(realNow);
        var today = realNow.DayIn(zone);
        clock.Set(realNow.AddDays(-400));
        var (clinic, team) = await OpenClinicAsync(zone, today);
        var walker = new Walker(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<Outbox>(), clock.Hands, clinic.Id);
        var script = new DemoScript(walker, team, clinic, today);
        foreach (var (person, n) in DemoPeople.All.Select((p, n) => (p, n)))
        {
            progress($"{person.Given} {person.Family}", n, DemoPeople.All.Count);
            clock.Set(realNow.AddDays(-((person.SessionsAgo is [var first, ..] ? first : 0) + 20)));
            await script.PlayAsync(person, await RegisterAsync(walker, team, person));
        }

        clock.Set(realNow.AddMinutes(-15));
        await walker.AsAsync<RecallLot, Platform.Ui.FormResult>(team.Owner, u => u.Handle(team.RecalledCartridges.Id, Notice));
        await DemoShelf.RecallAsync(walker, team, Notice);
        return true;
    }

    private async Task<(Clinic Clinic, DemoTeam Team)> OpenClinicAsync(TimeZoneInfo zone, DateOnly today)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClinicDb>();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.ActAsSystem(Guid.CreateVersion7());
        var accounts = await AccountsAsync(scope.ServiceProvider.GetRequiredService<UserManager<Account>>());
        var clinic = db.Add(new Clinic
        {
            Name = "Demo Skin Clinic", TimeZone = zone.Id, Jurisdiction = "GB-ENG", IsDemo = true, CreatedAt = clock.Now(), OpensAt = new(8, 0), ClosesAt = new(18, 0),
            Phone = "020 7946 0000", EmergencyPhone = "020 7946 0999", Email = "clinic@demo.example", Address = "1 Harbour Street", AmbulanceNumber = "999",
        }).Entity;
        StaffMember Hire(string name, string box, Role role, Profession profession) => db.Add(Member(name, accounts[box], role, profession, today)).Entity;
        var owner = Hire("Olivia Owner", "owner", Role.Owner, Profession.None);
        var physician = Hire("Priya Physician", "physician", Role.Practitioner, Profession.Physician);
        var practitioner = Hire("Paul Practitioner", "practitioner", Role.Practitioner, Profession.Practitioner);
        var assistant = Hire("Alex Assistant", "assistant", Role.Assistant, Profession.None);
        var desk = Hire("Dana Desk", "desk", Role.FrontDesk, Profession.None);
        var pen = Furnish(db, today);
        practitioner.CredentialExpiresOn = today.AddDays(40);
        DemoShelf.Limit(db, practitioner, physician, pen);
        var shelf = await StockAsync(db, today);
        var price = db.Add(new PriceItem { Name = "Needling, face", Amount = 180, Per = "session" }).Entity;
        db.Add(new ProtocolAdoption
        {
            Number = 1, ProtocolId = ProtocolPack.Current.Header.Id, ProtocolVersion = ProtocolPack.Current.Header.Version, Hash = ProtocolPack.Current.Hash,
            AdoptedAt = clock.Now(), AdoptedBy = physician.Id, AdoptedByName = physician.Name, Note = "Adopted for the demonstration.",
        });
        DemoShelf.Fill(db, [physician.Id, practitioner.Id, owner.Id]);
        await db.SaveAsync(caller.Act("open demo clinic"));
        return (clinic, new()
        {
            Owner = owner, Physician = physician, Practitioner = practitioner, Assistant = assistant, FrontDesk = desk, Pen = pen, Price = price,
            Cartridges = shelf[0], RecalledCartridges = shelf[1], Cream = shelf[2], Gel = shelf[3],
        });
    }

    /// <summary>Sign-ins first: the framework saves them by itself, when nothing of the clinic waits to be saved.</summary>
    private async Task<Dictionary<string, Account>> AccountsAsync(UserManager<Account> users)
    {
        Dictionary<string, Account> accounts = [];
        foreach (var box in new[] { "owner", "physician", "practitioner", "assistant", "desk" })
        {
            var mail = $"{box}@demo.example";
            accounts[box] = new Account { UserName = mail, Email = mail, EmailConfirmed = true, CreatedAt = clock.Now() };
            var made = await users.CreateAsync(accounts[box], Password);
            if (!made.Succeeded)
            {
                throw new InvalidOperationException($"{mail}: {string.Join(" ", made.Errors.Select(e => e.Description))}");
            }
        }

        return accounts;
    }

    private StaffMember Member(string name, Account account, Role role, Profession profession, DateOnly today) => new()
    {
        Name = name,
        Email = account.Email!,
        Role = role,
        Profession = profession,
        AccountId = account.Id,
        JoinedAt = clock.Now(),
        CredentialNumber = profession == Profession.None ? "" : $"D-{name[..2].ToUpperInvariant()}",
        CredentialExpiresOn = profession == Profession.None ? null : today.AddDays(500),
    };

    private static Device Furnish(ClinicDb db, DateOnly today)
    {
        db.AddRange(
            new Place { Name = "Numbing chair 1", Kind = PlaceKind.NumbingChair, TurnoverMinutes = 5 },
            new Place { Name = "Numbing chair 2", Kind = PlaceKind.NumbingChair, TurnoverMinutes = 5 },
            new Place { Name = "Room 1", Kind = PlaceKind.TreatmentRoom },
            new Place { Name = "Room 2", Kind = PlaceKind.TreatmentRoom },
            new Place { Name = "Consulting room", Kind = PlaceKind.ConsultationRoom },
            new PriceItem { Name = "Consultation", Amount = 60, Per = "consultation" });
        return db.Add(new Device
        {
            Name = "Pen A", Maker = "Example Devices", Model = "P-100", Serial = "A-0417", Kind = Practice.Devices.DeviceKind.Pen, Label = Practice.Devices.DeviceLabel.CeMedical, RateHz = 100, MaxDepthMm = 2.5m, ServiceDueOn = today.AddDays(200),
        }).Entity;
    }

    private async Task<StockLot[]> StockAsync(ClinicDb db, DateOnly today)
    {
        var cartridge = db.Add(new StockItem { Name = "Sterile cartridge, 12 needles", Kind = StockKind.Cartridge, Needles = 12 }).Entity;
        var cream = db.Add(new StockItem { Name = "Lidocaine 4 % cream", Kind = StockKind.Anaesthetic, ProtocolId = "lidocaine-4" }).Entity;
        var gel = db.Add(new StockItem { Name = "Sterile hyaluronic gel", Kind = StockKind.Serum, ProtocolId = "sterile-ha-gel" }).Entity;
        StockLot[] lots =
        [
            Lot(cartridge, "C-2207", today.AddDays(600), 200),
            Lot(cartridge, "C-1990", today.AddDays(90), 60),
            Lot(cream, "L-51", today.AddDays(120), 80),
            Lot(gel, "G-8", today.AddDays(20), 80),
        ];
        await db.AddRangeAsync(lots.Cast<object>());
        return lots;
    }

    private StockLot Lot(StockItem item, string lot, DateOnly expires, int units)
    {
        var row = new StockLot { ItemId = item.Id, Lot = lot, ExpiresOn = expires, Received = units, ReceivedAt = clock.Now() };
        row.PutOnShelf();
        return row;
    }

    private static async Task<Patient> RegisterAsync(Walker walker, DemoTeam team, DemoPerson person)
    {
        PatientInput input = new()
        {
            GivenName = person.Given, FamilyName = person.Family, BornOn = person.BornOn, Sex = person.Sex, Phone = $"07700 900{person.Given.Length}{person.Family.Length:00}",
            Email = $"{person.Given}.{person.Family}@demo.example".ToLowerInvariant(), WeightKg = 70,
        };
        var (result, _) = await walker.AsAsync<RegisterPatient, (Platform.Ui.FormResult, IReadOnlyList<Patient>)>(team.FrontDesk, u => u.Handle(input));
        var id = Guid.Parse(Walker.Went(result, "register").Split('/')[^1]);
        return await walker.AsSystemAsync<ClinicDb, Patient>(db => db.Patients.AsNoTracking().FirstAsync(p => p.Id == id));
    }
}
