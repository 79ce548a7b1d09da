using Simulation.Engine.Parallelism;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;

namespace Simulation.Engine.Demography;

/// <summary>
/// The first of September: everybody is a year older, the dead have left, the born have come, schools have taken their new
/// pupils, and all rows are laid anew as another population, to which the run's columns are carried.
/// </summary>
internal sealed class TurnOfTheYear
{
    private readonly Population before;
    private readonly YearDraft[] drafts;
    private readonly int[] residentFrom;
    private readonly int[] pupilFrom;
    private readonly int[] workerFrom;
    private readonly int[] classFrom;
    private readonly bool[] newSchool;
    private readonly Column<byte> workDays;

    private TurnOfTheYear(RunState state, YearDraft[] drafts, Tables tables)
    {
        before = state.Population;
        this.drafts = drafts;
        (residentFrom, pupilFrom, workerFrom, newSchool) = (tables.ResidentFrom, tables.PupilFrom, tables.WorkerFrom, tables.NewSchool);
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

    /// <summary>Old row of each new resident, −1 for the newly born and vacant rows.</summary>
    public ReadOnlySpan<int> ResidentFrom => residentFrom;

    /// <summary>Old row of each new worker, −1 for a job just begun and vacant rows.</summary>
    public ReadOnlySpan<int> WorkerFrom => workerFrom;

    /// <summary>Days usually worked: a run blanks those of a worker who has died.</summary>
    public Column<byte> WorkDays => workDays;

    /// <summary>Turns the year of a run.</summary>
    /// <param name="state">The run before the day.</param>
    /// <param name="course">What the year did to each.</param>
    /// <param name="year">Takes what the year came to.</param>
    /// <param name="team">Workers.</param>
    public static TurnOfTheYear Make(RunState state, LifeCourse course, LivesYear year, WorkerTeam team)
    {
        Population population = state.Population;
        var drafts = new YearDraft[population.Neighbourhoods.Count];
        team.Run(drafts.Length, (_, n) => drafts[n] = course.Turn(n));
        var intake = new SchoolIntake(population, drafts, new Luck(state.Seed, LuckStream.SchoolPreference), team);
        year.Reception = intake.Admit(0);
        year.Secondary = intake.Admit(1);
        Tables tables = new(population, drafts);
        team.Run(drafts.Length, (_, n) => tables.Fill(n, drafts[n]));
        tables.Count();
        Sum(population, drafts, year);
        return new TurnOfTheYear(state, drafts, tables);
    }

    /// <summary>Carries what changes to the new rows; new rows stand at nought until <see cref="Finish"/>.</summary>
    /// <param name="from">The run's columns before the turn.</param>
    /// <param name="to">Those after it.</param>
    /// <param name="team">Workers.</param>
    public void Carry(RunState from, RunState to, WorkerTeam team)
    {
        from.Gather();
        List<(Column From, Column To, int[]? Rows)> moves = [];
        for (int t = 0; t < from.Tables.Count; t++)
        {
            int[]? rows = from.Tables[t].Segments is null ? (from.Tables[t] == from.Classes ? classFrom : null)
                : from.Tables[t].Segments == before.Residents.Layout ? residentFrom
                : from.Tables[t].Segments == before.Pupils.Layout ? pupilFrom : workerFrom;
            moves.AddRange(from.Tables[t].Columns.Select((column, i) => (column, to.Tables[t].Columns[i], rows)));
            for (int i = 0; i < from.Tables[t].Optional.Count; i++)
            {
                if (from.Tables[t].Optional[i].Present is { } made)
                {
                    moves.Add((made, to.Tables[t].Optional[i].RequireAny(), rows));
                }
            }
        }

        team.Run(moves.Count, (_, i) => RowMoves.Move(moves[i].From, moves[i].To, moves[i].Rows));
        from.Clock.CopyTo(to.Clock);
        to.Admissions.Take(from.Admissions, residentFrom);
    }

    /// <summary>Gives what the turn has changed its values: ages, identities, thresholds, habits of new pupils and workers.</summary>
    /// <param name="from">The run's columns before the turn.</param>
    /// <param name="to">Those after it.</param>
    /// <param name="team">Workers.</param>
    public void Finish(RunState from, RunState to, WorkerTeam team)
    {
        Column<float> lived = to.Residents.HazardLived.Require();
        Column<byte> born = to.Residents.Born.Require();
        var drift = new Luck(to.Seed, LuckStream.LifeSpan);
        float habitKept = to.Parameters[LivesParameters.HabitKept];
        team.Run(drafts.Length, (_, n) =>
        {
            int row = Population.Residents.Layout.First(n);
            foreach (Person person in drafts[n].People)
            {
                to.Residents.Identity[row] = person.Identity;
                to.Residents.Key[row] = Demographics.KeyOf(person.Age, person.Traits);
                (lived[row], born[row]) = (person.Lived, person.Born);
                if (person.Row < 0)
                {
                    (uint word, uint _) = drift.Words(person.Identity, 1);
                    to.Residents.Fitness[row] = 32768;
                    to.Residents.Drift[row] = (ushort)(ResidentState.Centre + (int)(Luck.Normal(word) * ResidentState.DriftUnit));
                    to.Residents.Follow[row] = ResidentState.Centre;
                }

                row++;
            }

            for (; row < Population.Residents.Layout.PaddedEnd(n); row++)
            {
                to.Residents.Key[row] = Demographics.Vacant;
            }

            for (int pupil = Population.Pupils.Layout.First(n); pupil < Population.Pupils.Layout.End(n); pupil++)
            {
                if (newSchool[pupil])
                {
                    to.Pupils.Habit[pupil] = (ushort)(to.Pupils.Habit[pupil] * habitKept);
                }
            }
        });
        KeepTraffic(from, to);
        FreeHours(to);
    }

    // What stands in the way of traffic at a gate is measured against the cars of the warm-up, which came for fewer or more pupils.
    private void KeepTraffic(RunState from, RunState to)
    {
        for (int s = 0; s < Population.Schools.Count; s++)
        {
            int pupils = from.Population.Schools.Pupils[s];
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
            year.Residents += draft.People.Count;
            year.Aged65 += draft.People.Count(person => person.Age >= 65);
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
        private readonly Population before;

        public Tables(Population before, YearDraft[] drafts)
        {
            this.before = before;
            Residents = new ResidentTable(new Segments([.. drafts.Select(d => d.People.Count)]));
            Households = new HouseholdTable(new Segments([.. drafts.Select(d => d.Households.Count)]));
            Pupils = new PupilTable(new Segments([.. drafts.Select(d => d.Learners.Count)]));
            Workers = new WorkerTable(new Segments([.. drafts.Select(d => d.Jobs.Count)]));
            Schools = Copied(before.Schools, new SchoolTable(before.Schools.Count) { Name = before.Schools.Name });
            Employers = Copied(before.Employers, new EmployerTable(before.Employers.Count));
            ResidentFrom = Nobody(Residents.Layout.Rows);
            PupilFrom = Nobody(Pupils.Layout.Rows);
            WorkerFrom = Nobody(Workers.Layout.Rows);
            Identity = new int[Residents.Layout.Rows];
            WorkerKeys = new int[Workers.Layout.Rows];
            NewSchool = new bool[Pupils.Layout.Rows];
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

        public int[] WorkerKeys { get; }

        public bool[] NewSchool { get; }

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
            for (int i = 0; i < draft.People.Count; i++)
            {
                Person person = draft.People[i];
                Residents.Age.ToFill()[first + i] = person.Age;
                Residents.Traits.ToFill()[first + i] = (byte)person.Traits;
                Residents.Status.ToFill()[first + i] = (byte)person.Status;
                ResidentFrom[first + i] = person.Row;
                Identity[first + i] = person.Identity;
            }

            foreach ((int row, int start, int size) in draft.Households)
            {
                Households.FirstResident.ToFill()[household] = first + start;
                Households.Size.ToFill()[household] = (byte)size;
                Households.Cars.ToFill()[household] = before.Households.Cars[row];
                Households.X.ToFill()[household] = before.Households.X[row];
                Households.Y.ToFill()[household] = before.Households.Y[row];
                Residents.Household.ToFill().Values.Slice(first + start, size).Fill(household++);
            }

            Residents.Age.ToFill().Values[Residents.Layout.End(n)..Residents.Layout.PaddedEnd(n)].Fill(Population.VacantAge);
            Residents.Household.ToFill().Values[Residents.Layout.End(n)..Residents.Layout.PaddedEnd(n)].Fill(-1);
            Households.FirstResident.ToFill().Values[Households.Layout.End(n)..Households.Layout.PaddedEnd(n)].Fill(-1);
        }

        private int[] FillWorkers(int n, YearDraft draft)
        {
            int[] workerOf = Nobody(draft.People.Count);
            int row = Workers.Layout.First(n);
            foreach ((int person, int like, bool isNew) in draft.Jobs)
            {
                for (int c = 0; c < Workers.Columns.Count; c++)
                {
                    before.Workers.Columns[c].Bytes(like, like + 1).CopyTo(Workers.Columns[c].Bytes(row, row + 1));
                }

                Workers.Resident.ToFill()[row] = Residents.Layout.First(n) + person;
                WorkerFrom[row] = isNew ? -1 : like;
                WorkerKeys[row] = isNew ? ~draft.People[person].Identity : before.RankKeys?.Workers[like] ?? like;
                workerOf[person] = row++;
            }

            Workers.Resident.ToFill().Values[Workers.Layout.End(n)..Workers.Layout.PaddedEnd(n)].Fill(-1);
            return workerOf;
        }

        private void FillPupils(int n, YearDraft draft, int[] workerOf)
        {
            int first = Residents.Layout.First(n);
            int row = Pupils.Layout.First(n);
            foreach (Learner learner in draft.Learners)
            {
                int household = Residents.Household[first + learner.Person];
                (int one, int two) = Escorts(draft, Households.FirstResident[household] - first, Households.Size[household], draft.People[learner.Person].Age, workerOf);
                double east = Households.X[household] - Schools.X[learner.School];
                double north = Households.Y[household] - Schools.Y[learner.School];
                double metres = Math.Sqrt((east * east) + (north * north)) * SynthesisWorkParameters.Detour;
                Pupils.Resident.ToFill()[row] = first + learner.Person;
                Pupils.School.ToFill()[row] = (ushort)learner.School;
                Pupils.Distance.ToFill()[row] = learner.New || learner.Row < 0
                    ? (ushort)Math.Clamp(metres, SynthesisSchoolParameters.LeastMetres, ushort.MaxValue) : before.Pupils.Distance[learner.Row];
                Pupils.FirstAdult.ToFill()[row] = one < 0 ? -1 : first + one;
                Pupils.FirstAdultWorker.ToFill()[row] = one < 0 ? -1 : workerOf[one];
                Pupils.SecondAdult.ToFill()[row] = two < 0 ? -1 : first + two;
                Pupils.SecondAdultWorker.ToFill()[row] = two < 0 ? -1 : workerOf[two];
                PupilFrom[row] = learner.Row;
                NewSchool[row++] = learner.New;
            }

            Pupils.Resident.ToFill().Values[Pupils.Layout.End(n)..Pupils.Layout.PaddedEnd(n)].Fill(-1);
        }

        private static (int First, int Second) Escorts(YearDraft draft, int first, int size, int childAge, int[] workerOf) =>
            Synthesis.SchoolRunAdults.Of([.. draft.People.GetRange(first, size).Select(person => person.Age)], first, childAge, workerOf);
    }
}
