namespace Fibril.Pathway.Sessions;

/// <summary>One check of the gate, ticked by the person who did it.</summary>
public sealed record GateTick(string Item, Guid ById, string ByName, DateTime At, string Note = "");

/// <summary>The numbing cream of one session.</summary>
/// <param name="Product">Anaesthetic id of the vocabulary.</param>
public sealed record NumbingCream(string Product, Guid? LotId, string Lot, decimal Grams, decimal AreaCm2);

/// <summary>What was done in one zone.</summary>
/// <param name="DepthMm">Set needle depth in millimetres.</param>
/// <param name="Directions">horizontal, vertical, diagonal-left, diagonal-right.</param>
/// <param name="SpeedCmPerS">Glide speed; null when not noted.</param>
/// <param name="EndPoint">none, erythema, pinpoint-bleeding.</param>
/// <param name="Pain">0 to 10 at the worst moment.</param>
public sealed record SessionZone(
    string Zone, decimal DepthMm, int Passes, List<string> Directions, decimal? RateHz, decimal? SpeedCmPerS, string EndPoint, int? Pain, string Skipped, string DepthReason);

/// <summary>A cartridge, serum or antiseptic as it was used: name, lot and expiry are copied, so that history cannot change under it.</summary>
/// <param name="Reason">Why a second cartridge was opened for the same person; null for the first.</param>
public sealed record UsedLot(Guid LotId, string Item, string Kind, string Lot, DateOnly ExpiresOn, string? Unit, string? Reason = null);

/// <summary>The hour of needling: checked, numbed, needled, signed. After signing nothing in it changes; amendments stand beside it.</summary>
public sealed class Session : CourseRow
{
    public required Guid BookingId { get; init; }

    public required Guid PlanId { get; init; }

    /// <summary>1 for the first session of the course.</summary>
    public required int Number { get; init; }

    /// <summary>The clinic's day.</summary>
    public required DateOnly HeldOn { get; init; }

    public required DateTime OpenedAt { get; init; }

    public List<GateTick> Gate { get; private set; } = [];

    public NumbingCream? Cream { get; private set; }

    public DateTime? CreamOnAt { get; private set; }

    public DateTime? CreamOffAt { get; private set; }

    public Guid? DeviceId { get; private set; }

    public string? DeviceName { get; private set; }

    public List<UsedLot> Used { get; private set; } = [];

    public DateTime? NeedlingStartedAt { get; private set; }

    public DateTime? NeedlingFinishedAt { get; private set; }

    public List<SessionZone> Zones { get; private set; } = [];

    /// <summary>Deepest setting of any zone, mm; 0 while none is recorded.</summary>
    public decimal DeepestMm => Zones.Select(z => z.DepthMm).DefaultIfEmpty(0).Max();

    /// <summary>Lesions and areas that are left out, in the order in which they were marked.</summary>
    public List<SkinMark> Marks { get; private set; } = [];

    /// <summary>The photographs that belonged to it when it was signed.</summary>
    public List<SignedPhoto> Photos { get; private set; } = [];

    /// <summary>Immediate reactions, ids of the adverse-event vocabulary or plain words.</summary>
    public List<string> Reactions { get; set; } = [];

    public string Notes { get; set; } = "";

    public DateTime? AftercareGivenAt { get; private set; }

    public DateTime? SignedAt { get; private set; }

    public Guid? SignedById { get; private set; }

    public string? SignedByName { get; private set; }

    /// <summary>The whole record as signed, in words and figures.</summary>
    public string? SignedText { get; private set; }

    public string? SignedHash { get; private set; }

    public void Tick(GateTick tick) => Gate = [.. Gate.Where(t => t.Item != tick.Item), tick];

    public void Untick(string item) => Gate = [.. Gate.Where(t => t.Item != item)];

    public void PutCreamOn(NumbingCream cream, DateTime now) => (Cream, CreamOnAt, CreamOffAt) = (cream, now, null);

    public void TakeCreamOff(DateTime now) => CreamOffAt = now;

    public void TakeDevice(Guid id, string name) => (DeviceId, DeviceName) = (id, name);

    public void Use(UsedLot lot) => Used = [.. Used, lot];

    public void StartNeedling(DateTime now) => NeedlingStartedAt ??= now;

    public void Record(SessionZone zone) => Zones = [.. Zones.Where(z => z.Zone != zone.Zone), zone];

    /// <summary>Marks something, or says anew what is known of it.</summary>
    public void Mark(SkinMark mark) => Marks = [.. Marks.Where(m => m.Id != mark.Id), mark];

    public void Unmark(Guid markId) => Marks = [.. Marks.Where(m => m.Id != markId)];

    public void FinishNeedling(DateTime now) => NeedlingFinishedAt = now;

    public void GiveAftercare(DateTime now) => AftercareGivenAt ??= now;

    /// <summary>Copies which photographs are signed with it.</summary>
    public void Take(List<SignedPhoto> photos) => Photos = photos;

    public void Sign(Guid by, string name, string text, string hash, DateTime now) =>
        (SignedById, SignedByName, SignedText, SignedHash, SignedAt) = (by, name, text, hash, now);
}

/// <summary>A correction after signing: the old text stays visible beside it.</summary>
public sealed class Amendment : CourseRow
{
    public required Guid SessionId { get; init; }

    public required string Text { get; init; }

    public required string Reason { get; init; }

    public required DateTime AmendedAt { get; init; }

    public required string AmendedByName { get; init; }
}
