using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Fibril.Platform.Files;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Recovery;

/// <summary>The optional picture of a report. A picture that cannot be read never costs the report: what was wrong is kept, and it can be sent again.</summary>
public sealed class SendPicture(ClinicDb db, Caller caller, FileStore files)
{
    /// <summary>Longest form with a picture, in bytes: far more than the largest picture that is kept, so that one too large costs the picture and not the report.</summary>
    public const long LongestForm = 60L * 1024 * 1024;

    public sealed class Input;

    /// <summary>Adds the picture to a report that is being saved, or what was wrong with it.</summary>
    public async Task AttachAsync(CheckIn report, Stream image, CancellationToken stop = default)
    {
        var answer = await files.AddImageAsync(image, stop);
        if (answer.File is not { } file)
        {
            report.MissPicture(string.Join(" ", answer.Decision.Reasons.Select(r => r.Sentence)));
            return;
        }

        var photo = db.Add(new Photo
        {
            CourseId = report.CourseId,
            PatientId = report.PatientId,
            View = PhotoView.Sent,
            TakenAt = caller.Now,
            TakenByName = caller.Who.Name,
            FileId = file.Id,
            Camera = answer.Camera?.Line() ?? "",
            Note = $"Sent with the report of day {report.Day}",
        }).Entity;
        report.Attach(photo.Id);
        db.Tell(new PhotoKept(photo.CourseId, photo.PatientId, photo.Id));
    }

    /// <summary>Once more, or later.</summary>
    /// <exception cref="NotHereException">No such report of this person.</exception>
    public async Task<FormResult> Handle(Guid checkInId, Stream? image)
    {
        var report = await db.CheckIns.OneAsync(c => c.Id == checkInId && c.PatientId == caller.Who.Id);
        if (image is null)
        {
            return FormResult.Refuse("image-missing", "Choose a picture first.");
        }

        if (report.PhotoId is not null)
        {
            return FormResult.Refuse("image-there", "This report has a picture already. Report again to send another one.");
        }

        await AttachAsync(report, image);
        await db.SaveAsync(caller.Act(report.PhotoId is null ? "try to send picture" : "send picture"));
        return FormResult.Go(RecoveryLinks.Report(caller, checkInId));
    }
}
