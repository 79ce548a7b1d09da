using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// Holds processes to the columns that they say they write: what a process changes without saying so stops the run. On in
/// Debug builds, where a day then takes several times as long.
/// </summary>
/// <param name="state">The run's columns.</param>
internal sealed class WriteGuard(RunState state)
{
    private readonly List<(Column Column, int From, int End, int At)> watched = [];
    private byte[] before = [];

    /// <summary>Runs a process of the whole area.</summary>
    /// <exception cref="InvalidOperationException">It changed a column that it does not declare.</exception>
    public void Run(IDayProcess process, DayContext context)
    {
        Watch(process.Description, neighbourhood: -1);
        process.Run(context);
        Check(process.Description);
    }

    /// <summary>Runs a process for one neighbourhood.</summary>
    /// <exception cref="InvalidOperationException">It changed a column of the neighbourhood that it does not declare.</exception>
    public void Run(IBlockProcess process, DayContext context, int neighbourhood, BlockScratch scratch)
    {
        Watch(process.Description, neighbourhood);
        process.Run(context, neighbourhood, scratch);
        Check(process.Description);
    }

    private void Watch(ProcessDescription process, int neighbourhood)
    {
        watched.Clear();
        int at = 0;
        foreach (Table table in state.Tables)
        {
            foreach (Column column in table.Present)
            {
                if (process.Writes.Contains(column.Info))
                {
                    continue;
                }

                (int from, int end) = neighbourhood < 0 ? (0, column.Length) : RowsOf(table, column, neighbourhood);
                watched.Add((column, from, end, at));
                at += (end - from) * column.ValueBytes;
            }
        }

        Array.Resize(ref before, Math.Max(before.Length, at));
        foreach ((Column column, int from, int end, int to) in watched)
        {
            column.Bytes(from, end).CopyTo(before.AsSpan(to));
        }
    }

    private void Check(ProcessDescription process)
    {
        foreach ((Column column, int from, int end, int at) in watched)
        {
            Span<byte> now = column.Bytes(from, end);
            if (!now.SequenceEqual(before.AsSpan(at, now.Length)))
            {
                int row = from + (now.CommonPrefixLength(before.AsSpan(at, now.Length)) / column.ValueBytes);
                throw new InvalidOperationException(
                    $"The process '{process.Name}' changed {column.Info.Key} in row {row:N0} without declaring that it writes it; add the column to its Writes, or leave it alone.");
            }
        }
    }

    // Other workers have other neighbourhoods in hand: only this one's rows stand still.
    private static (int From, int End) RowsOf(Table table, Column column, int neighbourhood)
    {
        if (table.Segments is { } layout)
        {
            return (layout.First(neighbourhood), layout.PaddedEnd(neighbourhood));
        }

        return table.TableName == "neighbourhoods" ? (neighbourhood, neighbourhood + 1) : (0, column.Length);
    }
}
