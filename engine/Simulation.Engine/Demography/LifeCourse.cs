using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
/// <param name="turn">Turns since the residents of the first day; a year ahead asks for none.</param>
/// <remarks>
/// A turn comes once a year and asks millions: what it asks of each is compiled as well as it can be before the first of them.
/// </remarks>
internal sealed class LifeCourse(RunState state, LifeTables tables, DateOnly from, DateOnly to, int turn = 0)
{
    // The first age at which one may be a student, and at which pupils leave school.
    private const int FirstStudentAge = 16;
    private const int PensionAge = 66;
    private const float YearDays = 365.25f;

    // Work is asked on another day of the stream than study: years are far below it.
    private const int WorkDay = 1 << 20;

    // What rounding could make of a bound.
    private const double Rounding = 1e-5;

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
    private readonly double[] worst = Worst(tables.Mortality, tables.FirstDay.Places.Count, state.Parameters[LivesParameters.DisabledHazard]);
    private readonly Column<float>? livedThrough = state.Residents.HazardLived.Made;
    private readonly Column<byte>? children = state.Residents.Born.Made;

    /// <summary>The shares by age of a neighbourhood, by which its residents live.</summary>
    /// <param name="neighbourhood">Which.</param>
    /// <param name="disabledOnly">Whether nothing but the share of the disabled will be asked.</param>
    public AgeShares SharesOf(int neighbourhood, bool disabledOnly = false) => new(tables.Levels, neighbourhood, disabledOnly);

    /// <summary>First number of the identities of children: twice the power of two above the founders' rows, and at least 2^23.</summary>
    public static int FirstChild(int founders) => 2 << Math.Max(22, System.Numerics.BitOperations.Log2((uint)Math.Max(1, founders - 1)) + 1);

    /// <summary>
    /// Whether a resident's threshold lies within the hazard of these days. Most are told from a bound: the threshold
    /// −ln u is at least 1 − u, and nobody's hazard is more than the worst of the age.
    /// </summary>
    /// <param name="row">The resident.</param>
    /// <param name="neighbourhood">Where.</param>
    /// <param name="shares">Shares by age there.</param>
    /// <param name="span">First word of the resident's life span.</param>
    /// <param name="birthday">Second word.</param>
    /// <param name="hazard">Hazard over these days; 0 when out of reach.</param>
    /// <param name="left">The threshold left before them.</param>
    public bool Dies(int row, int neighbourhood, AgeShares shares, uint span, uint birthday, out float hazard, out float left)
    {
        (hazard, left) = (0, 1);
        if (OutOfReach(row, span, worst[population.Residents.Age[row]]))
        {
            return false;
        }

        hazard = Hazard(row, neighbourhood, shares, birthday);
        left = Left(row, span);
        return hazard >= left;
    }

    /// <summary>Asks for the words of life span of a neighbourhood's residents.</summary>
    public void AskSpans(int neighbourhood, WordsOfMany words) => Ask(neighbourhood, words, death, 0);

    // Hazard over the days since the last turn.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float Hazard(int row, int neighbourhood, AgeShares shares, uint birthday)
    {
        var traits = (Traits)population.Residents.Traits[row];
        bool female = (traits & Traits.Female) != 0;
        int age = population.Residents.Age[row];
        double hazard = part * mortality.YearAhead(
            population.Neighbourhoods.Place[neighbourhood], population.Neighbourhoods.Decile[neighbourhood], female, age, Luck.Uniform(birthday));
        return (float)(hazard * Frailty(shares.Disabled(age, female), (traits & Traits.Disabled) != 0));
    }

    // The threshold left before these days; at or below nought one has died.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float Left(int row, uint span) => Threshold(span) - (livedThrough is null ? 0 : livedThrough[row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool OutOfReach(int row, uint span, double hazard) =>
        hazard + (livedThrough is null ? 0 : livedThrough[row]) < 1 - ((span + 0.5) / 4294967296.0) - Rounding;

    private void Ask(int neighbourhood, WordsOfMany words, Luck luck, int day)
    {
        Segments layout = population.Residents.Layout;
        int used = layout.UsedIn(neighbourhood);
        state.Residents.Identity.Values.Slice(layout.First(neighbourhood), used).CopyTo(words.Identities(used));
        words.Ask(luck, used, day);
    }

