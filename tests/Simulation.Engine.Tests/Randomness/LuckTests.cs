using Simulation.Engine.Numerics;
using Simulation.Engine.Randomness;

namespace Simulation.Engine.Tests.Randomness;

public class LuckTests
{
    // Known answers for Threefry-2x32 with 13 rounds, from the authors' Random123 kat_vectors.
    [Theory]
    [InlineData(0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x9d1c5ec6u, 0x8bd50731u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xfd36d048u, 0x2d17272cu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xba3e4725u, 0xf27d669eu)]
    public void Words_KnownCounterAndKey_GiveThePublishedAnswer(
        uint counter0, uint counter1, uint key0, uint key1, uint first, uint second)
    {
        Luck luck = Luck.FromKey(key0, key1);

        luck.Words((int)counter0, (int)counter1).ShouldBe((first, second));
    }

    [Fact]
    public unsafe void Fill_AnyWidth_GivesTheSameWords()
    {
        Luck luck = new(7, LuckStream.EverydayDecision);
        int* words = stackalloc int[64];
        int* identities = stackalloc int[32];
        for (int i = 0; i < 32; i++)
        {
            identities[i] = 96 + i;
        }

        for (int width = 0; width < 4; width++)
        {
            switch (width)
            {
                case 0: luck.Fill<F1, I1>(identities, 32, 739_500, words, words + 32); break;
                case 1: luck.Fill<F4, I4>(identities, 32, 739_500, words, words + 32); break;
                case 2: luck.Fill<F8, I8>(identities, 32, 739_500, words, words + 32); break;
                default: luck.Fill<F16, I16>(identities, 32, 739_500, words, words + 32); break;
            }

            for (int i = 0; i < 32; i++)
            {
                luck.Words(96 + i, 739_500).ShouldBe(((uint)words[i], (uint)words[32 + i]));
            }
        }
    }

    [Fact]
    public void Uniform_OverRowsAndDays_IsFlatBySixteenths()
    {
        // Low-entropy addresses: small rows, neighbouring days. 15 degrees of freedom: 0.1 % point is 37.7.
        Luck luck = new(1, LuckStream.SchoolMode);
        int[] bins = new int[16];
        const int Draws = 320_000;
        for (int i = 0; i < Draws; i++)
        {
            bins[(int)(16 * Luck.Uniform(luck.Words(i % 4000, 739_000 + (i / 4000)).First))]++;
        }

        ChiSquare(bins, Draws / 16.0).ShouldBeLessThan(37.7);
    }

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(1, 0, false)]
    [InlineData(0, 0, true)]
    public void Uniform_NeighboursInRowDayOrStream_AreUncorrelated(int rowStep, int dayStep, bool otherStream)
    {
        Luck luck = new(1, LuckStream.EverydayDecision);
        Luck other = otherStream ? new Luck(1, LuckStream.EverydayLength) : luck;
        const int Draws = 200_000;
        double sum = 0;
        for (int i = 0; i < Draws; i++)
        {
            float a = Luck.Uniform(luck.Words(i, 739_000).First);
            float b = Luck.Uniform(other.Words(i + rowStep, 739_000 + dayStep).First);
            sum += (a - 0.5) * (b - 0.5) * 12;
        }

        // Standard error of a correlation of independent draws is 1/√n: four of them.
        Math.Abs(sum / Draws).ShouldBeLessThan(4 / Math.Sqrt(Draws));
    }

    [Fact]
    public void Normal_ManyWords_HasMeanZeroAndDeviationOne()
    {
        Luck luck = new(3, LuckStream.Propensity);
        const int Draws = 200_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < Draws; i++)
        {
            double z = Luck.Normal(luck.Words(i, 0).First);
            sum += z;
            squares += z * z;
        }

        (sum / Draws).ShouldBe(0, 0.01);
        (squares / Draws).ShouldBe(1, 0.015);
    }

    private static double ChiSquare(int[] bins, double expected) =>
        bins.Sum(count => (count - expected) * (count - expected) / expected);
}
