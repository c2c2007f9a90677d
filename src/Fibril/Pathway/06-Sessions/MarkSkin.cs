using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>A lesion to be skipped or a no-go area, drawn on the map or named by its place.</summary>
public sealed class MarkSkin(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        /// <summary>Id of the map.</summary>
        public string? View { get; set; }

        /// <summary>What was drawn: x,y;x,y in the units of the map. It counts before the place.</summary>
        public string? Points { get; set; }

        /// <summary>Zone and side, where nothing was drawn: <c>cheek Left</c>.</summary>
        public string? Place { get; set; }

        [Required(ErrorMessage = "Choose what it is.")]
        public MarkKind? Kind { get; set; }

        [StringLength(200)]
        public string? Note { get; set; }

        /// <summary>How a place is named in the form.</summary>
        public static string NameOf(ZonePlace place) => $"{place.Zone} {place.Side}";
    }

    /// <returns>Null when there is no such session.</returns>
    public async Task<FormResult?> Handle(Guid sessionId, Input input)
    {
        var view = ZoneShapes.All.FirstOrDefault(v => v.Id == input.View);
        var points = PointsOf(input, view);
        if (view is not null && points.Count == 0)
        {
            return FormResult.Wrong(nameof(Input.Place), "Draw it on the map, or choose its place here.");
        }

        return await ChangeSession.DoAsync(db, caller, sessionId, "mark left out", "left-out", May, s => s.Mark(MarkOf(input, view!, points)), SessionLinks.Marks(sessionId, view?.Id));

        Decision May(SessionWhole whole) => SkinMarkRules.MayMark(whole.Session, view, points);
    }

    private static List<MapPoint> PointsOf(Input input, ZoneView? view)
    {
        var drawn = SkinMarkWords.Read(input.Points);
        var named = view is null ? null : ZonePlaces.Of(view).FirstOrDefault(p => Input.NameOf(p) == input.Place);
        return drawn.Count > 0 || named is null ? drawn : [named.Point];
    }

    private SkinMark MarkOf(Input input, ZoneView view, List<MapPoint> points) => new(
        Guid.CreateVersion7(), view.Id, [.. ZonePlaces.ZonesOf(view, points)], ZonePlaces.SideOf(view, points), input.Kind!.Value, points, input.Note?.Trim() ?? "", caller.Who.Name, caller.Now);
}

/// <summary>Takes a mark of this session away again; what was known before is then open again.</summary>
public sealed class RemoveMark(ClinicDb db, Caller caller)
{
    /// <param name="view">The map that it was pressed beside; null: on the session's page.</param>
    /// <returns>Null when there is no such session.</returns>
    public Task<FormResult?> Handle(Guid sessionId, Guid markId, string? view = null) =>
        ChangeSession.DoAsync(db, caller, sessionId, "remove mark", "left-out", w => SessionRules.MayChange(w.Session), s => s.Unmark(markId), SessionLinks.Marks(sessionId, view));
}

/// <summary>Somebody looked at what was left out before: it is still there, or it is gone.</summary>
public sealed class AnswerMark(ClinicDb db, Caller caller)
{
    /// <param name="view">The map that it was pressed beside; null: on the session's page.</param>
    /// <returns>Null when there is no such session.</returns>
    public Task<FormResult?> Handle(Guid sessionId, Guid markId, bool isThere, string? view = null)
    {
        SkinMark? known = null;
        return ChangeSession.DoAsync(
            db, caller, sessionId, "look at mark", "left-out", May, s => s.Mark(known! with { IsGone = !isThere, ByName = caller.Who.Name, At = caller.Now }), SessionLinks.Marks(sessionId, view));

        Decision May(SessionWhole whole)
        {
            known = whole.LeftOutBefore.FirstOrDefault(m => m.Id == markId);
            return SessionRules.MayChange(whole.Session).And(known is null
                ? Decision.Refuse(new Reason("mark-answered", "This is answered already, or there is no such mark.", "clinic"))
                : Decision.Allow());
        }
    }
}
