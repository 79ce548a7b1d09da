using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Demography;

/// <summary>
/// What a year does to each resident of a neighbourhood: who died, who was born, and how those who live on stand in school,
/// work and health a year older. Everything is a function of identity and year, so that no order matters.
/// </summary>
/// <param name="state">The run before the turn.</param>
/// <param name="mortality">Hazards.</param>
/// <param name="days">Days since the last turn, or the run's first day.</param>
/// <param name="year">Number of the turn's calendar year: the day of the luck.</param>
internal sealed class LifeCourse(RunState state, Mortality mortality, int days, int year)
{
    // Of those who leave full-time study: in work or apprenticeship 74 %, seeking work 14 %, neither 12 % (judgement).
    private const float LeaverWorks = 0.74f;
    private const float LeaverSeeks = 0.88f;

    // A year: jobs lost, jobs found by those who seek, by those who do not, by students (judgements; the first two keep a stock of 4–5 %).
    private const float LosesJob = 0.02f;
    private const float SeekerFinds = 0.35f;
    private const float OtherFinds = 0.05f;
    private const float StudentFinds = 0.15f;

    // The first age at which one may be a student, and at which pupils leave school.
    private const int FirstStudentAge = 16;
    private const int PensionAge = 66;
    private const float YearDays = 365.25f;

    private readonly Luck death = new(state.Seed, LuckStream.LifeSpan);
    private readonly Luck birth = new(state.Seed, LuckStream.Birth);
    private readonly Luck work = new(state.Seed, LuckStream.WorkingLife);
    private readonly Luck health = new(state.Seed, LuckStream.LimitingIllness);
    private readonly Population population = state.Population;
    private readonly float part = Math.Min(1, days / YearDays);

    /// <summary>First number of the identities of children: twice the power of two above the founders' rows, and at least 2^23.</summary>
    public static int FirstChild(int founders) => 2 << Math.Max(22, System.Numerics.BitOperations.Log2((uint)Math.Max(1, founders - 1)) + 1);

    /// <summary>Hazard over the days since the last turn, and the threshold left before them; at or below nought one has died.</summary>
    public (float Hazard, float Left) Of(int row, int neighbourhood)
    {
        int identity = state.Residents.Identity[row];
        (uint span, uint birthday) = death.Words(identity, 0);
        float left = Threshold(span) - (state.Residents.HazardLived.Made is { } lived ? lived[row] : 0);
        bool female = ((Traits)population.Residents.Traits[row] & Traits.Female) != 0;
        double hazard = part * mortality.YearAhead(
            population.Neighbourhoods.Place[neighbourhood], population.Neighbourhoods.Decile[neighbourhood], female,
            population.Residents.Age[row], Luck.Uniform(birthday));
        return ((float)hazard, left);
    }

    /// <summary>The neighbourhood a year later.</summary>
    public YearDraft Turn(int neighbourhood)
    {
        var draft = new YearDraft();
        ResidentTable residents = population.Residents;
        HouseholdTable households = population.Households;
        int place = population.Neighbourhoods.Place[neighbourhood];
        int decile = population.Neighbourhoods.Decile[neighbourhood];
        double ratio = Fertility.RatioOf(population.Places[place].Code);
        List<Person> alone = [];
        for (int h = households.Layout.First(neighbourhood); h < households.Layout.End(neighbourhood); h++)
        {
            int first = households.FirstResident[h];
            int start = draft.People.Count;
            bool adult = false;
            for (int row = first; row < first + households.Size[h]; row++)
            {
                (float hazard, float left) = Of(row, neighbourhood);
                int stratum = Mortality.Index(0, 1, ((Traits)residents.Traits[row] & Traits.Female) != 0, residents.Age[row]);
                draft.ExpectedDeaths[stratum] += 1 - Math.Exp(-hazard);
                bool dies = hazard >= left;
                draft.PersonYears[stratum] += dies ? part * Math.Max(0, left / hazard) : part;
                if (dies)
                {
                    draft.Deaths[stratum]++;
                    continue;
                }

                Person person = Older(row, hazard, households.Size[h]);
                draft.People.Add(person);
                adult |= person.Age >= ResidentDraws.AdultAge;
            }

            if (!adult)
            {
                // Children whose adults have died live on with the next household.
                alone.AddRange(draft.People.Skip(start));
                draft.People.RemoveRange(start, draft.People.Count - start);
                continue;
            }

            draft.People.AddRange(alone);
            alone.Clear();
            Bear(draft, start, decile, place, ratio);
            draft.Households.Add((h, start, draft.People.Count - start));
        }

        if (alone.Count > 0 && draft.Households.Count > 0)
        {
            draft.People.AddRange(alone);
            draft.Households[^1] = draft.Households[^1] with { Size = draft.Households[^1].Size + alone.Count };
        }

        MarkHouseholds(draft);
        Teach(draft, neighbourhood);
        Employ(draft, neighbourhood);
        return draft;
    }

