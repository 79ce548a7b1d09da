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
    // Tables keep the source of their columns for good: it must let go of the run before the turn, or every year would hold the last.
    private (RunState From, TurnOfTheYear Turn)? carried = (from, turn);
    private Dictionary<string, (Column Column, Table Table)> columns =
        from.Tables.SelectMany(table => table.Columns.Select(column => (column, table))).ToDictionary(pair => pair.column.Info.Key);

    /// <inheritdoc/>
    public Column<T> Column<T>(ColumnInfo info, int length)
        where T : unmanaged
    {
        Column<T> to = Populations.Column<T>.Allocate(length, info);
        (Column old, Table table) = columns[info.Key];
        (RunState before, TurnOfTheYear rows) = carried!.Value;
        RowMoves.Move(old, to, rows.RowsOf(before, table), alike: true, team);
        old.Dispose();
        return to;
    }

    /// <summary>Takes the columns that only some runs have, clock and admissions to the new run.</summary>
    public void Complete(RunState to)
    {
        (RunState before, TurnOfTheYear rows) = carried!.Value;
        for (int t = 0; t < before.Tables.Count; t++)
        {
            // Levers act on whom they reached; so do hours that working at home frees.
            bool lever = before.Levers.Tables.Contains(before.Tables[t]);
            for (int i = 0; i < before.Tables[t].Optional.Count; i++)
            {
                if (before.Tables[t].Optional[i].Present is { } made)
                {
                    bool alike = !lever && made.Info != before.Residents.FreedHours.Info;
                    RowMoves.Move(made, to.Tables[t].Optional[i].RequireAny(), rows.RowsOf(before, before.Tables[t]), alike, team);
                    made.Dispose();
                }
            }
        }

        before.Clock.CopyTo(to.Clock);
        to.Admissions.Take(before.Admissions, rows.ResidentFrom);
        carried = null;
        columns = [];
    }
}
