using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Clinics;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Duty;

/// <summary>Adds hours of duty to the roster, or changes them.</summary>
public sealed class SaveDuty(ClinicDb db, Caller caller)
{
    private const string HourWanted = "Write the hour as 18:00.";

    public sealed class Input
    {
        [Required(ErrorMessage = HourWanted), RegularExpression(HourText.Pattern, ErrorMessage = HourWanted)]
        public string? StartsAt { get; set; }

        [Required(ErrorMessage = HourWanted), RegularExpression(HourText.Pattern, ErrorMessage = HourWanted)]
        public string? EndsAt { get; set; }

        public DateOnly? FromOn { get; set; }

        public DateOnly? ToOn { get; set; }

        [Required(ErrorMessage = "Choose who is called first.")]
        public string? First { get; set; }

        public string? Second { get; set; }

        public string? Third { get; set; }

        /// <summary>Ticked days of the week.</summary>
        public List<string> Days { get; set; } = [];

        public int Version { get; set; }

        public static Input Of(DutySpan d) => new()
        {
            StartsAt = d.StartsAt.ToText(), EndsAt = d.EndsAt.ToText(), FromOn = d.FromOn, ToOn = d.ToOn,
            First = At(d, 0), Second = At(d, 1), Third = At(d, 2), Days = [.. d.Days.Select(x => x.ToString())], Version = d.Version,
        };

        private static string? At(DutySpan duty, int place) => place < duty.Line.Count ? duty.Line[place].ToString() : null;
    }

    /// <exception cref="NotHereException">No such hours.</exception>
    public async Task<FormResult> Handle(Guid? id, Input input)
    {
        List<string> named = [.. new[] { input.First, input.Second, input.Third }.Where(s => !string.IsNullOrEmpty(s)).OfType<string>()];
        var days = DutyWords.Week.Where(d => input.Days.Contains(d.ToString())).ToList();
        var present = await db.StaffMembers.Where(s => s.LeftAt == null).Select(s => s.Id).ToListAsync();
        var line = named.Select(s => Guid.TryParse(s, out var person) ? person : Guid.Empty).ToList();
        var decision = MayStand(days, line, present, input);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        var duty = id is null
            ? db.Add(new DutySpan { StartsAt = default, EndsAt = default }).Entity
            : db.Seen(await db.DutySpans.OneAsync(d => d.Id == id && d.WithdrawnAt == null), input.Version);
        (duty.StartsAt, duty.EndsAt, duty.FromOn, duty.ToOn, duty.Days, duty.Line) = (HourText.Read(input.StartsAt)!.Value, HourText.Read(input.EndsAt)!.Value, input.FromOn, input.ToOn, days, line);
        await db.SaveAsync(caller.Act(id is null ? "add duty" : "change duty"));
        return FormResult.Go("/staff/practice/duty");
    }

    private static Decision MayStand(List<DayOfWeek> days, List<Guid> line, List<Guid> present, Input input) => Decision.From(
    [
        .. days.Count == 0 ? [new Reason("days-missing", "Tick the days on which this duty begins.", "clinic")] : Array.Empty<Reason>(),
        .. line.Distinct().Count() < line.Count ? [new Reason("twice-in-line", "Each person stands in the line once.", "clinic")] : Array.Empty<Reason>(),
        .. line.Except(present).Any() ? [new Reason("not-here", "One of the line does not work here any more. Choose another.", "clinic")] : Array.Empty<Reason>(),
        .. input.FromOn > input.ToOn ? [new Reason("dates", "The last day lies before the first.", "clinic")] : Array.Empty<Reason>(),
    ]);
}

/// <summary>Takes hours of duty out of the roster.</summary>
public sealed class WithdrawDuty(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such hours.</exception>
    public async Task<FormResult> Handle(Guid id)
    {
        (await db.DutySpans.OneAsync(d => d.Id == id)).Withdraw(caller.Now);
        await db.SaveAsync(caller.Act("withdraw duty"));
        return FormResult.Go("/staff/practice/duty");
    }
}
