using Fibril.Platform.Data;

namespace Fibril.Practice.Staff;

/// <summary>Where and with what one person may needle, and under whom; depth and credential stand with the person. Somebody without such a row is limited by the zones' caps alone.</summary>
public sealed class StaffLimits : ClinicRow
{
    public required Guid StaffId { get; init; }

    /// <summary>Zone ids of the vocabulary; none listed means all.</summary>
    public List<string> Zones { get; private set; } = [];

    /// <summary>Devices of the clinic; none listed means all.</summary>
    public List<Guid> DeviceIds { get; private set; } = [];

    public bool NeedsSupervision { get; private set; }

    /// <summary>The colleague who answers for the work; null when none is needed, or none was named yet.</summary>
    public Guid? SupervisorId { get; private set; }

    /// <param name="supervisorId">Kept only where supervision is needed.</param>
    public void Set(IEnumerable<string> zones, IEnumerable<Guid> deviceIds, bool needsSupervision, Guid? supervisorId) =>
        (Zones, DeviceIds, NeedsSupervision, SupervisorId) = ([.. zones], [.. deviceIds], needsSupervision, needsSupervision ? supervisorId : null);
}
