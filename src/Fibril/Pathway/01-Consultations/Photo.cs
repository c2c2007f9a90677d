namespace Fibril.Pathway.Consultations;

public enum PhotoView
{
    Front,
    Left45,
    Left90,
    Right45,
    Right90,
    CloseUp,

    /// <summary>Sent by the person with a report: neither view, distance nor light are known, so it is looked at and never compared.</summary>
    Sent,
}

/// <summary>Something that makes a photograph hard to compare, as it was found when it was taken.</summary>
public sealed record PhotoFault(string Code, string Sentence);

/// <summary>A clinical photograph: the file is encrypted elsewhere, here is what it shows, how it was taken and what it may be used for.</summary>
public sealed class Photo : CourseRow
{
    public required PhotoView View { get; init; }

    public string? Zone { get; init; }

    public required DateTime TakenAt { get; init; }

    public required string TakenByName { get; init; }

    /// <summary>The stored file.</summary>
    public required Guid FileId { get; init; }

    /// <summary>What the camera wrote of how it was taken; empty when it wrote nothing.</summary>
    public string Camera { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>What the check found; while there is something and nobody has said why it stays, the photograph is held.</summary>
    public List<PhotoFault> Faults { get; init; } = [];

    public string? KeptWhy { get; private set; }

    public string? KeptByName { get; private set; }

    /// <summary>What the person chose for this one photograph; nothing: what was chosen for the whole course holds.</summary>
    public List<PhotoUseChoice> Uses { get; private set; } = [];

    public DateTime? InvalidatedAt { get; private set; }

    public string? InvalidatedWhy { get; private set; }

    /// <summary>Waits for somebody to keep it all the same or to take it again.</summary>
    public bool IsHeld => Faults.Count > 0 && KeptWhy is null && InvalidatedAt is null;

    /// <summary>Neither held, struck out nor taken out of the record by the person.</summary>
    public bool Counts => !IsHeld && InvalidatedAt is null && !IsOutOfRecord;

    /// <summary>The person took it out of the record: no staff see it.</summary>
    public bool IsOutOfRecord => Choice(PhotoUse.Record) is { Stands: false };

    /// <summary>The choice for this one photograph; null when none was made.</summary>
    public PhotoUseChoice? Choice(PhotoUse use) => Uses.FirstOrDefault(u => u.Use == use);

    public void Keep(string why, string by) => (KeptWhy, KeptByName) = (why, by);

    public void Invalidate(string why, DateTime now) => (InvalidatedWhy, InvalidatedAt) = (why, now);

    public void Allow(PhotoUse use, DateTime now) => Uses = [.. Uses.Where(u => u.Use != use), new(use, now)];

    public void Disallow(PhotoUse use, DateTime now) =>
        Uses = [.. Uses.Where(u => u.Use != use), new(use, Choice(use)?.ChosenAt ?? now, Choice(use)?.Given ?? true, now)];

    /// <summary>The use was taken back for the whole course. Out of the record is out; for other uses the course's choice counts again, where this one had been allowed alone.</summary>
    public void TakeBackForAll(PhotoUse use, DateTime now)
    {
        if (use == PhotoUse.Record && !IsOutOfRecord)
        {
            Uses = [.. Uses.Where(u => u.Use != use), new(use, now, WithdrawnAt: now, WithAll: true)];
        }
        else if (use != PhotoUse.Record && Choice(use) is { Stands: true })
        {
            Uses = [.. Uses.Where(u => u.Use != use)];
        }
    }

    /// <summary>The use was allowed again for the whole course: what was taken out with all is in it again; what was forbidden for this one alone stays so.</summary>
    public void AllowForAll(PhotoUse use) => Uses = [.. Uses.Where(u => u.Use != use || !u.WithAll)];
}
