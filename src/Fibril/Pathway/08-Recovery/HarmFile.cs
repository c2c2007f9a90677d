using Fibril.Pathway.Consultations;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Practice.Devices;
using Fibril.Practice.Patients;
using Fibril.Practice.Stock;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Recovery;

/// <summary>One adverse event with everything the record knows about it.</summary>
public sealed record HarmFile
{
    public required AdverseEvent Harm { get; init; }

    public required Clinic Clinic { get; init; }

    public required Patient Patient { get; init; }

    public Session? Session { get; init; }

    public Device? Device { get; init; }

    /// <summary>The lot the event is laid to, as the session used it.</summary>
    public UsedLot? Used { get; init; }

    public StockLot? Lot { get; init; }

    public StockItem? Item { get; init; }

    public CheckIn? Report { get; init; }

    /// <summary>What the person told of medicines, conditions and allergies, in words.</summary>
    public IReadOnlyList<(AnswerItemKind Kind, string Words)> Told { get; init; } = [];

    /// <summary>The day on which the form is printed.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>Gathers it.</summary>
public sealed class ReadHarm(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such adverse event.</exception>
    public async Task<HarmFile> Handle(Guid id, CancellationToken stop = default)
    {
        var harm = await db.AdverseEvents.AsNoTracking().OneAsync(h => h.Id == id, stop);
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var session = await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == harm.SessionId, stop);
        var lot = await db.StockLots.AsNoTracking().FirstOrDefaultAsync(l => l.Id == harm.LotId, stop);
        var consultation = await db.Consultations.AsNoTracking().FirstOrDefaultAsync(c => c.CourseId == harm.CourseId, stop);
        return new()
        {
            Harm = harm,
            Clinic = clinic,
            Patient = await db.Patients.AsNoTracking().OneAsync(p => p.Id == harm.PatientId, stop),
            Session = session,
            Device = await db.Devices.AsNoTracking().FirstOrDefaultAsync(d => d.Id == harm.DeviceId, stop),
            Used = session?.Used.FirstOrDefault(u => u.LotId == harm.LotId),
            Lot = lot,
            Item = lot is null ? null : await db.StockItems.AsNoTracking().FirstOrDefaultAsync(i => i.Id == lot.ItemId, stop),
            Report = await db.CheckIns.AsNoTracking().FirstOrDefaultAsync(c => c.Id == harm.CheckInId, stop),
            Told =
            [
                .. from answer in consultation?.Answers ?? []
                   let question = ProtocolPack.Current.Questions.FirstOrDefault(q => q.Id == answer.Question)
                   where question is not null
                   from item in answer.Items
                   select (item.Kind, ItemWords.Of(ProtocolPack.Current, question, item)),
            ],
            On = clinic.DayOf(caller.Now),
        };
    }
}
