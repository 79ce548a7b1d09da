using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Simulation.Engine.Numerics;

/// <summary>8 integers in one <see cref="Vector256{T}"/>.</summary>
/// <param name="v">The lanes.</param>
public readonly unsafe struct I8(Vector256<int> v) : IIntLanes<I8, F8>
{
    /// <summary>The lanes.</summary>
    public readonly Vector256<int> V = v;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 All(int value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 Counting(int first) => new(Vector256.Create(first) + Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 Load(int* source) => new(Vector256.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 Load(byte* source)
    {
        Vector128<byte> bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(source)).AsByte();
        if (Avx2.IsSupported)
        {
            return new(Avx2.ConvertToVector256Int32(bytes));
        }

        (Vector128<uint> a, Vector128<uint> b) = Vector128.Widen(Vector128.WidenLower(bytes));
        return new(Vector256.Create(a, b).AsInt32());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 Load(ushort* source)
    {
        if (Avx2.IsSupported)
        {
            return new(Avx2.ConvertToVector256Int32(Vector128.Load(source)));
        }

        (Vector128<uint> low, Vector128<uint> high) = Vector128.Widen(Vector128.Load(source));
        return new(Vector256.Create(low, high).AsInt32());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 Gather(int* table, I8 index)
    {
        if (Avx2.IsSupported)
        {
            return new(Avx2.GatherVector256(table, index.V, 4));
        }

        int* lanes = stackalloc int[8];
        for (int i = 0; i < 8; i++)
        {
            lanes[i] = table[index.V.GetElement(i)];
        }

        return Load(lanes);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(I8 value, int* target) => value.V.Store(target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(I8 value, byte* target)
    {
        if (Avx512F.VL.IsSupported)
        {
            Unsafe.WriteUnaligned(target, Avx512F.VL.ConvertToVector128Byte(value.V).AsUInt64().ToScalar());
            return;
        }

        Vector128<ushort> halves = Vector128.Narrow(value.V.AsUInt32().GetLower() & Vector128.Create(0xFFu), value.V.AsUInt32().GetUpper() & Vector128.Create(0xFFu));
        Unsafe.WriteUnaligned(target, Vector128.Narrow(halves, halves).AsUInt64().ToScalar());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(I8 value, ushort* target)
    {
        if (Avx512F.VL.IsSupported)
        {
            Avx512F.VL.ConvertToVector128UInt16(value.V).Store(target);
            return;
        }

        Vector128.Narrow(value.V.AsUInt32().GetLower() & Vector128.Create(0xFFFFu), value.V.AsUInt32().GetUpper() & Vector128.Create(0xFFFFu)).Store(target);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 FromBits(F8 value) => new(value.V.AsInt32());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 Less(I8 a, I8 b) => new(Vector256.LessThan(a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 Equal(I8 a, I8 b) => new(Vector256.Equals(a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 Select(I8 mask, I8 a, I8 b) => new(Vector256.ConditionalSelect(mask.V, a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 Min(I8 a, I8 b) => new(Vector256.Min(a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 Max(I8 a, I8 b) => new(Vector256.Max(a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 RotateLeft(I8 value, [System.Diagnostics.CodeAnalysis.ConstantExpected] byte count) =>
        Avx512F.VL.IsSupported ? new(Avx512F.VL.RotateLeft(value.V, count)) : new((value.V << count) | (value.V >>> (32 - count)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sum(I8 value) => Vector256.Sum(value.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool None(I8 value) => value.V == Vector256<int>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 operator +(I8 a, I8 b) => new(a.V + b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 operator -(I8 a, I8 b) => new(a.V - b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 operator *(I8 a, I8 b) => new(a.V * b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 operator &(I8 a, I8 b) => new(a.V & b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 operator |(I8 a, I8 b) => new(a.V | b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 operator ^(I8 a, I8 b) => new(a.V ^ b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 operator ~(I8 a) => new(~a.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 operator <<(I8 a, int count) => new(a.V << count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I8 operator >>>(I8 a, int count) => new(a.V >>> count);
}
