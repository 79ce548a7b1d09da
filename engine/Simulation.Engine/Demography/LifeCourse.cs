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
/// <param name="tables">What lives go by.</param>
/// <param name="from">The last turn, or the run's first day.</param>
/// <param name="to">The turn, whose calendar year is the day of the luck.</param>
internal sealed class LifeCourse(RunState state, LifeTables tables, DateOnly from, DateOnly to)
{
    // The first age at which one may be a student, and at which pupils leave school.
    private const int FirstStudentAge = 16;
    private const int PensionAge = 66;
    private const float YearDays = 365.25f;

    private readonly Luck death = new(state.Seed, LuckStream.LifeSpan);
    private readonly Luck birth = new(state.Seed, LuckStream.Birth);
    private readonly Luck work = new(state.Seed, LuckStream.WorkingLife);
    private readonly Luck health = new(state.Seed, LuckStream.LimitingIllness);
    private readonly Population population = state.Population;
    private readonly Mortality mortality = tables.Mortality;
    private readonly int year = to.Year;
    private readonly float part = Math.Min(1, (to.DayNumber - from.DayNumber) / YearDays);
    private readonly double recovery = state.Parameters[LivesParameters.Recovery];
    private readonly double disabledHazard = state.Parameters[LivesParameters.DisabledHazard];
    private readonly double losesJob = state.Parameters[LivesParameters.LosesJob];
    private readonly double seekerFinds = state.Parameters[LivesParameters.SeekerFinds];
    private readonly double fertility = state.Parameters[LivesParameters.Fertility];

    /// <summary>The shares by age of a neighbourhood, by which its residents live.</summary>
    public AgeShares SharesOf(int neighbourhood) => new(tables.Levels, neighbourhood);

    /// <summary>First number of the identities of children: twice the power of two above the founders' rows, and at least 2^23.</summary>
    public static int FirstChild(int founders) => 2 << Math.Max(22, System.Numerics.BitOperations.Log2((uint)Math.Max(1, founders - 1)) + 1);

    /// <summary>Hazard over the days since the last turn, and the threshold left before them; at or below nought one has died.</summary>
    public (float Hazard, float Left) Of(int row, int neighbourhood, AgeShares shares)
    {
        int identity = state.Residents.Identity[row];
        (uint span, uint birthday) = death.Words(identity, 0);
        float left = Threshold(span) - (state.Residents.HazardLived.Made is { } lived ? lived[row] : 0);
        var traits = (Traits)population.Residents.Traits[row];
        bool female = (traits & Traits.Female) != 0;
        int age = population.Residents.Age[row];
        double hazard = part * mortality.YearAhead(
            population.Neighbourhoods.Place[neighbourhood], population.Neighbourhoods.Decile[neighbourhood], female, age, Luck.Uniform(birthday));
        hazard *= Frailty(shares.Disabled(age, female), (traits & Traits.Disabled) != 0);
        return ((float)hazard, left);
    }

    /// <summary>The neighbourhood a year later, before anybody moves.</summary>
    public YearDraft Turn(int neighbourhood)
    {
        ResidentTable residents = population.Residents;
        HouseholdTable households = population.Households;
        var draft = new YearDraft(
            WithRoom(residents.Layout.UsedIn(neighbourhood)),
            WithRoom(households.Layout.UsedIn(neighbourhood)),
            WithRoom(population.Pupils.Layout.UsedIn(neighbourhood)),
            WithRoom(population.Workers.Layout.UsedIn(neighbourhood)));
        int place = population.Neighbourhoods.Place[neighbourhood];
        double ratio = fertility * Fertility.RatioOf(population.Places[place].Code);
        AgeShares shares = SharesOf(neighbourhood);
        Rows pupils = new(population.Pupils.Resident, population.Pupils.Layout, neighbourhood);
        Rows workers = new(population.Workers.Resident, population.Workers.Layout, neighbourhood);
        List<Person> alone = [];
        for (int h = households.Layout.First(neighbourhood); h < households.Layout.End(neighbourhood); h++)
        {
            int first = households.FirstResident[h];
            int start = draft.People.Count;
            bool adult = false;
            for (int row = first; row < first + households.Size[h]; row++)
            {
                (float hazard, float left) = Of(row, neighbourhood, shares);
                (int pupil, int worker) = (pupils.Of(row), workers.Of(row));
                int stratum = Mortality.Index(0, 1, ((Traits)residents.Traits[row] & Traits.Female) != 0, residents.Age[row]);
                draft.ExpectedDeaths[stratum] += 1 - Math.Exp(-hazard);
                bool dies = hazard >= left;
                draft.PersonYears[stratum] += dies ? part * Math.Max(0, left / hazard) : part;
                if (dies)
                {
                    draft.Deaths[stratum]++;
                    continue;
                }

                Person person = Older(row, hazard, households.Size[h], neighbourhood, shares);
                (person.PupilRow, person.WorkerRow) = (pupil, worker);
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
            Bear(draft, start, neighbourhood, ratio, shares);
            draft.Homes.Add(new Home(h, households.Cars[h], start, draft.People.Count - start));
        }

        if (alone.Count > 0 && draft.Homes.Count > 0)
        {
            draft.People.AddRange(alone);
            draft.Homes[^1] = draft.Homes[^1] with { Size = draft.Homes[^1].Size + alone.Count };
        }

        return draft;
    }

    // Room for those who come, so that lists seldom grow.
    private static int WithRoom(int rows) => (rows * 17 / 16) + 8;

    /// <summary>Hazard that one lives through before one dies, from a word of luck: exponential with mean one.</summary>
    internal static float Threshold(uint word) => (float)-Math.Log((word + 0.5) / 4294967296.0);

    // What disability makes of the hazard of all: the mean over both stays.
    private double Frailty(double share, bool disabled) => (disabled ? disabledHazard : 1) / (1 + (share * (disabledHazard - 1)));

    private Person Older(int row, float hazard, int members, int neighbourhood, AgeShares shares)
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
        Sicken(ref person, neighbourhood, hazard, shares);
        Study(ref person, shares);
        if (person.Age > FirstStudentAge && ((Traits)table.Traits[row] & Traits.Student) == 0)
        {
            Work(ref person, members > 1, shares);
        }

        return person;
    }

