using System.Runtime.CompilerServices;
using Simulation.Engine.Numerics;

namespace Simulation.Engine.Randomness;

/// <summary>
/// Addressed luck: two random 32-bit words as a pure function of (seed, stream, identity, day). Nothing is drawn in sequence, so
/// no scenario can shift anybody's luck, and any worker may ask in any order.
/// </summary>
/// <remarks>
/// Threefry-2x32 with 13 rounds (Salmon, Moraes, Dror and Shaw, SC11, 2011), the smallest round count that its authors found
/// to pass BigCrush. Adds, rotates and exclusive-ors only, so 16 lanes cost about 50 vector instructions.
/// </remarks>
public readonly struct Luck
{
    private const uint Parity = 0x1BD11BDA;

    private readonly uint key0;
    private readonly uint key1;

    /// <summary>The luck of one decision stream in one run.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="stream">The decision.</param>
    public Luck(ulong seed, LuckStream stream)
    {
        (key0, key1) = Threefry((uint)seed, (uint)(seed >> 32), (uint)stream, 0x5354524D);
    }

    private Luck(uint key0, uint key1)
    {
        this.key0 = key0;
        this.key1 = key1;
    }

    /// <summary>Luck from raw key words: for known-answer tests.</summary>
    internal static Luck FromKey(uint key0, uint key1) => new(key0, key1);

    /// <summary>Both words of one identity on one day.</summary>
    public (uint First, uint Second) Words(int identity, int day) => Threefry(key0, key1, (uint)identity, (uint)day);

    /// <summary>Both words of Width identities on one day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Words<F, I>(I identities, int day, out I first, out I second)
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F>
    {
        uint key2 = key0 ^ key1 ^ Parity;
        I x0 = identities + I.All((int)key0);
        I x1 = I.All((int)((uint)day + key1));
        Round<F, I>(ref x0, ref x1, 13);
        Round<F, I>(ref x0, ref x1, 15);
        Round<F, I>(ref x0, ref x1, 26);
        Round<F, I>(ref x0, ref x1, 6);
        x0 += I.All((int)key1);
        x1 += I.All((int)(key2 + 1));
        Round<F, I>(ref x0, ref x1, 17);
        Round<F, I>(ref x0, ref x1, 29);
        Round<F, I>(ref x0, ref x1, 16);
        Round<F, I>(ref x0, ref x1, 24);
        x0 += I.All((int)key2);
        x1 += I.All((int)(key0 + 2));
        Round<F, I>(ref x0, ref x1, 13);
        Round<F, I>(ref x0, ref x1, 15);
        Round<F, I>(ref x0, ref x1, 26);
        Round<F, I>(ref x0, ref x1, 6);
        x0 += I.All((int)key0);
        x1 += I.All((int)(key1 + 3));
        Round<F, I>(ref x0, ref x1, 17);
        first = x0;
        second = x1;
    }

    /// <summary>
    /// Both words of some identities into buffers, a vector at a time.
    /// </summary>
    /// <param name="identities">Identities of consecutive rows.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="day">The day.</param>
    /// <param name="first">Takes the first words.</param>
    /// <param name="second">Takes the second words.</param>
    /// <remarks>
    /// Thirteen rounds inlined into a long kernel exhaust the JIT's inlining budget, and everything after them turns into
    /// calls (measured: 50 ns instead of 3 a resident). A pass of its own into first-level cache costs a load and a store. It
    /// must stay a method of its own: inlined into a small caller it gets that caller's small budget (5 ns instead of 0.5).
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public unsafe void Fill<F, I>(int* identities, int count, int day, int* first, int* second)
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F>
    {
        for (int i = 0; i < count; i += F.Width)
        {
            Words<F, I>(I.Load(identities + i), day, out I a, out I b);
            I.Store(a, first + i);
            I.Store(b, second + i);
        }
    }

    /// <summary>A word as a number in [0, 1): the top 24 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Uniform<F, I>(I word)
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F> =>
        F.FromInt(word >>> 8) * F.All(1f / 16777216f);

    /// <summary>
    /// A word as a nearly normal number (mean 0, standard deviation 1, |z| ≤ 3.46): the standardised sum of its four bytes.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Normal<F, I>(I word)
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F>
    {
        return (F.FromInt(ByteSum<F, I>(word)) - F.All(510f)) * F.All(1f / 147.80093f);
    }

    /// <summary>Sum of a word's four bytes: mean 510, variance 4·(256² − 1)/12 = 21,845.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I ByteSum<F, I>(I word)
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F>
    {
        // Bytes 0+2 and 1+3 side by side, then the two halves.
        I pairs = (word & I.All(0x00FF00FF)) + ((word >>> 8) & I.All(0x00FF00FF));
        return (pairs & I.All(0xFFFF)) + (pairs >>> 16);
    }

    /// <summary>A word of one row as a number in [0, 1).</summary>
    public static float Uniform(uint word) => (word >> 8) * (1f / 16777216f);

    /// <summary>A word of one row as a nearly normal number.</summary>
    public static float Normal(uint word) => Normal<F1, I1>(new I1((int)word)).V;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round<F, I>(
        ref I x0, ref I x1, [System.Diagnostics.CodeAnalysis.ConstantExpected] byte rotation)
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F>
    {
        x0 += x1;
        x1 = I.RotateLeft(x1, rotation) ^ x0;
    }

    private static (uint First, uint Second) Threefry(uint key0, uint key1, uint counter0, uint counter1)
    {
        new Luck(key0, key1).Words<F1, I1>(new I1((int)counter0), (int)counter1, out I1 first, out I1 second);
        return ((uint)first.V, (uint)second.V);
    }
}
