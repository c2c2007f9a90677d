using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>A question is answered by the facts it asks for and by nothing else; unknown is not no.</summary>
public class QuestionAnswerTests
{
    private const string Silent = "'otherwise':null,";

    [Theory]
    [InlineData("phototype", "'patient':{'phototype':3}", "'patient':{'phototype':null}")]
    [InlineData("pregnancy", "'pregnancy':{'status':'no'}", "'breastfeeding':{'status':'no'}")]
    [InlineData("breastfeeding", "'breastfeeding':{'status':'no'}", "'pregnancy':{'status':'no'}")]
    [InlineData("sun", "'exposures':{'lastUv':'2026-01-01'}", "'exposures':{'lastSelfTan':'2026-01-01'}")]
    [InlineData("sun", "'exposures':{'tan':false}", "'exposures':{'lastAlcohol':'2026-01-01'}")]
    [InlineData("sun", "'exposures':{'sunburn':{'resolvedOn':'2026-01-01'}}", "'exposures':{}")]
    [InlineData("self-tan", "'exposures':{'lastSelfTan':'2026-01-01'}", "'exposures':{'lastUv':'2026-01-01','tan':true}")]
    [InlineData("alcohol", "'exposures':{'lastAlcohol':'2026-01-01'}", "'exposures':{'lastUv':'2026-01-01'}")]
    [InlineData("skin-lesions", "'screening':{'lesionCheck':'benign'}", "'screening':{'lesionCheck':'not-done'}")]
    [InlineData("skin-lesions", "'screening':{'lesionCheck':'suspicious'}", "'screening':{'bdd':'negative'}")]
    [InlineData("bdd", "'screening':{'bdd':'negative'}", "'screening':{'bdd':'not-done'}")]
    [InlineData("bdd", "'screening':{'bdd':'positive'}", "'screening':{'lesionCheck':'benign'}")]
    [InlineData("medicines", "'medicines':[]", "'products':[]")]
    [InlineData("isotretinoin", "'medicines':[]", "'procedures':[]")]
    [InlineData("skin-products", "'products':[]", "'medicines':[]")]
    [InlineData("procedures", "'procedures':[]", "'allergies':[]")]
    [InlineData("allergy-metal", "'allergies':[]", "'procedures':[]")]
    [InlineData("keloid", "'conditions':[{'id':'keloid','status':'history'}]", "'conditions':[{'id':'keloid','status':'family'}]")]
    [InlineData("keloid", "'conditions':[{'id':'hypertrophic-scar','status':'history'}]", "'conditions':[{'id':'psoriasis','status':'active'}]")]
    [InlineData("keloid-family", "'conditions':[{'id':'keloid','status':'family'}]", "'conditions':[{'id':'keloid','status':'active'}]")]
    [InlineData("cancer-treatment", "'medicines':[{'id':'chemotherapy','taking':true,'prescribed':true}]", "'medicines':[{'id':'warfarin','taking':true,'prescribed':true}]")]
    [InlineData("cancer-treatment", "'procedures':[{'id':'radiotherapy','on':'2001'}]", "'procedures':[{'id':'ipl','on':'2001'}]")]
    [InlineData("bleeding", "'measurements':[{'id':'platelets','value':300,'on':'2026-05-01'}]", "'measurements':[{'id':'inr','value':1,'on':'2026-05-01'}]")]
    [InlineData("acne", "'answeredNo':['rosacea','acne']", "'answeredNo':['rosacea']")]
    [InlineData("medicines", "'medicines':[],'answeredNo':['medicines']", "'answeredNo':['procedures']")]
    public void Question_is_answered_by_what_it_asks_for_and_by_nothing_else(string question, string answer, string other)
    {
        Assert.DoesNotContain(question, Cases.Decide(Silent + answer).Unanswered);
        Assert.Contains(question, Cases.Decide(Silent + other).Unanswered);
    }

    [Theory]
    [InlineData("'patient':{'phototype':null}", "phototype")] // 'otherwise' does not answer it
    [InlineData("'screening':{'bdd':'not-done'}", "bdd")]
    [InlineData("'screening':{'bdd':'not-done'},'answeredNo':['bdd']", "bdd")]
    [InlineData("'conditions':[{'id':'acne','status':'active'}],'unanswered':['acne']", "acne")] // a blank wins over every answer
    public void Question_stays_open_whatever_is_said_about_the_rest(string facts, string question) =>
        Assert.Equal([question], Cases.Decide(facts).Unanswered);

    [Theory]
    [InlineData("hair-loss", "'plan':{'zones':[{'zone':'scalp','depthMm':0.5,'indication':'texture'}]}", "'plan':{'zones':[{'zone':'back','depthMm':0.5,'indication':'texture'}]}")]
    [InlineData("hair-loss", "'plan':{'zones':[{'zone':'back','depthMm':0.5,'indication':'texture'},{'zone':'scalp','depthMm':0.5,'indication':'texture'}]}", "'plan':{'zones':[{'zone':'scalp','depthMm':0.5,'indication':'alopecia-areata'}]}")]
    [InlineData("scar-age", "'plan':{'zones':[{'zone':'cheek','depthMm':0.5,'indication':'texture'},{'zone':'back','depthMm':0.5,'indication':'striae'}]}", "'plan':{'zones':[{'zone':'back','depthMm':0.5,'indication':'acne-scar'}]}")]
    [InlineData("pih", "'patient':{'phototype':4}", "'patient':{'phototype':3}")]
    [InlineData("pih", "'patient':{'phototype':6}", "'patient':{'phototype':null}")]
    [InlineData("cold-sores", "'plan':{'zones':[{'zone':'back','depthMm':0.5,'indication':'texture'},{'zone':'chin','depthMm':0.5,'indication':'texture'}]}", "'plan':{'zones':[{'zone':'back','depthMm':0.5,'indication':'texture'}]}")]
    [InlineData("pregnancy", "'patient':{'sex':'unknown'}", "'patient':{'sex':'male'}")]
    public void Question_is_open_only_where_it_applies(string question, string applies, string doesNot)
    {
        Assert.Contains(question, Cases.Decide(Silent + applies).Unanswered);
        Assert.DoesNotContain(question, Cases.Decide(Silent + doesNot).Unanswered);
        Assert.Equal(Candidacy.QuestionsFor(ProtocolPack.Current, Cases.With(Silent + applies)).Select(q => q.Id).Except(Cases.Decide(Silent + applies).Unanswered).Order(), Answered(applies));
    }

    private static IEnumerable<string> Answered(string facts) => facts.Contains("'phototype':null", StringComparison.Ordinal) ? [] : ["phototype"];
}
