using System.Globalization;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Practice.Devices;

/// <summary>A needling device as FHIR Device.</summary>
public static class DeviceFhir
{
    public static R4.Device Of(Device device) => new()
    {
        Id = device.Id.ToString(),
        Meta = new() { VersionId = device.Version.ToString(CultureInfo.InvariantCulture) },
        Status = device.RetiredAt is null ? R4.Device.FHIRDeviceStatus.Active : R4.Device.FHIRDeviceStatus.Inactive,
        Manufacturer = Given(device.Maker),
        ModelNumber = Given(device.Model),
        SerialNumber = Given(device.Serial),
        DeviceName = [new() { Name = device.Name, Type = R4.DeviceNameType.UserFriendlyName }],
        Type = new() { Text = $"Needling {device.Kind.ToString().ToLowerInvariant()}{(device.Energy == DeviceEnergy.Rf ? ", radiofrequency" : "")}" },
        Owner = new($"Organization/{device.ClinicId}"),
    };

    private static string? Given(string value) => value.Length == 0 ? null : value;
}
