using System.Globalization;

namespace Fibril.Protocol;

/// <content>Facts as a person reads them.</content>
internal sealed partial class Assessment
{
    /// <summary>A condition that fired.</summary>
    public Firing On(Recorded<ConditionFact> recorded)
    {
        var fact = recorded.Fact;
        var when = fact switch
        {
            { Status: ConditionStatus.Family } => "in the family",
            { StableSince: { } stable } => $"stable since {stable}",
            { Onset: { } onset } => $"since {onset}",
            { Status: ConditionStatus.Active } => "there now",
            { HealedOn: { } healed } => $"gone since {healed}",
            _ => "in the past",
        };
        return Fact(pack.Condition(fact.Id).Name, fact.Zones, when, recorded.Pointer);
    }

    /// <summary>A medicine that fired.</summary>
    public Firing On(Recorded<MedicineFact> recorded)
    {
        var fact = recorded.Fact;
        var when = fact switch
        {
            { Taking: true, PlannedLast: { } planned } => $"planned to be taken until {Day(planned)}",
            { Taking: true } => "taken now",
            _ => $"last taken {fact.LastTaken?.Text ?? "on an unknown day"}",
        };
        var origin = fact.Prescribed ? "prescribed" : "self-bought";
        return Fact(pack.Medicine(fact.Id).Name, null, $"{origin}, {when}", recorded.Pointer);

        static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>A product that fired.</summary>
    public Firing On(Recorded<ProductFact> recorded) =>
        Fact(pack.Product(recorded.Fact.Id).Name, recorded.Fact.Zones, $"last used {recorded.Fact.LastUsed}", recorded.Pointer);

    /// <summary>A procedure that fired.</summary>
    public Firing On(Recorded<ProcedureFact> recorded) =>
        Fact(
            pack.Procedure(recorded.Fact.Id).Name,
            recorded.Fact.Zones,
            recorded.Fact.On is { } on ? $"on {on}" : "still running",
            recorded.Pointer);

    /// <summary>An allergy that fired.</summary>
    public Firing On(Recorded<AllergyFact> recorded) => new($"Allergy: {pack.Allergy(recorded.Fact.Id).Name}", recorded.Pointer);

    /// <summary>A measurement that fired.</summary>
    public Firing On(Recorded<MeasurementFact> recorded)
    {
        var entry = pack.MeasurementsKinds.First(m => m.Id == recorded.Fact.Id);
        var value = recorded.Fact.Value.ToString(CultureInfo.InvariantCulture);
        return new(string.Create(CultureInfo.InvariantCulture, $"{Capital(entry.Name)} {value} {entry.Unit}, measured {recorded.Fact.On:yyyy-MM-dd}"), recorded.Pointer);
    }

    /// <summary>A planned zone that fired.</summary>
    public Firing On(Recorded<PlannedZone> recorded)
    {
        var indication = pack.Indications.First(i => i.Id == recorded.Fact.Indication).Name;
        var depth = recorded.Fact.DepthMm.ToString(CultureInfo.InvariantCulture);
        return new($"{pack.Zone(recorded.Fact.Zone).Name}, {depth} mm, for {indication}", recorded.Pointer) { Zones = [recorded.Fact.Zone] };
    }

    private Firing Fact(string name, IReadOnlyList<string>? sites, string when, string pointer)
    {
        var where = sites is null ? "" : $" ({string.Join(", ", sites.Select(site => pack.SiteName(site).ToLowerInvariant()))})";
        return new($"{Capital(name)}{where}, {when}", pointer);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
