namespace Simulation.Scenarios.Sweeps;

/// <summary>Where the draws of a study lie on the numbers that they vary, and which of them share their luck.</summary>
public interface IDrawDesign
{
    /// <summary>Where a draw lies on a number, 0 for its low end to 1 for its high one; null where the number stays at its value.</summary>
    /// <param name="name">The number.</param>
    /// <param name="draw">The draw, from 1.</param>
    double? Unit(string name, int draw);

    /// <summary>Which luck a draw has: draws of one number have the same.</summary>
    /// <param name="draw">The draw, from 1; 0 for the central values.</param>
    int LuckOf(int draw);
}
