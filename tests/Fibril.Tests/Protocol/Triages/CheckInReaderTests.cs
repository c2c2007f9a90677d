using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Triages;

public class CheckInReaderTests
{
    [Theory]
    [InlineData("'day':-1,'signs':[]", "/day: -1 is out of range")]
    [InlineData("'day':3651,'signs':[]", "/day: ")]
    [InlineData("'day':1.5,'signs':[]", "/day: 1.5 is not a whole number")]
    [InlineData("'signs':[]", "(whole file): has no \"day\"")]
    [InlineData("'day':1", "(whole file): has no \"signs\"")]
    [InlineData("'day':1,'signs':[{'id':'puss','severity':1}]", "/signs/0/id: \"puss\" is not a sign; did you mean \"pus\".")]
    [InlineData("'day':1,'signs':[{'id':'pus'}]", "/signs/0: has no \"severity\"")]
    [InlineData("'day':1,'signs':[{'id':'pus','severity':4}]", "/signs/0/severity: ")]
    [InlineData("'day':1,'signs':[{'id':'pus','severity':1},{'id':'pus','severity':2}]", "/signs/1/id: \"pus\" stands twice")]
    [InlineData("'day':1,'signs':[{'id':'pus','severity':1,'trend':'up'}]", "/signs/0/trend: ")]
    [InlineData("'day':1,'signs':[],'reporter':'nurse'", "/reporter: ")]
    [InlineData("'day':1,'signs':[],'anaesthetic':{}", "/anaesthetic: has no \"product\"")]
    [InlineData("'day':1,'signs':[],'anaesthetic':'lidocaine-4'", "/anaesthetic: ")]
    [InlineData("'day':1,'signs':[],'zones':[{'zone':'cheek'}]", "/zones/0: has no \"depthMm\"")]
    [InlineData("'day':1,'signs':[],'antiviral':'yes'", "/antiviral: ")]
    [InlineData("'day':1,'signs':[],'topicals':['butter']", "/topicals/0: ")]
    [InlineData("'day':1,'signs':[],'history':{'eczema':'no'}", "/history/eczema: ")]
    [InlineData("'day':1,'signs':[],'mood':'good'", "/mood: this key is not known")]
    public void Wrong_check_in_names_the_place(string body, string problem)
    {
        var reading = CheckInReader.Read(Json(body));

        Assert.Null(reading.CheckIn);
        Assert.Contains(reading.Problems, p => p.StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_the_contract_allows_is_read_and_written_back()
    {
        var json = Json(
            "'id':'a','title':'b','day':2,'reporter':'carer','phototype':4,'zones':[{'zone':'cheek','depthMm':1.5}],"
            + "'anaesthetic':{'product':'lidocaine-4','stillOn':false,'minutesSinceApplied':30},'topicals':['prp','make-up'],"
            + "'history':{'coldSores':true,'eczema':false},'antiviral':'not-taken','text':'?','x-clinic':1,"
            + "'signs':[{'id':'bleeding','severity':1,'trend':'new','minutes':3,'zones':['ear'],'x-a':null}]");

        var reading = CheckInReader.Read(json);

        Assert.Empty(reading.Problems);
        Assert.Equal(reading.CheckIn!.ToJson(), CheckInReader.Read(reading.CheckIn.ToJson()).CheckIn!.ToJson());
    }

    private static string Json(string body) => ("{'contract':'fibril.checkin/1'," + body + "}").Replace('\'', '"');
}
