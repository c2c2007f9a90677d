namespace Fibril.Protocol;

/// <summary>An expression that is ready to be asked.</summary>
internal abstract record Bound
{
    /// <summary>Yes or no.</summary>
    public sealed record Flag(Func<Assessment, bool> Of) : Bound;

    /// <summary>A number; null = not known.</summary>
    public sealed record Number(Func<Assessment, decimal?> Of) : Bound;

    /// <summary>A day; null = not known.</summary>
    public sealed record Day(Func<Assessment, DateOnly?> Of) : Bound;

    /// <summary>A word; null = not known.</summary>
    /// <param name="Of">The word.</param>
    /// <param name="Known">Every word it can be in a pack.</param>
    public sealed record Word(Func<Assessment, string?> Of, Func<ProtocolPack, IReadOnlyList<string>> Known) : Bound;
}

/// <summary>Type of what a name stands for.</summary>
public enum NameType
{
    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A word of a closed list.</summary>
    Word,
}
