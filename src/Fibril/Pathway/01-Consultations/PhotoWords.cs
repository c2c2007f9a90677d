using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Consultations;

/// <summary>Views in words.</summary>
public static class PhotoWords
{
    public static IReadOnlyList<Option> Options { get; } = [.. Enum.GetValues<PhotoView>().Where(v => v != PhotoView.Sent).Select(v => new Option(v.ToString(), Of(v)))];

    /// <summary>View and area.</summary>
    public static string Of(Photo photo) => Of(photo.View, photo.Zone);

    public static string Of(PhotoView view, string? zone) => Of(view) + (zone is null ? "" : ", " + ProtocolPack.Current.SiteName(zone));

    public static string Of(PhotoUse use) => use switch { PhotoUse.Teaching => "Teaching", PhotoUse.Publication => "Publication", _ => "Your record" };

    public static string Of(PhotoView view) => view switch
    {
        PhotoView.Left45 => "Left, 45°",
        PhotoView.Left90 => "Left, 90°",
        PhotoView.Right45 => "Right, 45°",
        PhotoView.Right90 => "Right, 90°",
        PhotoView.CloseUp => "Close-up",
        PhotoView.Sent => "Sent with a report",
        _ => "Front",
    };
}
