namespace Fibril.Protocol;

/// <summary>Fever, infection and antibiotics: one finding with the latest of their dates.</summary>
internal static class InfectionRules
{
    public static readonly Dictionary<string, RuleCondition> All = new() { ["C38"] = C38 };

    private static IEnumerable<Firing> C38(Assessment a, Rule rule)
    {
        var days = rule.Whole("days");
        var firings = a.OwnFor(rule).Select(illness => Waiting.Healing(a, illness, days))
            .Concat(a.MedicinesFor(rule).Where(ForInfection).Select(antibiotic => Antibiotic(a, antibiotic, days)))
            .Fired()
            .ToList();
        if (firings.Count == 0)
        {
            return [];
        }

        return [firings[0] with
        {
            Fact = string.Join("; ", firings.Select(f => f.Fact)),
            NotBefore = firings.Max(f => f.NotBefore),
            ConditionBesides = firings.Any(f => f.NotBefore is null),
        }];
    }

    /// <summary>Without a reason given it counts as taken for an infection.</summary>
    private static bool ForInfection(Recorded<MedicineFact> medicine) => medicine.Fact.Indication is null or MedicineIndication.Infection;

    /// <summary>A course has a planned end that counts even when it is still to come; without one there is no date.</summary>
    private static Firing? Antibiotic(Assessment a, Recorded<MedicineFact> medicine, int days) => medicine.Fact switch
    {
        { Taking: true, PlannedLast: { } planned } => a.On(medicine).Until(a, Later.Days(planned, days)),
        { Taking: true } => a.On(medicine),
        _ => a.On(medicine).Until(a, Later.Days(a.LastDose(medicine.Fact), days)),
    };
}
