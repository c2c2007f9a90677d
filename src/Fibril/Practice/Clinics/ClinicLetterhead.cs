using Fibril.Platform.Data;
using Fibril.Platform.Messages;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Clinics;

/// <summary>Tells the mail which clinic it comes from and when it must be quiet.</summary>
public sealed class ClinicLetterhead(ClinicDb db)
{
    public async Task<Letterhead> OfAsync(CancellationToken stop)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        return new(clinic.Name, clinic.Email.Length > 0 ? clinic.Email : null, clinic.Zone, clinic.QuietFrom, clinic.QuietUntil);
    }
}
