using Simulation.Scenarios;
using Simulation.Scenarios.Reading;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Tests.Fixtures;

/// <summary>A month of the school run as a recording keeps it: every day, every week's figures, the levers.</summary>
internal static class RecordedTerm
{
    public static void Write(string path, int residents)
    {
        Scenario scenario = ScenarioReader.Read("school-run-together", ["horizon={ start: 2026-09-01, days: 31 }"]).Scenario.ShouldNotBeNull();
        using var source = new ModelSource(SmallWorld.Population(residents), scenario, 1, 2);
        using Recording recording = Recording.Create(RecordedAbout.Of(source), source.Map, path);
        source.WarmUp(new Progress<double>(), TestContext.Current.CancellationToken);
        recording.KeepScenario(0, new ScenarioMessage { Levers = source.Levers, SchoolStreets = source.SchoolStreets });
        while (source.DaysDone < source.Days)
        {
            source.Advance();
            DayRoom room = recording.Room(source.DaysDone, wait: true).ShouldNotBeNull();
            source.WriteStates(Arm.Scenario, room.Scenario);
            source.WriteStates(Arm.Baseline, room.Baseline);
            room.Context = source.Context;
            recording.Keep(room);
            if (source.TakeFigures() is { Count: > 0 } figures)
            {
                recording.KeepWeek(source.DaysDone, [MessageWriter.OfJson(MessageKind.Figures, new FigureColumns([.. figures]))]);
            }
        }
    }
}
