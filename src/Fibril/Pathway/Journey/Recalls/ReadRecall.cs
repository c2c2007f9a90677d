using Fibril.Platform.Data;
using Fibril.Platform.Messages;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Recalls;

/// <summary>A recall with its lot, its people and what has become of each of them.</summary>
public sealed class ReadRecall(ClinicDb db, Caller caller, TraceRecall trace)
{
    /// <param name="Sessions">All sessions with the lot, newest first.</param>
    /// <param name="Mail">The mail in the outbox; null without one.</param>
    public sealed record Line(RecallPerson Person, string Name, string? Phone, string? Email, IReadOnlyList<TraceRecall.Affected> Sessions, Message? Mail);

    /// <param name="Late">People treated with the lot who have no line yet.</param>
    public sealed record View(LotRecall Recall, TraceRecall.Recall Lot, IReadOnlyList<Line> People, RecallProgress Progress, int Late, Clinic Clinic, DateTime Now)
    {
        public bool IsWaiting => People.Any(p => p.Mail is { State: MessageState.Queued }) || (Recall is { IsDrill: true } && People.Any(p => p.Person.MailedAt is not null));
    }

    /// <exception cref="NotHereException">No such recall.</exception>
    public async Task<View> Handle(Guid recallId)
    {
        var recall = await db.LotRecalls.AsNoTracking().OneAsync(r => r.Id == recallId);
        var lot = await trace.Handle(recall.LotId);
        var people = await db.RecallPeople.AsNoTracking().Where(p => p.RecallId == recallId).ToListAsync();
        var mails = await db.Messages.AsNoTracking().Where(m => db.RecallPeople.Any(p => p.RecallId == recallId && p.MessageId == m.Id)).ToDictionaryAsync(m => m.Id);
        var sessions = lot.People.ToLookup(p => p.PatientId);
        var lines = people.Select(p => LineOf(p, [.. sessions[p.PatientId]], p.MessageId is { } mail ? mails.GetValueOrDefault(mail) : null))
            .OrderBy(l => l.Person.ReachedAt is not null).ThenBy(l => l.Person.AnsweredAt is not null).ThenBy(l => l.Name, StringComparer.Ordinal).ToList();
        var known = people.Select(p => p.PatientId).ToHashSet();
        var late = recall.FoundAt is null ? 0 : lot.People.Select(p => p.PatientId).Distinct().Count(p => !known.Contains(p));
        return new(recall, lot, lines, RecallRules.Progress(people), late, await db.Clinics.AsNoTracking().FirstAsync(), caller.Now);
    }

    private static Line LineOf(RecallPerson person, IReadOnlyList<TraceRecall.Affected> sessions, Message? mail) =>
        new(person, sessions.Count > 0 ? sessions[0].Name : "Record merged", sessions.Count > 0 ? sessions[0].Phone : null, sessions.Count > 0 ? sessions[0].Email : null, sessions, mail);
}

/// <summary>The recalls and drills of a clinic, open ones first.</summary>
public sealed class ListRecalls(ClinicDb db)
{
    private const int Shown = 30;

    public sealed record Line(LotRecall Recall, string Lot, string Item, RecallProgress Progress);

    public async Task<IReadOnlyList<Line>> Handle(bool openOnly = false, CancellationToken stop = default)
    {
        var found = await (
            from r in db.LotRecalls.AsNoTracking()
            join l in db.StockLots on r.LotId equals l.Id
            join i in db.StockItems on l.ItemId equals i.Id
            where !openOnly || r.EndedAt == null
            orderby r.EndedAt != null, r.StartedAt descending
            select new { Recall = r, l.Lot, i.Name }).Take(Shown).ToListAsync(stop);
        var ids = found.Select(f => f.Recall.Id).ToList();
        var people = (await db.RecallPeople.AsNoTracking().Where(p => ids.Contains(p.RecallId)).ToListAsync(stop)).ToLookup(p => p.RecallId);
        return [.. found.Select(f => new Line(f.Recall, f.Lot, f.Name, RecallRules.Progress([.. people[f.Recall.Id]])))];
    }
}
