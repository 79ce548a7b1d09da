using System.Numerics;
using Simulation.Engine.Numerics;

namespace Simulation.Benchmarks.Whole;

/// <summary>
/// Counts the lane operations of a kernel: the scalar twin with a counter. Adds, multiplies, divides, comparisons,
/// selections, conversions, loads and stores count one each; constants and reinterpretations none. Used by one thread.
/// </summary>
internal static class CountedOperations
{
    /// <summary>Operations since the last <see cref="Reset"/>.</summary>
    public static long Total { get; private set; }

    /// <summary>Starts again at none.</summary>
    public static void Reset() => Total = 0;

    /// <summary>Counts one and passes the value on.</summary>
    public static T Count<T>(T value)
    {
        Total++;
        return value;
    }
}

/// <summary>One float that counts what is done with it.</summary>
/// <param name="v">The lane.</param>
internal readonly unsafe struct CountedFloat(float v) : IFloatLanes<CountedFloat, CountedInt>
{
    public readonly float V = v;

    public static int Width => 1;

    public static CountedFloat All(float value) => new(value);

    public static CountedFloat Load(float* source) => Made(*source);

    public static CountedFloat Gather(float* table, CountedInt index) => Made(table[index.V]);

    public static void Store(CountedFloat value, float* target) => *target = Made(value.V).V;

    public static CountedFloat FromInt(CountedInt value) => Made(value.V);

    public static CountedFloat FromBits(CountedInt bits) => new(BitConverter.Int32BitsToSingle(bits.V));

    public static CountedInt Less(CountedFloat a, CountedFloat b) => CountedInt.Made(a.V < b.V ? -1 : 0);

    public static CountedFloat Select(CountedInt mask, CountedFloat a, CountedFloat b) => Made(mask.V != 0 ? a.V : b.V);

    public static CountedFloat Min(CountedFloat a, CountedFloat b) => Made(a.V < b.V ? a.V : b.V);

    public static CountedFloat Max(CountedFloat a, CountedFloat b) => Made(a.V > b.V ? a.V : b.V);

    public static CountedFloat operator +(CountedFloat a, CountedFloat b) => Made(a.V + b.V);

    public static CountedFloat operator -(CountedFloat a, CountedFloat b) => Made(a.V - b.V);

    public static CountedFloat operator *(CountedFloat a, CountedFloat b) => Made(a.V * b.V);

    public static CountedFloat operator /(CountedFloat a, CountedFloat b) => Made(a.V / b.V);

    private static CountedFloat Made(float value) => new(CountedOperations.Count(value));
}

/// <summary>One integer that counts what is done with it.</summary>
/// <param name="v">The lane.</param>
internal readonly unsafe struct CountedInt(int v) : IIntLanes<CountedInt, CountedFloat>
{
    public readonly int V = v;

    public static CountedInt All(int value) => new(value);

    public static CountedInt Counting(int first) => Made(first);

    public static CountedInt Load(int* source) => Made(*source);

    public static CountedInt Load(byte* source) => Made(*source);

    public static CountedInt Load(ushort* source) => Made(*source);

    public static CountedInt Gather(int* table, CountedInt index) => Made(table[index.V]);

    public static void Store(CountedInt value, int* target) => *target = Made(value.V).V;

    public static void Store(CountedInt value, byte* target) => *target = (byte)Made(value.V).V;

    public static void Store(CountedInt value, ushort* target) => *target = (ushort)Made(value.V).V;

    public static CountedInt FromBits(CountedFloat value) => new(BitConverter.SingleToInt32Bits(value.V));

    public static CountedInt Less(CountedInt a, CountedInt b) => Made(a.V < b.V ? -1 : 0);

    public static CountedInt Equal(CountedInt a, CountedInt b) => Made(a.V == b.V ? -1 : 0);

    public static CountedInt Select(CountedInt mask, CountedInt a, CountedInt b) => Made((mask.V & a.V) | (~mask.V & b.V));

    public static CountedInt Min(CountedInt a, CountedInt b) => Made(Math.Min(a.V, b.V));

    public static CountedInt Max(CountedInt a, CountedInt b) => Made(Math.Max(a.V, b.V));

    public static CountedInt RotateLeft(CountedInt value, [System.Diagnostics.CodeAnalysis.ConstantExpected] byte count) =>
        Made((int)BitOperations.RotateLeft((uint)value.V, count));

    public static int Sum(CountedInt value) => value.V;

    public static bool None(CountedInt value) => value.V == 0;

    public static CountedInt operator +(CountedInt a, CountedInt b) => Made(a.V + b.V);

    public static CountedInt operator -(CountedInt a, CountedInt b) => Made(a.V - b.V);

    public static CountedInt operator *(CountedInt a, CountedInt b) => Made(a.V * b.V);

    public static CountedInt operator &(CountedInt a, CountedInt b) => Made(a.V & b.V);

    public static CountedInt operator |(CountedInt a, CountedInt b) => Made(a.V | b.V);

    public static CountedInt operator ^(CountedInt a, CountedInt b) => Made(a.V ^ b.V);

    public static CountedInt operator ~(CountedInt a) => Made(~a.V);

    public static CountedInt operator <<(CountedInt a, int count) => Made(a.V << count);

    public static CountedInt operator >>>(CountedInt a, int count) => Made(a.V >>> count);

    internal static CountedInt Made(int value) => new(CountedOperations.Count(value));
}
