namespace Fibril.Protocol;

/// <summary>Something in the facts that cannot be right together, or hardly: it decides nothing and asks for a look.</summary>
/// <param name="Code">What kind, such as <c>age-over-120</c>.</param>
/// <param name="FactRef">JSON Pointer to the fact in the case file.</param>
/// <param name="Text">For the clinician: what stands there, and what to do.</param>
public sealed record Notice(string Code, string FactRef, string Text);

/// <summary>Facts that contradict each other. Pure; the rules judge them as they stand.</summary>
internal static class Notices
{
    private const int OldestAge = 120;

    /// <returns>Null when there are none.</returns>
    public static IReadOnlyList<Notice>? Of(ProtocolPack pack, CaseFile file, DateOnly day)
    {
        List<Notice>? notices = null;
        if (Later.Birthday(file.Patient.BirthDate, OldestAge + 1) <= day)
        {
            Add(ref notices, new("age-over-120", "/patient/birthDate", $"Born {DayText.Of(file.Patient.BirthDate)}, older than {OldestAge} years on the day of the session. Check the date of birth."));
        }

        for (var i = 0; i < file.Allergies?.Count; i++)
        {
            if (AllergicAndPlanned(pack, file, file.Allergies[i].Id) is { } text)
            {
                Add(ref notices, new("allergic-and-planned", Pointers.Of("allergies", i), text));
            }
        }

        for (var i = 0; i < file.Conditions?.Count; i++)
        {
            if (file.Conditions[i] is { Status: ConditionStatus.Active, HealedOn: { } healed } condition)
            {
                Add(ref notices, new("active-and-healed", Pointers.Of("conditions", i), $"{pack.Condition(condition.Id).Name} is there now and gone since {healed.Text}. It counts as there now; ask which is true."));
            }
        }

        return notices;
    }

    private static string? AllergicAndPlanned(ProtocolPack pack, CaseFile file, string allergy)
    {
        if (pack.Anaesthetics.FirstOrDefault(a => a.Id == file.Plan.Anaesthetic) is { } cream && cream.NotWith.Contains(allergy))
        {
            return $"Allergy to {Name(pack, allergy)}, and the plan puts on {cream.Name}. Change the plan or correct the allergy.";
        }

        return allergy == "hyaluronic-gel" && file.Plan.Topicals?.Contains("sterile-ha-gel") == true
            ? $"Allergy to {Name(pack, allergy)}, and the plan puts {pack.Topical("sterile-ha-gel").Name} on. Change the plan or correct the allergy."
            : null;
    }

    private static string Name(ProtocolPack pack, string allergy) => pack.Allergies.First(a => a.Id == allergy).Name;

    private static void Add(ref List<Notice>? notices, Notice notice) => (notices ??= []).Add(notice);
}
