using Simulation.Scenarios.Resolution;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Live;

/// <summary>Tells those who watch where a run stands, what its plan is and what it has done; on the simulation's thread.</summary>
/// <param name="source">What runs.</param>
/// <param name="audience">Who watches.</param>
/// <param name="first">The try under way.</param>
internal sealed class Teller(ILiveSource source, IAudience audience, Take first)
{
    private ScenarioMessage? shownScenario;
    private byte[]? lastAnswer;

    /// <summary>The try under way.</summary>
    public Take Take { get; private set; } = first;

    /// <summary>How far the warm-up is, 0 to 1.</summary>
    public double Progress { get; set; }

    /// <summary>Why the run has stopped; null while it goes on.</summary>
    public string? Failure { get; set; }

    /// <summary>What the sentences are about; null for what has changed most.</summary>
    public string? Topic { get; set; }

    /// <summary>Another try has begun: nothing is known of it yet.</summary>
    public void Begin(Take take) => (Take, Failure, lastAnswer) = (take, null, null);

    /// <summary>Everything a newcomer must be told, read as it is taken.</summary>
    public IEnumerable<byte[]> Welcome() =>
        Take.Recording.History().Concat([MessageWriter.OfJson(MessageKind.Scenario, Scenario()), MessageWriter.OfJson(MessageKind.Status, Status()), .. lastAnswer is null ? Array.Empty<byte[]>() : [lastAnswer]]);

    /// <summary>Says where the run stands.</summary>
    public void TellStatus() => audience.Tell(MessageWriter.OfJson(MessageKind.Status, Status()));

    private RunStatus Status()
    {
        DateOnly shown = source.About.Start.AddDays(Take.Playhead.Shown - 1);
        DayWords context = Take.Frames.Context;
        Pace pace = Take.Playhead.Pace;
        return new RunStatus(
            Take.Playhead.Phase, Take.Playhead.Backward && Take.Playhead.Phase is RunPhase.Playing, Progress, source.Day, source.DaysDone, Take.Playhead.Shown, shown, pace.Speed,
            pace.Measured, Take.Recording.WeekEnds, context.School, context.Weather, Failure ?? Take.Recording.Trouble);
    }

    /// <summary>Says what the plan is.</summary>
    public void TellScenario() => audience.Tell(MessageWriter.OfJson(MessageKind.Scenario, Scenario()));

    /// <summary>The plan as it stands, or stood on the day shown.</summary>
    public ScenarioMessage Scenario() => source.Live
        ? new ScenarioMessage { Headline = Answers.HeadlineOf(source.Levers), Levers = source.Levers, Kinds = source.Kinds, SchoolStreets = source.SchoolStreets, Library = ScenarioLibrary.Names, Pulls = source.Pulls, Warnings = source.Warnings }
        : (Take.Recording.ScenarioOn(Take.Playhead.Shown) ?? new ScenarioMessage()) with { Text = null, Headline = Answers.HeadlineOf(source.Levers) };

    /// <summary>In a recording the levers are shown as they stood on the day.</summary>
    public void TellRecordedScenario()
    {
        if (!source.Live && Take.Recording.ScenarioOn(Take.Playhead.Shown) is { } scenario && scenario != shownScenario)
        {
            shownScenario = scenario;
            TellScenario();
        }
    }

    /// <summary>Says what the plan has done, of the day before its frame is: words and picture belong together.</summary>
    /// <param name="frame">The frame of the day shown; null where there are weeks only.</param>
    public void TellAnswer(FrameBuffers? frame)
    {
        string topic = Topic ?? Answers.HeadlineOf(source.Levers);
        if (Take.Answers.Of(topic, Take.Playhead.Shown, frame) is { } answer)
        {
            lastAnswer = MessageWriter.OfJson(MessageKind.Answer, answer);
            audience.Tell(lastAnswer);
        }
    }

    /// <summary>Words for everybody.</summary>
    public void Warn(string words) => audience.Tell(MessageWriter.OfJson(MessageKind.Notice, new Notice(words, true)));
}
