using System.Globalization;

namespace Simulation.Results.Sentences;

/// <summary>What a plan costs, in a sentence or two; what has no price is named and never taken for nothing.</summary>
public static class CostSentence
{
    /// <summary>The sentences.</summary>
    /// <param name="once">Paid once, £.</param>
    /// <param name="running">Running costs within the run, £.</param>
    /// <param name="low">All at the lowest published prices, £.</param>
    /// <param name="high">All at the highest published prices, £.</param>
    /// <param name="notCosted">What has no price.</param>
    public static string Of(double once, double running, double low, double high, IReadOnlyList<string> notCosted)
    {
        ArgumentNullException.ThrowIfNull(notCosted);
        string left = notCosted.Count == 0 ? string.Empty : $"Not costed: {string.Join(", ", notCosted)}.";
        if (once + running == 0)
        {
            return left.Length == 0 ? "It costs nothing." : left;
        }

        string parts = (once, running) switch
        {
            ( > 0, > 0) => $"{Pounds(once)} once and {Pounds(running)} to run",
            ( > 0, _) => $"{Pounds(once)} once",
            _ => $"{Pounds(running)} to run",
        };
        string range = high > low ? $" ({Pounds(low)} to {Pounds(high)} in all over the published prices)" : string.Empty;
        return $"Within the run it costs {parts}{range}.{(left.Length == 0 ? string.Empty : " " + left)}";
    }

    /// <summary>An amount as people say it: "£950", "£18,000", "£9.5m", "£320m", "£1.2bn".</summary>
    public static string Pounds(double pounds)
    {
        double size = Math.Abs(pounds);
        string amount = size switch
        {
            < 999.5 => size.ToString("0", CultureInfo.InvariantCulture),
            < 999_500 => (Math.Round(size / Step(size)) * Step(size)).ToString("#,0", CultureInfo.InvariantCulture),
            < 9_950_000 => (size / 1e6).ToString("0.0", CultureInfo.InvariantCulture) + "m",
            < 999_500_000 => (size / 1e6).ToString("0", CultureInfo.InvariantCulture) + "m",
            _ => (size / 1e9).ToString("#,0.0", CultureInfo.InvariantCulture) + "bn",
        };
        return (pounds < 0 ? "−£" : "£") + amount;
    }

    private static double Step(double size) => size < 9_950 ? 100 : 1_000;
}
