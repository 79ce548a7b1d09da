using System.Text;
using Simulation.Scenarios.Resolution;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Live;

/// <summary>Does what commands ask of a run, or says why it cannot be done now; on the simulation's thread.</summary>
/// <param name="source">What runs.</param>
/// <param name="teller">Where it stands, and who is told of it.</param>
/// <param name="restart">Begins another run with the same residents, of a scenario's text or the plan as it is, and runs to a day; words when it cannot.</param>
/// <param name="stepOn">Asks for one day more once the command is answered.</param>
internal sealed class CommandDesk(ILiveSource source, Teller teller, Func<string?, int, string?> restart, Action stepOn)
{
    /// <summary>Does what a command asks for; words when it cannot be done now.</summary>
    public string? Do(Command command, Action<byte[]> reply)
    {
        RunPhase phase = teller.Take.Playhead.Phase;
        bool over = phase is RunPhase.Failed;
        switch (command)
        {
            case PlayCommand or ReverseCommand or StepCommand or LeverCommand or UntilCommand when over:
                return "The run has stopped and cannot go on. What was recorded can still be looked at.";
            case PlayCommand when phase is RunPhase.Finished:
                return "The run is at its last day. Go back to a day to play from there.";
            case PlayCommand:
                teller.Take.Playhead.Play(back: false);
                return null;
            case ReverseCommand:
                teller.Take.Playhead.Reverse();
                return null;
            case UntilCommand until when until.Day > source.DaysDone && source.Live && phase is RunPhase.Paused or RunPhase.Playing:
                teller.Take.Playhead.RunTo(until.Day);
                return null;
            case UntilCommand until:
                teller.Take.Playhead.LookAt(Math.Min(until.Day, source.DaysDone));
                return null;
            case PauseCommand when phase is RunPhase.Playing:
                teller.Take.Playhead.Pause();
                teller.Take.Keeper.KeepDay(always: true);
                return null;
            case StepCommand when phase is RunPhase.Finished:
                return "The run is at its last day.";
            case StepCommand:
                teller.Take.Playhead.Pause();
                stepOn();
                return null;
            case SpeedCommand speed:
                teller.Take.Playhead.Pace.Speed = speed.Days;
                return null;
            case ShowCommand show:
                teller.Take.Playhead.LookAt(Math.Min(show.Day, source.DaysDone));
                return null;
            case LiveCommand:
                teller.Take.Playhead.LookAt(source.DaysDone);
                return null;
            case LeverCommand lever:
                return Turn(lever.Lever, reply);
            case RestartCommand or UndoCommand or BranchCommand or OpenCommand when !source.Live:
                return "This is a recording: it cannot be run again. Open the plan itself.";
            case RestartCommand:
                return restart(null, 0);
            case UndoCommand when source.BeforeLastPull is not { }:
                return "No lever has been pulled yet.";
            case UndoCommand:
                return restart(source.BeforeLastPull, source.DaysDone);
            case BranchCommand branch when branch.Day > source.DaysDone:
                return "The run has not come to that day.";
            case BranchCommand branch:
                return restart(teller.Take.Recording.ScenarioOn(branch.Day)?.Text, branch.Day);
            case OpenCommand open when ScenarioLibrary.Read(open.Name) is { } bytes:
                // Another plan is about something else: what was looked at before is no choice for it.
                teller.Topic = null;
                return restart(Encoding.UTF8.GetString(bytes), 0);
            case OpenCommand open:
                return $"The library has no plan '{open.Name}'.";
            case ScenarioCommand:
                reply(MessageWriter.OfJson(MessageKind.Scenario, new ScenarioMessage { Text = source.ScenarioText() }));
                return null;
            case PairCommand:
                return "Plans are compared where finished runs of several are looked at: simulate view FIRST.run OTHER.run ANOTHER.run.";
            case KeptCommand:
                reply(MessageWriter.OfJson(MessageKind.Notice, new Notice(
                    $"The run so far is going to your downloads. {KeptWords.Of(teller.Take.Recording.Days, source.About.Start)}{(KeptWords.All(teller.Take.Recording.Days) ? string.Empty : " 'simulate view --record FILE' keeps every day.")}", false)));
                return null;
            case ResidentCommand resident when resident.Row >= source.Map.Residents:
                return $"There are {source.Map.Residents:N0} residents, counted from 0.";
            case ResidentCommand resident:
                reply(MessageWriter.OfJson(MessageKind.Resident, Describe(resident.Row)));
                return null;
            default:
                return null;
        }
    }

    private string? Turn(LeverChange change, Action<byte[]> reply)
    {
        IReadOnlyList<string> known = source.Warnings;
        if (source.Change(change) is { } refusal)
        {
            // The page has moved its lever already: it is told how the levers stand.
            reply(MessageWriter.OfJson(MessageKind.Scenario, teller.Scenario()));
            return refusal;
        }

        teller.TellScenario();
        teller.Take.Keeper.KeepScenario();
        string[] fresh = [.. source.Warnings.Except(known)];
        reply(MessageWriter.OfJson(MessageKind.Notice, new Notice(
            fresh.Length > 0 ? $"{source.Pulls[^1].Title}: it is so from tomorrow. Mind: {string.Join(' ', fresh)}" : $"{source.Pulls[^1].Title}: it is so from tomorrow.", fresh.Length > 0)));
        return null;
    }

    // Of a day that is looked back at, the recording tells what the run itself no longer knows.
    private ResidentCard Describe(int row) =>
        teller.Take.Playhead.Replaying ? teller.Take.Cards.On(teller.Take.Playhead.Shown, source.Describe(row), source.Live) : source.Describe(row);
}
