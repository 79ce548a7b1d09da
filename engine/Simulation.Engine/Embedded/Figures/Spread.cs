namespace Simulation.Engine.Embedded.Figures;

/// <summary>
/// How much neighbourhoods of the same place and decile differ: standard deviations on the logit scale.
/// </summary>
/// <remarks>
/// ONS Census 2021 by LSOA, Cheshire &amp; Merseyside, pooled within place × IMD 2025 decile (derived). Age and students have
/// about half of what was measured (0.31–0.46 and 0.34): student quarters, which come from the gazetteer, make up the rest.
/// Hours and sex are small and rounded.
/// </remarks>
internal static class Spread
{
    public const double Cars = 0.43;
    public const double Disabled = 0.19;
    public const double Employed = 0.28;
    public const double Unemployed = 0.31;
    public const double Students = 0.15;
    public const double Travel = 0.28;
    public const double Size = 0.3;
    public const double Age = 0.17;
    public const double Hours = 0.1;
    public const double Female = 0.05;

    public const double Qualifications = 0.28;

    /// <summary>Of the four groups that are not White: measured 0.5 to 1.0, as far as a factor goes.</summary>
    public const double EthnicGroups = 0.6;

    /// <summary>Of ln(residents): quartiles of C&amp;M LSOAs are 1,370, 1,511 and 1,700.</summary>
    public const double Residents = 0.17;

    /// <summary>Of ln(metres to green space): quartiles of urban LSOAs are 142, 190 and 258 m.</summary>
    public const double GreenSpace = 0.44;
}
