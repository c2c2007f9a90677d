namespace Fibril.Practice.Clinics;

/// <summary>What a clinic asks of those who book: a deposit, a fee for not coming, and whether it says yes to each booking itself.</summary>
public sealed record BookingTerms
{
    /// <summary>Asked for before the visit, in the clinic's currency; null for none. Paid in the clinic or by transfer: no card is taken here.</summary>
    public decimal? Deposit { get; init; }

    /// <summary>Asked of who does not come, or cancels too late, in the clinic's currency; null for none.</summary>
    public decimal? MissedFee { get; init; }

    /// <summary>Until so many hours before it, moving and cancelling cost nothing.</summary>
    public int FreeUntilHours { get; init; } = 24;

    /// <summary>The clinic's own words about it, shown as they are; empty for none.</summary>
    public string Words { get; init; } = "";

    /// <summary>A booking by a patient is a request, which the clinic accepts or declines.</summary>
    public bool ByRequest { get; init; }

    /// <summary>A session is booked before the consent is signed. Needling without it is never possible.</summary>
    public PrerequisiteLevel Consent { get; init; }

    /// <summary>A session is booked and the clinic has no number to call.</summary>
    public PrerequisiteLevel Telephone { get; init; }

    /// <summary>Whether there is anything to tell who books.</summary>
    public bool IsSilent => Deposit is null && MissedFee is null && Words.Length == 0;
}
