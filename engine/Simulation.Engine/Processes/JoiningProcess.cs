using Simulation.Engine.Interventions;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// Moves the levers of those workers and residents whom an intervention reaches or leaves this morning, neighbourhood by
/// neighbourhood, and notes who they are, so that their odds are worked out at once.
/// </summary>
internal sealed class JoiningProcess(RunState state, InterventionProcess interventions) : IBlockProcess
{
    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "Joining",
        "day",
        "daily",
        "Levers of workers and residents step on the day that each joins and again on the day that the effect ends.")
    {
        Reads =
        [
            state.Population.Workers.Resident, state.Population.Workers.HomeCapable, state.Workers.TravelMinutes,
        ],
        Writes =
        [
            .. state.Levers.Of(LeverTable.Worker), .. state.Levers.Of(LeverTable.Resident),
            state.Workers.ExtraFlex, state.Workers.ExtraHomeDays,
            state.Residents.FreedHours, state.Residents.Intention,
        ],
        Takes = "dated effects of the scenario; who is admitted",
        Gives = "who is worked out anew today",
    };

    /// <inheritdoc/>
    public void Run(DayContext context, int neighbourhood, BlockScratch scratch)
    {
        scratch.TouchedWorkers.Clear();
        scratch.TouchedResidents.Clear();
        if (!interventions.Active)
        {
            return;
        }

        int today = context.Day.Number;
        foreach (ref readonly Step step in interventions.WorkerSteps.At(today, neighbourhood))
        {
            int resident = state.Population.Workers.Resident[step.Row];
            if (interventions.Admissions.Admits(step.Admission, resident))
            {
                MoveWorker(step, resident, scratch);
            }
        }

        foreach (ref readonly Step step in interventions.ResidentSteps.At(today, neighbourhood))
        {
            if (interventions.Admissions.Admits(step.Admission, step.Row))
            {
                MoveResident(step);
                scratch.TouchedResidents.Add(step.Row);
            }
        }
    }

    private void MoveWorker(in Step step, int resident, BlockScratch scratch)
    {
        ref float value = ref state.Levers[step.Lever]![step.Row];
        value += step.Amount;
        switch (step.Lever)
        {
            case Lever.FlexMinutes:
                // Minutes before work open the time gate at the very next commute; no odds depend on them.
                state.Workers.ExtraFlex[step.Row] = (byte)Math.Clamp((int)MathF.Round(value), 0, 255);
                break;
            case Lever.HomeDays:
                int days = Math.Clamp((int)MathF.Round(value), 0, 5);
                state.Workers.ExtraHomeDays[step.Row] = (byte)days;
                scratch.TouchedWorkers.Add(step.Row);
                // Time saved on the commute, there and back, is leisure time: hours a weekday.
                bool capable = state.Population.Workers.HomeCapable[step.Row] != 0;
                state.Residents.FreedHours.Made![resident] = capable ? days * 2 * state.Workers.TravelMinutes[step.Row] / 300f : 0;
                scratch.TouchedResidents.Add(resident);
                break;
            default:
                scratch.TouchedWorkers.Add(step.Row);
                break;
        }
    }

    private void MoveResident(in Step step)
    {
        if (step.Lever == Lever.Intention)
        {
            ref ushort intention = ref state.Residents.Intention[step.Row];
            intention = (ushort)Math.Clamp(intention + (int)MathF.Round(step.Amount * 4096), 0, ushort.MaxValue);
        }
        else
        {
            state.Levers[step.Lever]![step.Row] += step.Amount;
        }
    }
}
