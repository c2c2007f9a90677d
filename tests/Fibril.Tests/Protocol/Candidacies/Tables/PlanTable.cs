namespace Fibril.Tests.Protocol.Candidacies.Tables;

public class PlanTable
{
    private const string Fda = ",'deviceLabel':'fda-microneedling'}";

    internal static readonly RuleTable Rows = new()
    {
        { "R002", "'plan':{'zones':[{'zone':'cheek','depthMm':1,'indication':'texture'},{'zone':'chin','depthMm':1,'indication':'acne-scar'}]" + Fda, "note @cheek by:practitioner" },
        { "R002", Zone("neck", "fine-wrinkles") + Fda, "-" },
        { "R002", "'patient':{'phototype':1}," + Zone("neck", "fine-wrinkles") + Fda, "note" },
        { "R002", "'patient':{'phototype':5}," + Zone("neck", "fine-wrinkles") + Fda, "note" },
        { "R002", "'patient':{'phototype':4}," + Zone("neck", "fine-wrinkles") + Fda, "-" },
        { "R002", Zone("neck", "acne-scar") + Fda, "note" },
        { "R002", Zone("abdomen", "scar-other") + Fda, "-" },
        { "R002", Zone("abdomen", "striae") + Fda, "note" },
        { "R002", Zone("face", "fine-wrinkles") + Fda, "-" },
        { "R002", Zone("abdomen", "striae") + "}", "-" },
        { "R013", "'plan':{'zones':[{'zone':'cheek','depthMm':1,'indication':'acne-scar','scarTypes':{'icePick':51}}]}", "precaution by:practitioner" },
        { "R013", "'plan':{'zones':[{'zone':'cheek','depthMm':1,'indication':'acne-scar','scarTypes':{'icePick':50}}]}", "-" },
        { "R013", "'plan':{'zones':[{'zone':'cheek','depthMm':1,'indication':'scar-other','scarTypes':{'icePick':90}}]}", "-" },
        { "R017", Zone("cheek", "pigment-spot") + "}", "physician-review" },
        { "R017", "'screening':{'lesionCheck':'not-done'}," + Zone("cheek", "pigment-spot") + "}", "physician-review" },
        { "R017", "'screening':{'lesionCheck':'benign'}," + Zone("cheek", "pigment-spot") + "}", "-" },
        { "R021", Zone("scalp", "alopecia-unknown") + "}", "physician-review by:physician" },
        { "R021", "'conditions':[{'id':'scarring-alopecia','status':'history'}]," + Zone("scalp", "alopecia-androgenetic") + "}", "physician-review" },
        { "R021", "'conditions':[{'id':'scarring-alopecia','status':'active'}]," + Zone("scalp", "alopecia-scarring") + "}", "-" },
        { "R021", Zone("scalp", "alopecia-areata") + "}", "-" },
        { "R025", Zone("vermilion", "texture") + "}", "do-not-treat by:nobody" },
        { "R025", Zone("perioral", "texture") + "}", "-" },
        { "R039", "'plan':{'energy':'rf'}", "physician-review session" },
        { "R039", "", "-" },
        { "R072", "'plan':{'topicals':['own-serum','sterile-ha-gel','dermal-filler']}", "precaution by:nobody session / precaution" },
        { "R072", "'plan':{'topicals':['sterile-ha-gel','sterile-hydrogel','sterile-saline','prp']}", "-" },
        { "R072", "'plan':{'topicals':['tranexamic-acid-sterile']}", "precaution" },
        { "R072", "'plan':{'topicals':['tranexamic-acid-sterile'],'zones':[{'zone':'cheek','depthMm':1,'indication':'melasma'},{'zone':'chin','depthMm':1,'indication':'texture'}]}", "-" },
        { "Z-CAP", "'plan':{'zones':[{'zone':'periorbital','depthMm':0.51,'indication':'texture'}]}", "precaution by:physician" },
        { "Z-CAP", "'plan':{'zones':[{'zone':'periorbital','depthMm':0.5,'indication':'texture'}]}", "-" },
        { "Z-CAP", Zone("eyelid", "texture") + "}", "-" },
        { "Z-INT", "'plan':{'intervalDays':20}", "precaution zone" },
        { "Z-INT", "'plan':{'intervalDays':20,'sessions':4}", "precaution" },
        { "Z-INT", "'plan':{'intervalDays':21,'sessions':4}", "-" },
        { "Z-INT", "'plan':{'intervalDays':7,'sessions':1}", "-" },
        { "Z-INT", "'patient':{'phototype':4},'plan':{'intervalDays':27}", "precaution" },
        { "U-ASK", "'unanswered':['diabetes']", "physician-review no-date until by:nobody patient" },
        { "U-ASK", "'unanswered':['pregnancy']", "defer no-date until" },
        { "U-ASK", "'unanswered':['alcohol']", "precaution" },
        { "U-ASK", "'unanswered':['blood-borne']", "note" },
        { "U-ASK", "'unanswered':['hair-loss','scar-age','pih']", "-" },
        { "U-ASK", "'patient':{'phototype':null}", "physician-review" },
        { "U-ASK", "'patient':{'phototype':null},'answeredNo':['phototype']", "-" },
        { "U-ASK", "'screening':{'bdd':'not-done'}", "physician-review" },
    };

    public static TheoryData<string, string, string> Table => Rows;

    [Theory]
    [MemberData(nameof(Table))]
    public void Rule_on_facts_says(string rule, string facts, string expected) => RuleTable.Check(rule, facts, expected);

    private static string Zone(string zone, string indication) =>
        $"'plan':{{'zones':[{{'zone':'{zone}','depthMm':0.5,'indication':'{indication}'}}]";
}
