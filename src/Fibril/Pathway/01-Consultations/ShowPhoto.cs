using Fibril.Platform.Data;
using Fibril.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Consultations;

/// <summary>
/// Opens a photograph for somebody who may see it now: staff leave a view entry and see none that the person took out of the record; a patient sees
/// all of their own and no other.
/// </summary>
public sealed class ShowPhoto(ClinicDb db, Caller caller, FileStore files)
{
    /// <returns>Null when there is none for this person, or when it was erased.</returns>
    public async Task<OpenedImage?> Handle(Guid photoId, bool small)
    {
        var photo = await db.Photos.AsNoTracking().FirstOrDefaultAsync(p => p.Id == photoId);
        if (photo is null || !caller.MaySee(photo.PatientId))
        {
            return null;
        }

        if (caller.IsStaff)
        {
            if (photo.IsOutOfRecord)
            {
                return null;
            }

            await db.ViewAsync(caller.Act("open photo"), photo.PatientId);
        }

        return await files.OpenAsync(photo.FileId, small ? ImagePart.Thumbnail : ImagePart.Display);
    }
}
