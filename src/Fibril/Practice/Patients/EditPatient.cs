using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Patients;

/// <summary>Corrects what is known about a person; the journal keeps what stood there.</summary>
public sealed class EditPatient(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such person in this clinic.</exception>
    /// <exception cref="LostRaceException">Somebody else saved first.</exception>
    public async Task<FormResult> Handle(Guid id, PatientInput input, CancellationToken stop = default)
    {
        var patient = await db.Patients.OneAsync(p => p.Id == id, stop);
        if (patient.MergedIntoId is not null)
        {
            return FormResult.Refuse("merged", "This record was merged into another. Edit the one that stands.");
        }

        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        if (input.BornOn!.Value > clinic.DayOf(caller.Now))
        {
            return FormResult.Refuse("birth-date", "The birth date lies in the future. Enter the day the person was born, such as 1973-08-01.");
        }

        db.Entry(patient).Property(p => p.Version).OriginalValue = input.Version;
        input.WriteTo(patient);
        await db.SaveAsync(caller.Act("edit patient", personId: id), stop);
        return FormResult.Go($"/staff/patients/{id}");
    }
}
