using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Staff;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Patients.Charts;

/// <summary>A clinician says what lines of a chart mean. It stands until the line itself changes.</summary>
public sealed class UnderstandChart(ClinicDb db, Caller caller)
{
    /// <param name="vocabularyId">Id of the vocabulary, of the part that the lines belong to.</param>
    public async Task<FormResult> Handle(Guid patientId, IReadOnlyCollection<Guid> entryIds, string? vocabularyId, CancellationToken stop = default)
    {
        var entries = await db.ChartEntries.Where(e => e.PatientId == patientId && entryIds.Contains(e.Id)).ToListAsync(stop);
        var member = await db.StaffMembers.AsNoTracking().FirstOrDefaultAsync(s => s.Id == caller.Who.Id, stop);
        if (entries.Count == 0 || entries.Count != entryIds.Count)
        {
            return FormResult.Refuse("chart-none", "Choose at least one line of this chart.");
        }

        if (member is null or { Profession: Profession.None })
        {
            return FormResult.Refuse("not-clinician", "What a line of a chart means is for a clinician to say.");
        }

        var word = vocabularyId is null ? null : ChartWords.All.FirstOrDefault(w => w.Id == vocabularyId);
        if (word is null)
        {
            return FormResult.Refuse("chart-word", "Choose what the lines mean.");
        }

        if (entries.FirstOrDefault(e => !ChartWords.Fits(word, e.Kind)) is { } stray)
        {
            return FormResult.Refuse("chart-kind", $"\"{stray.Display}\" is a {Words.Of(stray.Kind).ToLowerInvariant()}; \"{word.Name}\" is a {Words.Of(word.Kind).ToLowerInvariant()}.");
        }

        foreach (var entry in entries)
        {
            entry.Kind = word.Kind;
            entry.Understand(word.Id);
        }

        await db.SaveAsync(caller.Act("read chart lines", personId: patientId), stop);
        return FormResult.Go($"/staff/patients/{patientId}/chart");
    }
}
