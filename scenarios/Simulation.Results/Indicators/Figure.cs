namespace Simulation.Results.Indicators;

/// <summary>An indicator of one stratum over a window of weeks.</summary>
/// <param name="Value">Sum of the weeks' numerators over the sum of their denominators, or the slope over groups so formed.</param>
/// <param name="Count">What a week rests on, mean over the window (residents, or trips a week).</param>
public readonly record struct Figure(double Value, double Count);

/// <summary>One group of a hierarchy.</summary>
/// <param name="Count">Residents in it.</param>
/// <param name="Value">Their mean outcome, e.g. the share inactive.</param>
public readonly record struct GroupFigure(double Count, double Value);
