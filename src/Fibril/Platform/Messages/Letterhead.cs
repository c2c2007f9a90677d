namespace Fibril.Platform.Messages;

/// <summary>What a mail needs to know of the clinic that sends it.</summary>
/// <param name="Address">Where answers go; null when the clinic has given none.</param>
/// <param name="QuietFrom">From this wall-clock time nothing that can wait leaves …</param>
/// <param name="QuietUntil">… until this one. Equal means no quiet hours.</param>
public sealed record Letterhead(string ClinicName, string? Address, TimeZoneInfo Zone, TimeOnly QuietFrom, TimeOnly QuietUntil);

/// <summary>The letterhead of the caller's clinic; given by Practice, which knows clinics.</summary>
public delegate Task<Letterhead> LetterheadOf(CancellationToken stop);
