using BenchmarkDotNet.Attributes;
using Simulation.Engine.Numerics;
using Simulation.Engine.Populations;
using Simulation.Engine.Processes;
using Simulation.Engine.Randomness;

namespace Simulation.Benchmarks;

/// <summary>
/// Addressed luck, exp, log, logistic and two reductions, a value each, over 4,096 rows that stay in the first-level cache,
/// by lanes.
/// </summary>
[Config(typeof(SteadyJob))]
[GenericTypeArguments(typeof(F16), typeof(I16))]
[GenericTypeArguments(typeof(F8), typeof(I8))]
[GenericTypeArguments(typeof(F4), typeof(I4))]
[GenericTypeArguments(typeof(F1), typeof(I1))]
public unsafe class NumberBenchmarks<F, I> : IDisposable
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    private const int Rows = 4096;

    private readonly Luck luck = new(1, LuckStream.EverydayDecision);
    private readonly Column<int> identities = Column<int>.Allocate(Rows);
    private readonly Column<int> first = Column<int>.Allocate(Rows);
    private readonly Column<int> second = Column<int>.Allocate(Rows);
    private readonly Column<float> input = Column<float>.Allocate(Rows);
    private readonly Column<float> output = Column<float>.Allocate(Rows);

    [GlobalSetup]
    public void Setup()
    {
        for (int row = 0; row < Rows; row++)
        {
            input[row] = 0.001f + (row * 0.002f);
        }
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public void LuckOfTwoWords() => luck.Fill<F, I>(identities.Pointer, Rows, 7, first.Pointer, second.Pointer);

    [Benchmark(OperationsPerInvoke = Rows)]
    public void Exp()
    {
        for (int row = 0; row < Rows; row += F.Width)
        {
            F.Store(Polynomials<F, I>.Exp(F.Load(input.Pointer + row)), output.Pointer + row);
        }
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public void Log()
    {
        for (int row = 0; row < Rows; row += F.Width)
        {
            F.Store(Polynomials<F, I>.Log(F.Load(input.Pointer + row)), output.Pointer + row);
        }
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public void Logistic()
    {
        for (int row = 0; row < Rows; row += F.Width)
        {
            F.Store(Polynomials<F, I>.Logistic(F.Load(input.Pointer + row)), output.Pointer + row);
        }
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public int Sum()
    {
        I sum = I.All(0);
        for (int row = 0; row < Rows; row += F.Width)
        {
            sum += I.Load(first.Pointer + row);
        }

        return I.Sum(sum);
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public int DaysCounted()
    {
        I sum = I.All(0);
        for (int row = 0; row < Rows; row += F.Width)
        {
            sum += Kernels<F, I>.CountWord(I.Load(first.Pointer + row));
        }

        return I.Sum(sum);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
        input.Dispose();
        output.Dispose();
        GC.SuppressFinalize(this);
    }
}