    /// <summary>Hazard that one lives through before one dies, from a word of luck: exponential with mean one.</summary>
    internal static float Threshold(uint word) => (float)-Math.Log((word + 0.5) / 4294967296.0);

    private Person Older(int row, float hazard, int members)
    {
        ResidentTable table = population.Residents;
        var person = new Person
        {
            Row = row,
            Identity = state.Residents.Identity[row],
            Age = (byte)Math.Min(table.Age[row] + 1, Mortality.Ages - 1),
            Traits = (Traits)table.Traits[row],
            Status = (EconomicStatus)table.Status[row],
            Born = state.Residents.Born.Made?[row] ?? 0,
            Lived = (state.Residents.HazardLived.Made?[row] ?? 0) + hazard,
        };
        Sicken(ref person);
        Study(ref person);
        if (person.Age > FirstStudentAge && (person.Traits & Traits.Student) == 0)
        {
            Work(ref person, members > 1);
        }

        return person;
    }

    // Disability follows the profile by age that the residents were made with: who is disabled at the lower age stays so where the
    // share rises, and as many more become so as it rises by.
    private void Sicken(ref Person person)
    {
        double before = SynthesisResidentParameters.Disabled[person.Age == 0 ? 0 : person.Age - 1];
        double now = SynthesisResidentParameters.Disabled[person.Age];
        if (now == before)
        {
            return;
        }

        (uint onset, uint degree) = health.Words(person.Identity, year);
        if ((person.Traits & Traits.Disabled) == 0)
        {
            if (now > before && Luck.Uniform(onset) < (now - before) / (1 - before))
            {
                person.Traits |= Traits.Disabled | (Luck.Uniform(degree) < SynthesisResidentParameters.LimitedALot[person.Age] ? Traits.LimitedALot : 0);
            }
        }
        else if (now < before && Luck.Uniform(onset) >= now / before)
        {
            person.Traits &= ~(Traits.Disabled | Traits.LimitedALot);
        }
    }

    private void Study(ref Person person)
    {
        int age = person.Age;
        if (age < FirstStudentAge)
        {
            return;
        }

        (uint stays, uint then) = work.Words(person.Identity, year);
        double[] share = SynthesisResidentParameters.Student;
        if (age == FirstStudentAge)
        {
            bool student = Luck.Uniform(stays) < share[age];
            person.Traits |= student ? Traits.Student : 0;
            person.Status = student ? EconomicStatus.Student : EconomicStatus.Inactive;
        }
        else if ((person.Traits & Traits.Student) != 0)
        {
            if (Luck.Uniform(stays) >= Math.Min(1, share[age] / share[age - 1]))
            {
                person.Traits &= ~Traits.Student;
                float found = Luck.Uniform(then);
                person.Status = person.Status == EconomicStatus.Employed || found < LeaverWorks ? EconomicStatus.Employed
                    : found < LeaverSeeks ? EconomicStatus.Unemployed : EconomicStatus.Inactive;
            }
            else if (person.Status == EconomicStatus.Student && Luck.Uniform(then) < StudentFinds)
            {
                person.Status = EconomicStatus.Employed;
            }
        }
    }

    private void Work(ref Person person, bool partnered)
    {
        // Another day of the stream than study's: years are far below 2^20.
        (uint change, uint leaving) = work.Words(person.Identity, year + (1 << 20));
        float luck = Luck.Uniform(change);
        bool female = (person.Traits & Traits.Female) != 0;
        int age = person.Age;
        double retires = person.Status == EconomicStatus.Employed ? Retirement.InWork(age, female, partnered) : Retirement.OutOfWork(age);
        person.Status = person.Status switch
        {
            EconomicStatus.Retired => EconomicStatus.Retired,
            _ when Luck.Uniform(leaving) < retires => EconomicStatus.Retired,
            EconomicStatus.Employed => luck >= LosesJob ? EconomicStatus.Employed : age >= PensionAge ? EconomicStatus.Retired : EconomicStatus.Unemployed,
            _ when age >= PensionAge => EconomicStatus.Retired,
            EconomicStatus.Unemployed => luck < SeekerFinds ? EconomicStatus.Employed : EconomicStatus.Unemployed,
            EconomicStatus.Inactive => luck < OtherFinds && age < 60 ? EconomicStatus.Employed : EconomicStatus.Inactive,
            _ => person.Status,
        };
    }

