using Simulation.Engine.Calibration;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Time;

namespace Simulation.Engine.State;

/// <summary>All columns of one run, created only here, beside the read-only population that they belong to.</summary>
public sealed class ModelState : IDisposable
{
    /// <summary>Allocates the columns; <see cref="Processes.Initialisation"/> gives them their first values.</summary>
    public ModelState(Population population, ParameterSet parameters, Baseline baseline, ulong seed)
    {
        Population = population;
        Parameters = parameters;
        Baseline = baseline;
        Seed = seed;
        Residents = new ResidentState(population.Residents.Layout.Rows);
        Pupils = new PupilState(population.Pupils.Layout.Rows);
        Workers = new WorkerState(population.Workers.Layout.Rows);
        Levers = new LeverState(population);
        Weather = new Weather(seed, population.Places.Count);
        int neighbourhoods = population.Neighbourhoods.Count;
        StreetSpeed = new float[neighbourhoods];
        StreetStress = new float[neighbourhoods];
        GateTraffic = new float[population.Schools.Count];
        CarsExpected = new float[population.Schools.Count];
        ClassShare = new float[Math.Max(1, population.Classes.Count)];
        EmployerShare = new float[Math.Max(1, population.Employers.Count)];
        Array.Fill(GateTraffic, 1f);
    }

    /// <summary>Who lives where; read-only.</summary>
    public Population Population { get; }

    /// <summary>The numbers of this run.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>The solved baseline.</summary>
    public Baseline Baseline { get; }

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

    /// <summary>Mean traffic speed of each neighbourhood's through roads before interventions, mph.</summary>
    public float[] StreetSpeed { get; }

    /// <summary>Junction stress of each neighbourhood before interventions, 0–1.</summary>
    public float[] StreetStress { get; }

    /// <summary>Car traffic at each school gate, 1 = as in the baseline (Q of model.md §2.11).</summary>
    public float[] GateTraffic { get; }

    /// <summary>Cars a school day at each gate in the warm-up: what <see cref="GateTraffic"/> is measured against.</summary>
    public float[] CarsExpected { get; }

    /// <summary>Share of each class's pupils who walked, over their last 8 school days, as last counted.</summary>
    public float[] ClassShare { get; }

    /// <summary>Share of each employer's workers who walked or cycled, over their last 8 commuting days, as last counted.</summary>
    public float[] EmployerShare { get; }

    /// <summary>
    /// SHA-256 over every column that changes, in the order of declaration, hex. Vacant rows are nobody's state and left out:
    /// kernels may leave there what they like.
    /// </summary>
    public string StateHash()
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        void AddAll(ReadOnlySpan<float> values) => hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values));
        void Add<T>(Segments layout, Column<T> column)
            where T : unmanaged
        {
            for (int n = 0; n < layout.Count; n++)
            {
                ReadOnlySpan<T> used = column.Values.Slice(layout.First(n), layout.UsedIn(n));
                hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(used));
            }
        }

        Segments residents = Population.Residents.Layout;
        Segments pupils = Population.Pupils.Layout;
        Segments workers = Population.Workers.Layout;

        Add(residents, Residents.LeisureOdds);
        Add(residents, Residents.ErrandOdds);
        Add(residents, Residents.LeisureDays);
        Add(residents, Residents.TravelDays);
        Add(residents, Residents.Today);
        foreach (Column<ushort> week in Residents.WeekMinutes)
        {
            Add(residents, week);
        }

        Add(residents, Residents.Habit);
        Add(residents, Residents.Fitness);
        Add(residents, Residents.Intention);
        Add(pupils, Pupils.WalkOdds);
        Add(pupils, Pupils.CycleShare);
        Add(pupils, Pupils.BusShare);
        Add(pupils, Pupils.Gates);
        Add(pupils, Pupils.Habit);
        Add(pupils, Pupils.WalkDays);
        Add(pupils, Pupils.Today);
        Add(workers, Workers.WalkShare);
        Add(workers, Workers.CycleShare);
        Add(workers, Workers.TransitShare);
        Add(workers, Workers.Habit);
        Add(workers, Workers.ActiveDays);
        Add(workers, Workers.ExtraFlex);
        Add(workers, Workers.ExtraHomeDays);
        AddAll(GateTraffic);
        AddAll(ClassShare);
        AddAll(EmployerShare);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        Residents.Dispose();
        Pupils.Dispose();
        Workers.Dispose();
        Levers.Dispose();
    }
}
