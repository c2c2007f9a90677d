using Fibril.Standards.Fhir;
using Hl7.Fhir.Model;

namespace Fibril.Pathway.Aftercare;

/// <summary>The sheet as an R4 Communication: what was told, when, to whom, about which procedure.</summary>
public static class AftercareFhir
{
    public static FhirResource Resource { get; } = CourseFhir.Of("Communication", AftercarePolicy.Read, (AftercareSheet s) => s.IssuedAt, Map);

    public static Communication Map(AftercareSheet sheet) => new()
    {
        Id = sheet.Id.ToString(),
        Meta = new() { VersionId = sheet.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        Status = EventStatus.Completed,
        Subject = new($"Patient/{sheet.PatientId}"),
        About = [new($"Procedure/{sheet.SessionId}")],
        SentElement = new(new DateTimeOffset(sheet.IssuedAt, TimeSpan.Zero)),
        Topic = new() { Text = "Aftercare instructions" },
        Payload = [.. sheet.Rows.Select(r => new Communication.PayloadComponent { Content = new FhirString($"{r.When}: {r.Do}") })],
    };
}
