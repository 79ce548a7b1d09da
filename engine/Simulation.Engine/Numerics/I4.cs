using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Simulation.Engine.Numerics;

/// <summary>4 integers in one <see cref="Vector128{T}"/>.</summary>
/// <param name="v">The lanes.</param>
public readonly unsafe struct I4(Vector128<int> v) : IIntLanes<I4, F4>
{
    /// <summary>The lanes.</summary>
    public readonly Vector128<int> V = v;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 All(int value) => new(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 Counting(int first) => new(Vector128.Create(first) + Vector128.Create(0, 1, 2, 3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 Load(int* source) => new(Vector128.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 Load(byte* source)
    {
        Vector128<byte> bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(source)).AsByte();
        return new(Vector128.WidenLower(Vector128.WidenLower(bytes)).AsInt32());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 Load(ushort* source)
    {
        Vector128<ushort> halves = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(source)).AsUInt16();
        return new(Vector128.WidenLower(halves).AsInt32());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 Gather(int* table, I4 index)
    {
        return new(Vector128.Create(
            table[index.V.GetElement(0)],
            table[index.V.GetElement(1)],
            table[index.V.GetElement(2)],
            table[index.V.GetElement(3)]));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(I4 value, int* target) => value.V.Store(target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(I4 value, byte* target)
    {
        Vector128<uint> low = value.V.AsUInt32() & Vector128.Create(0xFFu);
        Vector128<ushort> halves = Vector128.Narrow(low, low);
        Unsafe.WriteUnaligned(target, Vector128.Narrow(halves, halves).AsUInt32().ToScalar());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(I4 value, ushort* target)
    {
        Vector128<uint> low = value.V.AsUInt32() & Vector128.Create(0xFFFFu);
        Unsafe.WriteUnaligned(target, Vector128.Narrow(low, low).AsUInt64().ToScalar());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 FromBits(F4 value) => new(value.V.AsInt32());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 Less(I4 a, I4 b) => new(Vector128.LessThan(a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 Equal(I4 a, I4 b) => new(Vector128.Equals(a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 Select(I4 mask, I4 a, I4 b) => new(Vector128.ConditionalSelect(mask.V, a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 Min(I4 a, I4 b) => new(Vector128.Min(a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 Max(I4 a, I4 b) => new(Vector128.Max(a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 RotateLeft(I4 value, [System.Diagnostics.CodeAnalysis.ConstantExpected] byte count) =>
        Avx512F.VL.IsSupported ? new(Avx512F.VL.RotateLeft(value.V, count)) : new((value.V << count) | (value.V >>> (32 - count)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sum(I4 value) => Vector128.Sum(value.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool None(I4 value) => value.V == Vector128<int>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 operator +(I4 a, I4 b) => new(a.V + b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 operator -(I4 a, I4 b) => new(a.V - b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 operator *(I4 a, I4 b) => new(a.V * b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 operator &(I4 a, I4 b) => new(a.V & b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 operator |(I4 a, I4 b) => new(a.V | b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 operator ^(I4 a, I4 b) => new(a.V ^ b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 operator ~(I4 a) => new(~a.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 operator <<(I4 a, int count) => new(a.V << count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 operator >>>(I4 a, int count) => new(a.V >>> count);
}
