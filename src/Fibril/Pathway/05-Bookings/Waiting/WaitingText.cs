using Fibril.Platform.Ui;

namespace Fibril.Pathway.Bookings.Waiting;

/// <summary>When somebody could come, in words.</summary>
internal static class WaitingText
{
    public static string Of(WaitingWish wish)
    {
        var days = wish.Days.Count is 0 or 7 ? "Any day" : string.Join(", ", wish.Days.OrderBy(d => ((int)d + 6) % 7).Select(d => d.ToString()[..3]));
        return (wish.From, wish.Until) switch
        {
            (null, null) => $"{days}, any time",
            ({ } from, null) => $"{days}, from {from.ToText()}",
            (null, { } until) => $"{days}, until {until.ToText()}",
            ({ } from, { } until) => $"{days}, {from.ToText()} to {until.ToText()}",
        };
    }
}
