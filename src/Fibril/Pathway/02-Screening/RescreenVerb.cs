using System.CommandLine;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Practice.Protocols;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Screening;

/// <summary><c>fibril rescreen</c>: 0 when all were judged, changed or not; 1 when some could not be; 2 for a wrong folder or pack.</summary>
internal static class RescreenVerb
{
    private static readonly Option<bool> All = new("--all") { Description = "Everybody; without it those whose screening was made with another protocol." };

    private static readonly Option<DateOnly?> On = CliValues.Day("--on", "Day of the session to judge for, YYYY-MM-DD (default: each one's own).");

    private static readonly Option<bool> Names = new("--names") { Description = "Names instead of ids; each record that is named gets a view entry in the journal." };

    public static Command Create()
    {
        var verb = new Command("rescreen", "Judges the screenings of open courses again and reports who comes out otherwise, and why. Writes nothing but, with --names, the views.")
        {
            All, On, Names, PackFolder.Option, CliOptions.Data, CliOptions.Json,
        };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var folder = parsed.GetValue(PackFolder.Option);
        var (pack, problems) = folder is null ? (ProtocolPack.Current, []) : PackFolder.Read(folder).Load();
        return pack is null
            ? await VerbAnswer.RefuseAsync(parsed, problems)
            : await CliHost.RunAsync(parsed, services => RunAsync(parsed, services, pack, stop));
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, ProtocolPack pack, CancellationToken stop)
    {
        var (all, on) = (parsed.GetValue(All), parsed.GetValue(On));
        var db = services.GetRequiredService<ClinicDb>();
        ClinicPacks packs = new(pack, await AdoptedProtocol.OfAllAsync(db, pack, stop));
        Rescreen use = new(db);
        var result = await CliProgress.RunAsync(parsed, "Judging", () => use.CountAsync(packs, all, stop), done => use.Handle(packs, all, on, done, stop));
        if (parsed.GetValue(Names))
        {
            result = result with { Changes = await NamedAsync(services, result.Changes, stop) };
        }

        var answer = RescreenAnswer.Of(pack, on, result);
        return await VerbAnswer.GiveAsync(parsed, answer, answer.Lines, result.Faults.Count == 0 ? 0 : 1);
    }

    private static async Task<IReadOnlyList<RescreenChange>> NamedAsync(IServiceProvider services, IReadOnlyList<RescreenChange> changes, CancellationToken stop)
    {
        Dictionary<Guid, string> names = [];
        foreach (var part in changes.GroupBy(c => c.ClinicId).SelectMany(clinic => clinic.Select(c => c.PatientId).Distinct().Chunk(500).Select(ids => (Clinic: clinic.Key, Ids: ids))))
        {
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            var (db, caller) = (scope.ServiceProvider.GetRequiredService<ClinicDb>(), scope.ServiceProvider.GetRequiredService<Caller>());
            caller.ActAsSystem(part.Clinic);
            foreach (var person in await db.Patients.AsNoTracking().Where(p => part.Ids.Contains(p.Id)).ToListAsync(stop))
            {
                names[person.Id] = person.Name;
                db.NoteView(person.Id);
            }

            await db.SaveAsync(caller.Act("rescreen people"), stop);
        }

        return [.. changes.Select(c => c with { Name = names.GetValueOrDefault(c.PatientId) })];
    }
}
