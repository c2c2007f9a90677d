using Fibril.Platform.Access;

namespace Fibril.Pathway.Bookings;

/// <summary>Every staff role works with the diary; a patient with the own visits.</summary>
public sealed class BookingPolicy : IPolicy
{
    public const string Read = "Bookings.Read";

    /// <summary>Book, move, cancel.</summary>
    public const string Book = "Bookings.Book";

    /// <summary>Arrived, not come, left.</summary>
    public const string Mark = "Bookings.Mark";

    /// <summary>See, book, move and cancel one's own.</summary>
    public const string Own = "Bookings.Own";

    /// <summary>Calendars that show a token of their own; they cannot sign in.</summary>
    public const string Feed = "Bookings.Feed";

    public IEnumerable<AccessRule> Rules =>
    [
        AccessRule.AllStaff(Read),
        AccessRule.AllStaff(Book),
        AccessRule.AllStaff(Mark),
        AccessRule.Patient(Own),
        AccessRule.Open(Feed),
    ];
}
