using System.Runtime.Intrinsics;
using Simulation.Scene.Painting;

namespace Simulation.Scene.Tests;

public sealed class BlurTests
{
    [Theory]
    [InlineData(0.6f)]
    [InlineData(0.85f)]
    [InlineData(2.6f)]
    [InlineData(6f)]
    [InlineData(10f)]
    [InlineData(26f)]
    public void ABlur_KeepsTheSum_AndHasItsWidth(float sigma)
    {
        const int Size = 512;
        int[] counts = new int[Size * Size];
        counts[(250 * Size) + 261] = 1;
        var plan = new BlurPlan(sigma);
        Plane blurred = Gaussian.Blur(counts, Size, Size, 1, plan, null, 2);
        float[] row = new float[Size];
        float[] scratch = new float[Size];
        double sum = 0;
        double mean = 0;
        double square = 0;
        for (int y = 0; y < Size; y++)
        {
            blurred.Read(y, 0, row, scratch);
            for (int x = 0; x < Size; x++)
            {
                sum += row[x];
                mean += row[x] * x;
                square += row[x] * (double)x * x;
            }
        }

        sum.ShouldBe(1, 0.01);
        mean /= sum;
        Math.Abs(mean - 261).ShouldBeLessThan(plan.Factor / 2.0 + 0.1);
        Math.Sqrt((square / sum) - (mean * mean)).ShouldBe(sigma, Math.Max(0.12, sigma * 0.08));
    }

    [Fact]
    public void FastFunctions_AreCloseToTheTrueOnes()
    {
        for (double x = 1e-4; x < 300; x *= 1.07)
        {
            Vector256<float> v = Vector256.Create((float)x);
            FastMath.Log2(v)[0].ShouldBe(MathF.Log2((float)x), 2e-5f);
            FastMath.Asinh(v)[3].ShouldBe(MathF.Asinh((float)x), 2e-5f + (1e-5f * (float)x));
            if (x < 1)
            {
                FastMath.Pow(v, 1.3f)[5].ShouldBe(MathF.Pow((float)x, 1.3f), 1e-5f);
                FastMath.Decode(FastMath.Encode(v))[7].ShouldBe((float)x, 2e-5f);
            }
        }
    }
}
