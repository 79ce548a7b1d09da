namespace Simulation.Results.Sentences;

/// <summary>
/// What one run of each can tell. Both share their chance, so that they differ by those alone whom the plan changes; but whom it changes
/// is chance. A share that differs by c among N residents takes at least c·N of them who live differently, whose number has a
/// standard deviation of √(c·N): the difference is told from <see cref="Words.Errors"/> of these. It is the least that chance
/// does; replicates say how much it does.
/// </summary>
public static class OneRun
{
    /// <summary>Whether a difference of shares is told.</summary>
    /// <param name="change">Difference of shares.</param>
    /// <param name="people">Residents that it is about at a time.</param>
    public static bool Tells(double change, double people) => Math.Sqrt(Math.Abs(change) * people) >= Words.All.Errors;

    /// <summary>What chance alone may make of a difference of shares.</summary>
    /// <param name="change">Difference of shares.</param>
    /// <param name="people">Residents that it is about at a time.</param>
    public static double Chance(double change, double people) => Words.All.Errors * Math.Sqrt(Variance(change, people));

    /// <summary>What chance alone may make of the difference between two groups' differences.</summary>
    /// <param name="first">Difference of shares in the one group.</param>
    /// <param name="firstPeople">Its residents.</param>
    /// <param name="second">Difference of shares in the other.</param>
    /// <param name="secondPeople">Its residents.</param>
    public static double ChanceOfGap(double first, double firstPeople, double second, double secondPeople) =>
        Words.All.Errors * Math.Sqrt(Variance(first, firstPeople) + Variance(second, secondPeople));

    private static double Variance(double change, double people) => change == 0 ? 0 : Math.Abs(change) / people;
}
