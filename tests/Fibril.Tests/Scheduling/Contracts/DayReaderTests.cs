using Fibril.Scheduling;

namespace Fibril.Tests.Scheduling.Contracts;

/// <summary>Section 9 of the contract: what is refused, each with the pointer to what is wrong, and what is not.</summary>
public class DayReaderTests
{
    [Theory]
    [InlineData("/staff/1/id", "/staff/1/id \"amy\"")]
    [InlineData("/places/1/id", "/places/1/id \"chair-1\"")]
    [InlineData("/visitTypes/1/id", "/visitTypes/1/id \"mn-60\"")]
    [InlineData("/requests/1/id", "/requests/1/id \"gil\"")]
    [InlineData("/requests/0/id", "/requests/0/id \"bk-1\"")]
    [InlineData("/visitTypes/0/segments/2/name", "/visitTypes/0/lead \"cream off\"", "/visitTypes/0/segments/2/name \"cream off\"")]
    [InlineData("/staff/0/breaks/1/name", """/staff/0/breaks [{"name":"tea","minutes":5,"earliest":"12:00","latest":"13:00"},{"name":"tea","minutes":5,"earliest":"13:00","latest":"14:00"}]""")]
    [InlineData("/requests/0/visitType", "/requests/0/visitType \"laser\"")]
    [InlineData("/booked/0/visitType", "/booked/0/visitType \"laser\"")]
    [InlineData("/booked/0/fixed/0/staff/0", "/booked/0/fixed/0/staff [\"bob\"]")]
    [InlineData("/booked/0/fixed/0/place", "/booked/0/fixed/0/place \"chair-9\"")]
    [InlineData("/requests/5/preferredStaff/ids/0", "/requests/5/preferredStaff/ids [\"bob\"]")]
    [InlineData("/requests/0/earliest", "/requests/0/earliest \"09:02\"")]
    [InlineData("/requests/0/earliest", "/requests/0/earliest \"2026-11-25T09:02:00Z\"")]
    [InlineData("/requests/0/earliest", "/requests/0/earliest \"2026-13-25T09:00:00Z\"")]
    [InlineData("/requests/0/earliest", "/date \"2026-03-29\"", "/requests/0/earliest \"01:30\"")]
    [InlineData("/requests/0/earliest", "/date \"2026-10-25\"", "/requests/0/earliest \"01:30\"")]
    [InlineData("/visitTypes/0/segments/0/minutes", "/visitTypes/0/segments/0/minutes 7")]
    [InlineData("/visitTypes/0/segments/0/gapAfter/max", "/visitTypes/0/segments/0/gapAfter/max 91")]
    [InlineData("/turnover/numbing-chair", "/turnover/numbing-chair 3")]
    [InlineData("/staff/0/breaks/0/minutes", "/staff/0/breaks/0/minutes 31")]
    [InlineData("/staff/0/work/0", """/staff/0/work [["09:00","09:00"]]""")]
    [InlineData("/places/0/open/0", """/places/0/open [["15:00","09:00"]]""")]
    [InlineData("/staff/0/work/1", """/staff/0/work [["09:00","12:00"],["12:00","15:00"]]""")]
    [InlineData("/staff/0/work/1", """/staff/0/work [["09:00","12:00"],["11:00","15:00"]]""")]
    [InlineData("/staff/0/work/1", """/staff/0/work [["12:00","15:00"],["09:00","11:00"]]""")]
    [InlineData("/visitTypes/0/segments/0/gapAfter/min", "/visitTypes/0/segments/0/gapAfter/min 95")]
    [InlineData("/visitTypes/0/segments/3/gapAfter", """/visitTypes/0/segments/3/gapAfter {"min":0,"max":0}""")]
    [InlineData("/visitTypes/2/segments/0/gapAfter/place", "/visitTypes/2/segments/0/place null", "/visitTypes/2/segments/0/gapAfter/place \"hold\"")]
    [InlineData("/visitTypes/2/segments/0/gapAfter/place", "/visitTypes/2/segments/0/place null", "/visitTypes/2/segments/0/gapAfter/place \"keep\"")]
    [InlineData("/visitTypes/0/segments/0/gapAfter/place", "/visitTypes/0/segments/0/gapAfter/place \"keep\"")]
    [InlineData("/visitTypes/0/segments/0/gapAfter/staff", "/visitTypes/0/segments/0/gapAfter/staff \"keep\"", "/visitTypes/0/segments/1/needs []")]
    [InlineData("/requests/5/preferredStaff", "/visitTypes/2/lead")]
    [InlineData("/visitTypes/0/lead", "/visitTypes/0/lead \"numbing\"")]
    [InlineData("/visitTypes/0/lead", "/visitTypes/0/segments/2/needs []")]
    [InlineData("/booked/0/fixed", """/booked/0/fixed [{"start":"10:30","staff":["amy"],"place":"consult-1"}]""")]
    [InlineData("/staff/0/breaks", "/staff/0/breaks/0/latest \"12:15\"")]
    [InlineData("/booked/1", """/booked/1/fixed [{"start":"10:30","staff":["amy"],"place":"room-1"}]""")]
    [InlineData("/requests/0/weight", "/requests/0/weight 0")]
    [InlineData("/requests/0/colour", "/requests/0/colour 1")]
    [InlineData("/granularity", "/granularity 10")]
    [InlineData("/timeZone", "/timeZone \"Europe/Atlantis\"")]
    [InlineData("/date", "/date \"2026-02-30\"")]
    [InlineData("/objective", "/objective [\"weight\"]")]
    [InlineData("(whole file)", "/requests")]
    public void What_is_no_day_is_refused_at_its_pointer(string place, params string[] edits)
    {
        var reading = DayReader.Read(Days.Small(edits));

        Assert.Null(reading.Day);
        Assert.Single(reading.Problems, p => p.StartsWith(place + ": ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("timeZone")]
    public void Half_of_a_letter_is_refused_and_no_crash(string key)
    {
        var reading = DayReader.Read(Days.Small($"/{key} \"WORD\"").Replace("WORD", "\\ud800", StringComparison.Ordinal));

        Assert.Null(reading.Day);
        Assert.StartsWith("(whole file): holds a text that cannot be read", Assert.Single(reading.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_is_told_in_a_line()
    {
        var reading = DayReader.Read(Days.Small("/requests/0/earliest \"09:02\"", "/requests/1/visitType \"laser\"", "/places/1/id \"chair-1\""));

        Assert.Equal(["/places/1/id", "/requests/0/earliest", "/requests/1/visitType"], reading.Problems.Select(p => p.Split(": ")[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    public void What_is_no_document_is_refused(string text) => Assert.NotEmpty(DayReader.Read(text).Problems);

    [Theory]
    [InlineData("", "(whole file): is empty; a day is one JSON object.")]
    [InlineData(" \n", "(whole file): is empty; a day is one JSON object.")]
    [InlineData("""{"date":"2026-11-25","date":"2026-11-26"}""", "/date: this key stands 2 times in one object.")]
    [InlineData("""{"staff":[{"id":"amy"},{"id":"kim","id":"kim","id":"kim"}]}""", "/staff/1/id: this key stands 3 times in one object.")]
    [InlineData("{\n  \"date\": }", "(whole file): is not JSON that can be read, line 2, byte 11: '}' is an invalid start of a value.")]
    public void What_is_no_document_is_told_in_one_sentence(string text, string sentence) => Assert.Equal([sentence], DayReader.Read(text).Problems);

    [Theory]
    [InlineData("/requests/0/latest \"2028-01-01T00:00:00Z\"")]
    [InlineData("/requests/0/earliest \"2020-01-01T00:00:00Z\"")]
    [InlineData("/requests/0/earliest \"0001-01-01T00:00:00Z\"", "/requests/0/latest \"9999-12-31T23:55:00-01:00\"")]
    [InlineData("/staff/0/breaks/0/earliest \"1700-01-01T00:00:00Z\"")]
    [InlineData("/places/0/open [[\"09:00\",\"17:00\"],[\"2095-01-01T00:00:00Z\",\"2095-01-02T00:00:00Z\"]]")]
    public void A_limit_far_from_the_date_is_no_limit(params string[] edits)
    {
        var day = Days.Read(Days.Small(edits));

        var plan = DayPlanner.Plan(day.With(day.Visits.Where(v => v.Must || v.Id is "gil" or "hana")))!;

        Assert.Equal((DayStatus.Optimal, 4), (plan.Status, plan.Table!.Visits.Count));
    }

    [Theory]
    [InlineData("/requests/0/latest \"09:30\"")]
    [InlineData("/requests/0/latest \"08:00\"")]
    [InlineData("/staff/0/work/0/1 \"2095-01-01T00:00:00Z\"")]
    [InlineData("""/booked/0/fixed/0/start "2095-01-01T00:00:00Z" """)]
    [InlineData("/visitTypes/0/segments/2/needs [[\"surgeon\"]]")]
    [InlineData("/places/2/kind \"numbing-chair\"")]
    [InlineData("/requests/0/x-note \"by phone\"")]
    [InlineData("/requests/0/weight 5.0")]
    [InlineData("/requests/0/latest \"2026-11-26T01:00:00+00:00\"")]
    [InlineData("/date \"2026-03-29\"", "/requests/0/earliest \"02:00\"")]
    [InlineData("/date \"2026-10-25\"", "/requests/0/earliest \"2026-10-25T01:30:00+01:00\"")]
    [InlineData("/date \"2026-10-25\"", "/requests/0/earliest \"2026-10-25T01:30:00+00:00\"")]
    public void What_is_only_hopeless_or_unusual_is_not_refused(params string[] edits) => Assert.NotNull(DayReader.Read(Days.Small(edits)).Day);
}
