using Simulation.Results.Indicators;

namespace Simulation.Experiments.Running;

/// <summary>A run that has ended.</summary>
/// <param name="Figures">Its figures.</param>
/// <param name="File">The run file, or null when none was wanted.</param>
/// <param name="PopulationFile">The population file that it read.</param>
/// <param name="Profile">Seconds in each process, in schedule order.</param>
public sealed record FinishedRun(
    IRunFigures Figures, string? File, string PopulationFile, IReadOnlyList<(string Process, double Seconds)> Profile) : IDisposable
{
    /// <summary>Closes the run file.</summary>
    public void Dispose() => (Figures as IDisposable)?.Dispose();
}
