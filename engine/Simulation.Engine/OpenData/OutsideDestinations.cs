namespace Simulation.Engine.OpenData;

/// <summary>
/// Finds out where work zones beyond the area lie. The folder gives their codes and the flows to them, but no
/// coordinates; the flows themselves tell: a zone just over the border draws many workers from few home zones near it, a
/// city far away draws few from everywhere.
/// </summary>
/// <remarks>
/// <para>
/// Each destination is put into the cell that explains its flows best. With n workers from home zone i, in all N, the
/// number expected from a cell is κ·Wᵢ·f(dᵢ): Wᵢ workers with a workplace who live in zone i, f the fall of flows with
/// distance, κ the scale that makes the flows inside the area add up. The jobs of a zone vary as widely as their mean (in
/// Cheshire &amp; Merseyside 1,780 jobs held by residents per zone, standard deviation 2,070), hence an exponential spread
/// about κ and the logarithm of the posterior
/// <c>Σ n·ln f(dᵢ) − (N + 1)·ln(1 + κ·Σ Wᵢ·f(dᵢ)) + ln(zones expected in the cell)</c>.
/// </para>
/// <para>
/// Check against the straight-line bands that were published from the true coordinates (Census 2021 flows by MSOA; Cheshire
/// &amp; Merseyside; &lt;2, 2–5, 5–10, 10–20, 20–30, 30+ km): workers who leave the area are 494, 2,485, 9,397, 25,345,
/// 17,595 and 31,578 there, 136, 2,598, 9,853, 25,920, 16,819 and 31,739 here. Only the side of the cells was chosen by these
/// (of 2.5, 4 and 5 km; with 4 km: 106, 3,255, 11,296, 24,760, 16,414, 31,234); the fall with distance comes from flows inside.
/// </para>
/// </remarks>
internal static class OutsideDestinations
{
    // About 7,260 MSOAs (2021) on the 151,000 km² of England and Wales; all but a few hundred of them are far. Rough on
    // purpose: twice the density together with twice κ moves 2 % of those who leave the area from one distance band to another.
    private const double ZonesPerSquareKilometre = 0.05;
    private const double ZonesFarAway = 7_000;

    /// <summary>Cell of each of <see cref="CommuteRows.Destinations"/>.</summary>
    public static IReadOnlyList<OutsideCell> Place(IReadOnlyList<HomeZone> homes, CommuteRows rows, OutlineIndex area)
    {
        var placed = new OutsideCell[rows.Destinations.Count];
        if (placed.Length == 0)
        {
            return placed;
        }

        var workers = new double[homes.Count];
        foreach (var flow in rows.Inside.Concat(rows.Outside).Where(flow => flow.To >= 0))
        {
            workers[flow.From] += flow.Workers;
        }

        var scale = Scale(homes, rows, workers);
        var candidates = OutsideCell.Around(homes, area).Select(cell => new Candidate(cell, homes, workers, scale)).ToArray();
        foreach (var flows in rows.Outside.GroupBy(flow => flow.To))
        {
            var counts = flows.Select(flow => (flow.From, flow.Workers)).ToArray();
            var best = double.NegativeInfinity;
            foreach (var candidate in candidates)
            {
                var score = candidate.Score(counts);
                if (score > best)
                {
                    (best, placed[flows.Key]) = (score, candidate.Cell);
                }
            }
        }

        return placed;
    }

    /// <summary>
    /// Relative flow at a distance: fitted by eye on log scales to the Census 2021 flows between the 325 MSOAs of Cheshire
    /// &amp; Merseyside, 0.7–66 km (largest error of a distance band 35 %), with a floor for long journeys.
    /// </summary>
    internal static double Decay(double metres) =>
        (Math.Pow(1 + (metres / 2_000), -1.62) * Math.Exp(-metres / 22_000)) + FarDecay;

    private const double FarDecay = 5e-5;

    /// <summary>κ: workers inside the area over what the fall with distance alone would give.</summary>
    private static double Scale(IReadOnlyList<HomeZone> homes, CommuteRows rows, double[] workers)
    {
        var expected = 0.0;
        foreach (var work in homes)
        {
            for (var home = 0; home < homes.Count; home++)
            {
                // Two points of one disc are 0.9 of its radius apart; MSOAs are densest in the middle, so two thirds.
                var metres = homes[home] == work ? work.RadiusMetres * 4 / 3 : Metres(homes[home], work.X, work.Y);
                expected += workers[home] * Decay(metres);
            }
        }

        var inside = rows.Inside.Where(flow => flow.To >= 0).Sum(flow => flow.Workers);
        return inside > 0 && expected > 0 ? inside / expected : 1;
    }

    private static double Metres(HomeZone home, double x, double y) =>
        Math.Sqrt(((home.X - x) * (home.X - x)) + ((home.Y - y) * (home.Y - y)));

    private sealed class Candidate
    {
        private readonly double[] logDecay;
        private readonly double logReach;
        private readonly double logPrior;

        public Candidate(OutsideCell cell, IReadOnlyList<HomeZone> homes, double[] workers, double scale)
        {
            Cell = cell;
            logDecay = new double[homes.Count];
            var reach = 0.0;
            for (var home = 0; home < homes.Count; home++)
            {
                var decay = cell.IsFar ? FarDecay : Decay(Metres(homes[home], cell.X, cell.Y));
                logDecay[home] = Math.Log(decay);
                reach += workers[home] * decay;
            }

            logReach = Math.Log(1 + (scale * reach));
            logPrior = Math.Log(cell.IsFar ? ZonesFarAway : ZonesPerSquareKilometre * OutsideCell.Side * OutsideCell.Side / 1e6);
        }

        public OutsideCell Cell { get; }

        public double Score((int From, double Workers)[] flows)
        {
            var score = logPrior;
            var total = 1.0;
            foreach (var (from, count) in flows)
            {
                score += count * logDecay[from];
                total += count;
            }

            return score - (total * logReach);
        }
    }
}
