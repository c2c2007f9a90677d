namespace Fibril.Tests.Protocol.Candidacies.Tables;

public class MedicineTable
{
    private const string NoCream = ",'plan':{'anaesthetic':'none'}";
    private const string ColdSores = "'conditions':[{'id':'herpes-orofacial','status':'history','healedOn':'2020'}]";

    internal static readonly RuleTable Rows = new()
    {
        { "C13", Taken("dabigatran"), "physician-review by:physician" },
        { "C13", "'medicines':[{'id':'aspirin','taking':true,'prescribed':true},{'id':'clopidogrel','taking':true,'prescribed':true}]", "physician-review / physician-review" },
        { "C13", Last("aspirin", "2026-06-09", prescribed: false), "-" },
        { "M01", Last("naproxen", "2026-06-08", prescribed: false), "defer 2026-06-11 patient" },
        { "M01", Last("naproxen", "2026-06-07", prescribed: false), "-" },
        { "M01", Taken("ibuprofen", prescribed: false), "defer 2026-06-13" },
        { "M01", "'plan': {'sessionDate': '2026-06-17'}, 'medicines': [{'id': 'ibuprofen', 'taking': true, 'prescribed': false, 'plannedLast': '2026-06-17'}]", "defer 2026-06-20" },
        { "M01", Taken("ibuprofen"), "-" },
        { "M02", Taken("ibuprofen"), "precaution no-date" },
        { "M02", Last("celecoxib", "2026-06-08", prescribed: false), "precaution" },
        { "M02", Last("diclofenac", "2026-06-07"), "-" },
        { "M02", Last("diclofenac", "2026-06-09", prescribed: false), "-" },
        { "M03", Last("isotretinoin", "2025-12-11"), "defer 2026-06-11 no-until" },
        { "M03", Last("isotretinoin", "2025-12-10"), "-" },
        { "M03", Last("isotretinoin", "2025-12"), "defer 2026-06-30" },
        { "M03", "'medicines':[{'id':'isotretinoin','taking':true,'prescribed':true,'plannedLast':'2026-06-12'}],'plan':{'sessionDate':'2027-06-10'}", "defer no-date until" },
        { "M03b", Taken("alitretinoin"), "defer no-date until by:physician" },
        { "M03b", Last("acitretin", "2025-12-11"), "defer 2026-06-11" },
        { "M03b", Last("isotretinoin", "2026-05-01"), "-" },
        { "M04", Taken("aspirin", prescribed: false), "physician-review no-date until" },
        { "M04", Last("aspirin", "2026-06-04", prescribed: false), "physician-review" },
        { "M04", Last("aspirin", "2026-06-03", prescribed: false), "-" },
        { "M05", Taken("aspirin"), "physician-review no-date" },
        { "M05", Last("aspirin", "2026-05-28"), "physician-review" },
        { "M05", Last("aspirin", "2026-05-27"), "-" },
        { "M06", Taken("ticagrelor"), "physician-review no-date" },
        { "M06", Last("prasugrel", "2026-05-28"), "physician-review" },
        { "M06", Last("prasugrel", "2026-05-27"), "-" },
        { "M07", Taken("phenprocoumon") + ",'measurements':[{'id':'inr','value':2.1,'on':'2026-06-09'}]", "physician-review no-date until" },
        { "M07", Last("warfarin", "2026-05-20"), "-" },
        { "M08", "'medicines':[{'id':'edoxaban','taking':true,'prescribed':true,'plannedLast':'2026-06-11'}],'plan':{'sessionDate':'2026-06-24'}", "physician-review no-date" },
        { "M08", "'medicines':[{'id':'edoxaban','taking':true,'prescribed':true,'plannedLast':'2026-06-11'}],'plan':{'sessionDate':'2026-06-25'}", "-" },
        { "M09", Last("enoxaparin", "2026-06-01"), "physician-review" },
        { "M09", Last("heparin", "2026-05-01"), "-" },
        { "M10", Taken("ibrutinib"), "physician-review no-date" },
        { "M10", Taken("sertraline"), "note" },
        { "M10", Last("ibrutinib", "2026-06-09"), "-" },
        { "M11", Taken("ginkgo", prescribed: false), "precaution by:practitioner" },
        { "M11", Last("fish-oil", "2026-06-04", prescribed: false), "precaution" },
        { "M11", Last("garlic", "2026-06-03", prescribed: false), "-" },
        { "M19", Taken("nitrate"), "physician-review no-date" },
        { "M19", Taken("phenytoin") + NoCream, "precaution" },
        { "M19", Last("dapsone", "2026-06-09"), "-" },
        { "M20", ColdSores, "precaution unmet session" },
        { "M20", ColdSores + ",'medicines':[{'id':'aciclovir','taking':true,'prescribed':true,'startedOn':'2026-06-10','confirmedTaken':true}]", "precaution met" },
        { "M20", ColdSores + ",'medicines':[{'id':'valaciclovir','taking':true,'prescribed':true,'startedOn':'2026-06-09'}]", "precaution unmet" },
        { "M20", ColdSores + ",'medicines':[{'id':'famciclovir','taking':true,'prescribed':true,'confirmedTaken':true}]", "precaution unmet" },
        { "M20", ColdSores + ",'medicines':[{'id':'aciclovir','taking':false,'prescribed':true,'lastTaken':'2026-06-09','startedOn':'2026-06-01','confirmedTaken':true}]", "precaution unmet" },
        { "M20", ColdSores + ",'plan':{'zones':[{'zone':'back','depthMm':1,'indication':'texture'}]}", "-" },
        { "M21", Steroid("'doseMgPerDay':20,'startedOn':'2026-05-26'"), "physician-review no-date" },
        { "M21", Steroid("'doseMgPerDay':20,'startedOn':'2026-05-27'"), "-" },
        { "M21", Steroid("'doseMgPerDay':10,'startedOn':'2026-03-10'"), "physician-review" },
        { "M21", Steroid("'doseMgPerDay':10,'startedOn':'2026-03-11'"), "-" },
        { "M21", Steroid("'doseMgPerDay':10"), "physician-review" },
        { "M21", Steroid("'doseMgPerDay':9.9"), "-" },
        { "M21", Steroid("'startedOn':'2026-05-26'"), "physician-review" },
        { "M21", Steroid("'startedOn':'2026-05-27'"), "-" },
        { "M22", Taken("jak-inhibitor"), "physician-review" },
        { "M22", Last("adalimumab", "2026-06-09"), "-" },
        { "M24", Taken("hydrochlorothiazide"), "precaution" },
        { "M24", Last("voriconazole", "2026-06-09"), "-" },
        { "M25", Taken("sotalol"), "physician-review no-date" },
        { "M25", Taken("amiodarone") + NoCream, "precaution" },
        { "M25", Last("mexiletine", "2026-06-09"), "-" },
        { "M30", Taken("antihistamine", prescribed: false), "note by:practitioner" },
        { "M30", Last("antihistamine", "2026-06-09", prescribed: false), "-" },
        { "M-RX", Taken("methotrexate", prescribed: false), "note by:nobody" },
        { "M-RX", Taken("paracetamol"), "note" },
        { "M-RX", Last("apixaban", "2026-06-01"), "note" },
        { "M-RX", Taken("ibuprofen", prescribed: false), "-" },
        { "M-RX", Taken("st-johns-wort", prescribed: false), "-" },
        { "M-RX", Last("methotrexate", "2026-06-09"), "-" },
        { "C27a", "'allergies':[{'id':'lidocaine'}]", "physician-review" },
        { "C27a", "'allergies':[{'id':'prilocaine'}]" + NoCream, "physician-review" },
        { "C27a", "'allergies':[{'id':'amide-anaesthetic'}],'plan':{'anaesthetic':'none','zones':[{'zone':'cheek','depthMm':0.5,'indication':'texture'}]}", "precaution" },
        { "C27a", "'allergies':[{'id':'tetracaine'}]", "-" },
        { "C27b", "'allergies':[{'id':'paba'}]", "precaution" },
        { "C27b", "'conditions':[{'id':'pseudocholinesterase-deficiency','status':'active'}]" + NoCream, "precaution" },
        { "C27b", "'allergies':[{'id':'lidocaine'}]", "-" },
        { "C28", "'conditions':[{'id':'g6pd-deficiency','status':'active'}]", "physician-review" },
        { "C28", "'conditions':[{'id':'methaemoglobinaemia','status':'history'}]" + NoCream, "precaution" },
        { "C28", Taken("dapsone"), "physician-review" },
        { "C28", Last("dapsone", "2026-06-09"), "-" },
        { "C29a", "'allergies':[{'id':'stainless-steel'}]", "do-not-treat session by:nobody" },
        { "C29a", "'allergies':[{'id':'stainless-steel'}],'plan':{'needleMaterial':'titanium'}", "-" },
        { "C29b", "'allergies':[{'id':'nickel'}],'plan':{'needleMaterial':'titanium'}", "physician-review" },
        { "C29b", "'allergies':[{'id':'stainless-steel'}]", "-" },
        { "C46", "'allergies':[{'id':'chlorhexidine'},{'id':'latex'}]", "precaution / precaution" },
        { "C46", "'allergies':[{'id':'allergy-other'}]", "-" },
    };

    public static TheoryData<string, string, string> Table => Rows;

    [Theory]
    [MemberData(nameof(Table))]
    public void Rule_on_facts_says(string rule, string facts, string expected) => RuleTable.Check(rule, facts, expected);

    private static string Taken(string id, bool prescribed = true) =>
        $"'medicines':[{{'id':'{id}','taking':true,'prescribed':{Bool(prescribed)}}}]";

    private static string Last(string id, string day, bool prescribed = true) =>
        $"'medicines':[{{'id':'{id}','taking':false,'prescribed':{Bool(prescribed)},'lastTaken':'{day}'}}]";

    private static string Steroid(string more) => $"'medicines':[{{'id':'prednisone','taking':true,'prescribed':true,{more}}}]";

    private static string Bool(bool value) => value ? "true" : "false";
}
