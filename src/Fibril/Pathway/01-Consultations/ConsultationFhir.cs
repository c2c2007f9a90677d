using Fibril.Protocol;
using Fibril.Standards.Fhir;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Pathway.Consultations;

/// <summary>The intake as a QuestionnaireResponse: one item for each question, the reply, what was named, the own words.</summary>
public static class ConsultationFhir
{
    public static FhirResource QuestionnaireResponse { get; } = CourseFhir.Of("QuestionnaireResponse", ConsultationPolicy.Read, (Consultation c) => c.StartedAt, ToResource);

    public static R4.QuestionnaireResponse ToResource(Consultation consultation)
    {
        var pack = ProtocolPack.Current;
        var response = new R4.QuestionnaireResponse
        {
            Id = consultation.Id.ToString(),
            Questionnaire = $"urn:fibril:questionnaire:intake|{pack.Header.Version}",
            Status = consultation.SubmittedAt switch
            {
                null => R4.QuestionnaireResponse.QuestionnaireResponseStatus.InProgress,
                { } sent when consultation.Answers.Any(a => a.AnsweredAt > sent) => R4.QuestionnaireResponse.QuestionnaireResponseStatus.Amended,
                _ => R4.QuestionnaireResponse.QuestionnaireResponseStatus.Completed,
            },
            Subject = new R4.ResourceReference($"Patient/{consultation.PatientId}"),
            AuthoredElement = new R4.FhirDateTime(new DateTimeOffset(consultation.SubmittedAt ?? consultation.StartedAt, TimeSpan.Zero)),
        };
        response.Item.Add(Text("goal", "What would you like?", consultation.Goal));
        response.Item.Add(Text("areas", "Areas", AreaWords.Of(consultation.Areas)));
        response.Item.AddRange(pack.Questions.Select(q => (Question: q, Answer: consultation.AnswerTo(q.Id))).Where(x => x.Answer is not null).Select(x => Item(pack, x.Question, x.Answer!)));
        return response;
    }

    private static R4.QuestionnaireResponse.ItemComponent Item(ProtocolPack pack, Question question, Answer answer)
    {
        var item = new R4.QuestionnaireResponse.ItemComponent { LinkId = question.Id, Text = question.Text };
        item.Answer.Add(new() { Value = ReplyOf(answer.Reply) });
        if (answer.Items.Count > 0)
        {
            var named = new R4.QuestionnaireResponse.ItemComponent { LinkId = $"{question.Id}.named", Text = "Named" };
            named.Answer.AddRange(answer.Items.Select(i => new R4.QuestionnaireResponse.AnswerComponent { Value = new R4.FhirString(ItemWords.Of(pack, question, i)) }));
            item.Answer[0].Item.Add(named);
        }

        if (answer.Words.Length > 0)
        {
            item.Answer[0].Item.Add(Text($"{question.Id}.words", "In own words", answer.Words));
        }

        return item;
    }

    private static R4.DataType ReplyOf(Reply reply) => reply switch
    {
        Reply.Yes => new R4.FhirBoolean(true),
        Reply.No => new R4.FhirBoolean(false),
        _ => new R4.Coding("http://terminology.hl7.org/CodeSystem/data-absent-reason", "asked-unknown", "Asked But Unknown"),
    };

    private static R4.QuestionnaireResponse.ItemComponent Text(string id, string text, string value)
    {
        var item = new R4.QuestionnaireResponse.ItemComponent { LinkId = id, Text = text };
        if (value.Length > 0)
        {
            item.Answer.Add(new() { Value = new R4.FhirString(value) });
        }

        return item;
    }
}
