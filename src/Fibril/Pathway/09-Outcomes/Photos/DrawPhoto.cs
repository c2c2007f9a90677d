using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>Keeps the three clicks that lay a follow-up onto its baseline.</summary>
public sealed class LayByHand(ClinicDb db, Caller caller)
{
    /// <param name="points">Baseline and follow-up in turn.</param>
    /// <exception cref="NotHereException">No such photographs.</exception>
    public async Task<FormResult> Handle(Guid beforeId, Guid afterId, IReadOnlyList<PixelPoint> points)
    {
        var before = await db.Photos.AsNoTracking().OneAsync(p => p.Id == beforeId);
        var after = await db.Photos.AsNoTracking().OneAsync(p => p.Id == afterId);
        var size = await PictureSize.OfAsync(db, before);
        List<ClickedPair> clicks = [.. points.Chunk(2).Where(c => c.Length == 2).Select(c => new ClickedPair(c[0], c[1]))];
        var decision = PhotoUseRules.MayCompare(before, after).And(HandRules.MayLay(clicks, Math.Max(size.Width, size.Height)));
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        db.Add(new HandAlignment { CourseId = before.CourseId, PatientId = before.PatientId, BeforeId = beforeId, AfterId = afterId, Clicks = clicks, LaidAt = caller.Now, LaidByName = caller.Who.Name });
        await db.SaveAsync(caller.Act("lay photographs by hand"));
        return FormResult.Go(PairLinks.Of(beforeId, afterId));
    }
}

/// <summary>Draws an area that was needled on a photograph.</summary>
public sealed class DrawZone(ClinicDb db, Caller caller)
{
    private const int LeastCorners = 3;

    /// <exception cref="NotHereException">No such photograph.</exception>
    public async Task<FormResult> Handle(Guid photoId, string? zone, IReadOnlyList<PixelPoint> corners)
    {
        var photo = await db.Photos.AsNoTracking().OneAsync(p => p.Id == photoId);
        if (ProtocolPack.Current.Zones.All(z => z.Id != zone))
        {
            return FormResult.Refuse("zone-unknown", "Choose the area that you drew.");
        }

        if (corners.Count < LeastCorners)
        {
            return FormResult.Refuse("corners-few", $"Click at least {LeastCorners} corners of the area: {corners.Count} so far.");
        }

        foreach (var old in await db.PhotoZones.Where(z => z.PhotoId == photoId && z.Zone == zone && z.RemovedAt == null).ToListAsync())
        {
            old.Remove(caller.Now);
        }

        db.Add(new PhotoZone { CourseId = photo.CourseId, PatientId = photo.PatientId, PhotoId = photoId, Zone = zone!, Corners = [.. corners], DrawnAt = caller.Now, DrawnByName = caller.Who.Name });
        await db.SaveAsync(caller.Act("draw zone on photo"));
        return FormResult.Go(PairLinks.Zones(photoId));
    }
}

/// <summary>Takes a drawn area away again; it stays in the record.</summary>
public sealed class RemoveZone(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such area.</exception>
    public async Task<FormResult> Handle(Guid zoneId)
    {
        var zone = await db.PhotoZones.OneAsync(z => z.Id == zoneId);
        zone.Remove(caller.Now);
        await db.SaveAsync(caller.Act("remove zone from photo"));
        return FormResult.Go(PairLinks.Zones(zone.PhotoId));
    }
}

/// <summary>Addresses of pairs.</summary>
public static class PairLinks
{
    public static string Of(Guid before, Guid after) => $"/staff/photos/{after}/against/{before}";

    public static string ByHand(Guid before, Guid after) => Of(before, after) + "/points";

    public static string Zones(Guid photo) => $"/staff/photos/{photo}/zones";
}
