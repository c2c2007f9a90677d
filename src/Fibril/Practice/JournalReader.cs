using Fibril.Platform.Data;
using Fibril.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice;

/// <summary>Reads a page of the clinic's journal, for the owner.</summary>
public sealed class JournalReader(ClinicDb db, Caller caller)
{
    public const int PageSize = 50;

    /// <param name="Person">Name, or part of it, of the person whose record was touched.</param>
    /// <param name="Staff">Id of who acted.</param>
    public sealed record Question(string? Person, Guid? Staff, JournalKind? Kind, DateOnly? From, DateOnly? Until, long? Before);

    /// <param name="Names">Of the persons on this page.</param>
    public sealed record Page(IReadOnlyList<JournalEntry> Entries, bool More, IReadOnlyDictionary<Guid, string> Names);

    public async Task<Page> Handle(Question question, TimeZoneInfo zone)
    {
        var persons = await PersonsAsync(question.Person);
        var filter = new JournalFilter(persons, question.Staff, question.Kind, Start(question.From, zone), Start(question.Until?.AddDays(1), zone), question.Before);
        var entries = await filter.Of(db.JournalEntries.AsNoTracking()).Take(PageSize + 1).ToListAsync();
        var page = entries.Take(PageSize).ToList();
        var ids = page.Select(e => e.PersonId).OfType<Guid>().Distinct().ToList();
        var names = await db.Patients.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.GivenName + " " + p.FamilyName);
        if (persons is { Count: 1 })
        {
            await db.ViewAsync(caller.Act("read journal of a person"), persons[0]);
        }

        return new(page, entries.Count > PageSize, names);
    }

    /// <summary>Every word must be part of the given or the family name; null when no name was asked for.</summary>
    private async Task<List<Guid>?> PersonsAsync(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

#pragma warning disable CA1304, CA1311, CA1862 // runs in the database
        var people = db.Patients.AsNoTracking();
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(4).Select(w => w.ToLowerInvariant()))
        {
            people = people.Where(p => p.GivenName.ToLower().Contains(word) || p.FamilyName.ToLower().Contains(word));
        }
#pragma warning restore CA1304, CA1311, CA1862

        return await people.OrderBy(p => p.Id).Select(p => p.Id).Take(200).ToListAsync();
    }

    private static DateTime? Start(DateOnly? day, TimeZoneInfo zone)
    {
        if (day is not { } on)
        {
            return null;
        }

        var midnight = on.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(30);
        }

        return TimeZoneInfo.ConvertTimeToUtc(midnight, zone);
    }
}
