using Simulation.Engine.Interventions;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Telling;

/// <summary>When it starts, how it is rolled out, when it ends and what is left then.</summary>
internal static class DateSentences
{
    /// <summary>One or two sentences.</summary>
    public static string Of(InterventionKind kind, InterventionRequest request)
    {
        DateOnly start = DateOnly.FromDayNumber(request.PhaseIn.Start);
        string begin = request.PhaseIn.Days == 0 ? $"It starts everywhere on {DateParser.InWords(start)}"
            : $"It is rolled out one after another from {DateParser.InWords(start)} to {DateParser.InWords(start.AddDays(request.PhaseIn.Days))}";
        if (request.End == int.MaxValue)
        {
            bool passes = kind.Level == ActionScale.Events || kind.Parameters.Any(p => p.Key == "for");
            return passes ? begin + "." : begin + ", and stays.";
        }

        string after = request.FadeDays is not { } fade ? string.Empty
            : fade == 0 ? " Its effect stops at once." : $" What it had changed fades: half is gone after {Math.Max(1, Math.Round(fade * Math.Log(2) / 7)):0} weeks.";
        return $"{begin}, and ends on {DateParser.InWords(DateOnly.FromDayNumber(request.End))}.{after}";
    }
}
