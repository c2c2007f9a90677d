using Fibril.Platform.Access;

namespace Fibril.Pathway.Recovery;

/// <summary>Everybody of the staff sees and takes a report and has the next one called; writing back is for those near the treatment, taking it over, closing it and recording harm is for those who treat. The person sees the own ones.</summary>
public sealed class RecoveryPolicy : IPolicy
{
    public const string Read = "Recovery.Read";

    /// <summary>The person, or staff who write down a phone call.</summary>
    public const string Report = "Recovery.Report";
    public const string Acknowledge = "Recovery.Acknowledge";
    public const string Reply = "Recovery.Reply";
    public const string Close = "Recovery.Close";
    public const string RecordHarm = "Recovery.RecordHarm";
    public const string Mine = "Recovery.Mine";

    public IEnumerable<AccessRule> Rules =>
    [
        AccessRule.AllStaff(Read),
        new(Report, Enum.GetValues<Role>().ToHashSet(), Patients: true),
        AccessRule.AllStaff(Acknowledge),
        AccessRule.Staff(Reply, Role.Owner, Role.Practitioner, Role.Assistant),
        AccessRule.Staff(Close, Role.Owner, Role.Practitioner),
        AccessRule.Staff(RecordHarm, Role.Owner, Role.Practitioner),
        AccessRule.Patient(Mine),
    ];
}
