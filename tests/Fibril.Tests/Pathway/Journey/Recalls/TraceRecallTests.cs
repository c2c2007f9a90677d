using System.Text.Json;
using Fibril.Pathway.Journey.Recalls;
using Fibril.Platform.Cli;
using Fibril.Practice.Stock;
using Fibril.Tests.Practice.Stock;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Journey.Recalls;

public class TraceRecallTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Lot_leads_to_people_sessions_zones_and_units_and_to_nobody_else()
    {
        var lot = await StockData.LotAsync(clinic, lotNumber: "RC-1");
        var (ada, adasCourse) = await clinic.CreateCourseAsync(TestData.Patient("Ada", "Recalled"));
        var (bea, beasCourse) = await clinic.CreateCourseAsync(TestData.Patient("Bea", "Recalled"));
        var (_, cleasCourse) = await clinic.CreateCourseAsync(TestData.Patient("Clea", "Untouched"));
        var adas = await clinic.HoldSessionAsync(adasCourse, zone: "forehead");
        var beas = await clinic.HoldSessionAsync(beasCourse);
        await clinic.HoldSessionAsync(cleasCourse);
        await clinic.UseAsync<OpenUnit, StockAnswer>(u => u.Handle(lot.Id, "S-77", adas.Id), clinic.Practitioner);
        await clinic.UseAsync<UseLot, StockAnswer>(u => u.Handle(lot.Id, beas.Id), clinic.Practitioner);

        var recall = await clinic.UseAsync<TraceRecall, TraceRecall.Recall>(u => u.Handle(lot.Id), clinic.Owner);

        Assert.Equal([ada.Id, bea.Id], recall.People.Select(p => p.PatientId).Order());
        var person = recall.People.Single(p => p.PatientId == ada.Id);
        Assert.Equal((adas.Id, "ada.recalled@example.org", 1), (person.SessionId, person.Email, person.Session));
        Assert.Equal(["forehead"], person.Zones);
        Assert.Equal(["S-77"], person.Units);
        Assert.Equal(2, await clinic.ReadAsync(db => db.JournalEntries.CountAsync(e => e.Verb == "trace lot" && e.Why == "RC-1")));
    }

    [Fact]
    public async Task Verb_names_the_people_and_exits_one_for_an_unknown_lot()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "The verb finds the database by the folder.");
        var lot = await StockData.LotAsync(clinic, received: 9, lotNumber: "rc-verb");
        var (_, course) = await clinic.CreateCourseAsync(TestData.Patient("Vera", "Verb"));
        var session = await clinic.HoldSessionAsync(course);
        await clinic.UseAsync<OpenUnit, StockAnswer>(u => u.Handle(lot.Id, null, session.Id), clinic.Practitioner);

        var text = await RunAsync("recall", "RC-VERB", "--data", clinic.Directory);
        var json = await RunAsync("recall", "RC-VERB", "--data", clinic.Directory, "--json");
        var unknown = await RunAsync("recall", "no-such", "--data", clinic.Directory);

        Assert.Equal(0, text.Code);
        Assert.Contains("8 of 9 left, 1 people in 1 sessions", text.Output, StringComparison.Ordinal);
        Assert.Contains("Vera Verb", text.Output, StringComparison.Ordinal);
        Assert.Equal("Vera Verb", JsonDocument.Parse(json.Output).RootElement[0].GetProperty("people")[0].GetProperty("name").GetString());
        Assert.Equal(1, unknown.Code);
    }

    [Fact]
    public async Task A_zone_in_which_a_lesion_was_left_out_was_needled_all_the_same()
    {
        var lot = await StockData.LotAsync(clinic, lotNumber: "RC-MOLE");
        var (_, course) = await clinic.CreateCourseAsync(TestData.Patient("Mona", "Mole"));
        var session = await clinic.HoldSessionAsync(course, skipped: "mole, left");
        await clinic.UseAsync<UseLot, StockAnswer>(u => u.Handle(lot.Id, session.Id), clinic.Practitioner);

        var recall = await clinic.UseAsync<TraceRecall, TraceRecall.Recall>(u => u.Handle(lot.Id), clinic.Owner);

        Assert.Equal(["cheek"], Assert.Single(recall.People).Zones);
    }

    [Fact]
    public async Task Verb_takes_the_code_of_the_pack_and_finds_the_lot_of_that_product_only()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "The verb finds the database by the folder.");
        await StockData.LotAsync(clinic, lotNumber: "GS-1", item: await clinic.AddAsync(new StockItem { Name = "Coded cartridge", Kind = StockKind.Cartridge, Gtin = "09506000134352" }));
        await StockData.LotAsync(clinic, lotNumber: "gs-1", item: await clinic.AddAsync(new StockItem { Name = "Other cartridge", Kind = StockKind.Cartridge, Gtin = "04012345678901" }));

        var coded = await RunAsync("recall", "(01)09506000134352(17)271200(10)GS-1", "--data", clinic.Directory);
        var typed = await RunAsync("recall", "Gs – 1", "--data", clinic.Directory);

        Assert.Equal(0, coded.Code);
        Assert.Contains("Coded cartridge, lot GS-1", coded.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Other cartridge", coded.Output, StringComparison.Ordinal);
        Assert.Contains("Other cartridge", typed.Output, StringComparison.Ordinal);
        var unreadable = await RunAsync("recall", "(01)09506000134352(10)GS-1(79)X", "--data", clinic.Directory);
        Assert.Equal(1, unreadable.Code);
        Assert.Contains("(79) is no identifier", unreadable.Output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        return (await Commands.RunAsync(args, output), output.ToString());
    }
}
