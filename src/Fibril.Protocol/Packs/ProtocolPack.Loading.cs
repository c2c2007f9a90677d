namespace Fibril.Protocol;

/// <content>Reading everything at once, for a check.</content>
public sealed partial class ProtocolPack
{
    private static readonly Dictionary<string, Func<ProtocolPack, object>> KnownFiles = new(StringComparer.Ordinal)
    {
        ["pack.yaml"] = p => p.Header,
        ["sources.yaml"] = p => p.Sources,
        ["zones.yaml"] = p => p.Zones,
        ["intervals.yaml"] = p => p.Intervals,
        ["questions.yaml"] = p => p.Questions,
        ["vocabulary/sites.yaml"] = p => p.Sites,
        ["vocabulary/indications.yaml"] = p => p.Indications,
        ["vocabulary/conditions.yaml"] = p => p.Conditions,
        ["vocabulary/medicines.yaml"] = p => p.Medicines,
        ["vocabulary/products.yaml"] = p => p.Products,
        ["vocabulary/procedures.yaml"] = p => p.Procedures,
        ["vocabulary/allergies.yaml"] = p => p.Allergies,
        ["vocabulary/measurements.yaml"] = p => p.MeasurementsKinds,
        ["vocabulary/topicals.yaml"] = p => p.Topicals,
        ["vocabulary/anaesthetic-ids.yaml"] = p => p.AnaestheticIds,
        ["consent.en.yaml"] = p => p.Consent,
        ["plans.yaml"] = p => p.PlanKnowledge,
        ["courses.yaml"] = p => p.CourseTemplates,
        ["alternatives.yaml"] = p => p.Alternatives,
        ["holds.yaml"] = p => p.HoldRules,
        ["anaesthetics.yaml"] = p => p.Anaesthetics,
        ["coverage.yaml"] = p => p.CoverageRules,
        ["sessions.yaml"] = p => p.VisitTimeline,
        ["adverse-events.yaml"] = p => p.AdverseEventSection,
        ["aftercare.yaml"] = p => p.AftercareRules,
        ["healing.yaml"] = p => p.HealingRules,
        ["inci.yaml"] = p => p.IngredientRules,
        ["triage/flags.yaml"] = p => p.RedFlags,
        ["triage/actions.yaml"] = p => p.TriageActions,
        ["triage/levels.yaml"] = p => p.TriageLevels,
        ["triage/signs.yaml"] = p => p.SignTable,
        ["scales.yaml"] = p => p.Scales,
        ["expectation.yaml"] = p => p.ExpectationRules,
    };

    /// <summary>Reads every file with its type.</summary>
    /// <returns>What was wrong, a message each with file and line.</returns>
    internal IEnumerable<string> LoadAll()
    {
        foreach (var name in KnownFiles.Keys.Append(PublishedVersion.File).Union(FileNames.Where(n => IsRules(n) || IsConsent(n) || n == ClinicChanges.File)))
        {
            string? wrong = null;
            try
            {
                _ = name switch
                {
                    ClinicChanges.File => CheckedChanges(),
                    PublishedVersion.File => PublishedVersions,
                    _ when IsRules(name) => Section<List<Rule>>(name),
                    _ when IsConsent(name) => Section<ConsentDocument>(name),
                    _ => KnownFiles[name](this),
                };
            }
            catch (ProtocolException e)
            {
                wrong = e.Message;
            }

            if (wrong is not null)
            {
                yield return wrong;
            }
        }

        foreach (var name in FileNames.Where(n => !IsRules(n) && !IsConsent(n) && n != ClinicChanges.File && !KnownFiles.ContainsKey(n)))
        {
            yield return $"protocol/{name}:1: nothing reads this file; take it out, or give it the name of a known one.";
        }
    }

    private static bool IsConsent(string name) => name.StartsWith("consent.", StringComparison.Ordinal);

    private static bool IsRules(string name) => name.StartsWith("rules/", StringComparison.Ordinal);
}
