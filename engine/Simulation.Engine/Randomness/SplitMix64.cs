namespace Simulation.Engine.Randomness;

/// <summary>
/// Addressed numbers outside the day's kernels (which have <see cref="Luck"/>): synthesis, ranks of who is reached first,
/// draws of a study. Steele, Lea and Flood, “Fast splittable pseudorandom number generators”, OOPSLA 2014.
/// </summary>
public static class SplitMix64
{
    /// <summary>Odd constant near 2⁶⁴ over the golden ratio, by which the generator's counter goes on.</summary>
    public const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    /// <summary>The finaliser: a bijection that spreads every bit over all.</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }

    /// <summary>A word's upper 53 bits as a number in [0, 1).</summary>
    public static double Unit(ulong word) => (word >> 11) * (1.0 / (1UL << 53));

    /// <summary>FNV-1a hash of a name over its UTF-16 units: the address of what is called so.</summary>
    public static ulong OfName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ulong hash = 14695981039346656037;
        foreach (char c in name)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }
}
