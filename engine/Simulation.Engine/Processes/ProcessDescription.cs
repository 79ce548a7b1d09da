using Simulation.Engine.Populations;

namespace Simulation.Engine.Processes;

/// <summary>
/// What a process is: the line of the schedule as <c>simulate describe</c> and ODD.md print it, and the columns that it may
/// touch. Debug builds hold a process to what it says it writes.
/// </summary>
/// <param name="Name">Name of the process.</param>
/// <param name="Phase"><c>dawn</c> (once a day, before all), <c>day</c> (for each neighbourhood) or <c>dusk</c> (once a day, after all).</param>
/// <param name="Rhythm">When it runs: daily, school days, weekly by turns …</param>
/// <param name="Summary">What it does, in one sentence.</param>
public sealed record ProcessDescription(string Name, string Phase, string Rhythm, string Summary)
{
    /// <summary>Columns of the population and of the run that it reads.</summary>
    public IReadOnlyList<ColumnInfo> Reads { get; init; } = [];

    /// <summary>Columns of the run that it writes.</summary>
    public IReadOnlyList<ColumnInfo> Writes { get; init; } = [];

    /// <summary>What else it reads: the calendar, the weather, what other processes left on the workbench today.</summary>
    public string Takes { get; init; } = string.Empty;

    /// <summary>What else it leaves: for other processes of the day, in tallies.</summary>
    public string Gives { get; init; } = string.Empty;

    /// <summary>All that it reads, table by table.</summary>
    public string ReadsText => Text(Reads, Takes);

    /// <summary>All that it writes, table by table.</summary>
    public string WritesText => Text(Writes, Gives);

    private static string Text(IReadOnlyList<ColumnInfo> columns, string besides)
    {
        IEnumerable<string> tables = columns.GroupBy(c => c.Table).Select(table => $"{table.Key}: {string.Join(", ", table.Select(c => c.Name))}");
        return string.Join("; ", besides.Length > 0 ? tables.Append(besides) : tables);
    }
}
