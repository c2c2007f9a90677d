namespace Fibril.Protocol;

/// <summary>A set of rules by their place in the order of judging; 256 at most.</summary>
internal struct RuleSet
{
    /// <summary>Most rules a pack may have.</summary>
    public const int Most = 256;

    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;

    public readonly bool Has(int index) => (Part(index >> 6) >> (index & 63) & 1) != 0;

    public readonly bool Meets(in RuleSet other) => ((a & other.a) | (b & other.b) | (c & other.c) | (d & other.d)) != 0;

    public void Add(int index)
    {
        var bit = 1UL << (index & 63);
        switch (index >> 6)
        {
            case 0: a |= bit; break;
            case 1: b |= bit; break;
            case 2: c |= bit; break;
            default: d |= bit; break;
        }
    }

    public void Add(in RuleSet other) => (a, b, c, d) = (a | other.a, b | other.b, c | other.c, d | other.d);

    /// <summary>64 of them as bits.</summary>
    public readonly ulong Part(int part) => part switch { 0 => a, 1 => b, 2 => c, _ => d };
}