    // A child's identity is its mother's and the order of its birth: the same child in every arm, whenever it is born.
    private void Bear(YearDraft draft, int start, int decile, int place, double ratio)
    {
        int members = draft.People.Count;
        for (int i = start; i < members; i++)
        {
            Person mother = draft.People[i];
            int age = mother.Age - 1;
            if (mother.Row < 0 || age is < Fertility.FirstAge or > Fertility.LastAge || (mother.Traits & Traits.Female) == 0 || mother.Born >= 7)
            {
                continue;
            }

            int children = 0;
            bool infant = false;
            for (int j = start; j < members; j++)
            {
                int gap = mother.Age - draft.People[j].Age;
                bool child = gap is >= 16 and <= 45 && draft.People[j].Age < 18;
                children += child ? 1 : 0;
                infant |= child && draft.People[j].Age <= 1;
            }

            (uint comes, uint kind) = birth.Words(mother.Identity, year);
            double rate = part * ratio * Fertility.Rate(age, children, infant, (mother.Traits & Traits.Student) != 0) / (1 + Fertility.Twins);
            if (Luck.Uniform(comes) >= rate)
            {
                continue;
            }

            for (int baby = Luck.Uniform(kind) < Fertility.Twins ? 2 : 1; baby > 0; baby--)
            {
                AddChild(draft, ref mother, decile, place);
            }

            draft.People[i] = mother;
        }
    }

    private void AddChild(YearDraft draft, ref Person mother, int decile, int place)
    {
        int identity = unchecked(FirstChild(population.RankKeys?.Founders ?? population.Residents.Layout.Rows) + (8 * mother.Identity) + mother.Born++);
        draft.Births++;
        (uint sex, _) = birth.Words(identity, 0);
        bool female = Luck.Uniform(sex) >= Fertility.Boys;
        float infancy = (float)mortality.Hazard(place, decile, female, 0);
        (uint span, _) = death.Words(identity, 0);
        if (infancy >= Threshold(span))
        {
            draft.Deaths[Mortality.Index(0, 1, female, 0)]++;
            return;
        }

        (uint onset, uint degree) = health.Words(identity, year);
        bool disabled = Luck.Uniform(onset) < SynthesisResidentParameters.Disabled[0];
        draft.People.Add(new Person
        {
            Row = -1,
            Identity = identity,
            Traits = (female ? Traits.Female : 0) | (mother.Traits & (Traits.NoCar | Traits.Rural))
                | (disabled ? Traits.Disabled : 0) | (disabled && Luck.Uniform(degree) < SynthesisResidentParameters.LimitedALot[0] ? Traits.LimitedALot : 0),
            Lived = infancy,
        });
    }

    private static void MarkHouseholds(YearDraft draft)
    {
        Span<Person> people = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(draft.People);
        foreach ((_, int first, int size) in draft.Households)
        {
            Traits marks = 0;
            foreach (Person person in people.Slice(first, size))
            {
                marks |= NeighbourhoodSynthesis.MarksOf(person.Age);
            }

            // Who came to another household has its cars.
            Traits cars = people[first].Traits & Traits.NoCar;
            foreach (ref Person person in people.Slice(first, size))
            {
                person.Traits = (person.Traits & ~(Traits.WithChildren | Traits.WithChildrenUnder11 | Traits.NoCar)) | marks | cars;
            }
        }
    }

    private void Teach(YearDraft draft, int neighbourhood)
    {
        PupilTable pupils = population.Pupils;
        int next = pupils.Layout.First(neighbourhood);
        int end = pupils.Layout.End(neighbourhood);
        Dictionary<int, int> rowOf = [];
        for (; next < end; next++)
        {
            rowOf[pupils.Resident[next]] = next;
        }

        for (int i = 0; i < draft.People.Count; i++)
        {
            Person person = draft.People[i];
            if (person.Age is < NeighbourhoodSynthesis.FirstSchoolAge or > NeighbourhoodSynthesis.LastSchoolAge)
            {
                continue;
            }

            int row = rowOf.GetValueOrDefault(person.Row, -1);
            bool keeps = row >= 0 && (person.Age != Demographics.SecondaryAge || population.Schools.Phase[pupils.School[row]] == (byte)SchoolPhase.AllThrough);
            draft.Learners.Add(new Learner { Person = i, Row = row, School = keeps ? pupils.School[row] : -1, New = !keeps });
        }
    }

    // A new job is like that of another worker of the neighbourhood: the same employer, way and hours.
    private void Employ(YearDraft draft, int neighbourhood)
    {
        WorkerTable workers = population.Workers;
        int first = workers.Layout.First(neighbourhood);
        int count = workers.Layout.UsedIn(neighbourhood);
        Dictionary<int, int> rowOf = [];
        for (int row = first; row < first + count; row++)
        {
            rowOf[workers.Resident[row]] = row;
        }

        Span<Person> people = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(draft.People);
        for (int i = 0; i < people.Length; i++)
        {
            if (people[i].Status != EconomicStatus.Employed)
            {
                continue;
            }

            if (rowOf.TryGetValue(people[i].Row, out int kept))
            {
                draft.Jobs.Add((i, kept, false));
            }
            else if (count > 0)
            {
                (_, uint like) = birth.Words(people[i].Identity, year + (1 << 20));
                draft.Jobs.Add((i, first + (int)(Luck.Uniform(like) * count), true));
            }
            else
            {
                people[i].Status = EconomicStatus.Unemployed;
            }
        }
    }
}
