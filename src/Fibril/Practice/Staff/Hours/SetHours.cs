using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Duty;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Staff.Hours;

/// <summary>Says when a person can be booked, and which break is kept free. Visits that are booked already stay where they are; the board names them.</summary>
public sealed class SetHours(ClinicDb db, Caller caller)
{
    /// <summary>Two hours as they are typed; both empty is a free day.</summary>
    public sealed class Row
    {
        public string? From { get; set; }

        public string? To { get; set; }

        internal bool IsEmpty => string.IsNullOrWhiteSpace(From) && string.IsNullOrWhiteSpace(To);

        /// <returns>Null when one of them is no hour.</returns>
        internal (TimeOnly From, TimeOnly To)? Read() => HourText.Read(From) is { } from && HourText.Read(To) is { } to ? (from, to) : null;

        internal static Row Of(TimeOnly? from, TimeOnly? to) => new() { From = from?.ToText(), To = to?.ToText() };
    }

    public sealed class Input
    {
        /// <summary>Monday first; all empty is "while the clinic is open".</summary>
        public List<Row> Days { get; set => field = value ?? []; } = [.. DutyWords.Week.Select(_ => new Row())];

        [Range(5, 120, ErrorMessage = "5 to 120 minutes, or nothing for no break.")]
        public int? BreakMinutes { get; set; }

        /// <summary>Not before, and over by.</summary>
        public Row Break { get; set => field = value ?? new(); } = new();

        /// <summary>Version that the page showed; 0 when there were no hours.</summary>
        public int Version { get; set; }

        public static Input Of(StaffHours? hours) => new()
        {
            Days = [.. DutyWords.Week.Select(d => hours?.Week.Find(w => w.Day == d)).Select(w => Row.Of(w?.From, w?.To))],
            BreakMinutes = hours?.Break?.Minutes, Break = Row.Of(hours?.Break?.Earliest, hours?.Break?.Latest), Version = hours?.Version ?? 0,
        };
    }

    /// <exception cref="NotHereException">No such person.</exception>
    public async Task<FormResult> Handle(Guid staffId, Input input)
    {
        await db.StaffMembers.AsNoTracking().OneAsync(s => s.Id == staffId);
        var typed = DutyWords.Week.Zip(input.Days).Where(d => !d.Second.IsEmpty).Select(d => (Day: d.First, Hours: d.Second.Read())).ToList();
        var rest = input.Break.Read();
        var unread = Decision.From(
        [
            .. typed.Where(d => d.Hours is null).Select(d => new Reason("hours-read", $"{d.Day}: write both hours, such as 09:00 and 17:00, or leave both empty for a free day.", "clinic")),
            .. input.BreakMinutes is not null && rest is null ? [new Reason("break-read", "Say between which hours the break lies, such as 12:00 and 14:00.", "clinic")] : Array.Empty<Reason>(),
        ]);
        if (!unread.IsAllowed)
        {
            return FormResult.Refuse(unread);
        }

        List<WorkDay> week = [.. typed.Select(d => new WorkDay(d.Day, d.Hours!.Value.From, d.Hours.Value.To))];
        var pause = input.BreakMinutes is { } minutes ? new WorkBreak(minutes, rest!.Value.From, rest.Value.To) : null;
        var decision = HoursRules.MaySet(week, pause);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        db.Seen(await OfAsync(db, staffId), input.Version).Set(week, pause);
        await db.SaveAsync(caller.Act("set hours"));
        return FormResult.Go($"/staff/practice/staff/{staffId}/hours");
    }

    /// <summary>The row of somebody's hours, made when there is none yet.</summary>
    internal static async Task<StaffHours> OfAsync(ClinicDb db, Guid staffId) =>
        await db.StaffHours.FirstOrDefaultAsync(h => h.StaffId == staffId) ?? db.Add(new StaffHours { StaffId = staffId }).Entity;
}