    /// <summary>The neighbourhood a year later, before anybody moves.</summary>
    /// <param name="neighbourhood">Which.</param>
    /// <param name="draft">Takes it.</param>
    /// <param name="words">Buffers of the worker who asks.</param>
    public void Turn(int neighbourhood, YearDraft draft, YearWords words)
    {
        AskSpans(neighbourhood, words.Spans);
        Ask(neighbourhood, words.Health, health, year);
        Ask(neighbourhood, words.Study, work, year);
        Ask(neighbourhood, words.Work, work, year + WorkDay);
        ReadOnlySpan<uint> spans = words.Spans.First;
        ReadOnlySpan<uint> birthdays = words.Spans.Second;
        ResidentTable residents = population.Residents;
        HouseholdTable households = population.Households;
        int rowBefore = residents.Layout.First(neighbourhood);
        int place = population.Neighbourhoods.Place[neighbourhood];
        AgeShares shares = SharesOf(neighbourhood);
        List<Person> alone = [];
        for (int h = households.Layout.First(neighbourhood); h < households.Layout.End(neighbourhood); h++)
        {
            int first = households.FirstResident[h];
            int start = draft.People.Count;
            bool adult = false;
            for (int row = first; row < first + households.Size[h]; row++)
            {
                int at = row - rowBefore;
                float hazard = Hazard(row, neighbourhood, shares, birthdays[at]);
                int stratum = Mortality.Index(0, 1, ((Traits)residents.Traits[row] & Traits.Female) != 0, residents.Age[row]);
                draft.ExpectedDeaths[stratum] += 1 - Math.Exp(-hazard);
                if (!OutOfReach(row, spans[at], hazard) && Left(row, spans[at]) is var left && hazard >= left)
                {
                    draft.PersonYears[stratum] += part * Math.Max(0, left / hazard);
                    draft.Deaths[stratum]++;
                    continue;
                }

                draft.PersonYears[stratum] += part;
                Person person = Older(row, hazard, households.Size[h], neighbourhood, shares, words, at);
                draft.People.Add(person);
                adult |= person.Age >= ResidentDraws.AdultAge;
            }

            if (!adult)
            {
                // Children whose adults have died live on with the next household.
                alone.AddRange(draft.People.Items[start..]);
                draft.People.Keep(start);
                continue;
            }

            draft.People.Add(CollectionsMarshal.AsSpan(alone));
            alone.Clear();
            Bear(draft, start, neighbourhood, place, shares);
            draft.Homes.Add(new Home(h, households.Cars[h], start, draft.People.Count - start));
        }

        if (alone.Count > 0 && draft.Homes.Count > 0)
        {
            draft.People.Add(CollectionsMarshal.AsSpan(alone));
            draft.Homes[^1] = draft.Homes[^1] with { Size = draft.Homes[^1].Size + alone.Count };
        }
    }

    /// <summary>Hazard of the first weeks of one born in a neighbourhood: lived through before the first turn.</summary>
    public float Infancy(int neighbourhood, bool female) =>
        (float)mortality.Hazard(population.Neighbourhoods.Place[neighbourhood], population.Neighbourhoods.Decile[neighbourhood], female, 0);

    /// <summary>Hazard that one lives through before one dies, from a word of luck: exponential with mean one.</summary>
    internal static float Threshold(uint word) => (float)-Math.Log((word + 0.5) / 4294967296.0);

    // What disability makes of the hazard of all: the mean over both stays.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Frailty(double share, bool disabled) => (disabled ? disabledHazard : 1) / (1 + (share * (disabledHazard - 1)));

    // The highest hazard of an age over a whole year, wherever one lives and whatever one has.
    private static double[] Worst(Mortality mortality, int places, double disabledHazard)
    {
        double[] worst = new double[byte.MaxValue + 1];
        for (int age = 0; age < Mortality.Ages; age++)
        {
            for (int place = 0; place < places; place++)
            {
                for (int decile = 1; decile <= Demographics.Deciles; decile++)
                {
                    for (int sex = 0; sex < 2; sex++)
                    {
                        double hazard = Math.Max(mortality.YearAhead(place, decile, sex == 1, age, 0), mortality.YearAhead(place, decile, sex == 1, age, 1));
                        worst[age] = Math.Max(worst[age], hazard * Math.Max(1, disabledHazard) / Math.Min(1, disabledHazard));
                    }
                }
            }
        }

        return worst;
    }

    // The year lived through is added where the run keeps it: the run before the turn is of no other use any more.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Person Older(int row, float hazard, int members, int neighbourhood, AgeShares shares, YearWords words, int at)
    {
        livedThrough![row] += hazard;
        ResidentTable table = population.Residents;
        var person = new Person
        {
            Row = row,
            Identity = state.Residents.Identity[row],
            Age = (byte)Math.Min(table.Age[row] + 1, Mortality.Ages - 1),
            Traits = (Traits)table.Traits[row],
            Status = (EconomicStatus)table.Status[row],
            Background = table.Background[row],
        };
        Sicken(ref person, neighbourhood, hazard, shares, words.Health.First[at], words.Health.Second[at]);
        Study(ref person, shares, words.Study.First[at], words.Study.Second[at]);
        if (person.Age > FirstStudentAge && ((Traits)table.Traits[row] & Traits.Student) == 0)
        {
            Work(ref person, members > 1, shares, words.Work.First[at], words.Work.Second[at]);
        }

        return person;
    }

