using System.Text;
using Microsoft.Playwright;

namespace Fibril.EndToEnd.WholeWay;

/// <summary>The chart comes in, is read by a clinician, and a course is opened.</summary>
public sealed partial class Way
{
    public async Task Given_a_chart_is_imported_after_a_review()
    {
        var physician = await StaffAsync("physician");
        await physician.FollowAsync("Patients");
        await physician.FollowAsync("Import charts");
        await physician.Page.GetByLabel("Charts").SetInputFilesAsync(new FilePayload { Name = $"{person.Family}.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(Chart) });
        await physician.PressAsync("Upload and review");
        await physician.ReadsAsync("New lines: 2");
        await physician.ReadsAsync("Not understood, kept for a clinician: 1");
        await physician.ChooseAsync($"Decision about {person.Name}", "Take in");
        await physician.PressAsync("Commit what was decided");
        await physician.FollowAsync("Open the record");
        await physician.ReadsAsync("No course yet");
    }

    public async Task Given_the_physician_has_read_the_chart()
    {
        var physician = await StaffOnRecordAsync("physician");
        await physician.FollowAsync("1 chart line to read");
        await physician.TickAsync("Geographic tongue");
        await physician.ChooseFromAsync("They mean", "Condition: another condition that feeds no rule");
        await physician.PressAsync("Save");
        await physician.ReadsAsync("by a clinician");
    }

    public async Task When_the_front_desk_opens_a_course()
    {
        var desk = await StaffOnRecordAsync("desk");
        await desk.FollowAsync("New course");
        await desk.FillAsync("What is it about?", "Acne scars, both cheeks");
        await desk.PressAsync("Open course");
        await desk.ReadsAsync($"{person.Name}: Acne scars, both cheeks");
    }

    /// <summary>Of the shape of the charts in the tests: one line that the program understands, and one that it does not.</summary>
    private string Chart => $$$"""
        {"resourceType": "Bundle", "type": "collection", "entry": [
          {"fullUrl": "urn:uuid:person", "resource": {"resourceType": "Patient", "id": "person", "gender": "female", "birthDate": "{{{person.Born}}}",
            "name": [{"use": "official", "family": "{{{person.Family}}}", "given": ["{{{person.Given}}}"]}],
            "telecom": [{"system": "email", "value": "{{{person.Mail}}}"}, {"system": "phone", "value": "020 7946 0{{{person.Born[..3]}}}"}]}},
          {"fullUrl": "urn:uuid:nickel", "resource": {"resourceType": "AllergyIntolerance", "id": "nickel", "patient": {"reference": "urn:uuid:person"},
            "clinicalStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", "code": "active"}]},
            "code": {"text": "Nickel allergy"} } },
          {"fullUrl": "urn:uuid:tongue", "resource": {"resourceType": "Condition", "id": "tongue", "subject": {"reference": "urn:uuid:person"}, "onsetDateTime": "2010-04-01",
            "code": {"coding": [{"system": "http://snomed.info/sct", "code": "75372006", "display": "Geographic tongue"}], "text": "Geographic tongue"} } }
        ]}
        """;
}
