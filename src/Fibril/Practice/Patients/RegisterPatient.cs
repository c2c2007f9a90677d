using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Patients;

/// <summary>Opens a record. Similar people are shown once; who says "somebody else" is believed.</summary>
public sealed class RegisterPatient(ClinicDb db, Caller caller, FindLookalikes lookalikes)
{
    public async Task<(FormResult Result, IReadOnlyList<Patient> Alike)> Handle(PatientInput input, CancellationToken stop = default)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        if (input.BornOn!.Value > clinic.DayOf(caller.Now))
        {
            return (FormResult.Refuse("birth-date", "The birth date lies in the future. Enter the day the person was born, such as 1973-08-01."), []);
        }

        var alike = input.IsSomebodyElse ? [] : await lookalikes.Handle(input.Name, input.BornOn.Value, null, stop);
        if (alike.Count > 0)
        {
            return (FormResult.Refuse("lookalike", "Somebody like this is here already. Open that record, or say below that this is somebody else."), alike);
        }

        var patient = db.Add(new Patient { GivenName = "", FamilyName = "", BornOn = input.BornOn.Value, RegisteredAt = caller.Now }).Entity;
        input.WriteTo(patient);
        await db.SaveAsync(caller.Act("register patient", personId: patient.Id), stop);
        return (FormResult.Go($"/staff/patients/{patient.Id}"), []);
    }
}

/// <summary>People who may be the same person.</summary>
public sealed class FindLookalikes(ClinicDb db)
{
    public async Task<IReadOnlyList<Patient>> Handle(string name, DateOnly born, Guid? except, CancellationToken stop = default)
    {
        var births = PatientRules.LikelyBirths(born);
        var people = await db.Patients.AsNoTracking().Where(p => births.Contains(p.BornOn) && p.MergedIntoId == null && p.Id != except).OrderBy(p => p.Id).ToListAsync(stop);
        return [.. people.Where(p => PatientRules.Compare(name, born, p.Name, p.BornOn) != Likeness.None)];
    }
}
