namespace Simulation.Engine.Embedded.Making;

/// <summary>Parts points into compact groups of about equal weight, by halving along the longer side again and again.</summary>
internal static class Clusters
{
    /// <summary>Groups of indices into <paramref name="points"/>, each at least one point; <paramref name="members"/> are parted.</summary>
    public static List<int[]> Part(int[] members, IReadOnlyList<(double X, double Y)> points, IReadOnlyList<double> weights, int groups)
    {
        List<int[]> made = [];
        Halve(members, points, weights, Math.Min(groups, members.Length), made);
        return made;
    }

    private static void Halve(
        int[] members, IReadOnlyList<(double X, double Y)> points, IReadOnlyList<double> weights, int groups, List<int[]> made)
    {
        if (groups == 1)
        {
            made.Add(members);
            return;
        }

        double width = members.Max(i => points[i].X) - members.Min(i => points[i].X);
        double height = members.Max(i => points[i].Y) - members.Min(i => points[i].Y);
        int[] sorted = [.. members.OrderBy(i => width > height ? points[i].X : points[i].Y).ThenBy(i => i)];

        int first = groups / 2;
        double wanted = members.Sum(i => weights[i]) * first / groups;
        double sum = 0;
        int cut = 0;
        while (cut < sorted.Length && sum + (weights[sorted[cut]] / 2) < wanted)
        {
            sum += weights[sorted[cut++]];
        }

        // Both sides must keep a point for each group still to be made.
        cut = Math.Clamp(cut, first, sorted.Length - (groups - first));
        Halve(sorted[..cut], points, weights, first, made);
        Halve(sorted[cut..], points, weights, groups - first, made);
    }
}
