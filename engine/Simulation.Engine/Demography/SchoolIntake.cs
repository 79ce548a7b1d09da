using Simulation.Engine.Parallelism;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Demography;

/// <summary>
/// Schools for those who begin reception or year 7: deferred acceptance (Gale and Shapley 1962) into the places that leavers left,
/// sisters and brothers of a pupil first, then who lives nearest. The result does not depend on any order.
/// </summary>
/// <param name="population">Schools, and where everybody lives.</param>
/// <param name="drafts">The neighbourhoods after the turn.</param>
/// <param name="luck">Luck of a pupil's likings.</param>
/// <param name="team">Workers.</param>
internal sealed class SchoolIntake(Population population, YearDraft[] drafts, Luck luck, WorkerTeam team)
{
    private readonly List<Seeker> seekers = [];

    /// <summary>Gives every learner without a school one.</summary>
    /// <param name="phase">0 primary, 1 secondary.</param>
    public void Admit(int phase)
    {
        Collect(phase);
        if (seekers.Count == 0)
        {
            return;
        }

        int[] schools = [.. Enumerable.Range(0, population.Schools.Count).Where(s => Takes(s, phase))];
        int[] free = Places(schools, phase);
        int[][] near = new int[drafts.Length][];
        SchoolChoice choice = SchoolChoice.Of(phase);
        team.Run(drafts.Length, (_, n) =>
        {
            Seeker centre = new(n, 0, 0, population.Neighbourhoods.X[n], population.Neighbourhoods.Y[n], -1);
            near[n] = choice.Nearest(schools, s => Metres(centre, s));
        });
        int[][] wishes = new int[seekers.Count][];
        team.Run(seekers.Count, (_, i) => wishes[i] = Wishes(seekers[i], near[seekers[i].Neighbourhood], phase));
        int[] held = Match(wishes, free);
        for (int i = 0; i < held.Length; i++)
        {
            if (held[i] < 0)
            {
                held[i] = schools.Where(s => free[s] > 0).DefaultIfEmpty(schools[0]).MinBy(s => Metres(seekers[i], s));
                free[held[i]]--;
            }

            Seeker seeker = seekers[i];
            Span<Learner> learners = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(drafts[seeker.Neighbourhood].Learners);
            learners[seeker.Learner].School = held[i];
        }
    }

    private void Collect(int phase)
    {
        seekers.Clear();
        for (int n = 0; n < drafts.Length; n++)
        {
            YearDraft draft = drafts[n];
            for (int l = 0; l < draft.Learners.Count; l++)
            {
                Learner learner = draft.Learners[l];
                Person person = draft.People[learner.Person];
                if (learner.School < 0 && SchoolPlaces.PhaseOf(person.Age) == phase)
                {
                    int household = draft.Homes[learner.Home].Position;
                    seekers.Add(new Seeker(
                        n, l, person.Identity, population.Households.X[household], population.Households.Y[household], SchoolOfSibling(draft, l, phase)));
                }
            }
        }
    }

    // Learners stand home by home.
    private static int SchoolOfSibling(YearDraft draft, int learner, int phase)
    {
        int home = draft.Learners[learner].Home;
        int first = learner;
        while (first > 0 && draft.Learners[first - 1].Home == home)
        {
            first--;
        }

        for (int l = first; l < draft.Learners.Count && draft.Learners[l].Home == home; l++)
        {
            Learner other = draft.Learners[l];
            if (other.School >= 0 && !other.New && SchoolPlaces.PhaseOf(draft.People[other.Person].Age) == phase)
            {
                return other.School;
            }
        }

        return -1;
    }

    private bool Takes(int school, int phase) => SchoolPlaces.Takes((SchoolPhase)population.Schools.Phase[school], phase);

    // As many as had left, all alike up to a few spare ones for the whole year where more come than went.
    private int[] Places(int[] schools, int phase)
    {
        int[] pupils = new int[population.Schools.Count];
        int total = 0;
        for (int n = 0; n < drafts.Length; n++)
        {
            for (int row = population.Pupils.Layout.First(n); row < population.Pupils.Layout.End(n); row++)
            {
                int age = population.Residents.Age[population.Pupils.Resident[row]];
                if (SchoolPlaces.PhaseOf(age) == phase && Takes(population.Pupils.School[row], phase))
                {
                    pupils[population.Pupils.School[row]]++;
                    total++;
                }
            }
        }

        int[] places = new int[pupils.Length];
        foreach (int s in schools)
        {
            places[s] = (int)Math.Ceiling(total == 0
                ? seekers.Count * SynthesisSchoolParameters.Spare / schools.Length
                : seekers.Count * SynthesisSchoolParameters.Spare * pupils[s] / total);
        }

        return places;
    }

    // As at synthesis, but that a sister's or brother's school comes first.
    private int[] Wishes(Seeker seeker, int[] near, int phase)
    {
        (uint chooses, _) = luck.Words(seeker.Identity, -1 - phase);
        SchoolChoice choice = SchoolChoice.Of(phase);
        bool chooser = Luck.Uniform(chooses) < choice.Choosers;
        double[] costs = new double[near.Length];
        int[] ranked = [.. near];
        for (int i = 0; i < near.Length; i++)
        {
            (uint liked, _) = luck.Words(seeker.Identity, near[i]);
            costs[i] = near[i] == seeker.Sibling ? -1 : choice.Cost(Metres(seeker, near[i]), Luck.Uniform(liked), chooser);
        }

        Array.Sort(costs, ranked);
        return ranked[..Math.Min(ranked.Length, (int)SynthesisSchoolParameters.Preferences)];
    }

    private int[] Match(int[][] wishes, int[] free)
    {
        int[] held = new int[wishes.Length];
        int[] next = new int[wishes.Length];
        Array.Fill(held, -1);
        var last = new Dictionary<int, PriorityQueue<int, (int, double, long)>>();
        Stack<int> waiting = new(Enumerable.Range(0, wishes.Length));
        while (waiting.TryPop(out int i))
        {
            if (next[i] == wishes[i].Length)
            {
                continue;
            }

            int school = wishes[i][next[i]++];
            if (!last.TryGetValue(school, out PriorityQueue<int, (int, double, long)>? queue))
            {
                last.Add(school, queue = new PriorityQueue<int, (int, double, long)>());
            }

            // Who would be turned away first stands first: no sibling there, the farthest, the highest identity.
            queue.Enqueue(i, (seekers[i].Sibling == school ? 1 : 0, -Metres(seekers[i], school), -(long)(uint)seekers[i].Identity));
            held[i] = school;
            if (free[school]-- > 0)
            {
                continue;
            }

            int away = queue.Dequeue();
            free[school]++;
            held[away] = -1;
            waiting.Push(away);
        }

        return held;
    }

    private double Metres(Seeker seeker, int school)
    {
        double x = population.Schools.X[school] - seeker.X;
        double y = population.Schools.Y[school] - seeker.Y;
        return Math.Sqrt((x * x) + (y * y));
    }

    private readonly record struct Seeker(int Neighbourhood, int Learner, int Identity, float X, float Y, int Sibling);
}
