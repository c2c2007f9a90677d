using Fibril.Protocol;

namespace Fibril.Bench;

/// <summary>Generated people, the same in every run: most bring few facts, some bring many.</summary>
internal static class People
{
    /// <summary>How many people a population has.</summary>
    public const int Count = 10_000;

    private static readonly ProtocolPack Pack = ProtocolPack.Current;
    private static readonly DateOnly On = new(2026, 6, 10);

    /// <summary>How many facts of a hundred people: 30 bring none, 30 one, 20 two, 12 three, 8 five.</summary>
    private static readonly int[] FactsOf = [.. Repeat(0, 30), .. Repeat(1, 30), .. Repeat(2, 20), .. Repeat(3, 12), .. Repeat(5, 8)];

    /// <summary>Every question answered, nothing to report.</summary>
    public static CaseFile[] Quiet() => [.. Seeded().Select(random => Person(random, random.Next(1, 4)))];

    /// <summary>Facts of every kind, dated around the ends of the holds; one in ten left a question open.</summary>
    public static CaseFile[] Mixed() => [.. Seeded().Select(random =>
    {
        var person = Person(random, random.Next(1, 7));
        var facts = FactsOf[random.Next(FactsOf.Length)];
        for (var i = 0; i < facts; i++)
        {
            person = WithFact(random, person);
        }

        return random.Next(10) == 0 ? person with { Unanswered = [Any(random, Pack.Questions).Id] } : person;
    })];

    private static IEnumerable<Random> Seeded()
    {
        var random = new Random(20261129);
        return Enumerable.Range(0, Count).Select(_ => random);
    }

    private static CaseFile Person(Random random, int phototype) => new()
    {
        On = On,
        Jurisdiction = "GB-ENG",
        Patient = new() { BirthDate = On.AddDays(-random.Next(19 * 366, 75 * 365)), Sex = Sex.Female, Phototype = phototype },
        Plan = new()
        {
            SessionDate = On.AddDays(random.Next(0, 30)),
            Device = DeviceKind.Pen,
            Energy = Energy.None,
            DeviceLabel = DeviceLabel.CeMedical,
            Anaesthetic = "lidocaine-4",
            Zones = [.. new[] { "cheek", "forehead", "chin", "neck" }.Take(random.Next(1, 4)).Select(z => new PlannedZone { Zone = z, DepthMm = 1.0m, Indication = "texture" })],
        },
        Otherwise = "no",
    };

    private static CaseFile WithFact(Random random, CaseFile person) => random.Next(10) switch
    {
        < 4 => person with { Conditions = [.. person.Conditions ?? [], Condition(random)] },
        < 7 => person with { Medicines = [.. person.Medicines ?? [], Medicine(random)] },
        7 => person with { Products = [.. person.Products ?? [], new() { Id = Any(random, Pack.Products).Id, LastUsed = Past(random), Zones = Sites(random) }] },
        8 => person with { Procedures = [.. person.Procedures ?? [], new() { Id = Any(random, Pack.Procedures).Id, On = Past(random), Zones = Sites(random) }] },
        _ => person with { Allergies = [.. person.Allergies ?? [], new() { Id = Any(random, Pack.Allergies).Id }] },
    };

    private static ConditionFact Condition(Random random)
    {
        var active = random.Next(2) == 0;
        return new()
        {
            Id = Any(random, Pack.Conditions).Id,
            Status = active ? ConditionStatus.Active : ConditionStatus.History,
            HealedOn = active ? null : Past(random),
            Onset = Past(random),
            Zones = Sites(random),
        };
    }

    private static MedicineFact Medicine(Random random)
    {
        var taking = random.Next(3) > 0;
        return new() { Id = Any(random, Pack.Medicines).Id, Taking = taking, Prescribed = random.Next(4) > 0, LastTaken = taking ? null : Past(random) };
    }

    private static PartialDate Past(Random random) => On.AddDays(-random.Next(0, random.Next(3) == 0 ? 400 : 40));

    private static IReadOnlyList<string>? Sites(Random random) => random.Next(4) switch { 0 => null, 1 => ["face"], 2 => ["back"], _ => ["cheek"] };

    private static T Any<T>(Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private static IEnumerable<int> Repeat(int facts, int people) => Enumerable.Repeat(facts, people);
}
