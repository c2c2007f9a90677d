using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Recalls;

/// <summary><c>fibril recall LOT</c>: everybody who was treated with a lot, in every clinic of the installation.</summary>
public static class RecallCommand
{
    private static readonly Argument<string> Lot = new("lot") { Description = "Lot number as it stands on the pack." };

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
            await output.WriteAsync(Text(found, parsed.GetValue(Lot)!));
        }

        return found.Count > 0 ? 0 : 1;
    }

    private static async Task<List<TraceRecall.Recall>> FindAsync(IServiceProvider services, string number)
    {
        var wanted = number.Trim().ToUpperInvariant();
        var found = new List<TraceRecall.Recall>();
#pragma warning disable CA1304, CA1311, CA1862 // runs in the database
        var lots = await services.GetRequiredService<ClinicDb>().StockLots.IgnoreQueryFilters().AsNoTracking()
            .Where(l => l.Lot.ToUpper() == wanted).Select(l => new { l.ClinicId, l.Id }).ToListAsync();
#pragma warning restore CA1304, CA1311, CA1862
        foreach (var lot in lots)
        {
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().ActAsSystem(lot.ClinicId);
            found.Add(await scope.ServiceProvider.GetRequiredService<TraceRecall>().Handle(lot.Id));
        }

        return found;
    }

    private static string Text(List<TraceRecall.Recall> found, string number)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        if (found.Count == 0)
        {
            text.WriteLine($"No clinic here has a lot {number}.");
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
