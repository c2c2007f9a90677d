using Fibril.Practice.Patients;
using Fibril.Practice.Patients.Codes;
using Fibril.Protocol;

namespace Fibril.Tests.Practice.Patients;

public class ChartCodesTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Fact]
    public void Every_id_stands_in_the_vocabulary()
    {
        var strangers = ChartCodes.Ids.Where(i => !KnownIds(i.Kind).Contains(i.Id));

        Assert.Empty(strangers);
    }

    [Theory]
    [InlineData(ChartKind.Condition, "http://hl7.org/fhir/sid/icd-10-cm", "E11.42", "diabetes", "kind=type-2;complications=neuropathy")]
    [InlineData(ChartKind.Condition, "http://hl7.org/fhir/sid/icd-10-cm", "L20.84", "atopic-dermatitis", null)]
    [InlineData(ChartKind.Medicine, "http://www.whocc.no/atc", "B01AF02", "apixaban", null)]
    [InlineData(ChartKind.Medicine, "http://www.whocc.no/atc", "J01CA04", "antibiotic-other", null)]
    [InlineData(ChartKind.Medicine, "http://www.nlm.nih.gov/research/umls/rxnorm", "32968", "clopidogrel", null)]
    public void Codes_are_found_exactly_or_by_the_longest_beginning(ChartKind kind, string system, string code, string id, string? attribute)
    {
        var meaning = ChartCodes.Of(kind, [(system, code)]);

        Assert.Equal((id, attribute, CodeTrust.Code), (meaning.Id, meaning.Attribute, meaning.Trust));
    }

    [Theory]
    [InlineData("Penicillin V", ChartKind.Medicine, "antibiotic-other")]
    [InlineData("Allergy to penicillin", ChartKind.Allergy, "allergy-other")]
    [InlineData("Lidocaine allergy", ChartKind.Condition, "lidocaine")]
    [InlineData("Hydrocortisone 10 MG/ML Topical Cream", ChartKind.Medicine, "topical-steroid-mild")]
    [InlineData("Isotretinoin 20 MG Oral Capsule", ChartKind.Medicine, "isotretinoin")]
    public void Words_mean_something_in_their_own_part_of_the_chart(string text, ChartKind kind, string id)
    {
        var meaning = ChartCodes.Of(kind, [], text);

        Assert.Equal((id, CodeTrust.Text), (meaning.Id, meaning.Trust));
    }

    private static HashSet<string> KnownIds(ChartKind kind) =>
    [
        .. kind switch
        {
            ChartKind.Condition => Pack.Conditions.Select(e => e.Id),
            ChartKind.Medicine => Pack.Medicines.Select(e => e.Id),
            ChartKind.Product => Pack.Products.Select(e => e.Id),
            ChartKind.Allergy => Pack.Allergies.Select(e => e.Id),
            ChartKind.Procedure => Pack.Procedures.Select(e => e.Id),
            ChartKind.Measurement => Pack.MeasurementsKinds.Select(e => e.Id).Append("patient.weightKg"),
            _ => ["pregnancy.status", "breastfeeding.status"],
        },
    ];
}
