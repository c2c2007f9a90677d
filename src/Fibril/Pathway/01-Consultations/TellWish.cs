using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Consultations;

/// <summary>What the person would like, in the person's own words.</summary>
public sealed class TellWish(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Write a sentence in your own words. There is no wrong answer.")]
        [StringLength(2000)]
        public string? Goal { get; set; }
    }

    public async Task<FormResult> Handle(Guid courseId, Input input)
    {
        if (await Intake.FindAsync(db, caller, courseId) is not { } intake)
        {
            return Missing.Course;
        }

        intake.Consultation.Goal = input.Goal!.Trim();
        await intake.SaveAsync(db, caller, "tell wish", "goal");
        return FormResult.Go(IntakeLinks.Home(caller, courseId) + "/areas");
    }
}

/// <summary>Where and for what; one area at a time.</summary>
public sealed class ChooseArea(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Choose the part of the body.")]
        public string? Zone { get; set; }

        [Required(ErrorMessage = "Choose what bothers you there.")]
        public string? Indication { get; set; }
    }

    public async Task<FormResult> Handle(Guid courseId, Input input)
    {
        if (await Intake.FindAsync(db, caller, courseId) is not { } intake)
        {
            return Missing.Course;
        }

        var pack = ProtocolPack.Current;
        if (pack.Zones.All(z => z.Id != input.Zone) || pack.Indications.All(i => i.Id != input.Indication))
        {
            return FormResult.Refuse("area-unknown", "Choose the area and the concern from the two lists.");
        }

        AskedArea area = new(input.Zone!, input.Indication!);
        intake.Consultation.Areas = [.. intake.Consultation.Areas.Where(a => a != area), area];
        await intake.SaveAsync(db, caller, "choose area", "areas");
        return FormResult.Go(IntakeLinks.Home(caller, courseId) + "/areas");
    }
}

/// <summary>Takes one area off the wish.</summary>
public sealed class RemoveArea(ClinicDb db, Caller caller)
{
    public async Task<FormResult> Handle(Guid courseId, string? zone, string? indication)
    {
        if (await Intake.FindAsync(db, caller, courseId) is not { } intake)
        {
            return Missing.Course;
        }

        intake.Consultation.Areas = [.. intake.Consultation.Areas.Where(a => a.Zone != zone || a.Indication != indication)];
        await intake.SaveAsync(db, caller, "remove area", "areas");
        return FormResult.Go(IntakeLinks.Home(caller, courseId) + "/areas");
    }
}

/// <summary>A day on which the skin should be calm.</summary>
public sealed class TellEvent(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        public DateOnly? EventOn { get; set; }
    }

    public async Task<FormResult> Handle(Guid courseId, Input input)
    {
        if (await Intake.FindAsync(db, caller, courseId) is not { } intake)
        {
            return Missing.Course;
        }

        if (intake.Consultation.EventOn != input.EventOn)
        {
            intake.Consultation.EventOn = input.EventOn;
            await intake.SaveAsync(db, caller, "tell event", "event");
        }

        return FormResult.Go(IntakeLinks.Next(caller, intake));
    }
}

internal static class Missing
{
    public static FormResult Course => FormResult.Refuse("course-unknown", "There is no such course in your record. Go back to the first page.");

    public static FormResult Photo => FormResult.Refuse("photo-unknown", "There is no such photograph.");

    public static FormResult Question => FormResult.Refuse("question-unknown", "This question is not asked here. Go back to the list of questions.");
}
