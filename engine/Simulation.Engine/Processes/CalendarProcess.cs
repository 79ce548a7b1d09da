using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>Weather, daylight and weekday as factors on the odds of each place's residents.</summary>
internal sealed class CalendarProcess(RunState state) : IDayProcess
{
    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "Calendar and weather",
        "dawn",
        "daily",
        "School terms, bank holidays, weekends, daylight at 53.4° N and a wet/dry chain set the day's factors on odds.")
    {
        Writes =
        [
            state.Places.Wet,
        ],
        Takes = "date",
        Gives = "day factors by place",
    };

    /// <inheritdoc/>
    public void Run(DayContext context)
    {
        state.Weather.Advance(context.Day);
        ParameterSet set = state.Parameters;
        bool weekend = context.Day.Weekday > 4;
        float season = Scalar.Exp(set[EverydayParameters.Daylight] * (context.Day.DaylightHours - 12));
        float leisure = season * (weekend ? set[EverydayParameters.WeekendLeisure] : 1);
        float errand = weekend ? set[EverydayParameters.WeekendErrand] : 1;
        for (int place = 0; place < context.ErrandFactor.Length; place++)
        {
            bool wet = state.Weather.Wet[place];
            context.ErrandFactor[place] = errand * (wet ? set[EverydayParameters.RainErrand] : 1);
            context.AdultLeisureFactor[place] = leisure * (wet ? set[EverydayParameters.RainAdult] : 1);
            context.ChildLeisureFactor[place] = leisure * (wet ? set[EverydayParameters.RainPlay] : 1);
            context.TripFactor[place] = wet ? set[EverydayParameters.RainTrip] : 1;
        }
    }
}
