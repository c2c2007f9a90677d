using System.Collections.Frozen;

namespace Fibril.Protocol;

/// <summary>When each rule fires, by rule id. The families stand in files of their own.</summary>
internal static class RuleConditions
{
    private static readonly FrozenDictionary<string, RuleCondition> All = new[]
    {
        SkinRules.All, ScarRules.All, LesionRules.All, ExposureRules.All, CancerRules.All, PregnancyRules.All, BloodRules.All,
        BodyRules.All, PersonRules.All, InfectionRules.All, AllergyRules.All, ProcedureRules.All, ProductRules.All,
        AntithromboticRules.All, MedicineRules.All, ImmuneMedicineRules.All, PlanRules.All,
    }.SelectMany(family => family).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Ids that have a condition.</summary>
    public static IEnumerable<string> Ids => All.Keys;

    /// <summary>The condition of a rule.</summary>
    /// <exception cref="ProtocolException">There is none: the pack has a rule that this library cannot judge.</exception>
    public static RuleCondition Of(string ruleId) =>
        All.TryGetValue(ruleId, out var condition)
            ? condition
            : throw new ProtocolException($"Rule {ruleId} has no condition in this library; it cannot be judged.");
}
