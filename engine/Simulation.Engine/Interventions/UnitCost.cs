namespace Simulation.Engine.Interventions;

/// <summary>What a published cost is paid for each of.</summary>
public enum CostBasis : byte
{
    /// <summary>Each unit that the intervention reaches: a school, a neighbourhood, an employee …</summary>
    Unit,

    /// <summary>Each resident of the neighbourhoods reached.</summary>
    Resident,

    /// <summary>Each place in which anything is reached.</summary>
    Place,
}

/// <summary>A published cost of a kind of intervention, used where a scenario names none.</summary>
/// <param name="Item">What is paid for, e.g. <c>a zebra crossing</c>.</param>
/// <param name="Owner">Who usually pays (<see cref="Owners"/>).</param>
/// <param name="Low">Lowest published price of one item, £ of its own years.</param>
/// <param name="Central">Price of one item, £ of its own years.</param>
/// <param name="High">Highest published price of one item, £ of its own years.</param>
/// <param name="FirstYear">First year of the prices.</param>
/// <param name="LastYear">Last year of the prices.</param>
/// <param name="PerYear">True when it recurs every year while the intervention acts.</param>
/// <param name="Basis">What it is paid for each of.</param>
/// <param name="Source">Where it is published.</param>
public sealed record UnitCost(
    string Item, string Owner, double Low, double Central, double High, int FirstYear, int LastYear, bool PerYear, CostBasis Basis, string Source)
{
    /// <summary>Items for each of <see cref="Basis"/>.</summary>
    public double Items { get; init; } = 1;

    /// <summary>Why so many items; empty for one.</summary>
    public string ItemsBecause { get; init; } = string.Empty;

    /// <summary>Lowest, central and highest cost for each of <see cref="Basis"/>, £ of <see cref="PriceLevel.Year"/>.</summary>
    public (double Low, double Central, double High) Today
    {
        get
        {
            double factor = Items * PriceLevel.From(FirstYear, LastYear);
            return (Low * factor, Central * factor, High * factor);
        }
    }
}
