using System.Globalization;
using Simulation.Engine.Interventions;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Telling;

/// <summary>When it starts, how it is rolled out, how long it lasts, when it ends and what is left then.</summary>
internal static class DateSentences
{
    /// <summary>One or more sentences.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="late">Units of the region that would join only when it, or the run, is over.</param>
    /// <param name="over">The day after the last of the run.</param>
    public static string Of(InterventionKind kind, InterventionRequest request, long late, DateOnly over)
    {
        Timing timing = kind.TimingOf(request);
        DateOnly start = DateOnly.FromDayNumber(request.PhaseIn.Start);
        DateOnly rolledOut = start.AddDays(request.PhaseIn.Days);
        string begin = request.PhaseIn.Days == 0 ? $"It starts everywhere on {DateParser.InWords(start)}"
            : $"It is rolled out one after another from {DateParser.InWords(start)} to {DateParser.InWords(rolledOut)}";
        bool lasts = double.IsFinite(timing.For ?? double.PositiveInfinity);
        string end = request.End != int.MaxValue ? $", and ends on {InWords(request.End)}"
            : lasts ? string.Empty
            : timing.For is not null ? ", and goes on to the end of the run"
            : kind.Level == ActionScale.Events ? string.Empty
            : ", and stays";
        string cut = late == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" That is too late for {late:N0} of them, who never join.");
        return begin + end + "." + cut + (lasts ? Length(kind, request, timing, over) : string.Empty) + After(request, lasts);
    }

    private static string Length(InterventionKind kind, InterventionRequest request, Timing timing, DateOnly over)
    {
        string days = string.Create(CultureInfo.InvariantCulture, $"{timing.For:0.#} days");
        string usual = request.Values.ContainsKey("for") ? string.Empty : ", as is usual for its kind";
        bool ends = request.End != int.MaxValue;
        if (request.PhaseIn.Days != 0 || kind.Level != ActionScale.Events)
        {
            return $" Each is served for {days} from joining{(ends ? ", or to that day if it comes first" : string.Empty)}{usual}.";
        }

        int whole = request.PhaseIn.Start + (int)Math.Round(timing.For!.Value);
        string meant = $" It goes on for {days}{usual}, to {InWords(whole)}";
        return ends && request.End < whole ? $" It was to go on for {days}{usual}, and ends before."
            : whole > over.DayNumber ? $"{meant}; the run ends before that, on {InWords(over.DayNumber)}."
            : $"{meant}.";
    }

    private static string After(InterventionRequest request, bool lasts) =>
        request.FadeDays is not { } fade || (request.End == int.MaxValue && !lasts) ? string.Empty
        : fade == 0 ? " Its effect stops at once."
        : $" What it had changed fades: half is gone after {Math.Max(1, Math.Round(fade * Math.Log(2) / 7)):0} weeks.";

    private static string InWords(int end) => DateParser.InWords(LastDay.Before(DateOnly.FromDayNumber(end)).Date);
}
