namespace Simulation.Engine.Numerics;

/// <summary>
/// The one seam for vectors: a bundle of 32-bit floats of some width. Kernels are written once against this interface
/// and <see cref="IIntLanes{TInt, TFloat}"/>; widths 16, 8, 4 and 1 are structs that the JIT specialises for.
/// </summary>
/// <remarks>
/// Only operations that IEEE 754 defines to the bit are here (add, subtract, multiply, divide, compare, convert), and no
/// fused multiply-add, so every width gives the same bits. Width 1 is the scalar twin of every kernel.
/// </remarks>
/// <typeparam name="TFloat">The struct itself.</typeparam>
/// <typeparam name="TInt">The integer bundle of the same width.</typeparam>
public unsafe interface IFloatLanes<TFloat, TInt>
    where TFloat : struct, IFloatLanes<TFloat, TInt>
    where TInt : struct, IIntLanes<TInt, TFloat>
{
    /// <summary>Number of lanes.</summary>
    static abstract int Width { get; }

    /// <summary>The same value in every lane.</summary>
    static abstract TFloat All(float value);

    /// <summary>Reads Width consecutive floats.</summary>
    static abstract TFloat Load(float* source);

    /// <summary>Reads the floats at <paramref name="table"/>[index] of each lane; for tables that fit the second-level cache.</summary>
    static abstract TFloat Gather(float* table, TInt index);

    /// <summary>Writes Width consecutive floats.</summary>
    static abstract void Store(TFloat value, float* target);

    /// <summary>The nearest float of each signed integer.</summary>
    static abstract TFloat FromInt(TInt value);

    /// <summary>The bits of each integer read as a float.</summary>
    static abstract TFloat FromBits(TInt bits);

    /// <summary>Mask (all bits set) where a &lt; b.</summary>
    static abstract TInt Less(TFloat a, TFloat b);

    /// <summary>a where the mask is set, else b.</summary>
    static abstract TFloat Select(TInt mask, TFloat a, TFloat b);

    /// <summary>The smaller of each pair; neither may be NaN.</summary>
    static abstract TFloat Min(TFloat a, TFloat b);

    /// <summary>The larger of each pair; neither may be NaN.</summary>
    static abstract TFloat Max(TFloat a, TFloat b);

    /// <summary>Sum of each pair.</summary>
    static abstract TFloat operator +(TFloat a, TFloat b);

    /// <summary>Difference of each pair.</summary>
    static abstract TFloat operator -(TFloat a, TFloat b);

    /// <summary>Product of each pair.</summary>
    static abstract TFloat operator *(TFloat a, TFloat b);

    /// <summary>Quotient of each pair.</summary>
    static abstract TFloat operator /(TFloat a, TFloat b);
}

/// <summary>A bundle of 32-bit integers; see <see cref="IFloatLanes{TFloat, TInt}"/>.</summary>
/// <typeparam name="TInt">The struct itself.</typeparam>
/// <typeparam name="TFloat">The float bundle of the same width.</typeparam>
public unsafe interface IIntLanes<TInt, TFloat>
    where TInt : struct, IIntLanes<TInt, TFloat>
    where TFloat : struct, IFloatLanes<TFloat, TInt>
{
    /// <summary>The same value in every lane.</summary>
    static abstract TInt All(int value);

    /// <summary>first, first + 1, first + 2 …</summary>
    static abstract TInt Counting(int first);

    /// <summary>Reads Width consecutive 32-bit integers.</summary>
    static abstract TInt Load(int* source);

    /// <summary>Reads Width consecutive bytes, zero-extended.</summary>
    static abstract TInt Load(byte* source);

    /// <summary>Reads Width consecutive half-words, zero-extended.</summary>
    static abstract TInt Load(ushort* source);

    /// <summary>Reads the integers at <paramref name="table"/>[index] of each lane; for tables that fit the second-level cache.</summary>
    static abstract TInt Gather(int* table, TInt index);

    /// <summary>Writes Width consecutive 32-bit integers.</summary>
    static abstract void Store(TInt value, int* target);

    /// <summary>Writes the low byte of each lane.</summary>
    static abstract void Store(TInt value, byte* target);

    /// <summary>Writes the low half-word of each lane.</summary>
    static abstract void Store(TInt value, ushort* target);

    /// <summary>The bits of each float.</summary>
    static abstract TInt FromBits(TFloat value);

    /// <summary>Mask (all bits set) where a &lt; b, signed.</summary>
    static abstract TInt Less(TInt a, TInt b);

    /// <summary>Mask where a = b.</summary>
    static abstract TInt Equal(TInt a, TInt b);

    /// <summary>a where the mask is set, else b.</summary>
    static abstract TInt Select(TInt mask, TInt a, TInt b);

    /// <summary>The smaller of each pair, signed.</summary>
    static abstract TInt Min(TInt a, TInt b);

    /// <summary>The larger of each pair, signed.</summary>
    static abstract TInt Max(TInt a, TInt b);

    /// <summary>Bits rotated left by <paramref name="count"/> (1–31).</summary>
    static abstract TInt RotateLeft(TInt value, [System.Diagnostics.CodeAnalysis.ConstantExpected] byte count);

    /// <summary>Sum of the lanes, wrapping.</summary>
    static abstract int Sum(TInt value);

    /// <summary>True when no lane has any bit set.</summary>
    static abstract bool None(TInt value);

    /// <summary>Sum of each pair, wrapping.</summary>
    static abstract TInt operator +(TInt a, TInt b);

    /// <summary>Difference of each pair, wrapping.</summary>
    static abstract TInt operator -(TInt a, TInt b);

    /// <summary>Low 32 bits of the product of each pair.</summary>
    static abstract TInt operator *(TInt a, TInt b);

    /// <summary>Bitwise and.</summary>
    static abstract TInt operator &(TInt a, TInt b);

    /// <summary>Bitwise or.</summary>
    static abstract TInt operator |(TInt a, TInt b);

    /// <summary>Bitwise exclusive or.</summary>
    static abstract TInt operator ^(TInt a, TInt b);

    /// <summary>Bitwise not.</summary>
    static abstract TInt operator ~(TInt a);

    /// <summary>Bits shifted left.</summary>
    static abstract TInt operator <<(TInt a, int count);

    /// <summary>Bits shifted right, zeros shifted in.</summary>
    static abstract TInt operator >>>(TInt a, int count);
}
