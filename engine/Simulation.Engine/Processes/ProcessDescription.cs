namespace Simulation.Engine.Processes;

/// <summary>One line of the schedule, as <c>simulate describe</c> and ODD.md print it.</summary>
/// <param name="Name">Name of the process.</param>
/// <param name="Phase"><c>dawn</c> (once a day, before all), <c>day</c> (for each neighbourhood) or <c>dusk</c> (once a day, after all).</param>
/// <param name="Rhythm">When it runs: daily, school days, weekly by turns …</param>
/// <param name="Reads">Columns and tallies read.</param>
/// <param name="Writes">Columns and tallies written.</param>
/// <param name="Summary">What it does, in one sentence.</param>
public sealed record ProcessDescription(
    string Name, string Phase, string Rhythm, string Reads, string Writes, string Summary);
