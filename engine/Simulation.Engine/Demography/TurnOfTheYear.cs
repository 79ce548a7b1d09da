using System.Runtime.InteropServices;
using Simulation.Engine.Parallelism;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Demography;

/// <summary>
/// The first of September: everybody is a year older, the dead have left, the born have come, schools have taken their new
/// pupils, and all rows are laid anew as another population, to which the run's columns are carried.
/// </summary>
internal sealed class TurnOfTheYear
{
    private readonly Population before;
    private readonly LifeCourse course;
    private readonly List<(int Row, int BornIn)>[] born;
    private readonly int[] residentFrom;
    private readonly int[] pupilFrom;
    private readonly int[] workerFrom;
    private readonly int[] classFrom;
    private readonly bool[] newWay;
    private readonly bool[] newWork;
    private readonly Column<byte> workDays;

    private TurnOfTheYear(RunState state, Tables tables, LifeCourse course)
    {
        before = state.Population;
        (this.course, born) = (course, tables.Born);
        (residentFrom, pupilFrom, workerFrom) = (tables.ResidentFrom, tables.PupilFrom, tables.WorkerFrom);
        (newWay, newWork) = (tables.NewWay, tables.NewWork);
        workDays = tables.Workers.WorkDays.ToFill();
        (ClassTable classes, classFrom) = SchoolClasses.Divide(before, tables);
        Population = Population.LaidAnew(
            before,
            tables.Households,
            tables.Residents,
            tables.Pupils,
            tables.Workers,
            tables.Schools,
            classes,
            tables.Employers,
            new RankKeys(before.RankKeys?.Founders ?? before.Residents.Layout.Rows, tables.Identity, tables.WorkerKeys));
    }

    /// <summary>The residents after the turn.</summary>
    public Population Population { get; }

    /// <summary>Old row of each new resident; negative for the newly born, those who arrived, and vacant rows.</summary>
    public ReadOnlySpan<int> ResidentFrom => residentFrom;

    /// <summary>Old row of each new worker; negative for a job just begun and vacant rows.</summary>
    public ReadOnlySpan<int> WorkerFrom => workerFrom;

    /// <summary>Days usually worked: a run blanks those of a worker who has died.</summary>
    public Column<byte> WorkDays => workDays;

    /// <summary>Turns the year of a run.</summary>
    /// <param name="state">The run before the day.</param>
    /// <param name="lives">What lives go by.</param>
    /// <param name="year">The year that ends; takes what it came to.</param>
    /// <param name="team">Workers.</param>
    public static TurnOfTheYear Make(RunState state, LifeTables lives, LivesYear year, WorkerTeam team)
    {
        Population population = state.Population;
        state.Residents.HazardLived.Require();
        state.Residents.Born.Require();
        var course = new LifeCourse(state, lives, year.From, year.To, year.Turn);
        YearDraft[] drafts = YearDraft.Of(population);
        YearWords[] words = YearWords.Of(team.Size);
        using (RoleRows roles = new(population))
        {
            team.Run(drafts.Length, (worker, n) =>
            {
                roles.Take(n);
                course.Turn(n, drafts[n], words[worker]);
            });
            new HomeLife(population, lives, state.Parameters, new Migration(lives, state.Seed, year.To.Year), state.Seed, year.To.Year).Move(drafts, team);
            var settling = new NewYear(population, lives, state.Parameters, state.Seed, year.To.Year, roles);
            team.Run(drafts.Length, (_, n) => settling.Settle(n, drafts[n]));
        }

        SchoolIntake.Admit(population, drafts, new Luck(state.Seed, LuckStream.SchoolPreference), lives.Near, team);
        Tables tables = new(state, drafts, new Luck(state.Seed, LuckStream.LifeSpan), year.To.Year);
        team.Run(drafts.Length, (_, n) => tables.Fill(n, drafts[n]));
        tables.Count();
        Sum(population, drafts, year);
        return new TurnOfTheYear(state, tables, course);
    }

