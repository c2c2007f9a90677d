namespace Fibril.Protocol;

/// <summary>No date of a fact lies after the assessment; only a planned last dose and the session may.</summary>
internal static class CaseDates
{
    public static IEnumerable<string> Problems(CaseFile file)
    {
        if (file.Plan.SessionDate < file.On)
        {
            yield return $"/plan/sessionDate: {file.Plan.SessionDate:yyyy-MM-dd} is before the assessment; it is {file.On:yyyy-MM-dd} or later.";
        }

        foreach (var (pointer, date) in Facts(file).Where(fact => fact.Date?.FirstDay > file.On))
        {
            yield return $"{pointer}: {date} is after the assessment; a fact is dated {file.On:yyyy-MM-dd} or earlier.";
        }
    }

    private static IEnumerable<(string Pointer, PartialDate? Date)> Facts(CaseFile file) =>
    [
        ("/patient/birthDate", file.Patient.BirthDate),
        .. Each("conditions", file.Conditions, OfCondition),
        .. Each("medicines", file.Medicines, m => [("lastTaken", m.LastTaken), ("startedOn", m.StartedOn)]),
        .. Each("products", file.Products, p => [("lastUsed", p.LastUsed), ("healedOn", p.HealedOn)]),
        .. Each("procedures", file.Procedures, p => [("on", p.On), ("healedOn", p.HealedOn)]),
        .. Each("measurements", file.Measurements, m => [("on", m.On)]),
        ("/exposures/lastUv", file.Exposures?.LastUv),
        ("/exposures/sunburn/resolvedOn", file.Exposures?.Sunburn?.ResolvedOn),
        ("/exposures/lastSelfTan", file.Exposures?.LastSelfTan),
        ("/exposures/lastAlcohol", file.Exposures?.LastAlcohol),
        ("/exposures/photoprotectionSince", file.Exposures?.PhotoprotectionSince),
        ("/pregnancy/testOn", file.Pregnancy?.TestOn),
        ("/pregnancy/endedOn", file.Pregnancy?.EndedOn),
        ("/breastfeeding/endedOn", file.Breastfeeding?.EndedOn),
    ];

    private static (string, PartialDate?)[] OfCondition(ConditionFact c) =>
    [
        ("onset", c.Onset), ("healedOn", c.HealedOn), ("treatmentEndedOn", c.TreatmentEndedOn), ("stableSince", c.StableSince),
    ];

    private static IEnumerable<(string, PartialDate?)> Each<T>(string key, IReadOnlyList<T>? list, Func<T, (string Name, PartialDate? Date)[]> dates) =>
        from fact in (list ?? []).Index()
        from date in dates(fact.Item)
        select ($"/{key}/{fact.Index}/{date.Name}", date.Date);
}
