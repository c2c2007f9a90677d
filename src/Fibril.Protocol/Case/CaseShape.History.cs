using System.Text.Json;

namespace Fibril.Protocol;

/// <content>Conditions, medicines, products and procedures.</content>
internal sealed partial class CaseShape
{
    private ObjectShape Condition()
    {
        var count = new NumberShape(0, whole: true);
        return new(
            new Dictionary<string, Shape>
            {
                ["id"] = new WordShape("a condition", Ids(pack.Conditions, c => c.Id)),
                ["status"] = Word<ConditionStatus>("a status"),
                ["zones"] = sites,
                ["onset"] = Partial,
                ["healedOn"] = Partial,
                ["treatmentEndedOn"] = Partial,
                ["stableSince"] = Partial,
                ["attacksPerYear"] = new NumberShape(0, 60, whole: true),
                ["lesions"] = new ObjectShape(new Dictionary<string, Shape>
                {
                    ["comedones"] = count, ["papules"] = count, ["pustules"] = count, ["nodules"] = count, ["cysts"] = count,
                }),
                ["kind"] = Text,
                ["complications"] = new ListShape(Word<DiabetesComplication>("a complication"), unique: true),
                ["controlled"] = Flag,
                ["clearanceLetter"] = Flag,
                ["physicianPlan"] = Flag,
                ["note"] = Text,
            },
            "id", "status") { Also = ConditionDemands };
    }

    private void ConditionDemands(JsonElement value, string pointer, ICollection<string> problems)
    {
        var id = TextOf(value, "id");
        var status = TextOf(value, "status");
        if (status == "family" && id != "keloid")
        {
            problems.Add($"{pointer}/status: \"family\" is for keloid only; record what the patient has or had.");
        }

        if (pack.Conditions.FirstOrDefault(c => c.Id == id) is not { } entry)
        {
            return;
        }

        var needed = status == "history" ? entry.Needs.Concat(entry.HistoryNeeds) : entry.Needs;
        foreach (var key in needed.Where(key => !value.TryGetProperty(key, out _)))
        {
            ObjectShape.Missing(pointer, key, $"{entry.Id} with status {status} cannot be judged without it", problems);
        }
    }

    private ObjectShape Medicine() => new(
        new Dictionary<string, Shape>
        {
            ["id"] = new WordShape("a medicine", Ids(pack.Medicines, m => m.Id)),
            ["taking"] = Flag,
            ["prescribed"] = Flag,
            ["lastTaken"] = Partial,
            ["startedOn"] = Partial,
            ["plannedLast"] = Day,
            ["doseMgPerDay"] = new NumberShape(above: 0),
            ["indication"] = Word<MedicineIndication>("a reason to take it"),
            ["confirmedTaken"] = Flag,
            ["note"] = Text,
        },
        "id", "taking", "prescribed") { Also = MedicineDemands };

    private static void MedicineDemands(JsonElement value, string pointer, ICollection<string> problems)
    {
        if (value.TryGetProperty("taking", out var taking) && taking.ValueKind == JsonValueKind.False && !value.TryGetProperty("lastTaken", out _))
        {
            ObjectShape.Missing(pointer, "lastTaken", "a medicine that is no longer taken needs the day of its last dose", problems);
        }
    }

    private ObjectShape Product() => new(
        new Dictionary<string, Shape>
        {
            ["id"] = new WordShape("a product", Ids(pack.Products, p => p.Id)),
            ["lastUsed"] = Partial,
            ["zones"] = sites,
            ["healedOn"] = Partial,
            ["note"] = Text,
        },
        "id", "lastUsed");

    private ObjectShape Procedure() => new(
        new Dictionary<string, Shape>
        {
            ["id"] = new WordShape("a procedure", Ids(pack.Procedures, p => p.Id)),
            ["on"] = Partial,
            ["zones"] = sites,
            ["depthMm"] = new NumberShape(above: 0, most: 5),
            ["healedOn"] = Partial,
            ["ongoing"] = new FlagShape(onlyTrue: true),
            ["surgeonLetter"] = Flag,
            ["note"] = Text,
        },
        "id") { Also = ProcedureDemands };

    private static void ProcedureDemands(JsonElement value, string pointer, ICollection<string> problems)
    {
        var id = TextOf(value, "id");
        var ongoing = value.TryGetProperty("ongoing", out _);
        if (id == "needling" && !value.TryGetProperty("depthMm", out _))
        {
            ObjectShape.Missing(pointer, "depthMm", "the wait after needling depends on its depth", problems);
        }

        if (ongoing && id != "radiotherapy")
        {
            problems.Add($"{pointer}/ongoing: only radiotherapy may be ongoing; give the day in \"on\" instead.");
        }

        if (ongoing == value.TryGetProperty("on", out _))
        {
            problems.Add(ongoing
                ? $"{pointer}/on: radiotherapy that still runs has no last fraction yet; leave out \"on\" or \"ongoing\"."
                : $"{pointer}: has no \"on\"; add the day it was done.");
        }
    }

    private ObjectShape Allergy() => new(
        new Dictionary<string, Shape> { ["id"] = new WordShape("an allergy", Ids(pack.Allergies, a => a.Id)), ["note"] = Text },
        "id");

    private ObjectShape Measurement() => new(
        new Dictionary<string, Shape>
        {
            ["id"] = new WordShape("a measurement", Ids(pack.MeasurementsKinds, m => m.Id)),
            ["value"] = new NumberShape(0),
            ["on"] = Day,
        },
        "id", "value", "on");

    private ObjectShape Exposures() => new(new Dictionary<string, Shape>
    {
        ["lastUv"] = Partial,
        ["tan"] = Flag,
        ["uvZones"] = sites,
        ["sunburn"] = new ObjectShape(
            new Dictionary<string, Shape> { ["resolvedOn"] = new PartialDateShape(orNull: true), ["zones"] = sites }, "resolvedOn"),
        ["lastSelfTan"] = Partial,
        ["selfTanZones"] = sites,
        ["lastAlcohol"] = Partial,
        ["photoprotectionSince"] = Partial,
    });

    private static ObjectShape Screening() => new(new Dictionary<string, Shape>
    {
        ["bdd"] = Word<BddResult>("a result"),
        ["repeatedDissatisfaction"] = Flag,
        ["minimalDefect"] = Flag,
        ["lesionCheck"] = Word<LesionCheck>("a result"),
    });

    private static ObjectShape Pregnancy() => new(new Dictionary<string, Shape>
    {
        ["status"] = Word<PregnancyStatus>("a status"),
        ["testOn"] = Day,
        ["weeks"] = new NumberShape(0, 45, whole: true),
        ["endedOn"] = Partial,
    });
}
