using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Simulation.Engine.Observation;

/// <summary>The counts of one stratum in one week, or their sum over several: one whole number for each <see cref="CountKey"/>.</summary>
[InlineArray(Keys)]
public struct Tally : IEquatable<Tally>
{
    /// <summary>Number of counts.</summary>
    public const int Keys = (int)CountKey.StreetResidents + 1;

    private long first;

    /// <summary>One count.</summary>
    public long this[CountKey key]
    {
        readonly get => Unsafe.Add(ref Unsafe.AsRef(in first), Checked(key));
        set => Unsafe.Add(ref first, Checked(key)) = value;
    }

    /// <summary>All counts, in the order of <see cref="CountKey"/>.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<long> Counts => MemoryMarshal.CreateReadOnlySpan(in first, Keys);

    /// <summary>Sum of several counts.</summary>
    public readonly long Sum(IReadOnlyList<CountKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        long sum = 0;
        for (int i = 0; i < keys.Count; i++)
        {
            sum += this[keys[i]];
        }

        return sum;
    }

    /// <summary>Adds another stratum's or week's counts.</summary>
    public void Add(in Tally other)
    {
        for (int i = 0; i < Keys; i++)
        {
            Unsafe.Add(ref first, i) += Unsafe.Add(ref Unsafe.AsRef(in other.first), i);
        }
    }

    /// <inheritdoc/>
    public readonly bool Equals(Tally other) => Counts.SequenceEqual(other.Counts);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Tally other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode()
    {
        HashCode hash = default;
        foreach (long count in Counts)
        {
            hash.Add(count);
        }

        return hash.ToHashCode();
    }

    /// <summary>Whether all counts are equal.</summary>
    public static bool operator ==(Tally left, Tally right) => left.Equals(right);

    /// <summary>Whether a count differs.</summary>
    public static bool operator !=(Tally left, Tally right) => !left.Equals(right);

    private static int Checked(CountKey key) =>
        (int)key < Keys ? (int)key : throw new ArgumentOutOfRangeException(nameof(key), key, "There is no such count.");
}
