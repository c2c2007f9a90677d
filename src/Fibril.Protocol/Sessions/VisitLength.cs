namespace Fibril.Protocol;

/// <summary>One step of a visit.</summary>
public sealed record VisitStep
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Shortest, minutes.</summary>
    public required int MinutesFrom { get; init; }

    /// <summary>Longest usual, minutes.</summary>
    public required int MinutesTo { get; init; }

    /// <summary>True for the numbing: its minutes come from the product, and staff are free meanwhile.</summary>
    public bool Dwell { get; init; }
}

/// <summary>Minutes of numbing to book for a product.</summary>
public sealed record BookedDwell
{
    /// <summary>Anaesthetic id.</summary>
    public required string Product { get; init; }

    /// <summary>Shortest.</summary>
    public required int From { get; init; }

    /// <summary>Longest.</summary>
    public required int To { get; init; }

    /// <summary>Shortest on skin with atopic dermatitis, where it differs.</summary>
    public int? SensitiveFrom { get; init; }

    /// <summary>Longest on such skin, where it differs.</summary>
    public int? SensitiveTo { get; init; }
}

/// <summary>How long a visit takes.</summary>
/// <param name="FromMinutes">Shortest, minutes.</param>
/// <param name="ToMinutes">Longest usual, minutes.</param>
/// <param name="Steps">Steps in order; a visit without cream has no numbing step.</param>
public sealed record VisitLength(int FromMinutes, int ToMinutes, IReadOnlyList<VisitStep> Steps)
{
    /// <summary>Sum of the steps with the numbing of this anaesthetic. Source: knowledge base 4.6.</summary>
    /// <param name="pack">The knowledge.</param>
    /// <param name="anaesthetic">Anaesthetic id; <c>none</c> for no cream.</param>
    /// <param name="sensitiveSkin">Atopic dermatitis, now or before.</param>
    /// <exception cref="ProtocolException">There is no such anaesthetic.</exception>
    public static VisitLength For(ProtocolPack pack, string anaesthetic, bool sensitiveSkin = false)
    {
        var dwell = pack.BookedDwells.FirstOrDefault(d => d.Product == anaesthetic)
            ?? throw new ProtocolException($"protocol/sessions.yaml: no booked dwell for '{anaesthetic}'.");
        var (from, to) = sensitiveSkin ? (dwell.SensitiveFrom ?? dwell.From, dwell.SensitiveTo ?? dwell.To) : (dwell.From, dwell.To);
        List<VisitStep> steps = [.. pack.VisitTimeline
            .Where(s => !s.Dwell || to > 0)
            .Select(s => s.Dwell ? s with { MinutesFrom = from, MinutesTo = to } : s)];
        return new(steps.Sum(s => s.MinutesFrom), steps.Sum(s => s.MinutesTo), steps);
    }
}
