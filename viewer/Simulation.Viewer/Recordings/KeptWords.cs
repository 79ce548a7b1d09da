using System.Globalization;

namespace Simulation.Viewer.Recordings;

/// <summary>Says which days of a run a recording has, and which not.</summary>
internal static class KeptWords
{
    // More would be a list that nobody reads.
    private const int MostStretches = 3;

    /// <summary>Whether every day up to the last is kept.</summary>
    public static bool All(IReadOnlyList<int> days) => days.Count > 0 && days.Count == days[^1] - days[0] + 1;

    /// <summary>In a sentence: "All 28 days are in it", or how many are, and which are missing.</summary>
    /// <param name="days">Days kept, ascending; 0 is the one before the first.</param>
    /// <param name="start">First day of the horizon.</param>
    public static string Of(IReadOnlyList<int> days, DateOnly start)
    {
        int[] simulated = [.. days.Where(day => day > 0)];
        int last = days.Count == 0 ? 0 : days[^1];
        if (simulated.Length == last)
        {
            return last == 1 ? "The day is in it." : $"All {last:N0} days are in it.";
        }

        var kept = simulated.ToHashSet();
        var stretches = new List<string>();
        for (int from = 1; from <= last; from++)
        {
            int to = from;
            for (; to <= last && !kept.Contains(to); to++)
            {
            }

            if (to > from)
            {
                stretches.Add(to - from == 1 ? Date(from) : $"{Date(from)} to {Date(to - 1)}");
                from = to;
            }
        }

        string more = stretches.Count > MostStretches ? $" and {stretches.Count - MostStretches} more" : string.Empty;
        return $"{simulated.Length:N0} of {last:N0} days are in it; run through without a stop, and missing: {string.Join(", ", stretches.Take(MostStretches))}{more}.";

        string Date(int day) => start.AddDays(day - 1).ToString("d MMMM", CultureInfo.InvariantCulture);
    }
}
