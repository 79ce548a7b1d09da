namespace Simulation.Results.Indicators;

/// <summary>An indicator of one stratum at one date.</summary>
/// <param name="Date">Last day of the week (or 28 days) that the figure covers.</param>
/// <param name="Name">Indicator key, e.g. <c>adults_inactive</c>.</param>
/// <param name="By">Stratification: <c>all, place, deprivation, age, sex, disability, neighbourhood</c>.</param>
/// <param name="Stratum">Stratum, e.g. <c>Liverpool</c>, <c>1</c> (most deprived decile), <c>16-34</c>, <c>female</c>, an LSOA code; <c>all</c> for all.</param>
/// <param name="Value">Value: rates are 0–1, minutes are minutes a week, counts are counts.</param>
/// <param name="Count">Residents (or trips) that the value rests on.</param>
public readonly record struct IndicatorRow(
    DateOnly Date, string Name, string By, string Stratum, double Value, long Count);
