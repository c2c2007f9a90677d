using Fibril.Platform.Access;

namespace Fibril.Pathway.Consultations;

/// <summary>Who opens a course, answers for whom, and examines. A patient answers for themself: the use cases see to that.</summary>
public sealed class ConsultationPolicy : IPolicy
{
    public const string Open = "Consultations.Open";
    public const string Read = "Consultations.Read";

    /// <summary>The same pages for the person and for staff who type on their behalf.</summary>
    public const string Answer = "Consultations.Answer";
    public const string Examine = "Consultations.Examine";
    public const string Sign = "Consultations.Sign";
    public const string Mine = "Consultations.Mine";

    private static readonly HashSet<Role> Staff = [.. Enum.GetValues<Role>()];

    public IEnumerable<AccessRule> Rules =>
    [
        AccessRule.AllStaff(Open),
        AccessRule.AllStaff(Read),
        new(Answer, Staff, Patients: true),
        AccessRule.Staff(Examine, Role.Owner, Role.Practitioner, Role.Assistant),
        AccessRule.Staff(Sign, Role.Owner, Role.Practitioner),
        AccessRule.Patient(Mine),
    ];
}