    /// <summary>The run on the new rows: what changes is carried to them, column by column, and taken from the run before.</summary>
    /// <param name="from">The run before the turn; nothing is left of it but its population.</param>
    /// <param name="team">Workers.</param>
    public RunState Carry(RunState from, WorkerTeam team)
    {
        // The drafts are garbage by now, and more than the days to come would ever use; columns take their place.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        from.Gather();
        CarriedColumns carried = new(from, this, team);
        RunState to = new(Population, from.Parameters, from.Baseline, from.Seed, from.Structure, from.Tallies.Count, carried);
        carried.Complete(to);
        from.Dispose();
        Finish(to, team);
        return to;
    }

    /// <summary>Old row of each new row of a table; null where rows are the same.</summary>
    /// <param name="from">The run before the turn.</param>
    /// <param name="table">One of its tables.</param>
    internal int[]? RowsOf(RunState from, Table table) => table.Segments is null ? (table == from.Classes ? classFrom : null)
        : table.Segments == before.Residents.Layout ? residentFrom
        : table.Segments == before.Pupils.Layout ? pupilFrom : workerFrom;

    // Gives what the turn has changed its values: ages, identities, thresholds, habits of new pupils and workers.
    private void Finish(RunState to, WorkerTeam team)
    {
        Column<float> hazards = to.Residents.HazardLived.Require();
        Column<byte> children = to.Residents.Born.Require();
        var drift = new Luck(to.Seed, LuckStream.LifeSpan);
        float habitKept = to.Parameters[LivesParameters.HabitKept];
        int[] identities = Population.RankKeys!.Residents;
        team.Run(Population.Neighbourhoods.Count, (_, n) =>
        {
            int row = Population.Residents.Layout.First(n);
            for (; row < Population.Residents.Layout.End(n); row++)
            {
                to.Residents.Identity[row] = identities[row];
                to.Residents.Key[row] = Demographics.KeyOf(Population.Residents.Age[row], (Traits)Population.Residents.Traits[row]);
                if (residentFrom[row] < 0)
                {
                    (hazards[row], children[row]) = (0, 0);
                    (uint word, uint _) = drift.Words(identities[row], 1);
                    to.Residents.Fitness[row] = 32768;
                    to.Residents.Drift[row] = (ushort)(ResidentState.Centre + (int)(Luck.Normal(word) * ResidentState.DriftUnit));
                    to.Residents.Follow[row] = ResidentState.Centre;
                    to.Residents.Intention[row] = 0;
                }
            }

            foreach ((int infant, int there) in born[n])
            {
                hazards[infant] = course.Infancy(there, ((Traits)Population.Residents.Traits[infant] & Traits.Female) != 0);
            }

            for (; row < Population.Residents.Layout.PaddedEnd(n); row++)
            {
                to.Residents.Key[row] = Demographics.Vacant;
            }

            for (int pupil = Population.Pupils.Layout.First(n); pupil < Population.Pupils.Layout.End(n); pupil++)
            {
                if (newWay[pupil])
                {
                    to.Pupils.Habit[pupil] = (ushort)(to.Pupils.Habit[pupil] * habitKept);
                }
            }

            for (int worker = Population.Workers.Layout.First(n); worker < Population.Workers.Layout.End(n); worker++)
            {
                if (newWork[worker])
                {
                    to.Workers.Habit[worker] = (ushort)(to.Workers.Habit[worker] * habitKept);
                    to.Workers.Taste[worker] = 0;
                }
            }
        });
        KeepTraffic(to);
        FreeHours(to);
    }

    // What stands in the way of traffic at a gate is measured against the cars of the warm-up, which came for fewer or more pupils.
    private void KeepTraffic(RunState to)
    {
        for (int s = 0; s < Population.Schools.Count; s++)
        {
            int pupils = before.Schools.Pupils[s];
            to.Schools.CarsExpected[s] *= pupils > 0 ? (float)Population.Schools.Pupils[s] / pupils : 1;
        }
    }

    // Hours that working at home frees are free only while one works.
    private void FreeHours(RunState to)
    {
        if (to.Residents.FreedHours.Made is not { } hours)
        {
            return;
        }

        var keeps = new bool[hours.Length];
        for (int row = 0; row < workerFrom.Length; row++)
        {
            if (workerFrom[row] >= 0)
            {
                keeps[Population.Workers.Resident[row]] = true;
            }
        }

        for (int row = 0; row < keeps.Length; row++)
        {
            hours[row] = keeps[row] ? hours[row] : 0;
        }
    }

