using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Files;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Consultations;

/// <summary>Keeps a clinical photograph: encrypted, without position or other hidden data, with what it shows.</summary>
public sealed class KeepPhoto(ClinicDb db, Caller caller, FileStore files)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Choose the view.")]
        public PhotoView? View { get; set; }

        public string? Zone { get; set; }

        [StringLength(500)]
        public string? Note { get; set; }
    }

    public async Task<FormResult> Handle(Guid courseId, Input input, Stream? image)
    {
        if (await Intake.FindAsync(db, caller, courseId) is not { } intake)
        {
            return Missing.Course;
        }

        if (image is null)
        {
            return FormResult.Refuse("image-missing", "Choose a picture first.");
        }

        var answer = await files.AddImageAsync(image);
        if (answer.File is not { } file)
        {
            return FormResult.Refuse(answer.Decision);
        }

        db.Add(new Photo
        {
            CourseId = courseId,
            PatientId = intake.Patient.Id,
            View = input.View!.Value,
            Zone = string.IsNullOrEmpty(input.Zone) ? null : input.Zone,
            TakenAt = caller.Now,
            TakenByName = caller.Who.Name,
            FileId = file.Id,
            Note = input.Note?.Trim() ?? "",
        });
        await db.SaveAsync(caller.Act("keep photo", personId: intake.Patient.Id));
        return FormResult.Go(IntakeLinks.Home(caller, courseId));
    }
}

/// <summary>Strikes a photograph out with a reason; it stays to be looked at.</summary>
public sealed class InvalidatePhoto(ClinicDb db, Caller caller)
{
    public async Task<FormResult> Handle(Guid photoId, string? reason)
    {
        if (await db.Photos.FirstOrDefaultAsync(p => p.Id == photoId) is not { } photo)
        {
            return FormResult.Refuse("photo-unknown", "There is no such photograph.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return FormResult.Refuse("reason-missing", "Say why this photograph does not count.");
        }

        photo.Invalidate(reason.Trim(), caller.Now);
        await db.SaveAsync(caller.Act("invalidate photo", reason.Trim(), photo.PatientId));
        return FormResult.Go(IntakeLinks.Home(caller, photo.CourseId));
    }
}

/// <summary>Opens a photograph for somebody who may see it: staff leave a view entry, a patient sees only their own.</summary>
public sealed class ShowPhoto(ClinicDb db, Caller caller, FileStore files)
{
    /// <returns>Null when there is none for this person, or when it was erased.</returns>
    public async Task<OpenedImage?> Handle(Guid photoId, bool small)
    {
        var photo = await db.Photos.AsNoTracking().FirstOrDefaultAsync(p => p.Id == photoId);
        if (photo is null || (caller.Who.Kind == ActorKind.Patient && photo.PatientId != caller.Who.Id))
        {
            return null;
        }

        if (caller.IsStaff)
        {
            await db.ViewAsync(caller.Act("open photo"), photo.PatientId);
        }

        return await files.OpenAsync(photo.FileId, small);
    }
}
