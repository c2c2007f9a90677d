using Fibril.Platform.Access;

namespace Fibril.Pathway.Sessions;

/// <summary>Assistants open, tick and handle the cream; only practitioners needle, sign and amend.</summary>
public sealed class SessionPolicy : IPolicy
{
    public const string Read = "Sessions.Read";

    /// <summary>Open, tick the gate, cream, lots, what is left out, notes, aftercare.</summary>
    public const string Prepare = "Sessions.Prepare";

    /// <summary>Start, record zones, finish.</summary>
    public const string Needle = "Sessions.Needle";

    public const string Sign = "Sessions.Sign";

    public IEnumerable<AccessRule> Rules =>
    [
        AccessRule.Staff(Read, Role.Owner, Role.Practitioner, Role.Assistant),
        AccessRule.Staff(Prepare, Role.Practitioner, Role.Assistant),
        AccessRule.Staff(Needle, Role.Practitioner),
        AccessRule.Staff(Sign, Role.Practitioner),
    ];
}
