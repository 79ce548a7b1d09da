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
/// <param name="near">Schools near each neighbourhood.</param>
/// <param name="phase">0 primary, 1 secondary.</param>
internal sealed class SchoolIntake(Population population, YearDraft[] drafts, Luck luck, NearSchools near, int phase)
{
    private static readonly int Preferences = (int)SynthesisSchoolParameters.Preferences;

    private readonly List<Seeker> seekers = [];
    private readonly int[] schools = near.All(phase);
    private readonly SchoolChoice choice = SchoolChoice.Of(phase);
    private int[] wishes = [];

    /// <summary>Gives every learner without a school one. Primary and secondary schools know nothing of each other.</summary>
    /// <param name="population">Schools, and where everybody lives.</param>
    /// <param name="drafts">The neighbourhoods after the turn.</param>
    /// <param name="luck">Luck of a pupil's likings.</param>
    /// <param name="near">Schools near each neighbourhood.</param>
    /// <param name="team">Workers.</param>
    public static void Admit(Population population, YearDraft[] drafts, Luck luck, NearSchools near, WorkerTeam team)
    {
        SchoolIntake[] phases = [new(population, drafts, luck, near, 0), new(population, drafts, luck, near, 1)];
        team.Run(phases.Length, (_, phase) => phases[phase].Collect());
        foreach (SchoolIntake intake in phases)
        {
            team.Run(intake.seekers.Count, (_, i) => intake.Wish(i));
        }

        team.Run(phases.Length, (_, phase) => phases[phase].Place());
    }

    private void Place()
    {
        if (seekers.Count == 0)
        {
            return;
        }

        int[] free = Places();
        int[] held = Match(free);
        for (int i = 0; i < held.Length; i++)
        {
            if (held[i] < 0)
            {
                held[i] = schools.Where(s => free[s] > 0).DefaultIfEmpty(schools[0]).MinBy(s => Metres(seekers[i], s));
                free[held[i]]--;
            }

            drafts[seekers[i].Neighbourhood].Learners[seekers[i].Learner].School = held[i];
        }
    }

    private void Collect()
    {
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
                        n, l, person.Identity, population.Households.X[household], population.Households.Y[household], SchoolOfSibling(draft, l)));
                }
            }
        }

        wishes = new int[seekers.Count * Preferences];
    }

    // Learners stand home by home.
    private int SchoolOfSibling(YearDraft draft, int learner)
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

    private bool Takes(int school) => SchoolPlaces.Takes((SchoolPhase)population.Schools.Phase[school], phase);

    // As many as had left, all alike up to a few spare ones for the whole year where more come than went.
    private int[] Places()
    {
        int[] pupils = new int[population.Schools.Count];
        int total = 0;
        for (int n = 0; n < drafts.Length; n++)
        {
            for (int row = population.Pupils.Layout.First(n); row < population.Pupils.Layout.End(n); row++)
            {
                int age = population.Residents.Age[population.Pupils.Resident[row]];
                if (SchoolPlaces.PhaseOf(age) == phase && Takes(population.Pupils.School[row]))
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
    private void Wish(int seeker)
    {
        Seeker who = seekers[seeker];
        (uint chooses, _) = luck.Words(who.Identity, -1 - phase);
        bool chooser = Luck.Uniform(chooses) < choice.Choosers;
        Span<double> costs = stackalloc double[Preferences];
        Span<int> form = wishes.AsSpan(seeker * Preferences, Preferences);
        int filled = 0;
        foreach (int school in near.Of(phase, who.Neighbourhood))
        {
            (uint liked, _) = luck.Words(who.Identity, school);
            double cost = school == who.Sibling ? -1 : choice.Cost(Metres(who, school), Luck.Uniform(liked), chooser);
            if (filled == Preferences && cost >= costs[^1])
            {
                continue;
            }

            filled = Math.Min(filled + 1, Preferences);
            int at = filled - 1;
            for (; at > 0 && costs[at - 1] > cost; at--)
            {
                (costs[at], form[at]) = (costs[at - 1], form[at - 1]);
            }

            (costs[at], form[at]) = (cost, school);
        }

        form[filled..].Fill(-1);
    }

    private int[] Match(int[] free)
    {
        int[] held = new int[seekers.Count];
        int[] next = new int[held.Length];
        Array.Fill(held, -1);
        var last = new PriorityQueue<int, Claim>?[population.Schools.Count];
        Stack<int> waiting = new(Enumerable.Range(0, held.Length));
        while (waiting.TryPop(out int i))
        {
            if (next[i] == Preferences || wishes[(i * Preferences) + next[i]] is var school && school < 0)
            {
                continue;
            }

            next[i]++;
            PriorityQueue<int, Claim> queue = last[school] ??= new PriorityQueue<int, Claim>();
            queue.Enqueue(i, new Claim(seekers[i].Sibling == school, Metres(seekers[i], school), (uint)seekers[i].Identity));
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

    // Who would be turned away first stands first: no sibling there, the farthest, the highest identity.
    private readonly record struct Claim(bool Sibling, double Metres, uint Identity) : IComparable<Claim>
    {
        public int CompareTo(Claim other) => Sibling != other.Sibling ? Sibling.CompareTo(other.Sibling)
            : Metres != other.Metres ? other.Metres.CompareTo(Metres) : other.Identity.CompareTo(Identity);
    }
}
