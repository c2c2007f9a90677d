using System.Globalization;
using Fibril.Practice.Places;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Practice.Clinics;

/// <summary>The clinic as Organization, its address and its rooms as Location.</summary>
public static class ClinicFhir
{
    private const string TimeZoneUrl = "http://hl7.org/fhir/StructureDefinition/timezone";

    public static R4.Organization Organization(Clinic clinic) => new()
    {
        Id = clinic.Id.ToString(),
        Meta = new() { VersionId = Version(clinic.Version) },
        Active = true,
        Type = [new("http://terminology.hl7.org/CodeSystem/organization-type", "prov", "Healthcare Provider")],
        Name = clinic.Name,
        Telecom = Telecom(clinic),
        Address = Address(clinic) is { } address ? [address] : [],
    };

    /// <summary>The whole site; its rooms are parts of it.</summary>
    public static R4.Location Site(Clinic clinic) => new()
    {
        Id = clinic.Id.ToString(),
        Meta = new() { VersionId = Version(clinic.Version) },
        Status = R4.Location.LocationStatus.Active,
        Mode = R4.Location.LocationMode.Instance,
        Name = clinic.Name,
        Telecom = Telecom(clinic),
        Address = Address(clinic),
        ManagingOrganization = new($"Organization/{clinic.Id}", clinic.Name),
        Extension = [new(TimeZoneUrl, new R4.Code(clinic.TimeZone))],
    };

    public static R4.Location Location(Clinic clinic, Place place) => new()
    {
        Id = place.Id.ToString(),
        Meta = new() { VersionId = Version(place.Version) },
        Status = place.ClosedAt is null ? R4.Location.LocationStatus.Active : R4.Location.LocationStatus.Inactive,
        Mode = R4.Location.LocationMode.Instance,
        Name = place.Name,
        Description = Platform.Ui.Words.Of(place.Kind),
        ManagingOrganization = new($"Organization/{clinic.Id}", clinic.Name),
        PartOf = new($"Location/{clinic.Id}", clinic.Name),
        Extension = [new(TimeZoneUrl, new R4.Code(clinic.TimeZone))],
    };

    private static List<R4.ContactPoint> Telecom(Clinic clinic) =>
    [
        .. Contact(R4.ContactPoint.ContactPointSystem.Phone, clinic.Phone),
        .. Contact(R4.ContactPoint.ContactPointSystem.Email, clinic.Email),
    ];

    private static IEnumerable<R4.ContactPoint> Contact(R4.ContactPoint.ContactPointSystem system, string value) =>
        value.Length == 0 ? [] : [new(system, R4.ContactPoint.ContactPointUse.Work, value)];

    private static R4.Address? Address(Clinic clinic) => clinic.Address.Length == 0 ? null : new() { Text = clinic.Address };

    private static string Version(int version) => version.ToString(CultureInfo.InvariantCulture);
}
