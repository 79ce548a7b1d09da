using Simulation.Results.Indicators;

namespace Simulation.Results.Statistics;

/// <summary>What a plan does to one group of the hierarchy, added up over the years.</summary>
/// <param name="Benefit">Sum of the difference, e.g. resident-years active that would not have been.</param>
/// <param name="PersonYears">Person-years that it falls on.</param>
public readonly record struct GroupBenefit(double Benefit, double PersonYears);

/// <summary>How a benefit is spread over deprivation, draw by draw.</summary>
/// <remarks>
/// The absolute slope alone decides, and benefit and person-years are added up before they are divided: with one year's
/// denominator under many years' benefit, and with relative indices that drop the draws whose line turns negative, published
/// tables have been wrong by a third and have called half a coin certain.
/// </remarks>
/// <param name="Slope">Slope of the benefit per person-year from the least to the most deprived end: positive favours the poor.</param>
/// <param name="ProPoor">Share of draws with a slope above 0; null with a single pair.</param>
/// <param name="Total">Benefit of everybody: the slope is blind to what happens to all alike.</param>
/// <param name="MostDeprived">Benefit per person-year in the most deprived fifth.</param>
/// <param name="LeastDeprived">Benefit per person-year in the least deprived fifth.</param>
public sealed record BenefitSlope(PairedEstimate Slope, double? ProPoor, PairedEstimate Total, PairedEstimate MostDeprived, PairedEstimate LeastDeprived)
{
    /// <summary>Measures the spread.</summary>
    /// <param name="draws">For every pair of runs its groups, from least to most deprived.</param>
    public static BenefitSlope Of(IReadOnlyList<(int Draw, ulong Seed, IReadOnlyList<GroupBenefit> Groups)> draws)
    {
        ArgumentNullException.ThrowIfNull(draws);
        List<PairedDifference> slopes = [];
        List<PairedDifference> totals = [];
        List<PairedDifference> most = [];
        List<PairedDifference> least = [];
        foreach ((int draw, ulong seed, IReadOnlyList<GroupBenefit> groups) in draws)
        {
            Inequality spread = Figures.Spread(
                [.. groups.Select(g => g.PersonYears > 0 ? new GroupFigure(g.PersonYears, g.Benefit / g.PersonYears) : default)]);
            slopes.Add(new PairedDifference(draw, seed, 0, spread.Slope));
            totals.Add(new PairedDifference(draw, seed, 0, groups.Sum(g => g.Benefit)));
            most.Add(new PairedDifference(draw, seed, 0, spread.MostDeprived));
            least.Add(new PairedDifference(draw, seed, 0, spread.LeastDeprived));
        }

        PairedEstimate slope = PairedEstimate.Of(slopes);
        return new BenefitSlope(slope, slope.Above, PairedEstimate.Of(totals), PairedEstimate.Of(most), PairedEstimate.Of(least));
    }
}
