using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions;

/// <summary>Rows chosen for an intervention: eligible, then reached by rank, then (people and employers) taking it up.</summary>
/// <param name="Rows">Rows, ascending.</param>
/// <param name="Starts">Join day of each.</param>
/// <param name="Dose">Uptake as a dose for each row, for places and schools; null when people or employers were chosen one by one.</param>
/// <param name="Eligible">Number of eligible rows; with a level of activity, as many as are expected to be of it.</param>
/// <param name="Chances">Chance that each of <paramref name="Rows"/> is of the level of activity asked for; null when none is.</param>
/// <param name="Scale">Units of the region for each eligible one.</param>
internal sealed record Selection(int[] Rows, int[] Starts, double[]? Dose, int Eligible, double[]? Chances, double Scale)
{
    private const ulong UptakeStream = 0x5DEECE66DUL;

    // Rounding must not put who joins last a day behind the roll-out.
    private const double BeforeOne = 1 - 1e-12;

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
        double RankOf(int row) => ranks is null ? Rank.Of(stream, Rank.KeyOf(population, kind.Reaches, row)) : ranks[row];

        double[]? chances = ChancesOf(kind, request, population, eligible);
        double[] rankOf = [.. eligible.Rows.Select(RankOf)];
        double scale = kind.Reaches switch
        {
            ReachUnit.Schools or ReachUnit.Neighbourhoods => 1,
            ReachUnit.Employers => EmployerScale.Of(population, eligible.Rows),
            _ => Region.Of(population).Scale,
        };
        double share = UniformShare(kind, request, scale, chances, rankOf);
        Uptake uptake = request.Uptake ?? kind.DefaultUptake;
        bool chosen = kind.Reaches is ReachUnit.Employees or ReachUnit.Residents or ReachUnit.Employers;
        bool Takes(int i) => !chosen || Rank.Of(stream ^ UptakeStream, Rank.KeyOf(population, kind.Reaches, eligible.Rows[i])) < uptake.In(eligible.Deciles[i]);

        bool[] reached = [.. rankOf.Select((rank, i) => rank < share && Takes(i))];
        double[]? byDecile = null;
        if (request.ProportionateToNeed)
        {
            // The same number takes part as would without: need moves the offer, and makes it neither larger nor smaller.
            double total = Enumerable.Range(0, reached.Length).Where(i => reached[i]).Sum(i => chances?[i] ?? 1);
            int[] takers = [.. Enumerable.Range(0, reached.Length).Where(Takes)];
            (bool[] first, byDecile) = NeedOrder.Choose([.. takers.Select(i => (rankOf[i], (int)eligible.Deciles[i], chances?[i] ?? 1))], total);
            Array.Clear(reached);
            for (int t = 0; t < takers.Length; t++)
            {
                reached[takers[t]] = first[t];
            }
        }

        var rows = new List<int>();
        var starts = new List<int>();
        var dose = chosen ? null : new List<double>();
        var admitted = chances is null ? null : new List<double>();
        for (int i = 0; i < reached.Length; i++)
        {
            if (!reached[i])
            {
                continue;
            }

            int decile = eligible.Deciles[i];
            rows.Add(eligible.Rows[i]);
            starts.Add(request.PhaseIn.JoinDay(Math.Min(rankOf[i] / (byDecile?[decile - 1] ?? share), BeforeOne)));
            dose?.Add(uptake.In(decile));
            admitted?.Add(chances![i]);
        }

        return new Selection(
            [.. rows], [.. starts], dose?.ToArray(), chances is null ? eligible.Rows.Count : (int)Math.Round(chances.Sum()), admitted?.ToArray(), scale);
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

    /// <summary>The share reached when need makes no difference: a unit is reached when its rank is below it.</summary>
    private static double UniformShare(
        InterventionKind kind, InterventionRequest request, double scale, double[]? chances, double[] rankOf)
    {
        // A scenario counts in units of the region; a sample has as many fewer as it is smaller.
        double? count = request.Reach.Count is { } asked ? asked / scale : null;
        if (chances is not null)
        {
            return count is null ? request.Reach.Share : ShareExpecting(count.Value, chances, rankOf);
        }

        // Employers are few: a share of them is the nearest number that there can be, as a number is.
        if (kind.Reaches == ReachUnit.Employers && count is null)
        {
            count = request.Reach.Share * rankOf.Length;
        }

        if (count is null)
        {
            return request.Reach.Share;
        }

        int exact = (int)Math.Min(rankOf.Length, Math.Round(count.Value, MidpointRounding.AwayFromZero));
        if (exact == rankOf.Length)
        {
            return 1;
        }

        // A number of units is met exactly: the share is the rank of the first unit left out.
        double[] ranks = [.. rankOf];
        Array.Sort(ranks);
        return ranks[exact];
    }

    /// <summary>The share of those in the order of their ranks whose chances sum to <paramref name="wanted"/>.</summary>
    private static double ShareExpecting(double wanted, double[] chances, double[] rankOf)
    {
        double[] ranks = [.. rankOf];
        double[] sizes = [.. chances];
        Array.Sort(ranks, sizes);
        double sum = 0;
        for (int i = 0; i < ranks.Length; i++)
        {
            if (sum + (sizes[i] / 2) >= wanted)
            {
                return ranks[i];
            }

            sum += sizes[i];
        }

        return 1;
    }
}
