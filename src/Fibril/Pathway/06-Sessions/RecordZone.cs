using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Sessions;

/// <summary>What was done in one zone; recorded again, it takes the place of the first.</summary>
public sealed class RecordZone(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Choose the zone.")]
        public string? Zone { get; set; }

        [Required(ErrorMessage = "Write the depth.")]
        [Range(0.1, 3.0, ErrorMessage = "The depth is between 0.1 and 3.0 mm.")]
        public decimal? DepthMm { get; set; }

        [Required(ErrorMessage = "Write the passes.")]
        [Range(1, 40, ErrorMessage = "Passes are between 1 and 40.")]
        public int? Passes { get; set; }

        public bool Horizontal { get; set; }

        public bool Vertical { get; set; }

        public bool DiagonalRight { get; set; }

        public bool DiagonalLeft { get; set; }

        [Range(1, 300, ErrorMessage = "The rate is between 1 and 300 strokes a second.")]
        public decimal? RateHz { get; set; }

        [Range(0.1, 10, ErrorMessage = "The speed is between 0.1 and 10 cm a second.")]
        public decimal? SpeedCmPerS { get; set; }

        [Required(ErrorMessage = "Choose the end point.")]
        public string? EndPoint { get; set; }

        [Range(0, 10, ErrorMessage = "Pain is between 0 and 10.")]
        public int? Pain { get; set; }

        [StringLength(300)]
        public string? Skipped { get; set; }

        [StringLength(300)]
        public string? DepthReason { get; set; }

        public static Input Of(SessionZone zone) => new()
        {
            Zone = zone.Zone,
            DepthMm = zone.DepthMm,
            Passes = zone.Passes,
            Horizontal = zone.Directions.Contains("horizontal"),
            Vertical = zone.Directions.Contains("vertical"),
            DiagonalRight = zone.Directions.Contains("diagonal-right"),
            DiagonalLeft = zone.Directions.Contains("diagonal-left"),
            RateHz = zone.RateHz,
            SpeedCmPerS = zone.SpeedCmPerS,
            EndPoint = zone.EndPoint,
            Pain = zone.Pain,
            Skipped = zone.Skipped,
            DepthReason = zone.DepthReason,
        };

        internal SessionZone ToZone() => new(
            Zone!, DepthMm!.Value, Passes!.Value, Directions(), RateHz, SpeedCmPerS, EndPoint!, Pain, Skipped?.Trim() ?? "", DepthReason?.Trim() ?? "");

        private List<string> Directions() =>
            [.. new[] { (Horizontal, "horizontal"), (Vertical, "vertical"), (DiagonalRight, "diagonal-right"), (DiagonalLeft, "diagonal-left") }.Where(d => d.Item1).Select(d => d.Item2)];
    }

    /// <returns>Null when there is no such session.</returns>
    public async Task<FormResult?> Handle(Guid sessionId, Input input)
    {
        if (input.DepthMm % 0.1m != 0)
        {
            return FormResult.Wrong(nameof(Input.DepthMm), "Write the depth in steps of 0.1 mm: a needle is not set any finer.");
        }

        var record = input.ToZone() with { By = Doer.Of(caller) };
        if (ProtocolPack.Current.Zones.FirstOrDefault(z => z.Id == record.Zone) is not { } zone || ProtocolPack.Current.EndPoints.All(e => e.Id != record.EndPoint))
        {
            return FormResult.Refuse("no-such-zone", "Choose a zone and an end point of the lists.");
        }

        return await ChangeSession.DoAsync(db, caller, sessionId, "record zone", "zones", May, s => s.Record(record));

        Decision May(SessionWhole whole) => SessionRules.MayRecordZone(whole.State, zone, record, ZoneCoverage.PerCm2(record, whole.Device, whole.Needles));
    }
}

/// <summary>Fills the zones of the last signed session of the course that are not recorded yet; pain stays open, because it is asked anew.</summary>
public sealed class RepeatLastZones(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is no such session.</returns>
    public async Task<FormResult?> Handle(Guid sessionId)
    {
        var course = await db.Sessions.AsNoTracking().Where(s => s.Id == sessionId).Select(s => (Guid?)s.CourseId).FirstOrDefaultAsync();
        var last = await LastAsync(db, course ?? Guid.Empty, sessionId);
        if (last is null)
        {
            return FormResult.Refuse("no-last-session", "There is no earlier signed session of this course.");
        }

        var zones = last.Zones.Select(z => z with { Pain = null, Skipped = "", DepthReason = "", By = Doer.Of(caller) }).ToList();
        return await ChangeSession.DoAsync(db, caller, sessionId, "repeat last zones", "zones", May, s => Open(s).ForEach(s.Record));

        Decision May(SessionWhole whole) => Open(whole.Session) is { Count: > 0 } open
            ? Decision.From(open.SelectMany(z => SessionRules.MayRecordZone(whole.State, ProtocolPack.Current.Zone(z.Zone), z, ZoneCoverage.PerCm2(z, whole.Device, whole.Needles)).Reasons))
            : Decision.Refuse(new Reason("nothing-to-repeat", "Every zone of the last session is recorded today already. Correct it where it stands.", "clinic"));

        // What was seen today is worth more than what was done last time.
        List<SessionZone> Open(Session session) => [.. zones.Where(z => session.Zones.All(done => done.Zone != z.Zone))];
    }

    internal static Task<Session?> LastAsync(ClinicDb db, Guid courseId, Guid sessionId) =>
        db.Sessions.AsNoTracking().Where(s => s.CourseId == courseId && s.Id != sessionId && s.SignedAt != null).OrderByDescending(s => s.HeldOn).FirstOrDefaultAsync();
}
