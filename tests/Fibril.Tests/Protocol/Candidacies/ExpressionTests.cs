using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>What the conditions of the rules mean, one rule for each row: which fire in one case, and which not.</summary>
public class ExpressionTests
{
    private const string Facts = """
        'patient':{'phototype':5},'plan':{'intervalDays':28,'topicals':['prp'],'zones':[{'zone':'cheek','depthMm':1.0,'indication':'texture'},{'zone':'back','depthMm':1.5,'indication':'striae'}]},
        'conditions':[
          {'id':'acne','status':'active','zones':['cheek'],'healedOn':'2026-06-01','lesions':{'papules':2,'pustules':1}},
          {'id':'psoriasis','status':'history','zones':['back'],'healedOn':'2026-06-09'},
          {'id':'scar','status':'active','zones':['back'],'onset':'2020-01-31'},
          {'id':'keloid','status':'family'}],
        'measurements':[{'id':'platelets','value':90,'on':'2026-06-09'},{'id':'platelets','value':120,'on':'2026-06-09'},{'id':'platelets','value':20,'on':'2026-06-08'}]
        """;

    private static readonly string[] Holds =
    [
        "case|phototype = 5", "case|phototype < 6", "case|phototype <= 5", "case|phototype > 4", "case|phototype >= 5",
        "case|interval = highest(platelets) or interval < highest(platelets)", "case|interval <= interval", "case|interval >= interval", "case|interval = interval",
        "case|highest(platelets) > lowest(platelets)", "case|lowest(platelets) < highest(platelets)",
        "case|measured(platelets) < day", "case|measured(platelets) + 1 day = day", "case|measured(platelets) + 1 days <= day", "case|measured(platelets) + 1 day >= day", "case|day > measured(platelets)",
        "case|birth + 36 years < day", "case|birth + 1 year < day", "case|birth + 1 month < day", "case|birth + 434 months < day", "case|birth + 435 months > day",
        "case|measured(platelets) + phototype days > day", "case|measured(platelets) + phototype months > day", "case|measured(platelets) + phototype years > day + 59 months",
        "case|latest(birth, day) = day", "case|latest(day, birth) = day", "case|latest(birth, birth) = birth", "case|latest(measured(inr), day) = day", "case|latest(day, measured(inr)) = day", "case|latest(measured(inr), measured(inr)) is unknown",
        "case|lowest(inr) is unknown", "case|lowest(platelets) is known", "case|measured(inr) is unknown", "case|day is known", "case|sex is known",
        "case|energy = none", "case|energy in (none)", "case|energy in (rf, none)", "case|not energy in (rf)", "case|needles in (steel, titanium)",
        "case|not phototype = 4 and not sessions > 1", "case|phototype = 1 or phototype = 2 or phototype = 5", "case|phototype = 5 and interval = 28 and day is known",
        "case|phototype = 1 and phototype = 5 or interval = 28", "case|interval = 28 or phototype = 1 and phototype = 2", "case|not (phototype = 1 or phototype = 2)", "case|not not phototype = 5",
        "case|fires(C32)", "case|not fires(C08b)", "case|covers(C32)", "case|not covers(C02a)", "case|fires(C02a)",
        "planned-zone|here(C02a) and zone = cheek", "planned-zone|not here(C02a) and zone = back", "planned-zone|depth > 1.0 and zone = back and indication in (striae, melasma)",
        "case|some(condition acne)", "case|some(condition psoriasis acne: past)", "case|some(condition all: active)", "case|some(family-condition keloid)", "case|not some(condition keloid)",
        "case|not some(family-condition acne)", "case|some(topical prp)", "case|some(topical)", "case|not some(medicine all)", "case|not some(product all: hold > 0)", "case|not some(procedure all)", "case|not some(allergy all)",
        "case|some(measurement platelets: value = 120)", "case|not some(measurement platelets: value = 20)", "case|some(condition acne: papules = 2 and pustules = 1 and nodules = 0)",
        "condition acne|active", "condition acne|counted and papules >= 2", "condition psoriasis|past", "condition psoriasis|healed + 1 day = day", "condition scar|onset + 1 month < day", "condition scar|healed is unknown", "condition acne|healed is unknown",
        "measurement platelets|value > 100", "topical all|topical = prp", "condition acne|phototype = 5 and not past",
    ];

