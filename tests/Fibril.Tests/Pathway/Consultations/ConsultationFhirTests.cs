using Fibril.Pathway.Consultations;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Fibril.Tests.Pathway.Consultations;

public class ConsultationFhirTests
{
    [Fact]
    public void Answers_become_a_response_with_reply_names_and_words()
    {
        var consultation = new Consultation { CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), StartedAt = new DateTime(2026, 6, 10, 9, 0, 0, DateTimeKind.Utc), Goal = "Smoother" };
        consultation.Areas = [new("cheek", "acne-scar")];
        consultation.Reply(new Answer
        {
            Question = "skin-products",
            Reply = Reply.Yes,
            Items = [new AnswerItem { Kind = AnswerItemKind.Product, Id = "retinol", On = "2026-06-09" }],
            Words = "only at night",
            AnsweredAt = consultation.StartedAt,
            By = "patient",
        });
        consultation.Reply(new Answer { Question = "heart", Reply = Reply.NotSure, AnsweredAt = consultation.StartedAt, By = "patient" });

        var response = ConsultationFhir.ToResource(consultation);

        Assert.Equal(QuestionnaireResponse.QuestionnaireResponseStatus.InProgress, response.Status);
        Assert.Contains("9 June 2026", new FhirJsonSerializer().SerializeToString(response), StringComparison.Ordinal);
        var heart = Assert.Single(response.Item, i => i.LinkId == "heart");
        Assert.Equal("asked-unknown", Assert.IsType<Coding>(heart.Answer[0].Value).Code);
    }

    [Fact]
    public void A_struck_out_score_is_entered_in_error()
    {
        var score = new Score
        {
            CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), Scale = "masi", Value = 12.4m, Parts = { ["chin.area"] = 3 }, Zone = "cheek",
            RatedAt = new DateTime(2026, 6, 10, 9, 0, 0, DateTimeKind.Utc), RatedByName = "Pia",
        };
        score.Invalidate("wrong person", score.RatedAt);

        var observation = ScoreFhir.ToResource(score);

        Assert.Equal(ObservationStatus.EnteredInError, observation.Status);
        Assert.Equal(12.4m, Assert.IsType<Quantity>(observation.Value).Value);
        Assert.Equal("Chin: Area", Assert.Single(observation.Component).Code?.Text?[..10]);
    }
}
