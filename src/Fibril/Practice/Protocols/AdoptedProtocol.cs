using System.Collections.Concurrent;
using Fibril.Platform.Data;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Protocols;

/// <summary>What a clinic works by: the published protocol with the clinic's own changes on it.</summary>
/// <param name="Pack">With the changes that hold.</param>
/// <param name="Adoption">The act behind it; null = nobody has adopted anything.</param>
/// <param name="Lapsed">Changes that do not hold any more.</param>
public sealed record AdoptedProtocol(ProtocolPack Pack, ProtocolAdoption? Adoption, IReadOnlyList<LapsedChange> Lapsed)
{
    private static readonly ConcurrentDictionary<(string Published, string Adopted, string Changes), (ProtocolPack, IReadOnlyList<LapsedChange>)> Read = new();

    /// <summary>The clinic of the caller.</summary>
    public static async Task<AdoptedProtocol> OfAsync(ClinicDb db, CancellationToken stop = default) =>
        Of(ProtocolPack.Current, await db.ProtocolAdoptions.AsNoTracking().OrderByDescending(a => a.Number).FirstOrDefaultAsync(stop));

    /// <summary>The pack that the clinic of the caller decides by.</summary>
    public static async Task<ProtocolPack> PackAsync(ClinicDb db, CancellationToken stop = default) => (await OfAsync(db, stop)).Pack;

    /// <summary>One pack for each clinic of the installation, on a published one; a clinic without an adoption is not among them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ProtocolPack>> OfAllAsync(ClinicDb db, ProtocolPack published, CancellationToken stop = default)
    {
        var adoptions = await db.ProtocolAdoptions.IgnoreQueryFilters().AsNoTracking().ToListAsync(stop);
        return adoptions.GroupBy(a => a.ClinicId).ToDictionary(g => g.Key, g => Of(published, g.MaxBy(a => a.Number)).Pack);
    }

    /// <summary>An adoption on a published pack.</summary>
    public static AdoptedProtocol Of(ProtocolPack published, ProtocolAdoption? adoption)
    {
        if (adoption is not { Changes.Length: > 0 })
        {
            return new(published, adoption, []);
        }

        var (pack, lapsed) = Read.GetOrAdd((published.Hash, adoption.Hash, adoption.Changes), _ =>
        {
            var (holding, lapsed) = AdoptionRules.Sort(published, adoption);
            return (published.With(holding), lapsed);
        });
        return new(pack, adoption, lapsed);
    }
}
