using System.Globalization;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>The bar of a numbing clock, in units of its drawing: it goes on beyond the maximum, so that too long is seen as such.</summary>
/// <param name="Minute">Length of a minute.</param>
/// <param name="Done">Length so far; the whole bar at most.</param>
/// <param name="Marks">Where the minimum and the maximum stand, with their minutes.</param>
public sealed record NumbingBar(string Minute, string Done, IReadOnlyList<(string At, int Minutes)> Marks)
{
    public const int Length = 320;

    /// <summary>The maximum stands at four fifths.</summary>
    private const decimal MaximumAt = Length * 0.8m;

    /// <summary>Of a product that stays on the skin for some minutes at least.</summary>
    public static NumbingBar Of(Dwell dwell, int minutes)
    {
        var minute = MaximumAt / dwell.MaxMinutes;
        return new(Number(minute), Number(Math.Min(Length, minutes * minute)), [(Number(dwell.MinMinutes * minute), dwell.MinMinutes), (Number(MaximumAt), dwell.MaxMinutes)]);
    }

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