    private static void Sum(Population population, YearDraft[] drafts, LivesYear year)
    {
        for (int n = 0; n < drafts.Length; n++)
        {
            YearDraft draft = drafts[n];
            int place = population.Neighbourhoods.Place[n];
            int first = Mortality.Index(place, population.Neighbourhoods.Decile[n], false, 0);
            for (int i = 0; i < draft.Deaths.Length; i++)
            {
                year.PersonYears[first + i] += draft.PersonYears[i];
                year.Deaths[first + i] += draft.Deaths[i];
                year.ExpectedDeaths[first + i] += draft.ExpectedDeaths[i];
            }

            year.Births[place] += draft.Births;
            year.Arrivals += draft.Arrivals;
            year.Departures += draft.Departures;
            year.Movers += draft.Movers;
            year.Households += draft.Homes.Count;
            year.Residents += draft.People.Count;
            foreach (ref readonly Person person in draft.People.Items)
            {
                year.Aged65 += person.Age >= 65 ? 1 : 0;
                year.Reception += person.Age == NeighbourhoodSynthesis.FirstSchoolAge ? 1 : 0;
                year.Secondary += person.Age == Demographics.SecondaryAge ? 1 : 0;
            }

            year.Employed += draft.Jobs.Count;
        }
    }

    private static T Copied<T>(Table from, T to)
        where T : Table
    {
        to.Take(from);
        return to;
    }

    /// <summary>The tables of the new population while they are filled.</summary>
    internal sealed class Tables
    {
        // Days on which the stream of lives asks whom an arrival begins like.
        private const int Begins = 1 << 12;
        private const int Tries = 12;

        private readonly RunState state;
        private readonly Population before;
        private readonly Luck luck;
        private readonly int year;

        public Tables(RunState state, YearDraft[] drafts, Luck luck, int year)
        {
            (this.state, this.luck, this.year) = (state, luck, year);
            before = state.Population;
            Residents = new ResidentTable(new Segments([.. drafts.Select(d => d.People.Count)]));
            Households = new HouseholdTable(new Segments([.. drafts.Select(d => d.Homes.Count)]));
            Pupils = new PupilTable(new Segments([.. drafts.Select(d => d.Learners.Count)]));
            Workers = new WorkerTable(new Segments([.. drafts.Select(d => d.Jobs.Count)]));
            Schools = Copied(before.Schools, new SchoolTable(before.Schools.Count) { Name = before.Schools.Name });
            Employers = Copied(before.Employers, new EmployerTable(before.Employers.Count));
            ResidentFrom = Nobody(Residents.Layout.Rows);
            PupilFrom = Nobody(Pupils.Layout.Rows);
            WorkerFrom = Nobody(Workers.Layout.Rows);
            Identity = new int[Residents.Layout.Rows];
            Born = new List<(int, int)>[drafts.Length];
            WorkerKeys = new int[Workers.Layout.Rows];
            NewSchool = new bool[Pupils.Layout.Rows];
            NewWay = new bool[Pupils.Layout.Rows];
            NewWork = new bool[Workers.Layout.Rows];
        }

        public ResidentTable Residents { get; }

        public HouseholdTable Households { get; }

        public PupilTable Pupils { get; }

        public WorkerTable Workers { get; }

        public SchoolTable Schools { get; }

        public EmployerTable Employers { get; }

        public int[] ResidentFrom { get; }

        public int[] PupilFrom { get; }

        public int[] WorkerFrom { get; }

        public int[] Identity { get; }

        /// <summary>The newly born of each neighbourhood, and in which they were born.</summary>
        public List<(int Row, int BornIn)>[] Born { get; }

        public int[] WorkerKeys { get; }

        public bool[] NewSchool { get; }

        public bool[] NewWay { get; }

        public bool[] NewWork { get; }

