namespace Fibril.Pathway.Sessions;

/// <summary>One check of the gate, ticked by the person who did it.</summary>
public sealed record GateTick(string Item, Guid ById, string ByName, DateTime At, string Note = "");

/// <summary>The numbing cream of one session.</summary>
/// <param name="Product">Anaesthetic id of the vocabulary.</param>
/// <param name="By">Who put it on; null in records from before names were kept.</param>
/// <param name="OffBy">Who took it off.</param>
/// <param name="AmideMgPerGram">Milligrams of amide in one gram, of the label or of the jar; null in records from before it was kept.</param>
/// <param name="Order">Whose order it went on; null for a cream that needs none, and in records from before it was kept.</param>
public sealed record NumbingCream(
    string Product, Guid? LotId, string Lot, decimal Grams, decimal AreaCm2, Doer? By = null, Doer? OffBy = null, decimal? AmideMgPerGram = null, CreamOrder? Order = null);

/// <summary>A physician's order of a cream that has no label, with its reason.</summary>
public sealed record CreamOrder(Doer Physician, string Reason);

/// <summary>What was done in one zone.</summary>
/// <param name="DepthMm">Set needle depth in millimetres.</param>
/// <param name="Directions">horizontal, vertical, diagonal-left, diagonal-right.</param>
/// <param name="SpeedCmPerS">Glide speed; null when not noted.</param>
/// <param name="EndPoint">none, erythema, pinpoint-bleeding.</param>
/// <param name="Pain">0 to 10 at the worst moment.</param>
/// <param name="By">Who recorded it; null in records from before names were kept.</param>
public sealed record SessionZone(
    string Zone, decimal DepthMm, int Passes, List<string> Directions, decimal? RateHz, decimal? SpeedCmPerS, string EndPoint, int? Pain, string Skipped, string DepthReason, Doer? By = null);

/// <summary>A cartridge, serum or antiseptic as it was used: name, lot and expiry are copied, so that history cannot change under it.</summary>
/// <param name="Reason">Why a second cartridge was opened for the same person; null for the first.</param>
/// <param name="By">Who opened or took it; null in records from before names were kept.</param>
/// <param name="Back">Set when it was charted by mistake and has been taken back; the line stays.</param>
public sealed record UsedLot(Guid LotId, string Item, string Kind, string Lot, DateOnly ExpiresOn, string? Unit, string? Reason = null, Doer? By = null, TakenBack? Back = null)
{
    public bool Is(Guid lotId, string? unit) => LotId == lotId && Unit == unit;

    /// <summary>Id of the field that takes this line back. A method: the row is kept as JSON, and this is no part of it.</summary>
    public string ToField() => $"back-{LotId:N}-{Unit}".Replace(' ', '-');
}

/// <summary>Why something that was charted was not used after all.</summary>
public sealed record TakenBack(Doer By, DateTime At, string Reason);

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

    /// <summary>All that was charted, with what was taken back; <see cref="InUse"/> is what counts.</summary>
    public List<UsedLot> Used { get; private set; } = [];

    /// <summary>What was used on this person.</summary>
    public IEnumerable<UsedLot> InUse => Used.Where(u => u.Back is null);

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

    public void TakeCreamOff(DateTime now, Doer? by = null) => (CreamOffAt, Cream) = (now, Cream is null ? null : Cream with { OffBy = by });

    public void TakeDevice(Guid id, string name) => (DeviceId, DeviceName) = (id, name);

    public void Use(UsedLot lot) => Used = [.. Used, lot];

    public void TakeBack(Guid lotId, string? unit, TakenBack back) => Used = [.. Used.Select(u => u.Back is null && u.Is(lotId, unit) ? u with { Back = back } : u)];

    public void StartNeedling(DateTime now, Doer? by = null)
    {
        NeedlingStartedAt ??= now;
        Step(SessionGate.Started, now, by);
    }

    public void Record(SessionZone zone) => Zones = [.. Zones.Where(z => z.Zone != zone.Zone), zone];

    /// <summary>Marks something, or says anew what is known of it.</summary>
    public void Mark(SkinMark mark) => Marks = [.. Marks.Where(m => m.Id != mark.Id), mark];

    public void Unmark(Guid markId) => Marks = [.. Marks.Where(m => m.Id != markId)];

    public void FinishNeedling(DateTime now, Doer? by = null)
    {
        NeedlingFinishedAt = now;
        Step(SessionGate.Finished, now, by);
    }

    public void GiveAftercare(DateTime now, Doer? by = null)
    {
        AftercareGivenAt ??= now;
        Step(SessionGate.Aftercare, now, by);
    }

    /// <summary>Who did a step that stands among the ticks; null in records from before names were kept.</summary>
    public Doer? DoerOf(string step) => Gate.FirstOrDefault(t => t.Item == step) is { } tick ? new(tick.ById, tick.ByName) : null;

    /// <summary>Everybody who held the needle: began, recorded a zone or finished, in this order.</summary>
    public IReadOnlyList<Doer> Needlers => [.. ((Doer?[])[DoerOf(SessionGate.Started), .. Zones.Select(z => z.By), DoerOf(SessionGate.Finished)]).OfType<Doer>().DistinctBy(d => d.Id)];

    /// <summary>Copies which photographs are signed with it.</summary>
    public void Take(List<SignedPhoto> photos) => Photos = photos;

    public void Sign(Guid by, string name, string text, string hash, DateTime now) =>
        (SignedById, SignedByName, SignedText, SignedHash, SignedAt) = (by, name, text, hash, now);

    /// <summary>The first one stays, as the time of the step does.</summary>
    private void Step(string step, DateTime now, Doer? by)
    {
        if (by is not null && !SessionGate.IsTicked(this, step))
        {
            Tick(new(step, by.Id, by.Name, now));
        }
    }
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
