using System.Globalization;
using Simulation.Engine.Running;
using Simulation.Results.Runs;

namespace Simulation.Experiments.Running;

/// <summary>The days that a run simulates.</summary>
/// <param name="Start">First day.</param>
/// <param name="Days">Number of days.</param>
public sealed record RunHorizon(DateOnly Start, int Days)
{
    /// <summary>The horizon of a scenario, cut or stretched as the user asked.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="request">What the user asked for.</param>
    /// <param name="like">A run to be paired with: its days are taken when the user says nothing.</param>
    /// <exception cref="ExperimentException">No day is left.</exception>
    public static RunHorizon Of(LoadedScenario scenario, RunRequest request, RunManifest? like = null)
    {
        DateOnly start = scenario.Scenario.Start;
        int days = scenario.Scenario.Days;
        if (request.From is { } from)
        {
            // What is left of the scenario's own horizon on the day of the state.
            DateOnly day = StateFile.Describe(from).Today;
            days -= day.DayNumber - start.DayNumber;
            start = day;
            if (days < 1 && request.Days is null && request.Until is null)
            {
                throw new ExperimentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"--from {from} begins on {day:yyyy-MM-dd}, when the horizon of {scenario.Path} is over; say how long with --days or --until."));
            }
        }

        if (request.Until is { } until)
        {
            int asked = until.DaysFrom(start);
            if (asked > Scenarios.Scenario.LongestDays)
            {
                throw new ExperimentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"--until {until} makes {asked:N0} days from {start:yyyy-MM-dd}, on which {scenario.Path} begins; the most is {Scenarios.Scenario.LongestDays:N0} days: give an earlier day."));
            }

            return asked > 0
                ? new RunHorizon(start, asked)
                : throw new ExperimentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"--until {until} leaves no day: {scenario.Path} begins on {start:yyyy-MM-dd}; give that day or a later one."));
        }

        return new RunHorizon(start, request.Days ?? like?.Days ?? days);
    }
}
