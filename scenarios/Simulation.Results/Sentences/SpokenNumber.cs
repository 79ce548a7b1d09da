using System.Globalization;

namespace Simulation.Results.Sentences;

/// <summary>Numbers as people say them: no digits that nobody can rely on.</summary>
public static class SpokenNumber
{
    /// <summary>Keeps a number and its noun on one line.</summary>
    public const char NoBreak = '\u00a0';

    /// <summary>
    /// A number of people without its sign: exact below 1,000, to the hundred below 10,000, to the thousand below a million,
    /// above that in millions with one decimal.
    /// </summary>
    public static string Count(double number)
    {
        double size = Math.Abs(number);
        double exact = Math.Round(size, MidpointRounding.AwayFromZero);
        double hundreds = To(size, 100);
        double thousands = To(size, 1_000);
        return exact < 1_000 ? Plain(exact)
            : hundreds < 10_000 ? Plain(hundreds)
            : thousands < 1_000_000 ? Plain(thousands)
            : (To(size, 100_000) / 1e6).ToString("#,0.0", CultureInfo.InvariantCulture) + NoBreak + "million";
    }

    /// <summary>A share without its sign: "8 in 100", below 1 in 100 "3 in 1,000", below half of 1 in 1,000 "less than 1 in 1,000".</summary>
    public static string Share(double share) => Share(share, "in");

    /// <summary>A share of a difference: "8 more in every 100", "3 fewer in every 1,000".</summary>
    public static string ShareOfChange(double share) => Share(share, $"{(share < 0 ? "fewer" : "more")} in every");

    /// <summary>A number of minutes without its sign: whole, below 10 with one decimal.</summary>
    public static string Quantity(double number)
    {
        double size = Math.Abs(number);
        return Math.Round(size, 1, MidpointRounding.AwayFromZero) < 10
            ? size.ToString("0.#", CultureInfo.InvariantCulture)
            : Plain(Math.Round(size, MidpointRounding.AwayFromZero));
    }

    private static string Share(double share, string words)
    {
        double size = Math.Abs(share);
        double thousandths = Math.Round(size * 1_000, MidpointRounding.AwayFromZero);
        (string number, string of) = thousandths >= 10 ? (Plain(Math.Round(size * 100, MidpointRounding.AwayFromZero)), "100")
            : thousandths >= 1 ? (Plain(thousandths), "1,000")
            : ("less than 1", "1,000");
        return $"{number} {words} {of}".Replace(' ', NoBreak);
    }

    private static double To(double size, double step) => Math.Round(size / step, MidpointRounding.AwayFromZero) * step;

    private static string Plain(double whole) => whole.ToString("#,0", CultureInfo.InvariantCulture);
}
