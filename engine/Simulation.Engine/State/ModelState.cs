using System.Security.Cryptography;
using System.Text;
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
        Residents = new ResidentState(population.Residents.Layout);
        Pupils = new PupilState(population.Pupils.Layout);
        Workers = new WorkerState(population.Workers.Layout);
        Levers = new LeverState(population);
        Weather = new Weather(seed, population.Places.Count);
        Neighbourhoods = new NeighbourhoodState(population.Neighbourhoods.Count);
        Schools = new SchoolState(population.Schools.Count);
        Classes = new ClassState(population.Classes.Count);
        Employers = new EmployerState(population.Employers.Count);
        Schools.GateTraffic.Values.Fill(1f);
        Tables = [Residents, Pupils, Workers, Neighbourhoods, Schools, Classes, Employers, .. Levers.Tables];
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

    /// <summary>Neighbourhoods' columns.</summary>
    public NeighbourhoodState Neighbourhoods { get; }

    /// <summary>Schools' columns.</summary>
    public SchoolState Schools { get; }

    /// <summary>Classes' columns.</summary>
    public ClassState Classes { get; }

    /// <summary>Employers' columns.</summary>
    public EmployerState Employers { get; }

    /// <summary>All tables that change.</summary>
    internal IReadOnlyList<Table> Tables { get; }

    /// <summary>
    /// SHA-256 over every column that changes, in the order of declaration, hex. Vacant rows are nobody's state and left out:
    /// kernels may leave there what they like. So is a column that nothing has moved, made or not.
    /// </summary>
    public string StateHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Table table in Tables)
        {
            foreach (Column column in table.Columns.Concat(table.Optional.Where(o => !o.IsNeutral()).Select(o => o.RequireAny())))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(column.Info.Key));
                AppendUsed(hash, column, table.Segments);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        foreach (Table table in Tables)
        {
            table.Dispose();
        }
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
