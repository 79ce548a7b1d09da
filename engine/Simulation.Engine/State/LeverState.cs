using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;

namespace Simulation.Engine.State;

/// <summary>Where every lever stands today: the neutral value unless an intervention moves it.</summary>
public sealed class LeverState : IDisposable
{
    private readonly LeverTableState[] tables;
    private readonly OptionalColumn<float>[] columns = new OptionalColumn<float>[Levers.Count];

    /// <summary>All levers neutral. School and neighbourhood levers have a column from the start; worker and resident levers get one when first moved.</summary>
    public LeverState(Population population)
    {
        tables =
        [
            new LeverTableState(new Columns("schools", population.Schools.Count)),
            new LeverTableState(new Columns("neighbourhoods", population.Neighbourhoods.Count)),
            new LeverTableState(new Columns("workers", population.Workers.Layout)),
            new LeverTableState(new Columns("residents", population.Residents.Layout)),
        ];
        foreach (Lever lever in Enum.GetValues<Lever>())
        {
            LeverTable table = Levers.TableOf(lever);
            columns[(int)lever] = tables[(int)table].Declare(lever);
            if (table is LeverTable.School or LeverTable.Neighbourhood)
            {
                Require(lever);
            }
        }
    }

    /// <summary>The column of a lever; null when nothing ever moved it.</summary>
    public Column<float>? this[Lever lever] => columns[(int)lever].Made;

    /// <summary>Neutral value of a lever.</summary>
    public static float Neutral(Lever lever) => Levers.CombinationOf(lever) == LeverCombination.Multiply ? 1f : 0f;

    /// <summary>The column of a lever, made if need be.</summary>
    public Column<float> Require(Lever lever) => columns[(int)lever].Require();

    /// <summary>What the column of a lever is, made or not.</summary>
    public ColumnInfo InfoOf(Lever lever) => columns[(int)lever].Info;

    /// <summary>The levers of one kind of entity.</summary>
    public IEnumerable<ColumnInfo> Of(LeverTable table) => tables[(int)table].Schema;

    /// <summary>The levers by the kind of entity that they belong to.</summary>
    internal IReadOnlyList<Table> Tables => tables;

    /// <summary>Releases the columns.</summary>
    public void Dispose() => Array.ForEach(tables, table => table.Dispose());

    private sealed class LeverTableState(Columns columns) : Table(columns)
    {
        private readonly Columns columns = columns;

        public OptionalColumn<float> Declare(Lever lever)
        {
            LeverCombination combination = Levers.CombinationOf(lever);
            (string unit, string meaning) = combination switch
            {
                LeverCombination.Multiply => ("factor", "Lever: 1 unless an intervention moves it."),
                LeverCombination.Strongest => ("amount", "Lever: 0 unless an intervention moves it; the strongest counts."),
                _ => ("amount", "Lever: 0 unless an intervention moves it; amounts add up."),
            };
            return columns.Later(Neutral(lever), unit, meaning, "Lever" + lever);
        }
    }
}
