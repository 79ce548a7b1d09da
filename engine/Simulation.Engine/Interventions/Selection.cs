using Simulation.Engine.Calibration;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions;

/// <summary>Rows chosen for an intervention: eligible, then reached by rank, then (people and employers) taking it up.</summary>
/// <param name="Rows">Rows, ascending.</param>
/// <param name="Starts">Join day of each.</param>
/// <param name="Dose">Uptake as a dose for each row, for places and schools; null when people or employers were chosen one by one.</param>
/// <param name="Eligible">Number of eligible rows; with a level of activity, as many as are expected to be of it.</param>
/// <param name="Chances">Chance that each of <paramref name="Rows"/> is of the level of activity asked for; null when none is.</param>
internal sealed record Selection(int[] Rows, int[] Starts, double[]? Dose, int Eligible, double[]? Chances)
{
    private const ulong UptakeStream = 0x5DEECE66DUL;

    /// <summary>Chooses the rows that <paramref name="request"/> reaches.</summary>
    public static Selection Of(InterventionKind kind, InterventionRequest request, Population population)
    {
        ulong stream = Rank.StreamOf(kind.Key);
        var eligible = Candidates.Of(kind, request, population);
        double[]? ranks = kind.Reaches switch
        {
            ReachUnit.Schools => Rank.Stratified(stream, Rank.SchoolStrata(population)),
            ReachUnit.Neighbourhoods => Rank.Stratified(stream, Rank.NeighbourhoodStrata(population)),
            _ => null,
        };
        double RankOf(int row) => ranks is null ? Rank.Of(stream, row) : ranks[row];

        double[]? chances = ChancesOf(kind, request, population, eligible);
        double[] shares = SharesByDecile(request, eligible, chances, RankOf);
        Uptake uptake = request.Uptake ?? kind.DefaultUptake;
        bool chosen = kind.Reaches is ReachUnit.Employees or ReachUnit.Residents or ReachUnit.Employers;
        var rows = new List<int>();
        var starts = new List<int>();
        var dose = chosen ? null : new List<double>();
        var admitted = chances is null ? null : new List<double>();
        for (int i = 0; i < eligible.Rows.Count; i++)
        {
            int row = eligible.Rows[i];
            int decile = eligible.Deciles[i];
            double share = shares[decile - 1];
            double rank = RankOf(row);
            if (rank >= share || (chosen && Rank.Of(stream ^ UptakeStream, row) >= uptake.In(decile)))
            {
                continue;
            }

            rows.Add(row);
            starts.Add(request.PhaseIn.JoinDay(rank / share));
            dose?.Add(uptake.In(decile));
            admitted?.Add(chances![i]);
        }

        return new Selection(
            [.. rows], [.. starts], dose?.ToArray(), chances is null ? eligible.Rows.Count : (int)Math.Round(chances.Sum()), admitted?.ToArray());
    }

    private static double[]? ChancesOf(InterventionKind kind, InterventionRequest request, Population population, Candidates eligible)
    {
        if (request.Who.Activity is not { } levels)
        {
            return null;
        }

        var expectation = ActivityExpectation.Of(population);
        return [.. eligible.Rows.Select((row, i) => expectation.ChanceOf(
            population, kind.Reaches == ReachUnit.Employees ? population.Workers.Resident[row] : row, eligible.Deciles[i], levels))];
    }

    private static double[] SharesByDecile(InterventionRequest request, Candidates eligible, double[]? chances, Func<int, double> rankOf)
    {
        double share = request.Reach.Share;
        if (request.Reach.Count is { } count)
        {
            double all = chances?.Sum() ?? eligible.Rows.Count;
            share = all == 0 ? 0 : Math.Min(1, count / all);
        }

        if (request.ProportionateToNeed)
        {
            Span<double> byDecile = stackalloc double[10];
            for (int i = 0; i < eligible.Deciles.Count; i++)
            {
                byDecile[eligible.Deciles[i] - 1] += chances is null ? 1 : chances[i];
            }

            return NeedShares.Solve(share, byDecile);
        }

        if (chances is null && request.Reach.Count is { } exact && exact < eligible.Rows.Count)
        {
            // A number of units is met exactly: the share is the rank of the first unit left out.
            double[] ranks = [.. eligible.Rows.Select(rankOf)];
            Array.Sort(ranks);
            share = ranks[exact];
        }

        var shares = new double[10];
        Array.Fill(shares, share);
        return shares;
    }
}
