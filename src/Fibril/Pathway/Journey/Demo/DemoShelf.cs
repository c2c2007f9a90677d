using Fibril.Pathway.Journey.Recalls;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Devices;
using Fibril.Practice.Duty;
using Fibril.Practice.Products;
using Fibril.Practice.Staff;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Demo;

/// <summary>The roster and the skin products of the demo clinic; makers and products are made up.</summary>
internal static class DemoShelf
{
    /// <param name="line">Who is on duty, in order of call.</param>
    public static void Fill(ClinicDb db, List<Guid> line)
    {
        db.AddRange(
            new DutySpan { Days = [.. DutyWords.Week.Take(5)], StartsAt = new(8, 0), EndsAt = new(8, 0), Line = line },
            new DutySpan { Days = [.. DutyWords.Week.Skip(5)], StartsAt = new(8, 0), EndsAt = new(8, 0), Line = [line[1], line[0]] },
            new SkinProduct { Name = "Calm barrier cream", Maker = "Example Skin", Gtin = "04006381333931", Ingredients = "Aqua, Glycerin, Squalane, Dimethicone, Panthenol, Ceramide NP, Cholesterol, Allantoin" },
            new SkinProduct { Name = "Night renewal serum", Maker = "Example Skin", Gtin = "05012345678900", Ingredients = "Aqua\nGlycerin\nSqualane\nDimethicone\nPanthenol\nCholesterol\nRetinyl Palmitate\nParfum" },
            new SkinProduct { Name = "Mineral sun cream 50", Maker = "Example Sun", Ingredients = "Zinc Oxide, Titanium Dioxide, Aqua, Dimethicone, Glycerin, CI 77491, CI 77492" });
    }

    /// <summary>One person learns: all zones but the delicate ones, with one pen, under a physician.</summary>
    public static void Limit(ClinicDb db, StaffMember who, StaffMember supervisor, Device pen)
    {
        var limits = db.Add(new StaffLimits { StaffId = who.Id }).Entity;
        limits.Set(ProtocolPack.Current.Zones.Where(z => !z.IsProhibited && z.Id is not ("neck" or "periorbital")).Select(z => z.Id), [pen.Id], needsSupervision: true, supervisor.Id);
    }

    /// <summary>The recall of the lot has begun, and the first person was reached.</summary>
    public static async Task RecallAsync(Walker walker, DemoTeam team, string notice)
    {
        Walker.Went(await walker.AsAsync<StartRecall, FormResult>(team.Owner, u => u.Handle(team.RecalledCartridges.Id, false, notice)), "start recall");
        walker.Clock.Pass(6);
        var first = await walker.AsSystemAsync<ClinicDb, RecallPerson>(db => db.RecallPeople.AsNoTracking().OrderBy(p => p.Id).FirstAsync());
        Walker.Went(await walker.AsAsync<NoteAnswer, FormResult>(team.Assistant, u => u.Handle(first.RecallId, first.Id, "Feels well, nothing to see. Has our number.")), "note answer");
    }
}