    // Disability follows the neighbourhood's profile by age: as many become so as age adds, recovery takes and death takes more of.
    private void Sicken(ref Person person, int neighbourhood, float hazard, AgeShares shares)
    {
        int age = person.Age;
        int younger = population.Residents.Age[person.Row];
        bool female = (person.Traits & Traits.Female) != 0;
        double before = shares.Disabled(younger, female);
        double now = shares.Disabled(age, female);
        double mean = hazard / Frailty(before, (person.Traits & Traits.Disabled) != 0);
        double left = before * Math.Exp(-mean * Frailty(before, true));
        left /= left + ((1 - before) * Math.Exp(-mean * Frailty(before, false)));
        double onset = (now - (left * (1 - recovery))) / (1 - left);
        (uint change, uint degree) = health.Words(person.Identity, year);
        if ((person.Traits & Traits.Disabled) == 0)
        {
            if (Luck.Uniform(change) < onset)
            {
                person.Traits |= Traits.Disabled | (Luck.Uniform(degree) < Severe(neighbourhood, age) ? Traits.LimitedALot : 0);
            }
        }
        else if (Luck.Uniform(change) < (onset >= 0 ? recovery : 1 - (now / left)))
        {
            person.Traits &= ~(Traits.Disabled | Traits.LimitedALot);
        }
        else
        {
            Worsen(ref person, Severe(neighbourhood, younger), Severe(neighbourhood, age), Luck.Uniform(degree));
        }
    }

    private static void Worsen(ref Person person, double before, double now, float luck)
    {
        if ((person.Traits & Traits.LimitedALot) == 0)
        {
            person.Traits |= luck < (now - before) / (1 - before) ? Traits.LimitedALot : 0;
        }
        else if (luck < 1 - (now / before))
        {
            person.Traits &= ~Traits.LimitedALot;
        }
    }

    // Share of the disabled who are limited a lot, by age and decile as when residents are made.
    private double Severe(int neighbourhood, int age) => Math.Min(
        1,
        SynthesisResidentParameters.LimitedALot[age]
        * (1 + ((SynthesisResidentParameters.LimitedALotDeprived - 1) * (5.5 - population.Neighbourhoods.Decile[neighbourhood]) / 4.5)));

    private void Study(ref Person person, AgeShares shares)
    {
        int age = person.Age;
        if (age < FirstStudentAge)
        {
            return;
        }

        (uint stays, uint then) = work.Words(person.Identity, year);
        if (age == FirstStudentAge)
        {
            person.Traits |= Traits.Student;
            person.Status = EconomicStatus.Student;
        }
        else if ((person.Traits & Traits.Student) != 0)
        {
            bool female = (person.Traits & Traits.Female) != 0;
            bool disabled = (person.Traits & Traits.Disabled) != 0;
            double before = age - 1 > FirstStudentAge ? shares.Employed(age - 1, female, disabled, true) : 0;
            bool leaves = Luck.Uniform(stays) >= shares.Student(age) / shares.Student(age - 1);
            double now = leaves ? shares.Employed(age, female, disabled, false) : shares.Employed(age, female, disabled, true);
            double found = (now - before) / (1 - before);
            double luck = Luck.Uniform(then);
            if (leaves)
            {
                person.Traits &= ~Traits.Student;
                person.Status = person.Status == EconomicStatus.Employed || luck < found ? EconomicStatus.Employed
                    : (luck - Math.Max(0, found)) / (1 - Math.Max(0, found)) < SynthesisResidentParameters.Unemployed[age] ? EconomicStatus.Unemployed
                    : EconomicStatus.Inactive;
            }
            else if (person.Status == EconomicStatus.Student && luck < found)
            {
                person.Status = EconomicStatus.Employed;
            }
        }
    }

