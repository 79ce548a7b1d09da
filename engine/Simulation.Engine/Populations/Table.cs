namespace Simulation.Engine.Populations;

/// <summary>One kind of entity: its columns, and what can be done to all of them alike.</summary>
/// <param name="columns">The columns as declared.</param>
public abstract class Table(Columns columns) : IDisposable
{
    /// <summary>Name in files.</summary>
    public string TableName => columns.Table;

    /// <summary>Rows, vacant ones included.</summary>
    public int Rows => columns.Rows;

    /// <summary>The columns that are always there, in the order of declaration.</summary>
    public IReadOnlyList<Column> Columns => columns.All;

    /// <summary>The columns that are made when they are first needed.</summary>
    public IReadOnlyList<OptionalColumn> Optional => columns.Optional;

    /// <summary>What all columns are, made or not.</summary>
    public IEnumerable<ColumnInfo> Schema => [.. Columns.Select(column => column.Info), .. Optional.Select(column => column.Info)];

    /// <summary>Segment of each neighbourhood; null for a table without.</summary>
    internal Segments? Segments => columns.Layout;

    /// <summary>The columns that are there now.</summary>
    internal IEnumerable<Column> Present => Columns.Concat(Optional.Select(column => column.Present).OfType<Column>());

    /// <summary>Takes the values of another table of this kind with as many rows.</summary>
    internal void Take(Table other)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            other.Columns[i].Bytes().CopyTo(Columns[i].Bytes());
        }
    }

    /// <summary>Says that the table is filled: from now on it is only read.</summary>
    internal void Finish()
    {
        foreach (Column column in Columns)
        {
            column.Finished = true;
        }
    }

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        foreach (Column column in Present)
        {
            column.Dispose();
        }

        GC.SuppressFinalize(this);
    }
}

/// <summary>A table sorted by neighbourhood, one segment each.</summary>
/// <param name="columns">The columns as declared.</param>
public abstract class SegmentedTable(Columns columns) : Table(columns)
{
    /// <summary>Segment of each neighbourhood.</summary>
    public Segments Layout { get; } = columns.Layout!;
}
