using Fibril.Platform.Access;

namespace Fibril.Pathway.Aftercare;

/// <summary>Staff see every sheet and note that it was said back; the person sees the own ones.</summary>
public sealed class AftercarePolicy : IPolicy
{
    public const string Read = "Aftercare.Read";
    public const string TeachBack = "Aftercare.TeachBack";
    public const string Mine = "Aftercare.Mine";

    public IEnumerable<AccessRule> Rules =>
    [
        AccessRule.AllStaff(Read),
        AccessRule.Staff(TeachBack, Role.Owner, Role.Practitioner, Role.Assistant),
        AccessRule.Patient(Mine),
    ];
}
