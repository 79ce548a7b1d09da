using System.Globalization;
using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Engine.Populations.Files;
using Simulation.Engine.State;

namespace Simulation.Engine.Running;

/// <summary>
/// Saved states of runs: every column, every counter and, once rows have been laid anew, the residents themselves, each section
/// with its checksum.
/// </summary>
public static class StateFile
{
    internal const string DescriptionSection = "state.description";
    internal const string ObservedSection = "state.observed";
    internal const string AdmissionPrefix = "state.admission.";

    /// <summary>What a file says of itself; its columns are not looked at.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StateFileException">Missing, foreign, newer, cut short or damaged.</exception>
    public static StateDescription Describe(string path)
    {
        using StateReader file = new(path);
        return file.Description;
    }

    /// <summary>Writes a state.</summary>
    /// <param name="path">The file.</param>
    /// <param name="description">What the state is of.</param>
    /// <param name="state">The columns.</param>
    /// <param name="observed">What the run had observed beside its week.</param>
    /// <param name="rows">The residents, once their rows have been laid anew.</param>
    internal static void Write(string path, StateDescription description, RunState state, double[] observed, RowsAnew? rows)
    {
        state.Gather();
        SectionList list = new();
        list.Text(DescriptionSection, [.. Text(description, state.Clock)]);
        list.Add<double>(ObservedSection, observed);
        foreach (Column column in state.Tables.SelectMany(table => table.Present))
        {
            list.Add(column);
        }

        foreach ((string source, ActivityLevels levels, byte[] admitted) in state.Admissions.All)
        {
            list.Add($"{AdmissionPrefix}{(int)levels}.{source}", admitted);
        }

        rows?.AddTo(list);
        SectionedFile.Write(FileKind.State, path, list.Sections);
    }

    private static IEnumerable<string> Text(StateDescription d, RunClock clock) =>
    [
        d.Model, d.Population, d.Seed.ToString(CultureInfo.InvariantCulture), d.Parameters, Day(d.Start), Day(d.Today),
        d.DaysDone.ToString(CultureInfo.InvariantCulture), d.History, clock.Active ? "active" : "warming up",
        clock.WeekSchoolDays.ToString(CultureInfo.InvariantCulture), Day(clock.LivesSince),
    ];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
