namespace Simulation.Results.Statistics;

/// <summary>A range of values.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Half the distance between the ends.</summary>
    public double HalfWidth => (High - Low) / 2;

    /// <summary>Whether <paramref name="value"/> lies in the range, its ends included.</summary>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>The range with both ends multiplied; a negative factor turns it over.</summary>
    public Interval Times(double factor) => factor < 0 ? new(High * factor, Low * factor) : new(Low * factor, High * factor);
}
