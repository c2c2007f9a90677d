using System.Text;
using Fibril.Practice.Patients;
using Fibril.Practice.Patients.Imports;

namespace Fibril.Tests.Practice.Patients;

public class ChartReaderTests
{
    private const string Subject = "\"subject\":{\"reference\":\"urn:uuid:p1\"}";

    public static TheoryData<string> Names => new(Charts.Files.Select(f => Path.GetFileName(f)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Real_chart_has_a_person_a_history_and_no_problems(string name)
    {
        var chart = ChartReader.Read(name, Charts.Bytes(name), Charts.Today);

        Assert.NotNull(chart.Person);
        Assert.NotEmpty(chart.Lines);
        Assert.Empty(chart.Problems);
    }

    [Theory]
    [InlineData("mara_luisa_razo.json", "clopidogrel", ChartKind.Medicine)]
    [InlineData("hershel_marvin.json", "methotrexate", ChartKind.Medicine)]
    [InlineData("hershel_marvin.json", "rheumatoid-arthritis", ChartKind.Condition)]
    [InlineData("hershel_marvin.json", "open-wound", ChartKind.Condition)]
    [InlineData("renato_dare.json", "diabetes", ChartKind.Condition)]
    [InlineData("fidel_bins.json", "latex", ChartKind.Allergy)]
    public void What_matters_to_needling_is_understood_by_code(string name, string id, ChartKind kind)
    {
        var chart = ChartReader.Read(name, Charts.Bytes(name), Charts.Today);

        Assert.Contains(chart.Lines, l => l.VocabularyId == id && l.Kind == kind && l.Trust == CodeTrust.Code);
    }

    [Fact]
    public void Neuropathy_of_diabetes_is_said_beside_the_diabetes()
    {
        var chart = ChartReader.Read("c", Charts.Bytes("renato_dare.json"), Charts.Today);

        Assert.Contains(chart.Lines, l => l is { VocabularyId: "diabetes", Attribute: "kind=type-2;complications=neuropathy" });
        Assert.Contains(chart.Lines, l => l is { VocabularyId: "hba1c", Unit: "%", Value: > 3 and < 20 });
    }

    [Fact]
    public void Person_is_taken_as_the_chart_writes_it()
    {
        var person = ChartReader.Read("c", Charts.Bytes("mara_luisa_razo.json"), Charts.Today).Person!;

        Assert.Equal(("María Luisa", "Razo", new DateOnly(1973, 8, 1)), (person.GivenName, person.FamilyName, person.BornOn));
        Assert.Equal((Sex.Female, "555-533-1316", "es"), (person.Sex, person.Phone, person.Language));
        Assert.Equal(5, person.Identifiers.Count);
    }

    [Fact]
    public void What_is_not_understood_is_kept()
    {
        var chart = ChartReader.Read("c", Charts.Of("A", "B", "1990-01-01", $$"""{"resourceType":"Condition","id":"c1","code":{"text":"Something unheard of"},{{Subject}}}"""), Charts.Today);

        var line = Assert.Single(chart.Lines);
        Assert.Equal(("Something unheard of", null, CodeTrust.None), (line.Display, line.VocabularyId, line.Trust));
    }

    [Fact]
    public void Known_words_without_a_code_are_trusted_less()
    {
        var chart = ChartReader.Read("c", Charts.Of("A", "B", "1990-01-01", $$"""{"resourceType":"MedicationStatement","status":"active","medicationCodeableConcept":{"text":"WARFARIN sodium 3 mg"},{{Subject}}}"""), Charts.Today);

        var line = Assert.Single(chart.Lines);
        Assert.Equal(("warfarin", CodeTrust.Text, "active"), (line.VocabularyId, line.Trust, line.Status));
    }

    [Fact]
    public void Medicine_in_a_resource_of_its_own_is_found_by_its_reference()
    {
        var chart = ChartReader.Read("c", Charts.Of("A", "B", "1990-01-01",
            """{"resourceType":"Medication","id":"m9","code":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"855332","display":"Warfarin"}]}}""",
            $$"""{"resourceType":"MedicationRequest","status":"active","intent":"order","medicationReference":{"reference":"Medication/m9"},{{Subject}}}"""), Charts.Today);

        Assert.Equal("warfarin", Assert.Single(chart.Lines).VocabularyId);
    }

    [Fact]
    public void Pregnancy_status_is_read_from_the_answer()
    {
        string Status(string code) => $$$"""{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"82810-3"}]},{{{Subject}}},"effectiveDateTime":"2026-05","valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"{{{code}}}"}]}}""";

        var chart = ChartReader.Read("c", Charts.Of("A", "B", "1990-01-01", Status("77386006"), Status("60001007")), Charts.Today);

        Assert.Equal(["pregnant", "not-pregnant"], chart.Lines.Select(l => l.Attribute));
        Assert.All(chart.Lines, l => Assert.Equal(("pregnancy.status", ChartKind.Pregnancy, new DateOnly(2026, 5, 31)), (l.VocabularyId!, l.Kind, l.StartedOn)));
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("{\"resourceType\":\"Bundle\",\n\"entry\": [", "not JSON")]
    [InlineData("[1,2]", "not a FHIR bundle")]
    [InlineData("{\"resourceType\":\"Patient\"}", "not a FHIR bundle")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[]}", "no entries")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Claim\"}}]}", "no Patient")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"X\"}]}}]}", "no birth date")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"birthDate\":\"1990-01-01\"}}]}", "no name")]
    public void File_that_is_no_chart_is_stopped_with_the_reason(string text, string words)
    {
        var chart = ChartReader.Read("c.json", Encoding.UTF8.GetBytes(text), Charts.Today);

        Assert.False(chart.CanBeTaken);
        Assert.Contains(chart.Problems, p => p.Severity == Severity.Stop && p.Sentence.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_stopped()
    {
        Assert.Contains("UTF-8", Assert.Single(ChartReader.Read("c", new byte[] { (byte)'{', 0xFF, 0xFE }, Charts.Today).Problems).Sentence, StringComparison.Ordinal);
        Assert.Contains("UTF-8", Assert.Single(ChartReader.Read("c", Charts.Of("A\\u0000", "B", "1990-01-01"), Charts.Today).Problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_off_file_names_the_line()
    {
        var chart = ChartReader.Read("c.json", "{\"resourceType\":\"Bundle\",\n\"entry\": ["u8.ToArray(), Charts.Today);

        Assert.Equal(2, Assert.Single(chart.Problems).Line);
    }

    [Theory]
    [InlineData("2030-01-01", "/entry/0/resource/birthDate")]
    [InlineData("1850-01-01", "/entry/0/resource/birthDate")]
    [InlineData("1990-02-30", "/entry/0/resource/birthDate")]
    [InlineData("1990", "/entry/0/resource/birthDate")]
    public void Impossible_birth_date_stops_the_file_at_its_place(string born, string place)
    {
        var chart = ChartReader.Read("c", Charts.Of("A", "B", born), Charts.Today);

        Assert.False(chart.CanBeTaken);
        Assert.Contains(chart.Problems, p => p.Severity == Severity.Stop && p.Pointer == place && p is { Line: 2, Example: not null });
    }

    [Fact]
    public void Line_about_somebody_else_is_left_out_and_named()
    {
        var chart = ChartReader.Read("c", Charts.Of("A", "B", "1990-01-01", """{"resourceType":"Condition","code":{"text":"Diabetes"},"subject":{"reference":"urn:uuid:p2"}}"""), Charts.Today);

        Assert.Empty(chart.Lines);
        var problem = Assert.Single(chart.Problems);
        Assert.Equal((Severity.Fix, "/entry/1/resource/subject/reference", 4), (problem.Severity, problem.Pointer, problem.Line));
    }

    [Theory]
    [InlineData("\"onsetDateTime\":\"2031-01-01\"", "/entry/1/resource/onsetDateTime", "future")]
    [InlineData("\"onsetDateTime\":\"1980-01-01\"", "/entry/1/resource/onsetDateTime", "birth")]
    [InlineData("\"onsetDateTime\":\"2020-05-01\",\"abatementDateTime\":\"2019-05-01\"", "/entry/1/resource/abatementDateTime", "before it begins")]
    [InlineData("\"onsetDateTime\":\"2020-13-01\"", "/entry/1/resource/onsetDateTime", "FHIR")]
    public void Impossible_date_is_named_and_the_line_kept(string dates, string place, string words)
    {
        var chart = ChartReader.Read("c", Charts.Of("A", "B", "1990-01-01", $$"""{"resourceType":"Condition","code":{"text":"Diabetes"},{{Subject}},{{dates}}}"""), Charts.Today);

        Assert.Equal("diabetes", Assert.Single(chart.Lines).VocabularyId);
        Assert.Contains(chart.Problems, p => p.Severity == Severity.Fix && p.Pointer == place && p.Sentence.Contains(words, StringComparison.Ordinal));
        Assert.True(chart.CanBeTaken);
        Assert.False(chart.IsClean);
    }

    [Fact]
    public void Second_person_in_the_file_stops_it()
    {
        var chart = ChartReader.Read("c", Charts.Of("A", "B", "1990-01-01", """{"resourceType":"Patient","name":[{"family":"C"}],"birthDate":"1991-01-01"}"""), Charts.Today);

        Assert.Equal("/entry/1/resource", Assert.Single(chart.Problems, p => p.Severity == Severity.Stop).Pointer);
    }
}
