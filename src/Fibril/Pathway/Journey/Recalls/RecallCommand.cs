using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Practice.Stock;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Recalls;

/// <summary><c>fibril recall LOT</c>: everybody who was treated with a lot, in every clinic of the installation.</summary>
public static class RecallCommand
{
    private static readonly Argument<string> Lot = new("lot") { Description = "Lot number as it stands on the pack, or the whole code of the pack: (01)…(10)…." };

    public static Command Create()
    {
        var recall = new Command("recall", "Names the people, sessions and zones that a lot was used on, and what is left of it.") { Lot, CliOptions.Data, CliOptions.Json };
        recall.SetAction((parsed, _) => CliHost.RunAsync(parsed, services => RunAsync(parsed, services)));
        return recall;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services)
    {
        var found = await FindAsync(services, parsed.GetValue(Lot)!);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(CliOptions.Json))
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(found, Columns.Json));
        }
        else
        {
            await output.WriteAsync(Text(found, parsed.GetValue(Lot)!, Today(services)));
        }

        return found.Count > 0 ? 0 : 1;
    }

    private static async Task<List<TraceRecall.Recall>> FindAsync(IServiceProvider services, string text)
    {
        var db = services.GetRequiredService<ClinicDb>();
        var lots = await LotsAsync(db, text, null);
        if (lots.Count == 0 && Gs1Code.Read(text, Today(services), out _) is { Lot: { } number } code)
        {
            lots = await LotsAsync(db, number, code.Gtin);
        }

        var found = new List<TraceRecall.Recall>();
        foreach (var lot in lots)
        {
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().ActAsSystem(lot.ClinicId);
            found.Add(await scope.ServiceProvider.GetRequiredService<TraceRecall>().Handle(lot.Id));
        }

        return found;
    }

    private static DateOnly Today(IServiceProvider services) => DateOnly.FromDateTime(services.GetRequiredService<Caller>().Now);

    /// <summary>Lots of every clinic with this number, of one product when the code names it.</summary>
    private static Task<List<StockLot>> LotsAsync(ClinicDb db, string number, string? gtin)
    {
        var key = PackNumberRules.Fold(number);
        return db.StockLots.IgnoreQueryFilters().AsNoTracking()
            .Where(l => l.LotKey == key && (gtin == null || db.StockItems.IgnoreQueryFilters().Any(i => i.Id == l.ItemId && i.ClinicId == l.ClinicId && (i.Gtin == null || i.Gtin == gtin))))
            .OrderBy(l => l.ReceivedAt).ToListAsync();
    }

    private static string Text(List<TraceRecall.Recall> found, string number, DateOnly today)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        if (found.Count == 0)
        {
            text.WriteLine(Gs1Code.IsCode(number) && Gs1Code.Read(number, today, out var wrong) is null ? wrong : $"No clinic here has a lot {number}.");
        }

        foreach (var recall in found)
        {
            text.WriteLine($"{recall.Item.Name}, lot {recall.Lot.Lot}, use until {recall.Lot.ExpiresOn:yyyy-MM-dd}: {recall.Lot.Remaining} of {recall.Lot.Received} left, {recall.People.Select(p => p.PatientId).Distinct().Count()} people in {recall.People.Count} sessions.");
            foreach (var person in recall.People)
            {
                text.WriteLine($"  {person.HeldOn:yyyy-MM-dd}  {person.Name}  {person.Phone ?? person.Email ?? "no contact"}  session {person.Session}  {string.Join(", ", person.Zones)}  {string.Join(", ", person.Units)}".TrimEnd());
            }
        }

        return text.ToString();
    }
}
