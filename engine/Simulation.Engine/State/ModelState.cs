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

    /// <summary>SHA-256 over every column that changes, in the order of declaration, hex.</summary>
    public string StateHash()
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        void Add<T>(ReadOnlySpan<T> values)
            where T : unmanaged => hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values));

        Add<float>(Residents.LeisureOdds.Values);
        Add<float>(Residents.ErrandOdds.Values);
        Add<byte>(Residents.LeisureDays.Values);
        Add<int>(Residents.TravelDays.Values);
        Add<byte>(Residents.Today.Values);
        foreach (Column<ushort> week in Residents.WeekMinutes)
        {
            Add<ushort>(week.Values);
        }

        Add<ushort>(Residents.Habit.Values);
        Add<ushort>(Residents.Fitness.Values);
        Add<ushort>(Residents.Intention.Values);
        Add<float>(Pupils.WalkOdds.Values);
        Add<ushort>(Pupils.CycleShare.Values);
        Add<ushort>(Pupils.BusShare.Values);
        Add<byte>(Pupils.Gates.Values);
        Add<ushort>(Pupils.Habit.Values);
        Add<byte>(Pupils.WalkDays.Values);
        Add<byte>(Pupils.Today.Values);
        Add<ushort>(Workers.WalkShare.Values);
        Add<ushort>(Workers.CycleShare.Values);
        Add<ushort>(Workers.TransitShare.Values);
        Add<ushort>(Workers.Habit.Values);
        Add<byte>(Workers.ActiveDays.Values);
        Add<byte>(Workers.ExtraFlex.Values);
        Add<byte>(Workers.ExtraHomeDays.Values);
        Add<float>(GateTraffic);
        Add<float>(ClassShare);
        Add<float>(EmployerShare);
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
