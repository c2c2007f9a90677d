using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Bookings;

/// <summary>Names of people, places and devices by id, those who left among them.</summary>
internal static class ResourceNames
{
    public static async Task<Dictionary<Guid, string>> AllAsync(ClinicDb db)
    {
        var staff = await db.StaffMembers.AsNoTracking().Select(s => new { s.Id, s.Name }).ToListAsync();
        var places = await db.Places.AsNoTracking().Select(p => new { p.Id, p.Name }).ToListAsync();
        var devices = await db.Devices.AsNoTracking().Select(d => new { d.Id, d.Name }).ToListAsync();
        return staff.Concat(places).Concat(devices).ToDictionary(r => r.Id, r => r.Name);
    }
}
