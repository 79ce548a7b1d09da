using Simulation.Engine.State;

namespace Simulation.Engine.Observation;

/// <summary>Counts of the week that are made as it goes: company on the way to school, cars at the gates.</summary>
/// <param name="state">The run's columns, which keep them.</param>
internal sealed class WeekTallies(RunState state)
{
    /// <summary>School days this week.</summary>
    public int SchoolDays => state.Clock.WeekSchoolDays;

    /// <summary>Walks of pupils aged 7–13 this week.</summary>
    public long Walkers => Sum(state.Neighbourhoods.WeekWalkers.Values);

    /// <summary>Those with an adult.</summary>
    public long Accompanied => Sum(state.Neighbourhoods.WeekAccompanied.Values);

    /// <summary>Car trips to each school this week.</summary>
    public ReadOnlySpan<long> GateCars => state.Schools.WeekCars.Values;

    /// <summary>Adds one neighbourhood's walks of one day.</summary>
    public void AddCompany(int neighbourhood, int walks, int withAdult)
    {
        state.Neighbourhoods.WeekWalkers[neighbourhood] += walks;
        state.Neighbourhoods.WeekAccompanied[neighbourhood] += withAdult;
    }

    /// <summary>Adds one school day's cars.</summary>
    public void AddGateCars(ReadOnlySpan<int> cars)
    {
        Span<long> week = state.Schools.WeekCars.Values;
        for (int s = 0; s < cars.Length; s++)
        {
            week[s] += cars[s];
        }

        state.Clock.WeekSchoolDays++;
    }

    /// <summary>Begins a new week.</summary>
    public void Reset()
    {
        state.Neighbourhoods.WeekWalkers.Values.Clear();
        state.Neighbourhoods.WeekAccompanied.Values.Clear();
        state.Schools.WeekCars.Values.Clear();
        state.Clock.WeekSchoolDays = 0;
    }

    private static long Sum(ReadOnlySpan<int> values)
    {
        long sum = 0;
        foreach (int value in values)
        {
            sum += value;
        }

        return sum;
    }
}