    private static readonly string[] DoesNotHold =
    [
        "case|phototype = 4", "case|phototype < 5", "case|phototype <= 4", "case|phototype > 5", "case|phototype >= 6",
        "case|interval < interval", "case|interval > interval", "case|lowest(platelets) >= highest(platelets)", "case|highest(platelets) <= lowest(platelets)", "case|highest(platelets) = lowest(platelets)",
        "case|day < day", "case|day > day", "case|birth >= day", "case|day <= birth", "case|day = birth",
        "case|lowest(inr) < 5", "case|lowest(inr) <= 5", "case|lowest(inr) > 0", "case|lowest(inr) >= 0", "case|lowest(inr) = 0",
        "case|lowest(inr) < phototype", "case|phototype < lowest(inr)", "case|phototype <= lowest(inr)", "case|phototype > lowest(inr)", "case|phototype >= lowest(inr)", "case|phototype = lowest(inr)", "case|lowest(inr) = lowest(inr)",
        "case|measured(inr) <= day", "case|day >= measured(inr)", "case|day = measured(inr)", "case|day > measured(inr)", "case|day < measured(inr)",
        "case|measured(inr) + 1 day > birth", "case|measured(inr) + 1 month > birth", "case|birth + sessions days < day", "case|birth + sessions months < day", "case|measured(inr) + phototype days > birth", "case|measured(inr) + phototype months > birth",
        "case|sessions is known", "case|day is unknown", "case|energy = rf", "case|energy in (rf)", "case|phototype = 5 and interval = 27", "case|phototype = 1 or interval = 27", "case|not phototype = 5",
        "case|fires(C08b)", "case|covers(C02a)", "case|covers(C08b)", "planned-zone|here(C08b)", "planned-zone|depth > 1.0 and zone = cheek",
        "case|some(condition acne psoriasis: active and past)", "case|some(condition wart)", "measurement platelets|value < 50", "condition acne|past", "condition psoriasis|active", "condition keloid|phototype = 5",
    ];

    [Fact]
    public void Every_condition_means_what_it_says()
    {
        var pack = PackWith([.. Holds, .. DoesNotHold]);

        var fired = Candidacy.Decide(pack, Cases.With(Facts)).Findings.Where(f => f.Rule.StartsWith("X-", StringComparison.Ordinal)).Select(f => f.Fact).ToHashSet();

        Assert.Empty(Holds.Except(fired));
        Assert.Empty(DoesNotHold.Intersect(fired));
    }

    /// <summary>A row is the kind of fact with its ids, a bar, and the condition; the finding shows the row as its fact.</summary>
    private static ProtocolPack PackWith(string[] rows)
    {
        var files = ProtocolPack.Current.FileNames.ToDictionary(name => name, ProtocolPack.Current.Text);
        files["rules/own.yaml"] = string.Concat(rows.Index().Select(row =>
        {
            var (kind, condition) = (row.Item.Split('|')[0].Split(' '), row.Item.Split('|')[1]);
            return $$"""
                - id: X-{{row.Index}}
                  title: One row
                  scope: zone
                  grade: D
                  basis: default
                  sources: [default]
                  reviewOn: 2027-11-22
                  when: [{each: {{kind[0]}}, of: [{{string.Join(", ", kind[1..])}}], if: "{{condition}}", says: "{{row.Item}}"}]
                  outcomes: [{effect: note, overridableBy: practitioner, reason: r, patient: p}]

                """;
        }));
        return ProtocolPack.From(files);
    }
}
