using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Staff.Hours;

/// <summary>Says that somebody is away on some days: nothing is booked with them then.</summary>
public sealed class SetAway(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Choose the first day.")]
        public DateOnly? FirstOn { get; set; }

        /// <summary>Empty: one day.</summary>
        public DateOnly? LastOn { get; set; }
    }

    /// <exception cref="NotHereException">No such person.</exception>
    public async Task<FormResult> Handle(Guid staffId, Input input)
    {
        await db.StaffMembers.AsNoTracking().OneAsync(s => s.Id == staffId);
        var days = new DaysAway(input.FirstOn!.Value, input.LastOn ?? input.FirstOn.Value);
        var decision = HoursRules.MayBeAway(days, (await db.Clinics.AsNoTracking().FirstAsync()).DayOf(caller.Now));
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        (await SetHours.OfAsync(db, staffId)).Leave(days);
        await db.SaveAsync(caller.Act("be away"));
        return FormResult.Go($"/staff/practice/staff/{staffId}/hours");
    }
}

/// <summary>Takes days away back.</summary>
public sealed class TakeAwayBack(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No hours of such a person.</exception>
    public async Task<FormResult> Handle(Guid staffId, DateOnly firstOn, DateOnly lastOn)
    {
        (await db.StaffHours.OneAsync(h => h.StaffId == staffId)).Return(new(firstOn, lastOn));
        await db.SaveAsync(caller.Act("take days away back"));
        return FormResult.Go($"/staff/practice/staff/{staffId}/hours");
    }
}
