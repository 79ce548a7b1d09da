using Simulation.Engine.Parallelism;
using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Demography;

/// <summary>
/// A run's columns on rows laid anew. Each is filled from the old one when it is declared, and the old one is released: no more than
/// one column is held twice.
/// </summary>
/// <param name="from">The run before the turn; its columns are gone when the new run is made.</param>
/// <param name="turn">The turn.</param>
/// <param name="team">Workers.</param>
internal sealed class CarriedColumns(RunState from, TurnOfTheYear turn, WorkerTeam team) : IColumnSource
{
    private readonly Dictionary<string, (Column Column, Table Table)> columns =
        from.Tables.SelectMany(table => table.Columns.Select(column => (column, table))).ToDictionary(pair => pair.column.Info.Key);

    /// <inheritdoc/>
    public Column<T> Column<T>(ColumnInfo info, int length)
        where T : unmanaged
    {
        Column<T> to = Populations.Column<T>.Allocate(length, info);
        (Column old, Table table) = columns[info.Key];
        RowMoves.Move(old, to, turn.RowsOf(from, table), alike: true, team);
        old.Dispose();
        return to;
    }

    /// <summary>Takes the columns that only some runs have, clock and admissions to the new run.</summary>
    public void Complete(RunState to)
    {
        for (int t = 0; t < from.Tables.Count; t++)
        {
            // Levers act on whom they reached; so do hours that working at home frees.
            bool lever = from.Levers.Tables.Contains(from.Tables[t]);
            for (int i = 0; i < from.Tables[t].Optional.Count; i++)
            {
                if (from.Tables[t].Optional[i].Present is { } made)
                {
                    bool alike = !lever && made.Info != from.Residents.FreedHours.Info;
                    RowMoves.Move(made, to.Tables[t].Optional[i].RequireAny(), turn.RowsOf(from, from.Tables[t]), alike, team);
                    made.Dispose();
                }
            }
        }

        from.Clock.CopyTo(to.Clock);
        to.Admissions.Take(from.Admissions, turn.ResidentFrom);
    }
}
