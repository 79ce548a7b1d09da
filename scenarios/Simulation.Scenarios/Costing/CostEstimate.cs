using Simulation.Engine.Interventions;

namespace Simulation.Scenarios.Costing;

/// <summary>What a scenario costs within the run, at the scale of the region.</summary>
/// <param name="Lines">Pounds by owner and financial year, sorted so; central prices.</param>
/// <param name="Prices">The prices that the sum is made of, in the order of the interventions.</param>
/// <param name="NotCosted">What has no price anywhere: the sum leaves it out.</param>
public sealed record CostEstimate(IReadOnlyList<CostLine> Lines, IReadOnlyList<PriceUsed> Prices, IReadOnlyList<string> NotCosted)
{
    /// <summary>Nothing is done, so nothing is paid.</summary>
    public static CostEstimate Nothing { get; } = new([], [], []);

    /// <summary>Paid once, £.</summary>
    public double Capital => Lines.Sum(l => l.Capital);

    /// <summary>Running costs within the run, £.</summary>
    public double Running => Lines.Sum(l => l.Running);

    /// <summary>All with the lowest published price of every default, £.</summary>
    public double Low => Prices.Sum(p => p.Low);

    /// <summary>All, £.</summary>
    public double Central => Prices.Sum(p => p.Central);

    /// <summary>All with the highest published price of every default, £.</summary>
    public double High => Prices.Sum(p => p.High);

    /// <summary>Whether any price is a default.</summary>
    public bool HasDefaults => Prices.Any(p => p.Default is not null);
}

/// <summary>What one owner pays in one financial year (from 1 April).</summary>
/// <param name="Owner">Owner.</param>
/// <param name="Year">Financial year, e.g. <c>2026/27</c>.</param>
/// <param name="Capital">Paid once, £.</param>
/// <param name="Running">Running costs, £.</param>
public sealed record CostLine(string Owner, string Year, double Capital, double Running);

/// <summary>One price and what it comes to within the run.</summary>
/// <param name="Intervention">Name of the intervention.</param>
/// <param name="Owner">Who pays.</param>
/// <param name="Low">At the lowest published price, £; the scenario's own prices have no range.</param>
/// <param name="Central">At the central price, £.</param>
/// <param name="High">At the highest published price, £.</param>
/// <param name="Default">The published price that stands in for one that the scenario does not give; null for the scenario's own.</param>
public sealed record PriceUsed(
    string Intervention, string Owner, double Low, double Central, double High, UnitCost? Default)
{
    /// <summary>The scenario's own price; null for a published one.</summary>
    public CostItem? Given { get; init; }

    /// <summary>What the scenario's own price is paid for each of, in the plural; null where it is a total.</summary>
    public string? Each { get; init; }
}
