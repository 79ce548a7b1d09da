using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simulation.Engine.Baselines;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Time;

namespace Simulation.Engine.State;

/// <summary>All columns of one run, created only here, beside the read-only population that they belong to.</summary>
public sealed class RunState : IDisposable
{
    /// <summary>Allocates the columns; <see cref="Processes.Initialisation"/> gives them their first values.</summary>
    public RunState(Population population, ParameterSet parameters, Baseline baseline, ulong seed, PropensityStructure structure, int workers = 1)
        : this(population, parameters, baseline, seed, structure, workers, null)
    {
        Schools.GateTraffic.Values.Fill(1f);
    }

    /// <summary>A run whose columns are another's.</summary>
    internal RunState(
        Population population, ParameterSet parameters, Baseline baseline, ulong seed, PropensityStructure structure, int workers, IColumnSource? source)
    {
        Structure = structure;
        Population = population;
        Parameters = parameters;
        Baseline = baseline;
        Seed = seed;
        Residents = new ResidentState(population.Residents.Layout, source);
        Pupils = new PupilState(population.Pupils.Layout, source);
        Workers = new WorkerState(population.Workers.Layout, source);
        Levers = new LeverState(population);
        Places = new PlaceState(population.Places.Count, source);
        Weather = new Weather(seed, Places.Wet);
        Admissions = new AdmissionState(population.Residents.Layout.Rows);
        Tallies = [.. Enumerable.Range(0, workers).Select(_ => new WorkerTally(population))];
        Neighbourhoods = new NeighbourhoodState(population.Neighbourhoods.Count, source);
        Schools = new SchoolState(population.Schools.Count, source);
        Classes = new ClassState(population.Classes.Count, source);
        Employers = new EmployerState(population.Employers.Count, source);
        CompanySeen = HabitSeen = this;
        Tables = [Residents, Pupils, Workers, Places, Neighbourhoods, Schools, Classes, Employers, .. Levers.Tables];
    }

    /// <summary>Who lives where; read-only.</summary>
    public Population Population { get; }

    /// <summary>The numbers of this run.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>The solved baseline.</summary>
    public Baseline Baseline { get; }

    /// <summary>What is taken to become of propensities.</summary>
    public PropensityStructure Structure { get; }

    /// <summary>Seed of the run's luck.</summary>
    public ulong Seed { get; }

    /// <summary>Residents' columns.</summary>
    public ResidentState Residents { get; }

    /// <summary>Pupils' columns.</summary>
    public PupilState Pupils { get; }

    /// <summary>Workers' columns.</summary>
    public WorkerState Workers { get; }

    /// <summary>Where the levers stand.</summary>
    public LeverState Levers { get; }

    /// <summary>The weather of each place.</summary>
    public Weather Weather { get; }

    /// <summary>Neighbourhoods' columns.</summary>
    public NeighbourhoodState Neighbourhoods { get; }

    /// <summary>Schools' columns.</summary>
    public SchoolState Schools { get; }

    /// <summary>Classes' columns.</summary>
    public ClassState Classes { get; }

    /// <summary>Employers' columns.</summary>
    public EmployerState Employers { get; }

    /// <summary>Places' columns.</summary>
    public PlaceState Places { get; }

    /// <summary>The state in which residents see what others do: this one, or another of the same rows and day when company is held back.</summary>
    internal RunState CompanySeen { get; set; }

    /// <summary>The state whose days make habits: this one, or another of the same rows and day when habit is held back.</summary>
    internal RunState HabitSeen { get; set; }

    /// <summary>Where the run has come to.</summary>
    public RunClock Clock { get; } = new();

    /// <summary>Who was admitted to what.</summary>
    public AdmissionState Admissions { get; }

    /// <summary>What each worker thread has counted and nobody has taken yet.</summary>
    public IReadOnlyList<WorkerTally> Tallies { get; }

    /// <summary>All tables that change.</summary>
    internal IReadOnlyList<Table> Tables { get; }

    /// <summary>Moves what the workers have counted by class and employer into the columns.</summary>
    public void Gather()
    {
        foreach (WorkerTally tally in Tallies)
        {
            Move(tally.ClassWalks, Classes.Walks.Values);
            Move(tally.Employers, Employers.ActiveDays.Values);
        }
    }

    /// <summary>
    /// SHA-256 over everything that changes, in the order of declaration, hex. Vacant rows are nobody's state and left out:
    /// kernels may leave there what they like. So is a column that nothing has moved, made or not.
    /// </summary>
    public string StateHash()
    {
        Gather();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Table table in Tables)
        {
            foreach (Column column in table.Columns.Concat(table.Optional.Where(o => !o.IsNeutral()).Select(o => o.RequireAny())))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(column.Info.Key));
                AppendUsed(hash, column, table.Segments);
            }
        }

        // Admissions by what they hold: names and order are the scenario's.
        foreach (string admitted in Admissions.All.Where(a => a.Admitted.AsSpan().IndexOfAnyExcept((byte)0) >= 0)
            .Select(a => Convert.ToHexString(SHA256.HashData(a.Admitted))).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(admitted));
        }

        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Clock.Today.DayNumber} {Clock.DaysDone} {Clock.Active} {Clock.WeekSchoolDays}")));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Makes another state equal to this one; both are of one population.</summary>
    public void CopyTo(RunState other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Gather();
        other.Gather();
        List<(Column From, Column To)> pairs = [];
        for (int t = 0; t < Tables.Count; t++)
        {
            pairs.AddRange(Tables[t].Columns.Zip(other.Tables[t].Columns));
            for (int i = 0; i < Tables[t].Optional.Count; i++)
            {
                if (Tables[t].Optional[i].Present is { } made)
                {
                    pairs.Add((made, other.Tables[t].Optional[i].RequireAny()));
                }
                else
                {
                    other.Tables[t].Optional[i].Neutralise();
                }
            }
        }

        Parallel.ForEach(pairs, pair => pair.From.Bytes().CopyTo(pair.To.Bytes()));
        Clock.CopyTo(other.Clock);
        Admissions.CopyTo(other.Admissions);
    }

    /// <summary>Makes the state what it was before anything happened.</summary>
    internal void Clear()
    {
        Gather();
        foreach (Table table in Tables)
        {
            foreach (Column column in table.Columns)
            {
                column.Bytes().Clear();
            }

            foreach (OptionalColumn column in table.Optional)
            {
                column.Neutralise();
            }
        }

        Schools.GateTraffic.Values.Fill(1f);
        new RunClock().CopyTo(Clock);
        new AdmissionState(0).CopyTo(Admissions);
    }

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        foreach (Table table in Tables)
        {
            table.Dispose();
        }
    }

    private static void Move<T>(T[] from, Span<T> to)
        where T : struct, System.Numerics.IAdditionOperators<T, T, T>
    {
        for (int i = 0; i < from.Length; i++)
        {
            to[i] += from[i];
        }

        Array.Clear(from);
    }

    private static void AppendUsed(IncrementalHash hash, Column column, Segments? layout)
    {
        if (layout is null)
        {
            hash.AppendData(column.Bytes());
            return;
        }

        for (int n = 0; n < layout.Count; n++)
        {
            hash.AppendData(column.Bytes(layout.First(n), layout.End(n)));
        }
    }
}
