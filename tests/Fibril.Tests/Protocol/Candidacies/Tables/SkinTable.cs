namespace Fibril.Tests.Protocol.Candidacies.Tables;

public class SkinTable
{
    internal static readonly RuleTable Rows = new()
    {
        { "C01", "'conditions':[{'id':'open-wound','status':'active'}]", "defer no-date until by:physician zone" },
        { "C01", "'conditions':[{'id':'irritated-skin','status':'active','zones':['chin']}]", "-" },
        { "C01", "'conditions':[{'id':'open-wound','status':'history','healedOn':'2026-05-28'}]", "defer 2026-06-11 no-until" },
        { "C01", "'conditions':[{'id':'open-wound','status':'history','healedOn':'2026-05-27'}]", "-" },
        { "C01", "'conditions':[{'id':'open-wound','status':'history','healedOn':'2026-06','zones':['face']}]", "defer 2026-06-24" },
        { "C02a", "'conditions':[{'id':'acne','status':'active'}]", "defer no-date until" },
        { "C02a", "'conditions':[{'id':'acne','status':'active','lesions':{'papules':4}}]", "defer no-date" },
        { "C02a", "'conditions':[{'id':'acne','status':'active','lesions':{'pustules':1}}]", "defer no-date" },
        { "C02a", "'conditions':[{'id':'acne','status':'active','lesions':{'papules':1,'nodules':1}}]", "physician-review no-date" },
        { "C02a", "'conditions':[{'id':'acne','status':'active','lesions':{'cysts':1,'pustules':3}}]", "physician-review" },
        { "C02a", "'conditions':[{'id':'acne','status':'active','lesions':{'papules':3}}]", "-" },
        { "C02a", "'conditions':[{'id':'acne','status':'history','healedOn':'2026-05-14'}]", "defer 2026-06-11" },
        { "C02a", "'conditions':[{'id':'acne','status':'history','healedOn':'2026-05-13'}]", "-" },
        { "C02b", "'conditions':[{'id':'acne','status':'active','lesions':{'papules':1}}]", "precaution no-date by:physician" },
        { "C02b", "'conditions':[{'id':'acne','status':'active','lesions':{'papules':4}}]", "-" },
        { "C02b", "'conditions':[{'id':'acne','status':'active','lesions':{'papules':2,'pustules':1}}]", "-" },
        { "C02c", "'conditions':[{'id':'acne','status':'active','lesions':{'comedones':40}}]", "note by:practitioner" },
        { "C02c", "'conditions':[{'id':'acne','status':'active','lesions':{}}]", "note" },
        { "C02c", "'conditions':[{'id':'acne','status':'active','lesions':{'comedones':5,'papules':1}}]", "-" },
        { "C03a", "'conditions':[{'id':'skin-infection','status':'active','zones':['foot']}]", "defer no-date until by:nobody session" },
        { "C03a", "'conditions':[{'id':'skin-infection','status':'history','healedOn':'2026-05-20','treatmentEndedOn':'2026-05-28'}]", "defer 2026-06-11" },
        { "C03a", "'conditions':[{'id':'skin-infection','status':'history','healedOn':'2026-05-28','treatmentEndedOn':'2026-05-20'}]", "defer 2026-06-11" },
        { "C03a", "'conditions':[{'id':'skin-infection','status':'history','healedOn':'2026-05-27'}]", "-" },
        { "C03b", "'conditions':[{'id':'molluscum','status':'active','zones':['cheek']}]", "defer no-date until by:physician" },
        { "C03b", "'conditions':[{'id':'wart','status':'history','healedOn':'2026-05-14'}]", "defer 2026-06-11" },
        { "C03b", "'conditions':[{'id':'wart','status':'history','healedOn':'2026-05-13'}]", "-" },
        { "C03b", "'conditions':[{'id':'wart','status':'active','zones':['hand-palm']}]", "-" },
        { "C04", "'conditions':[{'id':'herpes-orofacial','status':'active','zones':['perioral']}]", "defer no-date until by:nobody session" },
        { "C04", "'conditions':[{'id':'herpes-orofacial','status':'history','healedOn':'2026-05-28'}]", "defer 2026-06-11" },
        { "C04", "'conditions':[{'id':'herpes-orofacial','status':'history','healedOn':'2026-05-27'}]", "-" },
        { "C04", "'conditions':[{'id':'herpes-orofacial','status':'active'}],'plan':{'zones':[{'zone':'back','depthMm':1,'indication':'texture'}]}", "-" },
        { "C04", "'conditions':[{'id':'herpes-orofacial','status':'active'}],'plan':{'zones':[{'zone':'back','depthMm':1,'indication':'texture'},{'zone':'chin','depthMm':1,'indication':'texture'}]}", "defer @back,chin" },
        { "C05", "'conditions':[{'id':'herpes-orofacial','status':'history','healedOn':'2020','attacksPerYear':5}]", "precaution by:physician no-until" },
        { "C05", "'conditions':[{'id':'herpes-orofacial','status':'history','healedOn':'2020','attacksPerYear':6}]", "physician-review" },
        { "C05", "'conditions':[{'id':'herpes-orofacial','status':'active'},{'id':'eczema-herpeticum','status':'history'}]", "physician-review" },
        { "C05", "'conditions':[{'id':'herpes-orofacial','status':'history','healedOn':'2020'},{'id':'organ-transplant','status':'active'}]", "physician-review" },
        { "C05", "'conditions':[{'id':'herpes-orofacial','status':'history','healedOn':'2020'}],'plan':{'zones':[{'zone':'neck','depthMm':1,'indication':'texture'}]}", "-" },
        { "C05", "'conditions':[{'id':'eczema-herpeticum','status':'history'}]", "-" },
        { "C06a", "'conditions':[{'id':'psoriasis','status':'active','zones':['cheek','knee']}]", "do-not-treat no-date by:nobody" },
        { "C06a", "'conditions':[{'id':'psoriasis','status':'active','zones':['knee']}]", "-" },
        { "C06a", "'conditions':[{'id':'psoriasis','status':'history','zones':['cheek']}]", "-" },
        { "C06b", "'conditions':[{'id':'psoriasis','status':'active','zones':['knee']}]", "physician-review patient" },
        { "C06b", "'conditions':[{'id':'psoriasis','status':'history'}]", "physician-review" },
        { "C06b", "'conditions':[{'id':'psoriasis','status':'active','zones':['cheek']}]", "-" },
        { "C06b", "'conditions':[{'id':'psoriasis','status':'active','zones':['cheek']}],'plan':{'zones':[{'zone':'cheek','depthMm':1,'indication':'texture'},{'zone':'chin','depthMm':1,'indication':'texture'}]}", "physician-review" },
        { "C07a", "'conditions':[{'id':'eczema','status':'active','zones':['cheek']}]", "defer no-date until" },
        { "C07a", "'conditions':[{'id':'atopic-dermatitis','status':'history','healedOn':'2026-05-14'}]", "defer 2026-06-11" },
        { "C07a", "'conditions':[{'id':'atopic-dermatitis','status':'history','healedOn':'2026-05-13'}]", "-" },
        { "C07b", "'conditions':[{'id':'atopic-dermatitis','status':'history','healedOn':'2010'}]", "precaution patient" },
        { "C07b", "'conditions':[{'id':'atopic-dermatitis','status':'active','zones':['knee']}]", "precaution" },
        { "C07b", "'conditions':[{'id':'atopic-dermatitis','status':'active','zones':['face']}]", "-" },
        { "C07b", "'conditions':[{'id':'eczema','status':'history','healedOn':'2010'}]", "-" },
    };

    public static TheoryData<string, string, string> Table => Rows;

    [Theory]
    [MemberData(nameof(Table))]
    public void Rule_on_facts_says(string rule, string facts, string expected) => RuleTable.Check(rule, facts, expected);
}
