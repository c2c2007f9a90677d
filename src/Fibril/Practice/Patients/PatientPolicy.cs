using Fibril.Platform.Access;

namespace Fibril.Practice.Patients;

/// <summary>Finding and registering people is everybody's work; charts are clinical; making two records one is not for the front desk.</summary>
public sealed class PatientPolicy : IPolicy
{
    public const string Find = "Patients.Find";
    public const string Register = "Patients.Register";
    public const string Edit = "Patients.Edit";
    public const string Import = "Patients.Import";
    public const string ReadChart = "Patients.ReadChart";
    public const string UnderstandChart = "Patients.UnderstandChart";
    public const string Merge = "Patients.Merge";

    public IEnumerable<AccessRule> Rules =>
    [
        AccessRule.AllStaff(Find),
        AccessRule.AllStaff(Register),
        AccessRule.AllStaff(Edit),
        AccessRule.Staff(Import, Role.Owner, Role.Practitioner),
        AccessRule.Staff(ReadChart, Role.Owner, Role.Practitioner, Role.Assistant),
        AccessRule.Staff(UnderstandChart, Role.Practitioner),
        AccessRule.Staff(Merge, Role.Owner, Role.Practitioner),
    ];
}
