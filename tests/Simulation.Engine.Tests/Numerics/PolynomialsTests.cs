using Simulation.Engine.Numerics;

namespace Simulation.Engine.Tests.Numerics;

public class PolynomialsTests
{
    [Fact]
    public void Exp_OverItsDomain_IsWithinTwoUnitsInTheLastPlace()
    {
        double worst = 0;
        for (float x = -86f; x < 87f; x += 0.000731f)
        {
            double exact = Math.Exp(x);
            worst = Math.Max(worst, Math.Abs(Scalar.Exp(x) - exact) / Unit(exact));
        }

        worst.ShouldBeLessThan(2);
    }

    [Fact]
    public void Exp_BeyondItsDomain_StaysFinite()
    {
        Scalar.Exp(-1000).ShouldBe(Scalar.Exp(-87));
        float.IsFinite(Scalar.Exp(1000)).ShouldBeTrue();
    }

    [Fact]
    public void Log_OverItsDomain_IsWithinTwoUnitsOfTheLargerOfResultAndOne()
    {
        double worst = 0;
        for (float x = 1e-30f; x < 1e30f; x *= 1.00037f)
        {
            double exact = Math.Log(x);
            worst = Math.Max(worst, Math.Abs(Scalar.Log(x) - exact) / Unit(Math.Max(1, Math.Abs(exact))));
        }

        worst.ShouldBeLessThan(2);
    }

    [Fact]
    public void Logistic_OfLog_GivesOddsBack()
    {
        for (float p = 0.001f; p < 0.999f; p += 0.0013f)
        {
            Scalar.Logistic(Scalar.Log(p / (1 - p))).ShouldBe(p, 3e-7);
        }
    }

    [Fact]
    public unsafe void EveryFunction_AnyWidth_GivesTheSameBits()
    {
        float* input = stackalloc float[16];
        int* expected = stackalloc int[48];
        int* actual = stackalloc int[48];
        for (int round = 0; round < 500; round++)
        {
            for (int i = 0; i < 16; i++)
            {
                input[i] = 0.003f + (((round * 16) + i) * 0.0107f);
            }

            Evaluate<F1, I1>(input, expected);
            Evaluate<F4, I4>(input, actual);
            Same(expected, actual);
            Evaluate<F8, I8>(input, actual);
            Same(expected, actual);
            Evaluate<F16, I16>(input, actual);
            Same(expected, actual);
        }
    }

    private static unsafe void Evaluate<F, I>(float* input, int* output)
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F>
    {
        for (int i = 0; i < 16; i += F.Width)
        {
            F x = F.Load(input + i);
            I.Store(I.FromBits(Polynomials<F, I>.Exp(x - F.All(40f))), output + i);
            I.Store(I.FromBits(Polynomials<F, I>.Log(x)), output + 16 + i);
            I.Store(Polynomials<F, I>.Round(x * F.All(7.3f)), output + 32 + i);
        }
    }

    private static unsafe void Same(int* expected, int* actual)
    {
        for (int i = 0; i < 48; i++)
        {
            actual[i].ShouldBe(expected[i]);
        }
    }

    private static double Unit(double value) => Math.Pow(2, Math.Floor(Math.Log2(value)) - 23);
}
