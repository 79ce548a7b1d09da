namespace Simulation.Results.Indicators;

/// <summary>An indicator of one stratum over a window of weeks.</summary>
/// <param name="Value">Mean over the window, weighted by what each week rests on; NaN when there was nobody to measure.</param>
/// <param name="Count">What a week rests on, mean over the window (residents, or trips a week).</param>
public readonly record struct Figure(double Value, double Count);
