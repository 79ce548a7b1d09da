using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulation.Engine.Numerics;

namespace Simulation.Engine.Randomness;

/// <summary>The words of many identities on one day, asked a vector at a time into buffers that are used again: one for each worker.</summary>
internal sealed class WordsOfMany
{
    private const int Widest = 16;

    private int[] identities = [];
    private int[] first = [];
    private int[] second = [];

    /// <summary>First words, in the order of the identities last asked for.</summary>
    public ReadOnlySpan<uint> First => System.Runtime.InteropServices.MemoryMarshal.Cast<int, uint>(first);

    /// <summary>Second words.</summary>
    public ReadOnlySpan<uint> Second => System.Runtime.InteropServices.MemoryMarshal.Cast<int, uint>(second);

    /// <summary>Room for identities to be asked for.</summary>
    public Span<int> Identities(int count)
    {
        int room = (count + Widest - 1) / Widest * Widest;
        if (identities.Length < room)
        {
            identities = new int[room];
            first = new int[room];
            second = new int[room];
        }

        return identities.AsSpan(0, count);
    }

    /// <summary>Asks for the words of the first <paramref name="count"/> of <see cref="Identities"/>.</summary>
    /// <param name="luck">The stream.</param>
    /// <param name="count">How many.</param>
    /// <param name="day">The day.</param>
    public void Ask(Luck luck, int count, int day)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Fill<F16, I16>(luck, count, day);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Fill<F8, I8>(luck, count, day);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Fill<F4, I4>(luck, count, day);
        }
        else
        {
            Fill<F1, I1>(luck, count, day);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private unsafe void Fill<F, I>(Luck luck, int count, int day)
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F>
    {
        fixed (int* from = identities, one = first, two = second)
        {
            luck.Fill<F, I>(from, count, day, one, two);
        }
    }
}
