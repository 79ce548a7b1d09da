using BenchmarkDotNet.Attributes;
using Simulation.Engine.Numerics;
using Simulation.Engine.Randomness;

namespace Simulation.Benchmarks;

/// <summary>Luck and polynomials over 16,384 values in the second-level cache: the vector kernel against its scalar twin.</summary>
[ShortRunJob]
public unsafe class NumericsBenchmarks
{
    private const int Count = 16_384;
    private readonly int[] first = GC.AllocateArray<int>(Count, pinned: true);
    private readonly int[] second = GC.AllocateArray<int>(Count, pinned: true);
    private readonly float[] values = GC.AllocateArray<float>(Count, pinned: true);
    private readonly Luck luck = new(1, LuckStream.EverydayDecision);

    [Benchmark(OperationsPerInvoke = Count)]
    public void LuckWide() => Fill<F16, I16>();

    [Benchmark(OperationsPerInvoke = Count)]
    public void LuckScalar() => Fill<F1, I1>();

    [Benchmark(OperationsPerInvoke = Count)]
    public void ExpWide() => Exp<F16, I16>();

    [Benchmark(OperationsPerInvoke = Count)]
    public void ExpScalar() => Exp<F1, I1>();

    [Benchmark(OperationsPerInvoke = Count)]
    public void LogWide() => Log<F16, I16>();

    [Benchmark(OperationsPerInvoke = Count)]
    public void LogScalar() => Log<F1, I1>();

    private void Fill<F, I>()
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F>
    {
        fixed (int* a = first)
        fixed (int* b = second)
        {
            luck.Fill<F, I>(0, Count, 739_000, a, b);
        }
    }

    private void Exp<F, I>()
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F>
    {
        fixed (float* v = values)
        {
            for (int i = 0; i < Count; i += F.Width)
            {
                F.Store(Polynomials<F, I>.Exp(F.Load(v + i) * F.All(0.001f)), v + i);
            }
        }
    }

    private void Log<F, I>()
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F>
    {
        fixed (float* v = values)
        {
            for (int i = 0; i < Count; i += F.Width)
            {
                F.Store(Polynomials<F, I>.Log(F.Max(F.Load(v + i), F.All(0.5f)) + F.All(1f)), v + i);
            }
        }
    }
}
