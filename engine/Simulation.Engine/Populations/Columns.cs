using System.Runtime.CompilerServices;

namespace Simulation.Engine.Populations;

/// <summary>Where the memory of a table's columns comes from, when it is not allocated.</summary>
internal interface IColumnSource
{
    /// <summary>The column <paramref name="info"/> of <paramref name="length"/> values.</summary>
    Column<T> Column<T>(ColumnInfo info, int length)
        where T : unmanaged;
}

/// <summary>
/// The columns of one table as they are declared, one line each: allocation, disposal, files, hashes, snapshots, prefetching
/// and documentation are loops over them.
/// </summary>
public sealed class Columns
{
    private readonly List<Column> all = [];
    private readonly List<OptionalColumn> optional = [];
    private readonly IColumnSource? source;

    /// <summary>Columns of a table with one segment a neighbourhood.</summary>
    /// <param name="table">The table's name in files.</param>
    /// <param name="layout">Its segments.</param>
    public Columns(string table, Segments layout)
        : this(table, layout, null)
    {
    }

    /// <summary>Columns of a table of so many rows.</summary>
    /// <param name="table">The table's name in files.</param>
    /// <param name="rows">Its rows.</param>
    public Columns(string table, int rows)
        : this(table, rows, null)
    {
    }

    internal Columns(string table, Segments layout, IColumnSource? source)
        : this(table, layout.Rows, source) => Layout = layout;

    internal Columns(string table, int rows, IColumnSource? source) => (Table, Rows, this.source) = (table, rows, source);

    /// <summary>The table's name in files.</summary>
    public string Table { get; }

    /// <summary>Rows, vacant ones included.</summary>
    public int Rows { get; }

    /// <summary>Segment of each neighbourhood; null for a table without.</summary>
    public Segments? Layout { get; }

    /// <summary>The columns that are always there, in the order of declaration.</summary>
    internal IReadOnlyList<Column> All => all;

    /// <summary>The columns that are made when they are first needed.</summary>
    internal IReadOnlyList<OptionalColumn> Optional => optional;

    /// <summary>Declares a column.</summary>
    /// <typeparam name="T">Type of a value, as narrow as its range allows.</typeparam>
    /// <param name="unit">What a value is counted in.</param>
    /// <param name="touched">When a run touches it.</param>
    /// <param name="meaning">What it means, as a sentence.</param>
    /// <param name="width">Values a row.</param>
    /// <param name="member">The property that is declared.</param>
    public Column<T> Of<T>(string unit, Touch touched, string meaning, int width = 1, [CallerMemberName] string member = "")
        where T : unmanaged
    {
        ColumnInfo info = new(Table, ColumnInfo.NameOf(member), typeof(T), unit, touched, meaning);
        Column<T> column = source is null ? Column<T>.Allocate(checked(Rows * width), info) : source.Column<T>(info, checked(Rows * width));
        all.Add(column);
        return column;
    }

    /// <summary>Declares a ring of columns, which take turns.</summary>
    /// <typeparam name="T">Type of a value.</typeparam>
    /// <param name="count">How many.</param>
    /// <param name="unit">What a value is counted in.</param>
    /// <param name="touched">When a run touches each.</param>
    /// <param name="meaning">What they mean, as a sentence.</param>
    /// <param name="member">The property that is declared.</param>
    public Column<T>[] Ring<T>(int count, string unit, Touch touched, string meaning, [CallerMemberName] string member = "")
        where T : unmanaged =>
        [.. Enumerable.Range(0, count).Select(turn => Of<T>(unit, touched, meaning, 1, $"{member}{turn}"))];

    /// <summary>Declares a column that is made when it is first needed; until then every row has the neutral value.</summary>
    /// <typeparam name="T">Type of a value.</typeparam>
    /// <param name="neutral">Value of a row that nothing moved.</param>
    /// <param name="unit">What a value is counted in.</param>
    /// <param name="meaning">What it means, as a sentence.</param>
    /// <param name="member">The property that is declared.</param>
    public OptionalColumn<T> Later<T>(T neutral, string unit, string meaning, [CallerMemberName] string member = "")
        where T : unmanaged, IEquatable<T>
    {
        OptionalColumn<T> column = new(new ColumnInfo(Table, ColumnInfo.NameOf(member), typeof(T), unit, Touch.Rarely, meaning), Rows, neutral);
        optional.Add(column);
        return column;
    }
}
