using Simulation.Engine.Populations;

namespace Simulation.Engine.Demography;

/// <summary>Where each resident's row as a pupil and as a worker was before the turn.</summary>
internal sealed class RoleRows : IDisposable
{
    private readonly Population population;
    private readonly Column<int> pupils;
    private readonly Column<int> workers;

    /// <summary>Nobody's rows yet.</summary>
    public RoleRows(Population population)
    {
        this.population = population;
        pupils = Column<int>.Allocate(population.Residents.Layout.Rows);
        workers = Column<int>.Allocate(population.Residents.Layout.Rows);
    }

    /// <summary>Row among pupils of an old row; −1 for none.</summary>
    public int Pupil(int row) => row < 0 ? -1 : pupils[row] - 1;

    /// <summary>Row among workers of an old row; −1 for none.</summary>
    public int Worker(int row) => row < 0 ? -1 : workers[row] - 1;

    /// <summary>Takes the rows of a neighbourhood.</summary>
    public void Take(int neighbourhood)
    {
        Take(population.Pupils.Resident, population.Pupils.Layout, neighbourhood, pupils);
        Take(population.Workers.Resident, population.Workers.Layout, neighbourhood, workers);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        pupils.Dispose();
        workers.Dispose();
    }

    private static void Take(ReadOnlyColumn<int> resident, Segments layout, int neighbourhood, Column<int> rows)
    {
        for (int row = layout.First(neighbourhood); row < layout.End(neighbourhood); row++)
        {
            rows[resident[row]] = row + 1;
        }
    }
}
