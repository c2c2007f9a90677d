using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>Every finding shows the fact it stands on as a person reads it, and points to it in the case file.</summary>
public class FactTextTests
{
    public static TheoryData<string, string, string, string?> Facts => new()
    {
        { "'conditions':[{'id':'psoriasis','status':'active','zones':['cheek','neck']}]", "C06a", "Psoriasis (cheek, front of the neck), there now", "/conditions/0" },
        { "'conditions':[{'id':'psoriasis','status':'active','zones':['back']},{'id':'wart','status':'history','healedOn':'2026-06'}]", "C03b", "Viral wart, gone since 2026-06", "/conditions/1" },
        { "'conditions':[{'id':'keloid','status':'family'}]", "C08d", "Keloid, in the family", "/conditions/0" },
        { "'conditions':[{'id':'vitiligo','status':'active','stableSince':'2025-06'}]", "C18a", "Vitiligo, stable since 2025-06", "/conditions/0" },
        { "'conditions':[{'id':'scar','status':'active','onset':'2026'}]", "C25", "Surgical or traumatic scar, since 2026", "/conditions/0" },
        { "'conditions':[{'id':'hypertrophic-scar','status':'history'}]", "C08c", "Hypertrophic scar, in the past", "/conditions/0" },
        { "'medicines':[{'id':'warfarin','taking':true,'prescribed':true,'plannedLast':'2026-07-01'}]", "M07", "Warfarin, prescribed, planned to be taken until 2026-07-01", "/medicines/0" },
        { "'medicines':[{'id':'ibuprofen','taking':true,'prescribed':false}]", "M01", "Ibuprofen, self-bought, taken now", "/medicines/0" },
        { "'medicines':[{'id':'ibuprofen','taking':false,'prescribed':false,'lastTaken':'2026-06-09'}]", "M01", "Ibuprofen, self-bought, last taken 2026-06-09", "/medicines/0" },
        { "'products':[{'id':'retinol','lastUsed':'2026-06-08','zones':['face']}]", "M13", "Cosmetic retinol (whole face), last used 2026-06-08", "/products/0" },
        { "'products':[{'id':'retinol','lastUsed':'2026-06'}]", "M13", "Cosmetic retinol, last used 2026-06", "/products/0" },
        { "'procedures':[{'id':'ipl','on':'2026-06-01','zones':['cheek','chin']}]", "C23a", "Intense pulsed light (cheek, chin), on 2026-06-01", "/procedures/0" },
        { "'procedures':[{'id':'radiotherapy','ongoing':true}]", "C09a", "Radiotherapy, still running", "/procedures/0" },
        { "'allergies':[{'id':'latex'},{'id':'nickel'}]", "C29b", "Allergy: nickel", "/allergies/1" },
        { "'measurements':[{'id':'platelets','value':99.0,'on':'2026-05-01'}]", "C12", "Platelets 99.0 10*9/L, measured 2026-05-01", "/measurements/0" },
        { "'plan':{'zones':[{'zone':'periorbital','depthMm':0.60,'indication':'texture'}]}", "Z-CAP", "Around the eye, 0.60 mm, for texture and laxity", "/plan/zones/0" },
        { "'plan':{'topicals':['prp','own-serum']}", "R072", "Planned on the skin: a product of the patient's own", "/plan/topicals/1" },
        { "'unanswered':['acne','heart']", "U-ASK", "Not answered: heart disease or device", "/unanswered/1" },
        { "'patient':{'phototype':null}", "U-ASK", "Not answered: skin phototype", null },
        { "'patient':{'phototype':5}", "C32", "Phototype 5", "/patient/phototype" },
        { "'exposures':{'lastUv':'2026-06-09'}", "C26b", "Heavy sun or tanning bed, last 2026-06-09", "/exposures/lastUv" },
        {
            "'conditions':[{'id':'diabetes','status':'active'}],'measurements':[{'id':'hba1c','value':6.0,'on':'2026-01-01'},{'id':'hba1c','value':7.1,'on':'2026-05-01'},{'id':'hba1c-ifcc','value':64,'on':'2026-05-01'},{'id':'inr','value':1,'on':'2026-05-01'}]",
            "C15b", "Diabetes, there now; HbA1c 7.1 %, measured 2026-05-01; HbA1c (IFCC) 64 mmol/mol, measured 2026-05-01", "/conditions/0"
        },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public void Finding_shows_its_fact_and_where_it_stands(string facts, string rule, string fact, string? at) =>
        Assert.Contains((fact, at), Cases.Decide(facts).Findings.Where(f => f.Rule == rule).Select(f => (f.Fact, f.FactRef)));

    [Fact]
    public void Many_facts_of_a_kind_are_all_read_and_pointed_to()
    {
        var places = string.Join(',', Enumerable.Range(0, 70).Select(i => $"{{'id':'ipl','on':'2026-06-01','zones':['{(i is 63 or 64 or 69 ? "cheek" : "back")}']}}"));

        var refs = Cases.Decide($"'procedures':[{places}]").Findings.Where(f => f.Rule == "C23a").Select(f => f.FactRef);

        Assert.Equal(["/procedures/63", "/procedures/64", "/procedures/69"], refs);
    }

    [Fact]
    public void Medicine_of_unknown_end_says_so()
    {
        var file = Cases.With() with { Medicines = [new() { Id = "doxycycline", Taking = false, Prescribed = true }] };

        Assert.All(Candidacy.Decide(ProtocolPack.Current, file).Findings, f => Assert.Equal("Doxycycline, prescribed, last taken on an unknown day", f.Fact));
    }
}
