namespace Simulation.Results.Health;

/// <summary>A published figure for the region, to be read beside the model's: never an input.</summary>
/// <param name="What">What it is of.</param>
/// <param name="Figure">The figure in words.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record ExternalFigure(string What, string Figure, string Source)
{
    /// <summary>What a reader should hold the answer against. Shares of the nation are by population (4.46 % of England's).</summary>
    public static IReadOnlyList<ExternalFigure> All { get; } =
    [
        new("Deaths a year, 20 and over", "about 25,850", "ONS life tables 2022-24 on the region's ages"),
        new("NHS cost of all inactivity, a year", "£38-50m", "BHF, England 2009/10, five diseases, prices of then"),
        new("NHS saving of all activity, a year", "£0.36bn", "Sport England 2023/24, by population"),
        new("Social value of all activity, a year", "£5.5bn", "Sport England 2023/24; £4.8bn a year before"),
        new("150,000 inactive people more active", "260-860 deaths a year", "these curves at full lag, to 75 or 150 minutes"),
    ];
}
