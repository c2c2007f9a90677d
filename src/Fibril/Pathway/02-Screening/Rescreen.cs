using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using Fibril.Platform.Data;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Screening;

/// <summary>A screening as it was stored.</summary>
internal sealed record StoredScreening(Guid ClinicId, Guid PatientId, Guid CourseId, string CaseJson, string DecisionJson);

/// <summary>A screening that could not be judged again.</summary>
/// <param name="Reason">Why not.</param>
internal sealed record RescreenFault(Guid ClinicId, Guid PatientId, Guid CourseId, string Reason);

/// <summary>What each clinic works by.</summary>
/// <param name="Published">For a clinic that has adopted nothing.</param>
internal sealed record ClinicPacks(ProtocolPack Published, IReadOnlyDictionary<Guid, ProtocolPack> Own)
{
    public ProtocolPack Of(Guid clinic) => Own.GetValueOrDefault(clinic, Published);
}

/// <summary>What came of judging again.</summary>
/// <param name="Judged">Screenings that were judged.</param>
/// <param name="Changes">Those that come out otherwise, the strictest first.</param>
/// <param name="Faults">Those that could not be judged.</param>
internal sealed record RescreenResult(int Judged, IReadOnlyList<RescreenChange> Changes, IReadOnlyList<RescreenFault> Faults);

/// <summary>
/// Judges the screenings that hold in open courses again, by the facts stored with each, in every clinic of the installation.
/// Rows are streamed and judged in batches on every core; nothing is written.
/// </summary>
internal sealed class Rescreen(ClinicDb db)
{
    private const int BatchSize = 128;

    private static readonly JsonSerializerOptions Stored = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private readonly ConcurrentBag<RescreenChange> changes = [];
    private readonly ConcurrentBag<RescreenFault> faults = [];
    private int judged;

    /// <summary>How many screenings would be judged.</summary>
    public async Task<int> CountAsync(ClinicPacks packs, bool all, CancellationToken stop = default)
    {
        var count = 0;
        foreach (var clinic in await ClinicsAsync(stop))
        {
            count += await Standing(clinic, packs.Of(clinic), all).CountAsync(stop);
        }

        return count;
    }

    /// <param name="packs">The knowledge to judge by.</param>
    /// <param name="all">Those too that were made with this very pack.</param>
    /// <param name="on">Day of the session in place of each one's own.</param>
    /// <param name="done">Is told how many more were judged; from several threads.</param>
    public async Task<RescreenResult> Handle(ClinicPacks packs, bool all, DateOnly? on, Action<int> done, CancellationToken stop = default)
    {
        var batches = Channel.CreateBounded<List<StoredScreening>>(new BoundedChannelOptions(4 * Environment.ProcessorCount) { SingleWriter = true });
        var judges = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() => JudgeAsync(batches.Reader, packs, on, done, stop), stop)).ToList();
        await ReadAsync(batches.Writer, packs, all, stop);
        await Task.WhenAll(judges);
        return new(
            judged,
            [.. changes.OrderByDescending(c => c.To).ThenByDescending(c => c.From).ThenBy(c => c.PatientId).ThenBy(c => c.CourseId)],
            [.. faults.OrderBy(f => f.PatientId).ThenBy(f => f.CourseId)]);
    }

    private Task<List<Guid>> ClinicsAsync(CancellationToken stop) => db.Clinics.IgnoreQueryFilters().AsNoTracking().Select(c => c.Id).ToListAsync(stop);

    private IQueryable<CandidacyScreening> Standing(Guid clinic, ProtocolPack pack, bool all) => db.Screenings.IgnoreQueryFilters().AsNoTracking()
        .Where(s => s.ClinicId == clinic && s.SupersededAt == null && (all || s.ProtocolHash != pack.Hash))
        .Where(s => db.Courses.IgnoreQueryFilters().Any(c => c.ClinicId == s.ClinicId && c.Id == s.CourseId && c.ClosedAt == null));

    private async Task ReadAsync(ChannelWriter<List<StoredScreening>> writer, ClinicPacks packs, bool all, CancellationToken stop)
    {
        try
        {
            foreach (var clinic in await ClinicsAsync(stop))
            {
                await ReadAsync(writer, Standing(clinic, packs.Of(clinic), all), stop);
            }
        }
        finally
        {
            writer.Complete();
        }
    }

    private static async Task ReadAsync(ChannelWriter<List<StoredScreening>> writer, IQueryable<CandidacyScreening> standing, CancellationToken stop)
    {
        List<StoredScreening> batch = new(BatchSize);
        await foreach (var row in standing.Select(s => new StoredScreening(s.ClinicId, s.PatientId, s.CourseId, s.CaseJson, s.DecisionJson)).AsAsyncEnumerable().WithCancellation(stop))
        {
            batch.Add(row);
            if (batch.Count == BatchSize)
            {
                await writer.WriteAsync(batch, stop);
                batch = new(BatchSize);
            }
        }

        await writer.WriteAsync(batch, stop);
    }

    private async Task JudgeAsync(ChannelReader<List<StoredScreening>> reader, ClinicPacks packs, DateOnly? on, Action<int> done, CancellationToken stop)
    {
        await foreach (var batch in reader.ReadAllAsync(stop))
        {
            batch.ForEach(stored => Judge(stored, packs.Of(stored.ClinicId), on));
            Interlocked.Add(ref judged, batch.Count);
            done(batch.Count);
        }
    }

    private void Judge(StoredScreening stored, ProtocolPack pack, DateOnly? on)
    {
        try
        {
            var before = JsonSerializer.Deserialize<DecisionBrief>(stored.DecisionJson, Stored) ?? throw new JsonException("The decision is empty.");
            var now = Candidacy.Decide(pack, RescreenRules.For(CaseFile.FromJson(stored.CaseJson), on));
            if (RescreenRules.Change(stored, before, DecisionBrief.Of(now)) is { } change)
            {
                changes.Add(change);
            }
        }
        catch (Exception e) when (e is JsonException or ProtocolException)
        {
            faults.Add(new(stored.ClinicId, stored.PatientId, stored.CourseId, e.Message.ReplaceLineEndings(" ")));
        }
    }
}
