using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Simulation.Engine.Numerics;

/// <summary>16 integers in one <see cref="Vector512{T}"/>.</summary>
/// <param name="v">The lanes.</param>
public readonly unsafe struct I16(Vector512<int> v) : IIntLanes<I16, F16>
{
    /// <summary>The lanes.</summary>
    public readonly Vector512<int> V = v;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 All(int value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 Counting(int first) => new(Vector512.Create(first) + Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 Load(int* source) => new(Vector512.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 Load(byte* source)
    {
        if (Avx512F.IsSupported)
        {
            return new(Avx512F.ConvertToVector512Int32(Vector128.Load(source)));
        }

        (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(Vector128.Load(source));
        (Vector128<uint> a, Vector128<uint> b) = Vector128.Widen(low);
        (Vector128<uint> c, Vector128<uint> d) = Vector128.Widen(high);
        return new(Vector512.Create(Vector256.Create(a, b), Vector256.Create(c, d)).AsInt32());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 Load(ushort* source)
    {
        if (Avx512F.IsSupported)
        {
            return new(Avx512F.ConvertToVector512Int32(Vector256.Load(source)));
        }

        (Vector256<uint> low, Vector256<uint> high) = Vector256.Widen(Vector256.Load(source));
        return new(Vector512.Create(low, high).AsInt32());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 Gather(int* table, I16 index)
    {
        // Two 256-bit gathers: no 512-bit gather is faster than them on the processors measured.
        if (Avx2.IsSupported)
        {
            return new(Vector512.Create(
                Avx2.GatherVector256(table, index.V.GetLower(), 4),
                Avx2.GatherVector256(table, index.V.GetUpper(), 4)));
        }

        int* lanes = stackalloc int[16];
        for (int i = 0; i < 16; i++)
        {
            lanes[i] = table[index.V.GetElement(i)];
        }

        return Load(lanes);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(I16 value, int* target) => value.V.Store(target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(I16 value, byte* target)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector128Byte(value.V).Store(target);
            return;
        }

        Vector256<ushort> halves = Vector256.Narrow(value.V.AsUInt32().GetLower() & Vector256.Create(0xFFu), value.V.AsUInt32().GetUpper() & Vector256.Create(0xFFu));
        Vector128.Narrow(halves.GetLower(), halves.GetUpper()).Store(target);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(I16 value, ushort* target)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector256UInt16(value.V).Store(target);
            return;
        }

        Vector256.Narrow(value.V.AsUInt32().GetLower() & Vector256.Create(0xFFFFu), value.V.AsUInt32().GetUpper() & Vector256.Create(0xFFFFu)).Store(target);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 FromBits(F16 value) => new(value.V.AsInt32());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 Less(I16 a, I16 b) => new(Vector512.LessThan(a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 Equal(I16 a, I16 b) => new(Vector512.Equals(a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 Select(I16 mask, I16 a, I16 b) => new(Vector512.ConditionalSelect(mask.V, a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 Min(I16 a, I16 b) => new(Vector512.Min(a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 Max(I16 a, I16 b) => new(Vector512.Max(a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 RotateLeft(I16 value, [System.Diagnostics.CodeAnalysis.ConstantExpected] byte count) =>
        Avx512F.IsSupported ? new(Avx512F.RotateLeft(value.V, count)) : new((value.V << count) | (value.V >>> (32 - count)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sum(I16 value) => Vector512.Sum(value.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool None(I16 value) => value.V == Vector512<int>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 operator +(I16 a, I16 b) => new(a.V + b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 operator -(I16 a, I16 b) => new(a.V - b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 operator *(I16 a, I16 b) => new(a.V * b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 operator &(I16 a, I16 b) => new(a.V & b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 operator |(I16 a, I16 b) => new(a.V | b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 operator ^(I16 a, I16 b) => new(a.V ^ b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 operator ~(I16 a) => new(~a.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 operator <<(I16 a, int count) => new(a.V << count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 operator >>>(I16 a, int count) => new(a.V >>> count);
}
