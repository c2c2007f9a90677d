using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Practice.Devices;
using Fibril.Practice.Staff;
using Fibril.Standards.Fhir;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice;

/// <summary>What the clinic itself shows in FHIR: who it is, where, with whom and with what. Patients show themselves in their folder.</summary>
public static class PracticeResources
{
    public static IEnumerable<FhirResource> All { get; } =
    [
        FhirResource.OfClinic("Organization", PracticePolicy.See, async (s, stop) => [ClinicFhir.Organization(await ClinicAsync(s, stop))]),
        FhirResource.OfClinic("Location", PracticePolicy.See, async (s, stop) =>
        {
            var clinic = await ClinicAsync(s, stop);
            var places = await Db(s).Places.AsNoTracking().OrderBy(p => p.Name).ToListAsync(stop);
            return [ClinicFhir.Site(clinic), .. places.Select(p => ClinicFhir.Location(clinic, p))];
        }),
        FhirResource.OfClinic("Practitioner", PracticePolicy.See, async (s, stop) => [.. (await StaffAsync(s, stop)).Select(StaffFhir.Practitioner)]),
        FhirResource.OfClinic("PractitionerRole", PracticePolicy.See, async (s, stop) => [.. (await StaffAsync(s, stop)).Select(StaffFhir.Role)]),
        FhirResource.OfClinic("Device", PracticePolicy.See, async (s, stop) =>
            [.. (await Db(s).Devices.AsNoTracking().OrderBy(d => d.Name).ToListAsync(stop)).Select(DeviceFhir.Of)]),
    ];

    private static ClinicDb Db(IServiceProvider services) => services.GetRequiredService<ClinicDb>();

    private static Task<Clinic> ClinicAsync(IServiceProvider services, CancellationToken stop) => Db(services).Clinics.AsNoTracking().FirstAsync(stop);

    private static Task<List<StaffMember>> StaffAsync(IServiceProvider services, CancellationToken stop) =>
        Db(services).StaffMembers.AsNoTracking().OrderBy(m => m.Name).ToListAsync(stop);
}
