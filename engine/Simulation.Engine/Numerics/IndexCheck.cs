using System.Diagnostics;

namespace Simulation.Engine.Numerics;

/// <summary>Kernels go by address. What they look up by a number that comes from a column is checked here, in Debug builds.</summary>
internal static unsafe class IndexCheck
{
    /// <summary>Asserts that every lane is an index into a table.</summary>
    /// <param name="index">What is looked up.</param>
    /// <param name="length">Entries of the table.</param>
    [Conditional("DEBUG")]
    public static void Assert<F, I>(I index, int length)
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F>
    {
        int* lanes = stackalloc int[F.Width];
        I.Store(index, lanes);
        for (int i = 0; i < F.Width; i++)
        {
            Assert(lanes[i], length);
        }
    }

    /// <summary>Asserts that a number is an index into a table.</summary>
    [Conditional("DEBUG")]
    public static void Assert(int index, int length) =>
        Debug.Assert((uint)index < (uint)length, $"entry {index} of a table of {length}");
}
