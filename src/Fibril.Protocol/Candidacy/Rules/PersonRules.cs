namespace Fibril.Protocol;

/// <summary>Age and expectations.</summary>
internal static class PersonRules
{
    public static readonly Dictionary<string, RuleCondition> All = new()
    {
        ["C30a"] = C30a,
        ["C30b"] = C30b,
        ["C31"] = C31,
    };

    private static IEnumerable<Firing> C30a(Assessment a, Rule rule) =>
        Born(a).Until(a, Later.Birthday(a.File.Patient.BirthDate, rule.Whole("years"))) is { } minor ? [minor] : [];

    private static IEnumerable<Firing> C30b(Assessment a, Rule rule)
    {
        var labelled = Later.Birthday(a.File.Patient.BirthDate, rule.Whole("years"));
        return a.Plan.DeviceLabel == DeviceLabel.FdaMicroneedling && !a.Fires("C30a") && labelled > a.Day
            ? [Born(a) with { Words = new Dictionary<string, string> { ["birthday"] = $"{labelled:yyyy-MM-dd}" } }]
            : [];
    }

    private static Firing Born(Assessment a) => new($"Born {a.File.Patient.BirthDate:yyyy-MM-dd}", "/patient/birthDate");

    private static IEnumerable<Firing> C31(Assessment a, Rule rule)
    {
        var screening = a.File.Screening;
        if (screening?.Bdd == BddResult.Positive)
        {
            yield return new Firing("Screen for body-dysmorphic concern positive", "/screening/bdd").As("concern");
        }

        if (screening is { RepeatedDissatisfaction: true, MinimalDefect: true })
        {
            yield return new Firing("Dissatisfied again and again, with at most a minimal defect", "/screening/repeatedDissatisfaction").As("concern");
        }
        else if (screening?.Bdd == BddResult.Borderline)
        {
            yield return new Firing("Screen for body-dysmorphic concern borderline", "/screening/bdd").As("borderline");
        }
    }
}
