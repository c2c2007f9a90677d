using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Patients;

/// <summary>Tells the sign-in which patients read their mail at an address, in every clinic.</summary>
public sealed class PatientSignIn(ClinicDb db)
{
    private const int Most = 20;

    public async Task<IReadOnlyList<Person>> FindAsync(string email)
    {
        var folded = Tickets.Fold(email);
#pragma warning disable CA1862, CA1304, CA1311 // translated to SQL, where lower() is what both engines have
        var found = await (
            from patient in db.Patients.IgnoreQueryFilters().AsNoTracking()
            join clinic in db.Clinics.IgnoreQueryFilters().AsNoTracking() on patient.ClinicId equals clinic.Id
            where patient.Email != null && patient.Email.ToLower() == folded && patient.DiedAt == null && patient.MergedIntoId == null
            orderby patient.RegisteredAt, patient.Id
            select new { patient.ClinicId, ClinicName = clinic.Name, patient.Id, patient.GivenName, patient.FamilyName }).Take(Most).ToListAsync();
#pragma warning restore CA1862, CA1304, CA1311
        return [.. found.Select(p => new Person(p.ClinicId, p.ClinicName, p.Id, p.GivenName, $"{p.GivenName} {p.FamilyName}".Trim()))];
    }
}
