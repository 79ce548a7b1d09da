using System.Numerics;
using System.Runtime.CompilerServices;

namespace Simulation.Engine.Numerics;

/// <summary>One integer: the scalar twin of every kernel.</summary>
/// <param name="v">The lane.</param>
public readonly unsafe struct I1(int v) : IIntLanes<I1, F1>
{
    /// <summary>The lane.</summary>
    public readonly int V = v;

    /// <inheritdoc/>
    public static I1 All(int value) => new(value);

    /// <inheritdoc/>
    public static I1 Counting(int first) => new(first);

    /// <inheritdoc/>
    public static I1 Load(int* source) => new(*source);

    /// <inheritdoc/>
    public static I1 Load(byte* source) => new(*source);

    /// <inheritdoc/>
    public static I1 Load(ushort* source) => new(*source);

    /// <inheritdoc/>
    public static I1 Gather(int* table, I1 index) => new(table[index.V]);

    /// <inheritdoc/>
    public static void Store(I1 value, int* target) => *target = value.V;

    /// <inheritdoc/>
    public static void Store(I1 value, byte* target) => *target = (byte)value.V;

    /// <inheritdoc/>
    public static void Store(I1 value, ushort* target) => *target = (ushort)value.V;

    /// <inheritdoc/>
    public static I1 FromBits(F1 value) => new(BitConverter.SingleToInt32Bits(value.V));

    /// <inheritdoc/>
    public static I1 Less(I1 a, I1 b) => new(a.V < b.V ? -1 : 0);

    /// <inheritdoc/>
    public static I1 Equal(I1 a, I1 b) => new(a.V == b.V ? -1 : 0);

    /// <inheritdoc/>
    public static I1 Select(I1 mask, I1 a, I1 b) => new((mask.V & a.V) | (~mask.V & b.V));

    /// <inheritdoc/>
    public static I1 Min(I1 a, I1 b) => new(Math.Min(a.V, b.V));

    /// <inheritdoc/>
    public static I1 Max(I1 a, I1 b) => new(Math.Max(a.V, b.V));

    /// <inheritdoc/>
    public static I1 RotateLeft(I1 value, [System.Diagnostics.CodeAnalysis.ConstantExpected] byte count) =>
        new((int)BitOperations.RotateLeft((uint)value.V, count));

    /// <inheritdoc/>
    public static int Sum(I1 value) => value.V;

    /// <inheritdoc/>
    public static bool None(I1 value) => value.V == 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I1 operator +(I1 a, I1 b) => new(a.V + b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I1 operator -(I1 a, I1 b) => new(a.V - b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I1 operator *(I1 a, I1 b) => new(a.V * b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I1 operator &(I1 a, I1 b) => new(a.V & b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I1 operator |(I1 a, I1 b) => new(a.V | b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I1 operator ^(I1 a, I1 b) => new(a.V ^ b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I1 operator ~(I1 a) => new(~a.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I1 operator <<(I1 a, int count) => new(a.V << count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I1 operator >>>(I1 a, int count) => new(a.V >>> count);
}