    // Disability follows the neighbourhood's profile by age: as many become so as age adds, recovery takes and death takes more of.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sicken(ref Person person, int neighbourhood, float hazard, AgeShares shares, uint change, uint degree)
    {
        int age = person.Age;
        int younger = population.Residents.Age[person.Row];
        bool female = (person.Traits & Traits.Female) != 0;
        double before = shares.Disabled(younger, female);
        double now = shares.Disabled(age, female);
        double mean = hazard / Frailty(before, (person.Traits & Traits.Disabled) != 0);
        if ((person.Traits & Traits.Disabled) == 0 && Luck.Uniform(change) >= MostOnset(before, now, mean * Frailty(before, true)))
        {
            return;
        }

        double left = before * Math.Exp(-mean * Frailty(before, true));
        left /= left + ((1 - before) * Math.Exp(-mean * Frailty(before, false)));
        double onset = (now - (left * (1 - recovery))) / (1 - left);
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

    // At least as much as onset can be, without asking how many of the disabled die: e^−x is at least 1 − x.
    private double MostOnset(double before, double now, double hazard)
    {
        double left = before * (1 - hazard);
        left /= left + 1 - before;
        return hazard < 1 && now < 1 - recovery ? ((now - (left * (1 - recovery))) / (1 - left)) + Rounding : double.PositiveInfinity;
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Study(ref Person person, AgeShares shares, uint stays, uint then)
    {
        int age = person.Age;
        if (age < FirstStudentAge)
        {
            return;
        }

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Work(ref Person person, bool partnered, AgeShares shares, uint change, uint how)
    {
        int age = person.Age;
        bool female = (person.Traits & Traits.Female) != 0;
        bool disabled = (person.Traits & Traits.Disabled) != 0;
        double before = shares.Employed(population.Residents.Age[person.Row], female, disabled, false);
        double now = shares.Employed(age, female, disabled, false);
        double retires = Retirement.InWork(age, female, partnered);
        double entry = age >= PensionAge ? 0 : (now - (before * (1 - losesJob - retires))) / (1 - before);
        double leaves = entry > 0 ? losesJob + retires : 1 - (now / before);

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
    private void Bear(YearDraft draft, int start, int neighbourhood, int place, AgeShares shares)
    {
        int members = draft.People.Count;
        for (int i = start; i < members; i++)
        {
            Person mother = draft.People[i];
            int age = mother.Age - 1;
            if (mother.Row < 0 || age is < Fertility.FirstAge or > Fertility.LastAge || (mother.Traits & Traits.Female) == 0 || children![mother.Row] >= 7)
            {
                continue;
            }

            int atHome = 0;
            bool infant = false;
            for (int j = start; j < members; j++)
            {
                bool child = Fertility.MayBeChild(mother.Age, draft.People[j].Age) && draft.People[j].Age < Fertility.GrownChild;
                atHome += child ? 1 : 0;
                infant |= child && draft.People[j].Age <= 1;
            }

            (uint comes, uint kind) = birth.Words(mother.Identity, year);
            double rate = part * fertility * tables.Births.Rate(place, turn, age, atHome, infant, (mother.Traits & Traits.Student) != 0) / (1 + Fertility.Twins);
            if (Luck.Uniform(comes) >= rate)
            {
                continue;
            }

            for (int baby = Luck.Uniform(kind) < Fertility.Twins ? 2 : 1; baby > 0; baby--)
            {
                AddChild(draft, mother, neighbourhood, shares);
            }
        }
    }

    private void AddChild(YearDraft draft, Person mother, int neighbourhood, AgeShares shares)
    {
        int identity = unchecked(FirstChild(population.RankKeys?.Founders ?? population.Residents.Layout.Rows) + (8 * mother.Identity) + children![mother.Row]++);
        draft.Births++;
        (uint sex, _) = birth.Words(identity, 0);
        bool female = Luck.Uniform(sex) >= Fertility.Boys;
        float infancy = Infancy(neighbourhood, female);
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
            Row = Person.BornIn(neighbourhood),
            Identity = identity,
            Background = mother.Background,
            Traits = (female ? Traits.Female : 0) | (mother.Traits & (Traits.NoCar | Traits.Rural))
                | (disabled ? Traits.Disabled : 0) | (disabled && Luck.Uniform(degree) < Severe(neighbourhood, 0) ? Traits.LimitedALot : 0),
        });
    }
}

/// <summary>A worker's buffers for the luck of a year.</summary>
internal sealed class YearWords
{
    /// <summary>Span of life, and birthday.</summary>
    public WordsOfMany Spans { get; } = new();

    /// <summary>Disability.</summary>
    public WordsOfMany Health { get; } = new();

    /// <summary>Study.</summary>
    public WordsOfMany Study { get; } = new();

    /// <summary>Work.</summary>
    public WordsOfMany Work { get; } = new();

    /// <summary>Buffers for each worker of a team.</summary>
    public static YearWords[] Of(int workers)
    {
        var words = new YearWords[workers];
        for (int worker = 0; worker < workers; worker++)
        {
            words[worker] = new YearWords();
        }

        return words;
    }
}
