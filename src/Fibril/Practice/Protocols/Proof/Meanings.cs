using System.Globalization;
using Fibril.Protocol;

namespace Fibril.Practice.Protocols.Proof;

/// <summary>What the names of the rules mean, in logic. A name without an entry here is an unknown of its own.</summary>
internal sealed class Meanings(ProtocolPack pack, Symbols symbols)
{
    private readonly HashSet<string> thinners = [.. pack.Rule("C13").When.SelectMany(c => c.Of)];

    /// <summary>The value of a name for a fact.</summary>
    /// <exception cref="ProtocolException">The name means nothing here.</exception>
    public Term Of(Instance fact, string id)
    {
        var name = RuleNames.Find(fact.Kind, id) ?? throw new ProtocolException($"'{id}' means nothing for {fact}.");
        var owner = name.Kind == FactKind.Case ? Instance.Case : fact;
        return (owner.Kind, id) switch
        {
            (FactKind.Case, _) => OfCase(id) ?? Unknown(owner, name),
            (FactKind.Condition or FactKind.FamilyCondition, _) => OfCondition(owner, id) ?? Unknown(owner, name),
            (FactKind.Medicine, _) => OfMedicine(owner, id) ?? Unknown(owner, name),
            (FactKind.Product, "hold") => Term.Number(Number(pack.Product(owner.Id).HoldDays ?? 0)),
            (FactKind.Product, "last-used") => symbols.PastDay(owner.Of(id)) with { Known = "true" },
            (FactKind.Procedure, "hold-end") => HoldEnd(owner),
            (FactKind.Procedure, "gap") => Term.Number(symbols.Whole(owner.Of(id), 7, 42)),
            (FactKind.Topical, "topical") => Term.Word(owner.Id, name.WordsIn(pack)),
            (FactKind.Topical, "allowed") => Term.Flag(Allowed(pack.Topical(owner.Id))),
            (FactKind.Question, "kind") => Term.Word(name.WordsIn(pack)[(int)pack.Questions.First(q => q.Id == owner.Id).Kind], name.WordsIn(pack)),
            (FactKind.Measurement, "value") => Value(owner),
            _ => Unknown(owner, name),
        };
    }

    /// <summary>A measurement; the latest is the only one.</summary>
    public Term Value(Instance fact) => Term.Number(symbols.Real(fact.Of("value"), "0.0", "1000.0"));

    /// <summary>Day of a measurement.</summary>
    public string MeasuredOn(Instance fact) => symbols.PastDay(fact.Of("on")).Value;

    private Term? OfCase(string id) => id switch
    {
        "day" => Term.Day(symbols.Day),
        "birth" => Term.Day(symbols.Whole("|birth|", Symbols.On.DayNumber - 36000, Symbols.On.DayNumber)),
        "phototype" => Term.Number(symbols.Whole("|phototype|", 1, 6), symbols.Flag("|phototype known|")),
        "zone" => new(NameType.Word, symbols.Zone, "true", symbols.Zones),
        "depth" or "deepest" => Term.Number(symbols.Depth),
        "cap" => Term.Number(symbols.OfZone(z => z.CapMm)),
        "prohibited" => Term.Flag(symbols.OfZone(z => z.IsProhibited)),
        "face-asked" or "of-face" => Term.Flag(symbols.OfZone(z => z.IsFace)),
        "keloid-prone-asked" => Term.Flag(symbols.OfZone(z => z.KeloidProne)),
        "on-label" => Term.Flag(OnLabel()),
        "least-interval" => Term.Number(symbols.Whole("|least-interval|", 7, 42)),
        "interval" => Term.Number(symbols.Whole("|interval|", 1, 400), symbols.Flag("|interval known|")),
        "sessions" => Term.Number(symbols.Whole("|sessions|", 1, 20), symbols.Flag("|sessions known|")),
        "sex" or "energy" or "label" or "device" or "needles" or "indication" =>
            symbols.Word($"|{id}|", RuleNames.Find(FactKind.Case, id)!.WordsIn(pack), always: true),
        _ => null,
    };

    private Term? OfCondition(Instance fact, string id) => id switch
    {
        "past" => Term.Flag(Smt.Not(symbols.Flag(fact.Of("active")))),
        "healed" => symbols.PastDay(fact.Of(id)) is var healed
            ? healed with { Known = Smt.And(Smt.Not(symbols.Flag(fact.Of("active"))), healed.Known) } : null,
        "papules" or "pustules" or "nodules" or "cysts" => Count(fact, id),
        _ => null,
    };

