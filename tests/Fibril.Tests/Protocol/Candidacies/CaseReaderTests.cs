using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

public class CaseReaderTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "'contract':'fibril.case/2'", "/contract: \"fibril.case/2\" is not this contract" },
        { "'on':'2026-02-30'", "/on: \"2026-02-30\" is not a day of the calendar" },
        { "'on':'2026-06'", "/on: " },
        { "'on':null", "(whole file): has no \"on\"" },
        { "'colour':'red'", "/colour: this key is not known" },
        { "'condition':[]", "/condition: this key is not known; did you mean \"conditions\"" },
        { "'jurisdiction':'England'", "/jurisdiction: " },
        { "'patient':{'birthDate':'2026-06-11'}", "/patient/birthDate: 2026-06-11 is after the assessment" },
        { "'patient':{'phototype':7}", "/patient/phototype: 7 is out of range; write a number from 1 to 6." },
        { "'patient':{'phototype':2.5}", "/patient/phototype: 2.5 is not a whole number" },
        { "'patient':{'sex':'f'}", "/patient/sex: \"f\" is not a sex; use one of female, male, other, unknown." },
        { "'patient':{'weightKg':0}", "/patient/weightKg: 0 is out of range" },
        { "'patient':{'weightKg':'70'}", "/patient/weightKg: \"70\" is not a number" },
        { "'plan':{'zones':[]}", "/plan/zones: the list is empty" },
        { "'plan':{'zones':[{'zone':'cheeck','depthMm':1,'indication':'texture'}]}", "/plan/zones/0/zone: \"cheeck\" is not a zone; did you mean \"cheek\"." },
        { "'plan':{'zones':[{'zone':'cheek','depthMm':1,'indication':'texture'},{'zone':'cheek','depthMm':0.5,'indication':'pores'}]}", "/plan/zones/1/zone: \"cheek\" is planned twice" },
        { "'plan':{'zones':[{'zone':'cheek','depthMm':0,'indication':'texture'}]}", "/plan/zones/0/depthMm: 0 is out of range; write a number above 0 and at most 3.5." },
        { "'plan':{'zones':[{'zone':'cheek','depthMm':3.51,'indication':'texture'}]}", "/plan/zones/0/depthMm: " },
        { "'plan':{'zones':[{'zone':'cheek','indication':'texture'}]}", "/plan/zones/0: has no \"depthMm\"" },
        { "'plan':{'zones':[{'zone':'cheek','depthMm':1,'indication':'acne-scar','scarTypes':{'icePick':101}}]}", "/plan/zones/0/scarTypes/icePick: " },
        { "'plan':{'sessionDate':'2026-06-09'}", "/plan/sessionDate: 2026-06-09 is before the assessment" },
        { "'plan':{'topicals':['prp','prp']}", "/plan/topicals/1: \"prp\" stands twice" },
        { "'plan':{'sessions':21}", "/plan/sessions: " },
        { "'plan':{'device':null}", "/plan: has no \"device\"" },
        { "'conditions':{}", "/conditions: an object is not a list" },
        { "'conditions':[{'id':'wart','status':'gone'}]", "/conditions/0/status: " },
        { "'conditions':[{'id':'warts','status':'active'}]", "/conditions/0/id: \"warts\" is not a condition; did you mean \"wart\"." },
        { "'conditions':[{'id':'wart','status':'history'}]", "/conditions/0: has no \"healedOn\"" },
        { "'conditions':[{'id':'vitiligo','status':'history'}]", "/conditions/0: has no \"stableSince\"" },
        { "'conditions':[{'id':'scar','status':'active'}]", "/conditions/0: has no \"onset\"" },
        { "'conditions':[{'id':'coronary-stent','status':'history'}]", "/conditions/0: has no \"onset\"" },
        { "'conditions':[{'id':'vitiligo','status':'family'}]", "/conditions/0/status: \"family\" is for keloid only" },
        { "'conditions':[{'id':'wart','status':'active','zones':[]}]", "/conditions/0/zones: the list is empty" },
        { "'conditions':[{'id':'wart','status':'active','zones':['chin','chin']}]", "/conditions/0/zones/1: " },
        { "'conditions':[{'id':'wart','status':'history','healedOn':'2026-06-11'}]", "/conditions/0/healedOn: 2026-06-11 is after the assessment" },
        { "'conditions':[{'id':'wart','status':'history','healedOn':'2026-07'}]", "/conditions/0/healedOn: 2026-07 is after the assessment" },
        { "'conditions':[{'id':'wart','status':'history','healedOn':'26-05-01'}]", "/conditions/0/healedOn: " },
        { "'conditions':[{'id':'acne','status':'active','lesions':{'papules':-1}}]", "/conditions/0/lesions/papules: " },
        { "'conditions':[{'id':'diabetes','status':'active','complications':['gangrene']}]", "/conditions/0/complications/0: " },
        { "'medicines':[{'id':'ibuprofen','taking':false,'prescribed':false}]", "/medicines/0: has no \"lastTaken\"" },
        { "'medicines':[{'id':'ibuprofen','taking':true}]", "/medicines/0: has no \"prescribed\"" },
        { "'medicines':[{'id':'ibuprofen','taking':'yes','prescribed':true}]", "/medicines/0/taking: " },
        { "'medicines':[{'id':'ibuprofen','taking':true,'prescribed':true,'plannedLast':'2026-07'}]", "/medicines/0/plannedLast: " },
        { "'medicines':[{'id':'ibuprofen','taking':true,'prescribed':true,'startedOn':'2026-06-11'}]", "/medicines/0/startedOn: " },
        { "'products':[{'id':'aha'}]", "/products/0: has no \"lastUsed\"" },
        { "'procedures':[{'id':'needling','on':'2026-05-01'}]", "/procedures/0: has no \"depthMm\"" },
        { "'procedures':[{'id':'ipl'}]", "/procedures/0: has no \"on\"" },
        { "'procedures':[{'id':'ipl','ongoing':true}]", "/procedures/0/ongoing: only radiotherapy may be ongoing" },
        { "'procedures':[{'id':'radiotherapy','on':'2026-05-01','ongoing':true}]", "/procedures/0/on: " },
        { "'procedures':[{'id':'radiotherapy','ongoing':false}]", "/procedures/0/ongoing: " },
        { "'allergies':[{'id':'gold'}]", "/allergies/0/id: " },
        { "'measurements':[{'id':'hba1c','value':6.1}]", "/measurements/0: has no \"on\"" },
        { "'measurements':[{'id':'hba1c','value':6.1,'on':'2026-06-11'}]", "/measurements/0/on: " },
        { "'measurements':[{'id':'hba1c','value':1e99,'on':'2026-06-01'}]", "/measurements/0/value: " },
        { "'exposures':{'sunburn':{}}", "/exposures/sunburn: has no \"resolvedOn\"" },
        { "'exposures':{'lastUv':null}", "/exposures/lastUv: null is not a date" },
        { "'exposures':{'lastAlcohol':'2026-06-11'}", "/exposures/lastAlcohol: " },
        { "'screening':{'bdd':'done'}", "/screening/bdd: " },
        { "'pregnancy':{'weeks':46}", "/pregnancy/weeks: " },
        { "'breastfeeding':{'endedOn':'2026-06-11'}", "/breastfeeding/endedOn: " },
        { "'unanswered':['age']", "/unanswered/0: " },
        { "'answeredNo':['acne','acne']", "/answeredNo/1: " },
        { "'otherwise':'yes'", "/otherwise: " },
        { "'note':5", "/note: 5 is not a text" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_file_names_the_place(string facts, string problem)
    {
        var reading = CaseReader.Read(Cases.Json(facts));

        Assert.Null(reading.Case);
        Assert.Contains(reading.Problems, p => p.StartsWith(problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"contract\":\"fibril.case/1\",}")]
    [InlineData("{\"on\":\"2026-06-10\",\"on\":\"2026-06-11\"}")]
    public void Broken_file_has_a_problem_and_no_case(string json)
    {
        var reading = CaseReader.Read(json);

        Assert.Null(reading.Case);
        Assert.NotEmpty(reading.Problems);
    }

    [Theory]
    [InlineData("'x-clinic':{'anything':[1,2]},'plan':{'x-room':3}")]
    [InlineData("'patient':{'phototype':3.0}")]
    [InlineData("'conditions':[{'id':'wart','status':'history','healedOn':'2026'}]")]
    [InlineData("'medicines':[{'id':'doxycycline','taking':true,'prescribed':true,'plannedLast':'2027-01-01'}]")]
    [InlineData("'unanswered':['acne'],'answeredNo':['acne'],'otherwise':null")]
    [InlineData("'exposures':{'sunburn':{'resolvedOn':null}}")]
    public void Valid_file_is_read(string facts) => Assert.Empty(CaseReader.Read(Cases.Json(facts)).Problems);

    [Fact]
    public void Several_problems_are_told_at_once()
    {
        var reading = CaseReader.Read(Cases.Json("'patient':{'sex':'f','phototype':9},'otherwise':'maybe'"));

        Assert.Equal(3, reading.Problems.Count);
    }

    [Fact]
    public void Written_file_is_read_back_with_the_same_decision()
    {
        Assert.All(RuleCoverageTests.AllRows, row =>
        {
            var file = Cases.With(row.Facts);

            var again = CaseReader.Read(file.ToJson());

            Assert.Empty(again.Problems);
            Assert.Equal(file.ToJson(), again.Case!.ToJson());
            Assert.Equal(Candidacy.Decide(ProtocolPack.Current, file).ToJson(), Candidacy.Decide(ProtocolPack.Current, again.Case!).ToJson());
        });
    }
}
