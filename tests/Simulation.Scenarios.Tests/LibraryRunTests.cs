using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Running;
using Simulation.Engine.State;
using Simulation.Scenarios.Reading;

namespace Simulation.Scenarios.Tests;

/// <summary>
/// Every scenario of the library is run: for nine weeks that begin a week before its first intervention does, so that what
/// each lever is there to move can be seen to move.
/// </summary>
public sealed class LibraryRunTests(RunFixture runs) : IClassFixture<RunFixture>
{
    private const int Days = 63;

    [Theory]
    [MemberData(nameof(LibraryTests.Files), MemberType = typeof(LibraryTests))]
    public void Run_ALibraryScenario_RecordsAndMovesWhatItIsThereToMove(string file)
    {
        Scenario scenario = ScenarioReader.Read(Path.Combine(RepositoryFiles.Library, file)).Scenario!;
        IReadOnlyList<Effect> effects = runs.Bind(scenario);
        int first = effects.Count == 0 ? scenario.Start.DayNumber : effects.Min(e => e.Starts.Min());
        DateOnly start = DateOnly.FromDayNumber(Math.Max(scenario.Start.DayNumber, first - 7));
        KeptFigures figures = new();
        using ModelRun run = runs.Run(effects, start, Days, scenario.ParameterOverrides, figures);
        ModelRun baseline = runs.Baseline(start, Days);

        Recorded(figures);
        if (effects.Count == 0)
        {
            run.StateHash().ShouldBe(baseline.StateHash());
        }

        // What comes later than a month before the end has had no time to be felt by everyone.
        foreach (Lever lever in effects.Where(e => e.Starts.Min() < start.DayNumber + Days - 28 && e.AmountOf(0) != 0).Select(e => e.Lever).Distinct())
        {
            Moved(lever, run.State, baseline.State).ShouldBeGreaterThan(0, $"{lever} moves nobody");
        }
    }

    private static void Recorded(KeptFigures figures)
    {
        int weeks = figures.Rows.Select(r => r.Date).Distinct().Count();
        weeks.ShouldBe(Days / 7);
        foreach (string name in Indicator.All.Select(i => i.Key))
        {
            // Weeks of holidays have no school trips.
            int least = name.StartsWith("school_", StringComparison.Ordinal) || name == "gate_cars" ? 4 : weeks;
            figures.Rows.Count(r => r.Name == name && r.By == "all").ShouldBeInRange(least, weeks, name);
        }

        figures.Rows.ShouldAllBe(r => double.IsFinite(r.Value));
    }

    /// <summary>Rows of the column that a lever acts on first which differ from the baseline.</summary>
    private static int Moved(Lever lever, RunState now, RunState before) => lever switch
    {
        Lever.SchoolCycleSkill => Differing<ushort>(now.Pupils.CycleShare.Values, before.Pupils.CycleShare.Values),
        Lever.EscortOffer => Differing<byte>(now.Pupils.Gates.Values, before.Pupils.Gates.Values),
        <= Lever.SchoolWalkNorm or Lever.SpeedCompliance or Lever.JunctionStress or Lever.WalkDetour or Lever.StreetTraffic =>
            Differing<float>(now.Pupils.WalkOdds.Values, before.Pupils.WalkOdds.Values),
        Lever.CycleStress or Lever.CommuteNorm or Lever.CommuteCycle => Differing<ushort>(now.Workers.CycleShare.Values, before.Workers.CycleShare.Values),
        Lever.WalkNorm or Lever.TravelSupport => Differing<float>(now.Residents.ErrandOdds.Values, before.Residents.ErrandOdds.Values),
        Lever.FlexMinutes => Differing<byte>(now.Pupils.WalkDays.Values, before.Pupils.WalkDays.Values),
        Lever.HomeDays => Differing<byte>(now.Workers.ActiveDays.Values, before.Workers.ActiveDays.Values),
        Lever.SchoolDayMinutes => Differing<ushort>(now.Residents.WeekMinutes[1].Values, before.Residents.WeekMinutes[1].Values),
        _ => Differing<float>(now.Residents.LeisureOdds.Values, before.Residents.LeisureOdds.Values),
    };

    private static int Differing<T>(ReadOnlySpan<T> now, ReadOnlySpan<T> before)
        where T : unmanaged, IEquatable<T>
    {
        int differing = 0;
        for (int i = 0; i < now.Length; i++)
        {
            differing += now[i].Equals(before[i]) ? 0 : 1;
        }

        return differing;
    }
}
