using Fibril.Practice.Devices;
using Fibril.Practice.Staff;

namespace Fibril.Pathway.Bookings;

/// <summary>Which devices can needle a planned session. Pure.</summary>
public static class DeviceRules
{
    /// <summary>
    /// The planned device first, then those of its kind: plan and consent speak of its energy and label, so that nothing else may stand in
    /// for it. Empty where no device is planned, or none like it is left: then the diary keeps none, and the chair asks for one.
    /// </summary>
    /// <param name="devices">Of the clinic, those that were retired among them.</param>
    /// <param name="depthMm">Deepest planned zone, in millimetres.</param>
    public static IReadOnlyList<Device> Fit(IReadOnlyCollection<Device> devices, Guid? planned, decimal depthMm) =>
        devices.FirstOrDefault(d => d.Id == planned) is not { } own ? [] :
        [
            .. devices.Where(d => d.RetiredAt is null && d.MaxDepthMm >= depthMm && (d.Kind, d.Energy, d.Label) == (own.Kind, own.Energy, own.Label))
                .OrderByDescending(d => d.Id == own.Id).ThenBy(d => d.Name, StringComparer.Ordinal),
        ];

    /// <summary>Those that one practitioner may use; null where the visit needs none. Source: R069.</summary>
    public static Func<Guid, IEnumerable<Guid>>? For(IReadOnlyList<Device> fit, IReadOnlyDictionary<Guid, StaffLimits> limits) =>
        fit.Count == 0 ? null : who => fit.Where(d => StaffLimitRules.MayTake(limits.GetValueOrDefault(who), d.Id, d.Name).IsAllowed).Select(d => d.Id);
}
