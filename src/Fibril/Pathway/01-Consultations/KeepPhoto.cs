using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Files;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Consultations;

/// <summary>
/// Keeps a clinical photograph: encrypted, its pixels untouched, without position, with what it shows. One that could not be compared is held until
/// somebody says why it stays or takes it again; it is not lost.
/// </summary>
public sealed class KeepPhoto(ClinicDb db, Caller caller, FileStore files, CheckPhoto check)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Choose the view.")]
        public PhotoView? View { get; set; }

        public string? Zone { get; set; }

        [StringLength(500)]
        public string? Note { get; set; }

        /// <summary>Degrees by which the camera was not level, as the device said.</summary>
        [Range(-180, 180)]
        public double? Level { get; set; }

        /// <summary>The session that it is taken for, to lead back there.</summary>
        public Guid? Session { get; set; }

        internal string? ZoneOrNull => string.IsNullOrEmpty(Zone) ? null : Zone;
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

        var photo = db.Add(new Photo
        {
            CourseId = courseId,
            PatientId = intake.Patient.Id,
            View = input.View!.Value,
            Zone = input.ZoneOrNull,
            TakenAt = caller.Now,
            TakenByName = caller.Who.Name,
            FileId = file.Id,
            Camera = answer.Camera?.Line() ?? "",
            Note = input.Note?.Trim() ?? "",
            Faults = [.. await check.Handle(courseId, input, answer.Original!)],
        }).Entity;
        db.Tell(new PhotoKept(courseId, intake.Patient.Id, photo.Id));
        await db.SaveAsync(caller.Act("keep photo", personId: intake.Patient.Id));
        return FormResult.Go(photo.IsHeld ? PhotoLinks.Held(photo.Id, input.Session) : PhotoLinks.Home(courseId, input.Session));
    }
}
