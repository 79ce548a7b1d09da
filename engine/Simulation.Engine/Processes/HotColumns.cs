using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// The columns that a day passes over, to be called into the cache one neighbourhood ahead. With few residents a
/// neighbourhood's part of a column is two or three cache lines, too short for the processor to guess what comes next, and
/// each of some fifty columns would wait for memory.
/// </summary>
internal sealed unsafe class HotColumns
{
    // The start of a longer part is enough: from there on the processor fetches ahead by itself.
    private const int Lines = 12;
    private const int LineBytes = 64;

    private readonly TableColumns[] daily;
    private readonly TableColumns[] refreshed;
    private readonly TableColumns[] weeks;
    private readonly TableColumns[] counted;

    /// <summary>The columns of a run.</summary>
    public HotColumns(RunState state)
    {
        Table[] tables = [.. state.Population.Tables, .. state.Tables];
        daily = Touched(tables, Touch.Daily);
        refreshed = Touched(tables, Touch.Weekly);
        weeks = [.. tables.SelectMany(table => table.Columns.Where(c => c.Info.Touched == Touch.InItsWeek).Select(c => new TableColumns(table.Segments!, [c])))];
        counted = [.. weeks, .. Touched(tables, Touch.Counted)];
    }

    /// <summary>Asks for the first lines of a neighbourhood's part of each column that it needs today.</summary>
    public void Fetch(DayContext context, int neighbourhood)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        Fetch(daily, neighbourhood);
        if (context.RefreshDue(neighbourhood))
        {
            Fetch(refreshed, neighbourhood);
            Fetch(weeks, neighbourhood);
        }
        else if (context.LastOfWeek)
        {
            Fetch(counted, neighbourhood);
        }
        else
        {
            weeks[context.WeekColumn].Fetch(neighbourhood);
        }
    }

    private static void Fetch(TableColumns[] tables, int neighbourhood)
    {
        foreach (TableColumns table in tables)
        {
            table.Fetch(neighbourhood);
        }
    }

    // Tables of one layout are one: residents' fixed columns and those that change.
    private static TableColumns[] Touched(Table[] tables, Touch when) =>
    [
        .. tables.Where(table => table.Segments is not null).GroupBy(table => table.Segments!)
            .Select(same => new TableColumns(same.Key, same.SelectMany(table => table.Columns).Where(column => (column.Info.Touched & when) != 0))),
    ];

    /// <summary>Columns of one layout, by the size of their values: those of one size take equally many lines.</summary>
    private sealed class TableColumns
    {
        private readonly Segments layout;
        private readonly List<nint>[] bySize = [[], [], []];

        public TableColumns(Segments layout, IEnumerable<Column> columns)
        {
            this.layout = layout;
            foreach (Column column in columns)
            {
                bySize[BitOperations.Log2((uint)column.ValueBytes)].Add((nint)column.Start);
            }
        }

        public void Fetch(int neighbourhood)
        {
            long first = layout.First(neighbourhood);
            int rows = layout.UsedIn(neighbourhood);
            for (int size = 0; size < bySize.Length; size++)
            {
                int bytes = Math.Min(rows << size, Lines * LineBytes);
                foreach (nint column in CollectionsMarshal.AsSpan(bySize[size]))
                {
                    byte* start = (byte*)column + (first << size);
                    for (int line = 0; line < bytes; line += LineBytes)
                    {
                        Sse.Prefetch0(start + line);
                    }
                }
            }
        }
    }
}
