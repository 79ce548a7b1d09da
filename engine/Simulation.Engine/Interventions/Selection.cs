using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions;

/// <summary>Rows chosen for an intervention: eligible, then reached by rank, then (people only) taking it up.</summary>
/// <param name="Rows">Rows, ascending.</param>
/// <param name="Starts">Join day of each.</param>
/// <param name="Dose">Uptake as a dose for each row, for places and schools; null when people were chosen one by one.</param>
/// <param name="Eligible">Number of eligible rows.</param>
internal sealed record Selection(int[] Rows, int[] Starts, double[]? Dose, int Eligible)
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

        double[] shares = SharesByDecile(request, eligible, RankOf);
        Uptake uptake = request.Uptake ?? kind.DefaultUptake;
        bool people = kind.Reaches is ReachUnit.Employees or ReachUnit.Residents;
        var rows = new List<int>();
        var starts = new List<int>();
        var dose = people ? null : new List<double>();
        for (int i = 0; i < eligible.Rows.Count; i++)
        {
            int row = eligible.Rows[i];
            int decile = eligible.Deciles[i];
            double share = shares[decile - 1];
            double rank = RankOf(row);
            if (rank >= share || (people && Rank.Of(stream ^ UptakeStream, row) >= uptake.In(decile)))
            {
                continue;
            }

            rows.Add(row);
            starts.Add(request.PhaseIn.JoinDay(rank / share));
            dose?.Add(uptake.In(decile));
        }

        return new Selection([.. rows], [.. starts], dose?.ToArray(), eligible.Rows.Count);
    }

    private static double[] SharesByDecile(InterventionRequest request, Candidates eligible, Func<int, double> rankOf)
    {
        double share = request.Reach.Share;
        if (request.Reach.Count is { } count)
        {
            share = eligible.Rows.Count == 0 ? 0 : Math.Min(1, (double)count / eligible.Rows.Count);
        }

        if (request.ProportionateToNeed)
        {
            Span<long> byDecile = stackalloc long[10];
            foreach (byte decile in eligible.Deciles)
            {
                byDecile[decile - 1]++;
            }

            return NeedShares.Solve(share, byDecile);
        }

        if (request.Reach.Count is { } exact && exact < eligible.Rows.Count)
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
