namespace Fibril.Scheduling;

/// <summary>Units of a day for one person or place, each free or not. Bits, because it is asked millions of times.</summary>
internal sealed class Row(Axis axis)
{
    private const int Word = 64;

    private readonly ulong[] free = new ulong[(axis.Length + Word - 1) / Word];

    /// <summary>Whether every unit is free; none outside the axis is.</summary>
    public bool IsFree(int from, int to)
    {
        (from, to) = (from - axis.From, to - axis.From);
        if (from < 0 || to > axis.Length)
        {
            return false;
        }

        for (var word = from / Word; word * Word < to; word++)
        {
            var mask = Mask(word, from, to);
            if ((free[word] & mask) != mask)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Frees or takes the units, as far as they lie on the axis.</summary>
    public void Set(int from, int to, bool isFree)
    {
        (from, to) = (Math.Max(0, from - axis.From), Math.Min(axis.Length, to - axis.From));
        for (var word = from / Word; word * Word < to; word++)
        {
            free[word] = isFree ? free[word] | Mask(word, from, to) : free[word] & ~Mask(word, from, to);
        }
    }

    public void Clear() => Array.Clear(free);

    public void CopyFrom(Row other) => other.free.CopyTo(free.AsSpan());

    /// <summary>Keeps what is free in both.</summary>
    public void And(Row other)
    {
        for (var word = 0; word < free.Length; word++)
        {
            free[word] &= other.free[word];
        }
    }

    /// <summary>Adds what is free in the other.</summary>
    public void Or(Row other)
    {
        for (var word = 0; word < free.Length; word++)
        {
            free[word] |= other.free[word];
        }
    }

    /// <summary>Keeps the units from which on so many are free.</summary>
    public void KeepRuns(int length)
    {
        for (int have = 1, step; have < length; have += step)
        {
            step = Math.Min(have, length - have);
            for (var word = 0; word < free.Length; word++)
            {
                free[word] &= Later(word, step);
            }
        }
    }

    /// <summary>Makes free the units, and only those, with a free one from <paramref name="least"/> to <paramref name="most"/> units later.</summary>
    public void Reach(int least, int most)
    {
        for (int have = 1, step; have <= most - least; have += step)
        {
            step = Math.Min(have, most - least + 1 - have);
            for (var word = 0; word < free.Length; word++)
            {
                free[word] |= Later(word, step);
            }
        }

        for (var word = 0; word < free.Length; word++)
        {
            free[word] = Later(word, least);
        }
    }

    /// <summary>The units that lie so many after those of a word.</summary>
    private ulong Later(int word, int units)
    {
        var (from, bits) = (word + (units / Word), units % Word);
        var low = from < free.Length ? free[from] >> bits : 0;
        return bits > 0 && from + 1 < free.Length ? low | (free[from + 1] << (Word - bits)) : low;
    }

    /// <summary>The bits of one word that lie in the interval.</summary>
    private static ulong Mask(int word, int from, int to)
    {
        var (first, last) = (Math.Max(0, from - (word * Word)), Math.Min(Word, to - (word * Word)));
        return last <= first ? 0 : ulong.MaxValue >> (Word - (last - first)) << first;
    }
}
