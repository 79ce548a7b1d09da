using Simulation.Engine.Observation;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>Cars at the school gates: today's count moves what families will meet there.</summary>
internal sealed class GateProcess(RunState state, WeekTallies tallies) : IDayProcess
{
    private readonly int[] cars = new int[state.Population.Schools.Count];

    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "Traffic at the school gate",
        "dusk",
        "school days",
        "Traffic follows today's cars by a fifth, measured against the cars of the warm-up; more cars make the route worse, which makes more cars.")
    {
        Reads =
        [
            state.Schools.CarsExpected,
        ],
        Writes =
        [
            state.Schools.GateTraffic, state.Schools.WeekCars, state.Schools.WarmCars, state.Schools.WarmDays,
        ],
        Takes = "cars at each gate today",
    };

    /// <inheritdoc/>
    public void Run(DayContext context)
    {
        if (!context.Day.SchoolDay)
        {
            return;
        }

        for (int s = 0; s < cars.Length; s++)
        {
            int sum = 0;
            foreach (WorkerTally tally in state.Tallies)
            {
                sum += tally.GateCars[s];
                tally.GateCars[s] = 0;
            }

            cars[s] = sum;
            if (context.SchoolOpen[s] == 0)
            {
                continue;
            }

            if (state.Schools.CarsExpected[s] > 0)
            {
                state.Schools.GateTraffic[s] = (0.8f * state.Schools.GateTraffic[s]) + (0.2f * sum / state.Schools.CarsExpected[s]);
            }

            if (!state.Clock.Active)
            {
                state.Schools.WarmCars[s] += sum;
                state.Schools.WarmDays[s]++;
            }
        }

        tallies.AddGateCars(cars);
    }

    /// <summary>Forgets what was counted, or makes it the measure: called half-way through the warm-up's school days and at its end.</summary>
    /// <param name="keep">True to make the mean of the days since the last call the expected number of cars.</param>
    public void Measure(bool keep)
    {
        for (int s = 0; s < cars.Length; s++)
        {
            if (keep && state.Schools.WarmDays[s] > 0)
            {
                state.Schools.CarsExpected[s] = Math.Max(0.5f, state.Schools.WarmCars[s] / (float)state.Schools.WarmDays[s]);
            }

            state.Schools.WarmCars[s] = 0;
            state.Schools.WarmDays[s] = 0;
        }
    }
}
