using Fibril.Platform.Data;

namespace Fibril.Pathway.Bookings;

/// <summary>One cell of the day: part of a visit over so many rows, or nothing.</summary>
public sealed record DiaryCell(Booking? Booking, int Rows, IReadOnlyList<Segment> Parts);

/// <summary>A few minutes over all places; a null cell is covered by the one above it.</summary>
public sealed record DiaryRow(DateTime At, IReadOnlyList<DiaryCell?> Cells);

/// <summary>The day as a grid of places and short spans of time. Pure.</summary>
public static class Diary
{
    /// <summary>Minutes of one row of the diary.</summary>
    public const int RowMinutes = 15;

    /// <param name="from">Opening, or the first visit where that is earlier.</param>
    /// <param name="minutes">Of one row.</param>
    public static IReadOnlyList<DiaryRow> Lay(IReadOnlyList<Guid> places, IReadOnlyList<Booking> bookings, DateTime from, DateTime to, int minutes = RowMinutes)
    {
        var columns = places.Select(p => Column(p, bookings, from, to, minutes)).ToList();
        return [.. Enumerable.Range(0, Row(from, to, minutes)).Select(n => new DiaryRow(from.AddMinutes(n * minutes), [.. columns.Select(c => c[n])]))];
    }

    private static DiaryCell?[] Column(Guid place, IReadOnlyList<Booking> bookings, DateTime from, DateTime to, int minutes)
    {
        var cells = Enumerable.Repeat<DiaryCell?>(new(null, 1, []), Row(from, to, minutes)).ToArray();
        foreach (var booking in bookings)
        {
            var parts = booking.Segments.Where(s => s.PlaceId == place).ToList();
            if (parts.Count == 0)
            {
                continue;
            }

            var first = Math.Clamp((int)Math.Floor((parts[0].StartsAt - from).TotalMinutes / minutes), 0, cells.Length - 1);
            while (first < cells.Length - 1 && cells[first] is null or { Booking: not null })
            {
                first++;
            }

            var last = Math.Clamp((int)Math.Ceiling((parts[^1].EndsAt - from).TotalMinutes / minutes), first + 1, cells.Length);
            cells[first] = new(booking, last - first, parts);
            Array.Fill(cells, null, first + 1, last - first - 1);
        }

        return cells;
    }

    private static int Row(DateTime from, DateTime to, int minutes) => (int)Math.Ceiling((to - from).TotalMinutes / minutes);
}
