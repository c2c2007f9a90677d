using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Knowledge;

/// <summary>Every id that this knowledge uses is one of the vocabulary, and where both know a number it is the same.</summary>
public class VocabularyUseTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    private static readonly HashSet<string> Medicines = Pack.Medicines.Select(m => m.Id).ToHashSet();
    private static readonly HashSet<string> Products = Pack.Products.Select(p => p.Id).ToHashSet();
    private static readonly HashSet<string> Procedures = Pack.Procedures.Select(p => p.Id).ToHashSet();
    private static readonly HashSet<string> Conditions = Pack.Conditions.Select(c => c.Id).ToHashSet();
    private static readonly HashSet<string> Allergies = Pack.Allergies.Select(a => a.Id).ToHashSet();
    private static readonly HashSet<string> Indications = Pack.Indications.Select(i => i.Id).ToHashSet();
    private static readonly HashSet<string> Zones = Pack.Zones.Select(z => z.Id).ToHashSet();

    [Fact]
    public void Holds_cover_each_thing_once()
    {
        string[] besides = ["sun", "tanning-bed", "self-tan", "alcohol"];

        var covered = Pack.HoldRules.Holds.SelectMany(h => h.Covers).ToList();

        Assert.Equal(covered.Distinct(), covered);
        Assert.Empty(covered.Except([.. Medicines, .. Products, .. Procedures, .. besides]));
    }

    [Fact]
    public void Every_medicine_that_only_a_prescriber_may_pause_has_no_date()
    {
        var mine = Pack.Medicines.Where(m => m.WhoMayPause == WhoMayPause.Prescriber).ToList();

        Assert.True(mine.Count > 40);
        Assert.All(mine, m =>
        {
            var hold = Assert.Single(HoldCalendar.For(Pack, new(2026, 12, 20), 1.0m, 2, [new(m.Id)]), h => !h.Standing);
            Assert.Equal((HoldWho.PrescriberOnly, null, null), (hold.Who, hold.LastDayBefore, hold.FirstDayAfter));
        });
    }

    [Fact]
    public void Holds_wait_as_long_as_the_rules_of_candidacy()
    {
        IEnumerable<(string Id, int? Days)> known =
            [.. Pack.Products.Select(p => (p.Id, p.HoldDays)), .. Pack.Procedures.Select(p => (p.Id, p.HoldDays))];

        var compared = known
            .Select(k => (k.Id, k.Days, Hold: Pack.HoldRules.Holds.FirstOrDefault(h => h.Covers.Contains(k.Id))))
            .Where(k => k.Days is not null && k.Hold?.BeforeDays is not null)
            .ToList();

        Assert.True(compared.Count > 20);
        Assert.All(compared, c => Assert.Equal((c.Id, c.Days), (c.Id, c.Hold!.BeforeDays)));
    }

    [Fact]
    public void Anaesthetics_are_the_ones_a_plan_may_name()
    {
        Assert.Equal(Pack.AnaestheticIds, Pack.Anaesthetics.Select(a => a.Id));
        Assert.All(Pack.Anaesthetics, a => Assert.Empty(a.NotWith.Except([.. Conditions, .. Allergies])));
    }

    [Fact]
    public void Consent_conditions_use_known_ids()
    {
        var document = Pack.Consent;
        ConsentWhen?[] all =
        [
            .. document.Sections.Select(s => s.When),
            .. document.Sections.SelectMany(s => s.Paragraphs).Select(p => p.When),
            .. document.Risks.Select(r => r.When),
            .. document.Risks.SelectMany(r => r.Because).Select(b => b.When),
        ];
        var used = all.OfType<ConsentWhen>().ToList();

        Assert.Empty(used.SelectMany(w => w.Conditions).Except(Conditions));
        Assert.Empty(used.SelectMany(w => w.Allergies).Except(Allergies));
        Assert.Empty(used.SelectMany(w => w.Medicines).Except(Medicines));
        Assert.Empty(used.SelectMany(w => w.Indications).Except(Indications));
        Assert.Empty(used.SelectMany(w => w.Zones).Except(Zones));
        Assert.Empty(used.SelectMany(w => w.Topicals).Except(Pack.Topicals.Select(t => t.Id)));
    }

    [Fact]
    public void Indications_and_zones_elsewhere_are_known()
    {
        Assert.Empty(Pack.CourseTemplates.Select(t => t.Indication).Except(Indications));
        Assert.Empty(Pack.Alternatives.SelectMany(a => a.GoodFor).Except(Indications));
        Assert.Empty(Pack.Scales.SelectMany(s => s.Indications).Except(Indications));
        Assert.Empty(Pack.ExpectationRules.Figures.SelectMany(f => f.Indications).Except(Indications));
        Assert.Empty(Pack.PlanKnowledge.BonyZones.Except(Zones));
    }

    [Fact]
    public void Usual_depth_of_a_course_fits_some_zone()
    {
        Assert.All(Pack.CourseTemplates, t => Assert.Contains(Pack.Zones, z => z.CapMm >= t.DepthToMm));
    }
}
