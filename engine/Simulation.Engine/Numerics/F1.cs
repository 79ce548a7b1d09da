using System.Runtime.CompilerServices;

namespace Simulation.Engine.Numerics;

/// <summary>One float: the scalar twin of every kernel.</summary>
/// <param name="v">The lane.</param>
public readonly unsafe struct F1(float v) : IFloatLanes<F1, I1>
{
    /// <summary>The lane.</summary>
    public readonly float V = v;

    /// <inheritdoc/>
    public static int Width => 1;

    /// <inheritdoc/>
    public static F1 All(float value) => new(value);

    /// <inheritdoc/>
    public static F1 Load(float* source) => new(*source);

    /// <inheritdoc/>
    public static F1 Gather(float* table, I1 index) => new(table[index.V]);

    /// <inheritdoc/>
    public static void Store(F1 value, float* target) => *target = value.V;

    /// <inheritdoc/>
    public static F1 FromInt(I1 value) => new(value.V);

    /// <inheritdoc/>
    public static F1 FromBits(I1 bits) => new(BitConverter.Int32BitsToSingle(bits.V));

    /// <inheritdoc/>
    public static I1 Less(F1 a, F1 b) => new(a.V < b.V ? -1 : 0);

    /// <inheritdoc/>
    public static F1 Select(I1 mask, F1 a, F1 b) => mask.V != 0 ? a : b;

    /// <inheritdoc/>
    public static F1 Min(F1 a, F1 b) => a.V < b.V ? a : b;

    /// <inheritdoc/>
    public static F1 Max(F1 a, F1 b) => a.V > b.V ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F1 operator +(F1 a, F1 b) => new(a.V + b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F1 operator -(F1 a, F1 b) => new(a.V - b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F1 operator *(F1 a, F1 b) => new(a.V * b.V);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F1 operator /(F1 a, F1 b) => new(a.V / b.V);
}
