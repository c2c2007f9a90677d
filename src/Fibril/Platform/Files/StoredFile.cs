using Fibril.Platform.Data;

namespace Fibril.Platform.Files;

/// <summary>The parts in which an image is kept.</summary>
public enum ImagePart
{
    /// <summary>The sent pixels, untouched: what is measured and handed over.</summary>
    Original,

    /// <summary>For the eye: at most 2048 points on the longer side.</summary>
    Display,

    /// <summary>For lists: at most 480 points.</summary>
    Thumbnail,
}

/// <summary>One encrypted image: what it is and under which names its parts lie. Its key lies in <see cref="FileKey"/>.</summary>
public sealed class StoredFile : ClinicRow
{
    /// <summary>Kind of the original; the other parts are JPEG.</summary>
    public required string ContentType { get; init; }

    /// <summary>Of the original, upright.</summary>
    public required int Width { get; init; }

    /// <summary>Of the original, upright.</summary>
    public required int Height { get; init; }

    /// <summary>Size of the encrypted original in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the encrypted original: its file name.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the encrypted image for the eye: its file name.</summary>
    public required string DisplayName { get; init; }

    /// <summary>SHA-256 of the encrypted small image: its file name.</summary>
    public required string ThumbnailName { get; init; }

    public required DateTime StoredAt { get; init; }

    public DateTime? ErasedAt { get; private set; }

    public string NameOf(ImagePart part) => part switch { ImagePart.Original => Name, ImagePart.Display => DisplayName, _ => ThumbnailName };

    public string TypeOf(ImagePart part) => part == ImagePart.Original ? ContentType : "image/jpeg";

    public void Erase(DateTime now) => ErasedAt ??= now;
}

/// <summary>The key of one file, wrapped by the clinic's key. When this row goes, the file is erased, wherever copies of it lie.</summary>
/// <remarks>Kept out of the journal, which would keep it for ever.</remarks>
public sealed class FileKey : ClinicRow
{
    public required Guid FileId { get; init; }

    public required byte[] Wrapped { get; init; }
}

/// <summary>The clinic's key, wrapped by the installation's master key.</summary>
public sealed class ClinicKey : ClinicRow
{
    public required byte[] Wrapped { get; init; }

    /// <summary>First bytes of the hash of the master key that wraps it: names the key file to look for.</summary>
    public required string MasterId { get; init; }

    public required DateTime CreatedAt { get; init; }
}
