namespace Simulation.Engine.Populations;

/// <summary>A column that most runs never need: there when something first asks for it.</summary>
/// <param name="info">What it holds.</param>
public abstract class OptionalColumn(ColumnInfo info)
{
    /// <summary>What the column holds.</summary>
    public ColumnInfo Info { get; } = info;

    /// <summary>The column, when it was made.</summary>
    internal abstract Column? Present { get; }

    /// <summary>A column as what it says of itself.</summary>
    public static implicit operator ColumnInfo(OptionalColumn column) => column.Info;

    /// <summary>The column, made if need be.</summary>
    internal abstract Column RequireAny();

    /// <summary>Whether every row has the neutral value: as if the column had never been made.</summary>
    internal abstract bool IsNeutral();

    /// <summary>Gives every row the neutral value.</summary>
    internal abstract void Neutralise();
}

/// <summary>A column that most runs never need: there when something first asks for it.</summary>
/// <typeparam name="T">Type of a value.</typeparam>
/// <param name="info">What it holds.</param>
/// <param name="rows">Its rows.</param>
/// <param name="neutral">Value of a row that nothing moved.</param>
public sealed class OptionalColumn<T>(ColumnInfo info, int rows, T neutral) : OptionalColumn(info)
    where T : unmanaged, IEquatable<T>
{
    /// <summary>The column; null when nothing asked for it yet.</summary>
    public Column<T>? Made { get; private set; }

    /// <inheritdoc/>
    internal override Column? Present => Made;

    /// <summary>The column, made if need be. Not to be called by two threads at once.</summary>
    public Column<T> Require()
    {
        if (Made is null)
        {
            Made = Column<T>.Allocate(rows, Info);
            Made.Values.Fill(neutral);
        }

        return Made;
    }

    /// <inheritdoc/>
    internal override Column RequireAny() => Require();

    /// <inheritdoc/>
    internal override bool IsNeutral() => Made is null || Made.Values.IndexOfAnyExcept(neutral) < 0;

    /// <inheritdoc/>
    internal override void Neutralise() => Made?.Values.Fill(neutral);
}
