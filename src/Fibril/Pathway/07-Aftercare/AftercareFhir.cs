using Fibril.Platform.Data;
using Fibril.Standards.Fhir;
using Hl7.Fhir.Model;
using Microsoft.EntityFrameworkCore;
using Task = System.Threading.Tasks.Task;

namespace Fibril.Pathway.Aftercare;

/// <summary>The sheet as an R4 Communication: what was told, when, to whom, about which procedure.</summary>
public static class AftercareFhir
{
    public static FhirResource Resource { get; } = new("Communication", AftercarePolicy.Read, ReadAsync, OfPatientAsync);

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

    private static async Task<Resource?> ReadAsync(IServiceProvider services, Guid id, CancellationToken stop) =>
        await services.GetRequiredService<ClinicDb>().AftercareSheets.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, stop) is { } sheet ? Map(sheet) : null;

    private static async Task<IReadOnlyList<Resource>> OfPatientAsync(IServiceProvider services, Guid patientId, CancellationToken stop) =>
        [.. (await services.GetRequiredService<ClinicDb>().AftercareSheets.AsNoTracking().Where(s => s.PatientId == patientId).ToListAsync(stop)).Select(Map)];
}
