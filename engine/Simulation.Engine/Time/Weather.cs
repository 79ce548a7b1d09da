using System.Runtime.InteropServices;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;

namespace Simulation.Engine.Time;

/// <summary>A wet/dry Markov chain for each place; the same weather in every run with the same seed.</summary>
/// <remarks>
/// Wet means 1.7 mm or more. Shares of wet days by month are about the 1991–2020 climate of the North West
/// (general knowledge, not verified); a wet day follows a wet day with odds of about two. One regional word and one word of
/// the place's own mix, so that neighbours share most of their rain.
/// </remarks>
public sealed class Weather
{
    private static readonly float[] WetShare =
        [0.40f, 0.34f, 0.33f, 0.28f, 0.28f, 0.30f, 0.31f, 0.34f, 0.33f, 0.40f, 0.42f, 0.43f];

    private readonly Luck luck;
    private readonly Column<byte> wet;

    /// <summary>The weather of a run.</summary>
    /// <param name="seed">Seed of the run's luck.</param>
    /// <param name="wet">Where the chains stand, by place: dry everywhere on the day before the first.</param>
    public Weather(ulong seed, Column<byte> wet)
    {
        luck = new Luck(seed, LuckStream.Weather);
        this.wet = wet;
    }

    /// <summary>Which places are wet today.</summary>
    public ReadOnlySpan<bool> Wet => MemoryMarshal.Cast<byte, bool>(wet.Values);

    /// <summary>Moves the chains to <paramref name="day"/>.</summary>
    public void Advance(DayInfo day)
    {
        float share = WetShare[day.Date.Month - 1];
        (uint region, _) = luck.Words(-1, day.Number);
        for (int place = 0; place < wet.Length; place++)
        {
            // P(wet|wet) is 1.4 × the share, P(wet|dry) what keeps the share.
            float stay = Math.Min(0.9f, 1.4f * share);
            float start = share * (1 - stay) / (1 - share);
            (uint own, uint mix) = luck.Words(place, day.Number);
            float u = Luck.Uniform(Luck.Uniform(mix) < 0.8f ? region : own);
            wet[place] = u < (wet[place] != 0 ? stay : start) ? (byte)1 : (byte)0;
        }
    }
}
