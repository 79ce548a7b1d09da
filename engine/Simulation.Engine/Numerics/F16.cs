using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Simulation.Engine.Numerics;

/// <summary>16 floats in one <see cref="Vector512{T}"/>.</summary>
/// <param name="v">The lanes.</param>
public readonly unsafe struct F16(Vector512<float> v) : IFloatLanes<F16, I16>
{
    /// <summary>The lanes.</summary>
    public readonly Vector512<float> V = v;

    /// <inheritdoc/>
    public static int Width => 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F16 All(float value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F16 Load(float* source) => new(Vector512.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F16 Gather(float* table, I16 index)
    {
        // Two 256-bit gathers: no 512-bit gather is faster than them on the processors measured.
        if (Avx2.IsSupported)
        {
            return new(Vector512.Create(
                Avx2.GatherVector256(table, index.V.GetLower(), 4),
                Avx2.GatherVector256(table, index.V.GetUpper(), 4)));
        }

        float* lanes = stackalloc float[16];
        for (int i = 0; i < 16; i++)
        {
            lanes[i] = table[index.V.GetElement(i)];
        }

        return Load(lanes);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(F16 value, float* target) => value.V.Store(target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F16 FromInt(I16 value) => new(Vector512.ConvertToSingle(value.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F16 FromBits(I16 bits) => new(bits.V.AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I16 Less(F16 a, F16 b) => new(Vector512.LessThan(a.V, b.V).AsInt32());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F16 Select(I16 mask, F16 a, F16 b) => new(Vector512.ConditionalSelect(mask.V.AsSingle(), a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F16 Min(F16 a, F16 b) => new(Vector512.MinNative(a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F16 Max(F16 a, F16 b) => new(Vector512.MaxNative(a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F16 operator +(F16 a, F16 b) => new(a.V + b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F16 operator -(F16 a, F16 b) => new(a.V - b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F16 operator *(F16 a, F16 b) => new(a.V * b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F16 operator /(F16 a, F16 b) => new(a.V / b.V);
}
