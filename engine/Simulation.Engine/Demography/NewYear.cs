using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Demography;

/// <summary>What follows once everybody is where they live from now on: cars, what a household is, who is a pupil and who holds which job.</summary>
/// <param name="population">Where everybody lived before the turn.</param>
/// <param name="tables">What lives go by.</param>
/// <param name="parameters">The run's numbers.</param>
/// <param name="seed">Seed of the run's luck.</param>
/// <param name="year">Calendar year of the turn.</param>
/// <param name="roles">Rows of pupils and workers before the turn.</param>
internal sealed class NewYear(Population population, LifeTables tables, ParameterSet parameters, ulong seed, int year, RoleRows roles)
{
    // Days of the streams: each question its own.
    private const int Cars = 1 << 15;
    private const int Job = 1 << 20;
    private const int Change = 1 << 21;

    // From 25 a job changes half as often, from 50 a quarter as often as before.
    private const int Settled = 25;
    private const int Older = 50;

    private readonly Luck moving = new(seed, LuckStream.Moving);
    private readonly Luck jobs = new(seed, LuckStream.Birth);
    private readonly Luck work = new(seed, LuckStream.WorkingLife);
    private readonly float carTries = parameters[LivesParameters.CarTries];
    private readonly float jobChange = parameters[LivesParameters.ChangesJob];
    private readonly float[] near = [parameters[LivesParameters.NearPrimary], parameters[LivesParameters.NearSecondary]];

    /// <summary>Settles a neighbourhood.</summary>
    public void Settle(int neighbourhood, YearDraft draft)
    {
        Drive(neighbourhood, draft);
        Mark(neighbourhood, draft);
        Teach(draft);
        Employ(neighbourhood, draft);
    }

    private void Drive(int n, YearDraft draft)
    {
        Span<Home> homes = draft.Homes.Items;
        Span<Person> people = draft.People.Items;
        foreach (ref Home home in homes)
        {
            if (home.Size <= SynthesisHouseholdParameters.LargestPrivate)
            {
                int head = people[home.First + HomeLife.Head(people.Slice(home.First, home.Size))].Identity;
                (uint change, uint accept) = moving.Words(head, year + Cars);
                home = home with { Cars = tables.Cars.After(n, home.Size, home.Cars, carTries, Luck.Uniform(change), Luck.Uniform(accept)) };
            }
        }
    }

    private void Mark(int n, YearDraft draft)
    {
        Span<Person> people = draft.People.Items;
        Traits rural = population.Neighbourhoods.Settlement[n] == (byte)Settlement.Rural ? Traits.Rural : 0;
        foreach (Home home in draft.Homes.Items)
        {
            Traits marks = rural | (home.Cars == 0 ? Traits.NoCar : 0);
            foreach (Person person in people.Slice(home.First, home.Size))
            {
                marks |= NeighbourhoodSynthesis.MarksOf(person.Age);
            }

            foreach (ref Person person in people.Slice(home.First, home.Size))
            {
                person.Traits = (person.Traits & ~(Traits.WithChildren | Traits.WithChildrenUnder11 | Traits.NoCar | Traits.Rural)) | marks;
            }
        }
    }

    private void Teach(YearDraft draft)
    {
        Span<Person> people = draft.People.Items;
        for (int h = 0; h < draft.Homes.Count; h++)
        {
            Home home = draft.Homes[h];
            for (int i = home.First; i < home.First + home.Size; i++)
            {
                if (people[i].Age is < NeighbourhoodSynthesis.FirstSchoolAge or > NeighbourhoodSynthesis.LastSchoolAge)
                {
                    continue;
                }

                int row = roles.Pupil(people[i].Row);
                bool keeps = row >= 0
                    && (people[i].Age != Demographics.SecondaryAge || population.Schools.Phase[population.Pupils.School[row]] == (byte)SchoolPhase.AllThrough)
                    && (!people[i].NewHome || Metres(home.Position, population.Pupils.School[row]) <= near[SchoolPlaces.PhaseOf(people[i].Age)]);
                draft.Learners.Add(new Learner
                {
                    Person = i,
                    Home = h,
                    Row = row,
                    School = keeps ? population.Pupils.School[row] : -1,
                    New = !keeps,
                    NewWay = !keeps || people[i].NewHome,
                });
            }
        }
    }

    private double Metres(int household, int school)
    {
        double x = population.Schools.X[school] - population.Households.X[household];
        double y = population.Schools.Y[school] - population.Households.Y[household];
        return Math.Sqrt((x * x) + (y * y));
    }

    // A new job, or the way to work from a new home, is like that of another worker of the neighbourhood.
    private void Employ(int n, YearDraft draft)
    {
        Segments layout = population.Workers.Layout;
        int count = layout.UsedIn(n);
        Span<Person> people = draft.People.Items;
        for (int i = 0; i < people.Length; i++)
        {
            if (people[i].Status != EconomicStatus.Employed)
            {
                continue;
            }

            int own = roles.Worker(people[i].Row);
            (uint changes, _) = work.Words(people[i].Identity, year + Change);
            bool changed = own < 0 || Luck.Uniform(changes) < jobChange * (people[i].Age < Settled ? 1 : people[i].Age < Older ? 0.5 : 0.25);
            if (count == 0 && own < 0)
            {
                people[i].Status = EconomicStatus.Unemployed;
                continue;
            }

            int like = -1;
            if ((changed || people[i].NewHome) && count > 0)
            {
                (_, uint who) = jobs.Words(people[i].Identity, year + Job);
                like = layout.First(n) + (int)(Luck.Uniform(who) * count);
            }

            draft.Jobs.Add(new Job(i, own, like, changed && like >= 0));
        }
    }
}
