using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Live;

/// <summary>Keeps days, weeks and the scenario of a run in its recording, and tells each week's figures to those who watch.</summary>
/// <param name="source">What runs.</param>
/// <param name="recording">Where it is kept.</param>
/// <param name="audience">Who watches.</param>
/// <param name="answers">Learns the figures.</param>
internal sealed class Keeper(ILiveSource source, Recording recording, IAudience audience, Answers answers)
{
    /// <summary>Keeps the day just done.</summary>
    /// <param name="always">Whether it is kept whatever it costs; else only when the disc has room for it at once.</param>
    public void KeepDay(bool always)
    {
        if (recording.Room(source.DaysDone, always) is { } room)
        {
            source.WriteStates(Arm.Scenario, room.Scenario);
            source.WriteStates(Arm.Baseline, room.Baseline);
            room.Context = source.Context;
            recording.Keep(room);
        }
    }

    /// <summary>Keeps the scenario as it stands.</summary>
    public void KeepScenario()
    {
        if (source.Live)
        {
            recording.KeepScenario(
                source.DaysDone, new ScenarioMessage { Levers = source.Levers, SchoolStreets = source.SchoolStreets, Pulls = source.Pulls, Warnings = source.Warnings, Text = source.ScenarioText() });
        }
    }

    /// <summary>Keeps and tells the figures of the week that has ended.</summary>
    public void TellFigures()
    {
        List<ArmFigure> fresh = [];
        NeighbourhoodFigures[] onTheMap = NeighbourhoodFigures.OnTheMap(source.Map);
        foreach (ArmFigure figure in source.TakeFigures())
        {
            if (figure.Row.By != "neighbourhood")
            {
                fresh.Add(figure);
            }
            else
            {
                Array.ForEach(onTheMap, layer => layer.Take(figure));
            }
        }

        if (fresh.Count > 0)
        {
            answers.Learn(fresh);
            byte[][] week = [MessageWriter.OfJson(MessageKind.Figures, new FigureColumns(fresh)), .. onTheMap.SelectMany(layer => layer.Messages(source.DaysDone))];
            recording.KeepWeek(source.DaysDone, week);
            Array.ForEach(week, audience.Tell);
        }
    }
}
