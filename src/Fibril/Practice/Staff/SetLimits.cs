using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Staff;

/// <summary>Says how deep, where, with what and under whom a person may needle, and until when the credential holds.</summary>
public sealed class SetLimits(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Range(0.1, 3.0, ErrorMessage = "Depth: 0.1 to 3.0 mm.")]
        public decimal? MaxDepthMm { get; set; }

        public DateOnly? CredentialExpiresOn { get; set; }

        /// <summary>Ticked zone ids; none means all.</summary>
        public List<string> Zones { get; set; } = [];

        /// <summary>Ticked device ids; none means all.</summary>
        public List<string> Devices { get; set; } = [];

        public bool NeedsSupervision { get; set; }

        /// <summary>Id of the supervisor. Text, since the form reader takes no blank for an id.</summary>
        public string? SupervisorId { get; set; }

        public int Version { get; set; }

        /// <summary>Version of the limits that the page showed; 0 when there were none.</summary>
        public int LimitsVersion { get; set; }

        public static Input Of(StaffMember member, StaffLimits? limits) => new()
        {
            MaxDepthMm = member.MaxDepthMm, CredentialExpiresOn = member.CredentialExpiresOn, Zones = [.. limits?.Zones ?? []], Devices = [.. (limits?.DeviceIds ?? []).Select(d => d.ToString())],
            NeedsSupervision = limits?.NeedsSupervision ?? false, SupervisorId = limits?.SupervisorId?.ToString(), Version = member.Version, LimitsVersion = limits?.Version ?? 0,
        };
    }

    /// <exception cref="NotHereException">No such person.</exception>
    public async Task<FormResult> Handle(Guid staffId, Input input)
    {
        var member = db.Seen(await db.StaffMembers.OneAsync(s => s.Id == staffId), input.Version);
        var supervisor = Guid.TryParse(input.SupervisorId, out var chosen) ? await db.StaffMembers.AsNoTracking().FirstOrDefaultAsync(s => s.Id == chosen) : null;
        var theirs = supervisor is null ? null : await db.StaffLimits.AsNoTracking().FirstOrDefaultAsync(l => l.StaffId == supervisor.Id);
        var decision = StaffLimitRules.MaySupervise(member, input.NeedsSupervision, supervisor, theirs).And(await MaySetAsync(member, input));
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        var zones = ProtocolPack.Current.Zones.Where(z => !z.IsProhibited && input.Zones.Contains(z.Id)).Select(z => z.Id);
        var devices = (await db.Devices.AsNoTracking().Select(d => d.Id).ToListAsync()).Where(d => input.Devices.Contains(d.ToString()));
        (member.MaxDepthMm, member.CredentialExpiresOn) = (input.MaxDepthMm, input.CredentialExpiresOn);
        var limits = await db.StaffLimits.FirstOrDefaultAsync(l => l.StaffId == staffId);
        limits = limits is null ? db.Add(new StaffLimits { StaffId = staffId }).Entity : db.Seen(limits, input.LimitsVersion);
        limits.Set(zones, devices, input.NeedsSupervision, supervisor?.Id);
        await db.SaveAsync(caller.Act("set limits"));
        return FormResult.Go($"/staff/practice/staff/{staffId}");
    }

    /// <summary>Who supervises others cannot be put under supervision while they depend on it.</summary>
    private async Task<Decision> MaySetAsync(StaffMember member, Input input)
    {
        var depend = input.NeedsSupervision
            ? await (from l in db.StaffLimits join s in db.StaffMembers on l.StaffId equals s.Id where l.SupervisorId == member.Id && s.LeftAt == null orderby s.Name select s.Name).ToListAsync()
            : [];
        return depend.Count == 0
            ? Decision.Allow()
            : Decision.Refuse(new Reason("supervises-others", $"{member.Name} supervises {string.Join(", ", depend)}. Name another supervisor there first.", "clinic"));
    }
}