    /// <summary>What was not counted is none.</summary>
    private Term Count(Instance fact, string id)
    {
        var count = symbols.Whole(fact.Of(id), 0, 50);
        symbols.Assert($"(=> (not {symbols.Flag(fact.Of("counted"))}) (= {count} 0))");
        return Term.Number(count);
    }

    private Term? OfMedicine(Instance fact, string id) => id switch
    {
        "medicine" => Term.Word(fact.Id, RuleNames.Find(FactKind.Medicine, id)!.WordsIn(pack)),
        "prescriber-only" => Term.Flag(pack.Medicine(fact.Id).WhoMayPause == WhoMayPause.Prescriber ? "true" : "false"),
        "last-dose" => Term.Day(LastDose(fact)),
        "course-end" => Term.Day(Smt.If(Taking(fact), Planned(fact).Value, LastDose(fact)), Smt.Or(Smt.Not(Taking(fact)), Planned(fact).Known)),
        "current" => Term.Flag(Smt.Or(Smt.And(Taking(fact), Smt.Not(PlannedIsOver(fact))), LeftOut(fact))),
        _ => null,
    };

    private string Taking(Instance fact) => symbols.Flag(fact.Of("taking"));

    private Term Planned(Instance fact) =>
        Term.Day(symbols.Whole(fact.Of("planned"), Symbols.On.DayNumber - 400, Symbols.On.DayNumber + 400), symbols.Flag(Symbols.Known(fact.Of("planned"))));

    private string PlannedIsOver(Instance fact) => Smt.And(Planned(fact).Known, $"(< {Planned(fact).Value} {symbols.Day})");

    /// <summary>A medicine that is no longer taken has a last dose; one that is taken was taken on the day of the assessment.</summary>
    private string LastDose(Instance fact)
    {
        var last = symbols.PastDay(fact.Of("last-taken")) with { Known = Smt.Not(Taking(fact)) };
        return Smt.If(Smt.And(Taking(fact), Planned(fact).Known, $"(<= {Planned(fact).Value} {symbols.Day})"), Planned(fact).Value, Smt.If(last.Known, last.Value, Number(Symbols.On.DayNumber)));
    }

    private string LeftOut(Instance fact) => !thinners.Overlaps(pack.Medicine(fact.Id).Rules) ? "false" : Smt.And(
        fact.Id == "aspirin" ? symbols.Flag(fact.Of("prescribed")) : "true",
        $"(> (+ {LastDose(fact)} {Number(pack.Rule("C13").Whole("leftOutDays"))}) {symbols.Day})");

    private Term HoldEnd(Instance fact)
    {
        var (done, word) = (Of(fact, "done"), pack.Procedure(fact.Id));
        return (word.HoldDays, word.HoldMonths) switch
        {
            ({ } days, _) => done with { Value = $"(+ {done.Value} {Number(days)})" },
            (_, { } months) => done with { Value = symbols.Months(done.Value, months) },
            _ => done with { Known = "false" },
        };
    }

    private string Allowed(TopicalEntry topical) => !topical.Allowed ? "false"
        : topical.OnlyWithIndication is { } only ? $"(= {OfCase("indication")!.Value} {pack.Indications.ToList().FindIndex(i => i.Id == only)})" : "true";

    private string OnLabel()
    {
        var (label, indication) = (OfCase("label")!, OfCase("indication")!);
        var fda = $"(= {label.Value} {(int)DeviceLabel.FdaMicroneedling})";
        var uses = from zone in pack.Zones.Index()
                   from purpose in pack.Indications.Index()
                   let types = Enumerable.Range(1, 6).Where(type => DeviceLabels.Covers(pack, DeviceLabel.FdaMicroneedling, zone.Item.Id, purpose.Item.Id, type)).ToList()
                   where types.Count > 0
                   select Smt.And($"(= {symbols.Zone} {zone.Index})", $"(= {indication.Value} {purpose.Index})", types.Count == 6 ? "true" : IsOneOf(OfCase("phototype")!, types));
        return Smt.Or(uses.Prepend(Smt.Not(fda)));
    }

    private static string IsOneOf(Term number, IEnumerable<int> values) => Smt.And(number.Known, Smt.Or(values.Select(v => $"(= {number.Value} {Number(v)})")));

    private Term Unknown(Instance fact, RuleName name) => name.Type switch
    {
        NameType.Flag => Term.Flag(symbols.Flag(fact.Of(name.Id))),
        NameType.Number => Term.Number(symbols.Whole(fact.Of(name.Id), 0, 100), symbols.Flag(Symbols.Known(fact.Of(name.Id)))),
        NameType.Day => symbols.PastDay(fact.Of(name.Id)),
        _ => symbols.Word(fact.Of(name.Id), name.WordsIn(pack)),
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
