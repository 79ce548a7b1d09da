namespace Simulation.Results.Indicators;

/// <summary>How an outcome is spread over a hierarchy of groups.</summary>
/// <remarks>
/// Person-weighted; <see cref="Figures.Slope"/> says over what the slope is taken.
/// </remarks>
/// <param name="Mean">Mean over everybody.</param>
/// <param name="Slope">Slope index of inequality: fitted value at the most deprived end less that at the least deprived end.</param>
/// <param name="Relative">Relative index: the slope over the mean; NaN when the mean is 0.</param>
/// <param name="Ratio">Fitted value at the most deprived end over that at the least deprived end; NaN when the line crosses zero.</param>
/// <param name="Gap">Most deprived fifth less least deprived fifth.</param>
/// <param name="MostDeprived">Outcome in the most deprived fifth.</param>
/// <param name="LeastDeprived">Outcome in the least deprived fifth.</param>
/// <param name="MostDeprivedCount">Residents in the most deprived fifth.</param>
/// <param name="LeastDeprivedCount">Residents in the least deprived fifth.</param>
public sealed record Inequality(
    double Mean, double Slope, double Relative, double Ratio, double Gap, double MostDeprived, double LeastDeprived, double MostDeprivedCount,
    double LeastDeprivedCount);
