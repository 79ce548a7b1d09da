using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulation.Engine.Numerics;

/// <summary>4 floats in one <see cref="Vector128{T}"/>.</summary>
/// <param name="v">The lanes.</param>
public readonly unsafe struct F4(Vector128<float> v) : IFloatLanes<F4, I4>
{
    /// <summary>The lanes.</summary>
    public readonly Vector128<float> V = v;

    /// <inheritdoc/>
    public static int Width => 4;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F4 All(float value) => new(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F4 Load(float* source) => new(Vector128.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F4 Gather(float* table, I4 index)
    {
        return new(Vector128.Create(
            table[index.V.GetElement(0)],
            table[index.V.GetElement(1)],
            table[index.V.GetElement(2)],
            table[index.V.GetElement(3)]));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(F4 value, float* target) => value.V.Store(target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F4 FromInt(I4 value) => new(Vector128.ConvertToSingle(value.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F4 FromBits(I4 bits) => new(bits.V.AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I4 Less(F4 a, F4 b) => new(Vector128.LessThan(a.V, b.V).AsInt32());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F4 Select(I4 mask, F4 a, F4 b) => new(Vector128.ConditionalSelect(mask.V.AsSingle(), a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F4 Min(F4 a, F4 b) => new(Vector128.MinNative(a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F4 Max(F4 a, F4 b) => new(Vector128.MaxNative(a.V, b.V));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F4 operator +(F4 a, F4 b) => new(a.V + b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F4 operator -(F4 a, F4 b) => new(a.V - b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F4 operator *(F4 a, F4 b) => new(a.V * b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F4 operator /(F4 a, F4 b) => new(a.V / b.V);
}