        /// <summary>Lays the rows of one neighbourhood.</summary>
        public void Fill(int n, YearDraft draft)
        {
            FillResidents(n, draft);
            int[] workerOf = FillWorkers(n, draft);
            FillPupils(n, draft, workerOf);
        }

        /// <summary>Counts pupils and workers where they go.</summary>
        public void Count()
        {
            Span<int> pupils = Schools.Pupils.ToFill().Values;
            pupils.Clear();
            Span<int> workers = Employers.Workers.ToFill().Values;
            workers.Clear();
            for (int n = 0; n < Pupils.Layout.Count; n++)
            {
                for (int row = Pupils.Layout.First(n); row < Pupils.Layout.End(n); row++)
                {
                    pupils[Pupils.School[row]]++;
                }

                for (int row = Workers.Layout.First(n); row < Workers.Layout.End(n); row++)
                {
                    workers[Workers.Employer[row]]++;
                }
            }
        }

        private static int[] Nobody(int rows)
        {
            var from = new int[rows];
            Array.Fill(from, -1);
            return from;
        }

        private void FillResidents(int n, YearDraft draft)
        {
            int first = Residents.Layout.First(n);
            int household = Households.Layout.First(n);
            (Column<byte> ages, Column<byte> traits, Column<byte> status) = (Residents.Age.ToFill(), Residents.Traits.ToFill(), Residents.Status.ToFill());
            Column<byte> backgrounds = Residents.Background.ToFill();
            ReadOnlySpan<Person> people = draft.People.Items;
            Born[n] = [];
            for (int i = 0; i < people.Length; i++)
            {
                Person person = people[i];
                ages[first + i] = person.Age;
                traits[first + i] = (byte)person.Traits;
                status[first + i] = (byte)person.Status;
                backgrounds[first + i] = person.Background;
                ResidentFrom[first + i] = person.Row >= 0 ? person.Row : person.Age == 0 ? -1 : LikeOf(n, person);
                Identity[first + i] = person.Identity;
                if (person.Row < -1)
                {
                    Born[n].Add((first + i, Person.BornIn(person.Row)));
                }
            }

            (Column<int> firstResident, Column<byte> sizes, Column<byte> cars) = (Households.FirstResident.ToFill(), Households.Size.ToFill(), Households.Cars.ToFill());
            (Column<float> x, Column<float> y, Column<int> householdOf) = (Households.X.ToFill(), Households.Y.ToFill(), Residents.Household.ToFill());
            foreach (Home home in draft.Homes.Items)
            {
                firstResident[household] = first + home.First;
                sizes[household] = (byte)home.Size;
                cars[household] = home.Cars;
                x[household] = before.Households.X[home.Position];
                y[household] = before.Households.Y[home.Position];
                householdOf.Values.Slice(first + home.First, home.Size).Fill(household++);
            }

            Residents.Age.ToFill().Values[Residents.Layout.End(n)..Residents.Layout.PaddedEnd(n)].Fill(Population.VacantAge);
            Residents.Household.ToFill().Values[Residents.Layout.End(n)..Residents.Layout.PaddedEnd(n)].Fill(-1);
            Households.FirstResident.ToFill().Values[Households.Layout.End(n)..Households.Layout.PaddedEnd(n)].Fill(-1);
        }

        // Who arrives begins as active as some neighbour of the same age band, sex and disability, with a rank of their own.
        private int LikeOf(int n, Person person)
        {
            Segments layout = before.Residents.Layout;
            byte key = Demographics.KeyOf(person.Age, person.Traits);
            int used = layout.UsedIn(n);
            for (int t = 0; t < Tries && used > 0; t++)
            {
                (uint one, uint two) = luck.Words(person.Identity, year + (Begins * (t + 1)));
                foreach (uint word in (ReadOnlySpan<uint>)[one, two])
                {
                    int row = layout.First(n) + (int)(Luck.Uniform(word) * used);
                    if (state.Residents.Key[row] == key)
                    {
                        return RowMoves.Like(row);
                    }
                }
            }

            return -1;
        }