    // Work follows the neighbourhood's profile by age, sex and disability: jobs are lost and left for retirement, and as many are
    // found as keep the share. Where the share falls faster with age, more retire; from the pension age nobody begins anew.
    private void Work(ref Person person, bool partnered, AgeShares shares)
    {
        int age = person.Age;
        bool female = (person.Traits & Traits.Female) != 0;
        bool disabled = (person.Traits & Traits.Disabled) != 0;
        double before = shares.Employed(population.Residents.Age[person.Row], female, disabled, false);
        double now = shares.Employed(age, female, disabled, false);
        double retires = Retirement.InWork(age, female, partnered);
        double entry = age >= PensionAge ? 0 : (now - (before * (1 - losesJob - retires))) / (1 - before);
        double leaves = entry > 0 ? losesJob + retires : 1 - (now / before);

        // Another day of the stream than study's: years are far below 2^20.
        (uint change, uint how) = work.Words(person.Identity, year + (1 << 20));
        double luck = Luck.Uniform(change);
        switch (person.Status)
        {
            case EconomicStatus.Employed when luck < leaves:
                bool loses = Luck.Uniform(how) < losesJob / leaves;
                person.Status = age >= PensionAge || (!loses && age >= Retirement.FirstAge) ? EconomicStatus.Retired
                    : loses ? EconomicStatus.Unemployed : EconomicStatus.Inactive;
                break;
            case EconomicStatus.Unemployed or EconomicStatus.Inactive:
                double retired = SynthesisResidentParameters.Retired[age];
                double seeking = SynthesisResidentParameters.Unemployed[age];
                double rest = seeking + ((1 - seeking) * (1 - retired));
                double usual = entry > 0 ? entry / ((seeking * seekerFinds) + (rest - seeking)) : 0;
                person.Status = luck < usual * (person.Status == EconomicStatus.Unemployed ? seekerFinds : 1) ? EconomicStatus.Employed
                    : age >= PensionAge || Luck.Uniform(how) < Retirement.OutOfWork(age) ? EconomicStatus.Retired : person.Status;
                break;
            default:
                break;
        }
    }

    // A child's identity is its mother's and the order of its birth: the same child in every arm, whenever it is born.
    private void Bear(YearDraft draft, int start, int neighbourhood, double ratio, AgeShares shares)
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
                AddChild(draft, ref mother, neighbourhood, shares);
            }

            draft.People[i] = mother;
        }
    }

    private void AddChild(YearDraft draft, ref Person mother, int neighbourhood, AgeShares shares)
    {
        int identity = unchecked(FirstChild(population.RankKeys?.Founders ?? population.Residents.Layout.Rows) + (8 * mother.Identity) + mother.Born++);
        draft.Births++;
        (uint sex, _) = birth.Words(identity, 0);
        bool female = Luck.Uniform(sex) >= Fertility.Boys;
        float infancy = (float)mortality.Hazard(population.Neighbourhoods.Place[neighbourhood], population.Neighbourhoods.Decile[neighbourhood], female, 0);
        (uint span, _) = death.Words(identity, 0);
        if (infancy >= Threshold(span))
        {
            draft.Deaths[Mortality.Index(0, 1, female, 0)]++;
            return;
        }

        (uint onset, uint degree) = health.Words(identity, year);
        bool disabled = Luck.Uniform(onset) < shares.Disabled(0, female);
        draft.People.Add(new Person
        {
            Row = -1,
            PupilRow = -1,
            WorkerRow = -1,
            Identity = identity,
            Traits = (female ? Traits.Female : 0) | (mother.Traits & (Traits.NoCar | Traits.Rural))
                | (disabled ? Traits.Disabled : 0) | (disabled && Luck.Uniform(degree) < Severe(neighbourhood, 0) ? Traits.LimitedALot : 0),
            Lived = infancy,
        });
    }

    // Finds a resident's row in a table sorted as residents are, when residents are asked for in order.
    private struct Rows(ReadOnlyColumn<int> resident, Segments layout, int neighbourhood)
    {
        private readonly int end = layout.End(neighbourhood);
        private int next = layout.First(neighbourhood);

        public int Of(int row)
        {
            while (next < end && resident[next] < row)
            {
                next++;
            }

            return next < end && resident[next] == row ? next : -1;
        }
    }
}