        private int[] FillWorkers(int n, YearDraft draft)
        {
            int[] workerOf = Nobody(draft.People.Count);
            int row = Workers.Layout.First(n);
            ReadOnlySpan<Job> jobs = draft.Jobs.Items;
            for (int c = 0; c < Workers.Columns.Count; c++)
            {
                (Column from, Column to) = (before.Workers.Columns[c], Workers.Columns[c]);
                switch (from.ValueBytes)
                {
                    case 1: Take<byte>(from, to, row, jobs); break;
                    case 2: Take<ushort>(from, to, row, jobs); break;
                    default: Take<int>(from, to, row, jobs); break;
                }
            }

            (Column<ushort> distance, Column<int> resident) = (Workers.Distance.ToFill(), Workers.Resident.ToFill());
            foreach (Job job in jobs)
            {
                if (job.Like >= 0)
                {
                    distance[row] = before.Workers.Distance[job.Like];
                    NewWork[row] = true;
                }

                resident[row] = Residents.Layout.First(n) + job.Person;
                WorkerFrom[row] = job.Own < 0 ? -1 : job.Changed ? RowMoves.Like(job.Own) : job.Own;
                WorkerKeys[row] = job.Own < 0 ? ~draft.People[job.Person].Identity : before.RankKeys?.Workers[job.Own] ?? job.Own;
                workerOf[job.Person] = row++;
            }

            Workers.Resident.ToFill().Values[Workers.Layout.End(n)..Workers.Layout.PaddedEnd(n)].Fill(-1);
            return workerOf;
        }

        // A changed job is like another's, one that stays is what it was.
        private static void Take<T>(Column from, Column to, int row, ReadOnlySpan<Job> jobs)
            where T : unmanaged
        {
            Span<T> old = MemoryMarshal.Cast<byte, T>(from.Bytes());
            Span<T> laid = MemoryMarshal.Cast<byte, T>(to.Bytes(row, row + jobs.Length));
            for (int i = 0; i < jobs.Length; i++)
            {
                laid[i] = old[jobs[i].Changed ? jobs[i].Like : jobs[i].Own];
            }
        }

        private void FillPupils(int n, YearDraft draft, int[] workerOf)
        {
            int first = Residents.Layout.First(n);
            int row = Pupils.Layout.First(n);
            foreach (Learner learner in draft.Learners.Items)
            {
                int household = Residents.Household[first + learner.Person];
                (int one, int two) = Escorts(draft, Households.FirstResident[household] - first, Households.Size[household], draft.People[learner.Person].Age, workerOf);
                double east = Households.X[household] - Schools.X[learner.School];
                double north = Households.Y[household] - Schools.Y[learner.School];
                double metres = Math.Sqrt((east * east) + (north * north)) * SynthesisWorkParameters.Detour;
                Pupils.Resident.ToFill()[row] = first + learner.Person;
                Pupils.School.ToFill()[row] = (ushort)learner.School;
                Pupils.Distance.ToFill()[row] = learner.NewWay || learner.Row < 0
                    ? (ushort)Math.Clamp(metres, SynthesisSchoolParameters.LeastMetres, ushort.MaxValue) : before.Pupils.Distance[learner.Row];
                Pupils.FirstAdult.ToFill()[row] = one < 0 ? -1 : first + one;
                Pupils.FirstAdultWorker.ToFill()[row] = one < 0 ? -1 : workerOf[one];
                Pupils.SecondAdult.ToFill()[row] = two < 0 ? -1 : first + two;
                Pupils.SecondAdultWorker.ToFill()[row] = two < 0 ? -1 : workerOf[two];
                PupilFrom[row] = learner.Row;
                NewWay[row] = learner.NewWay;
                NewSchool[row++] = learner.New;
            }

            Pupils.Resident.ToFill().Values[Pupils.Layout.End(n)..Pupils.Layout.PaddedEnd(n)].Fill(-1);
        }

        private static (int First, int Second) Escorts(YearDraft draft, int first, int size, int childAge, int[] workerOf)
        {
            Span<byte> ages = stackalloc byte[size];
            ReadOnlySpan<Person> members = draft.People.Items.Slice(first, size);
            for (int i = 0; i < size; i++)
            {
                ages[i] = members[i].Age;
            }

            return SchoolRunAdults.Of(ages, first, childAge, workerOf);
        }
    }
}
