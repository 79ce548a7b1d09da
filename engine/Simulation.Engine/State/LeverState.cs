using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;

namespace Simulation.Engine.State;

/// <summary>Where every lever stands today: the neutral value unless an intervention moves it.</summary>
public sealed class LeverState : IDisposable
{
    private readonly Column<float>?[] columns = new Column<float>?[Levers.Count];
    private readonly Population population;

    /// <summary>All levers neutral. School and neighbourhood levers have a column from the start; worker and resident levers get one when first moved.</summary>
    public LeverState(Population population)
    {
        this.population = population;
        foreach (Lever lever in Enum.GetValues<Lever>())
        {
            if (Levers.TableOf(lever) is LeverTable.School or LeverTable.Neighbourhood)
            {
                Require(lever);
            }
        }
    }

    /// <summary>The column of a lever; null when nothing ever moved it.</summary>
    public Column<float>? this[Lever lever] => columns[(int)lever];

    /// <summary>Neutral value of a lever.</summary>
    public static float Neutral(Lever lever) => Levers.CombinationOf(lever) == LeverCombination.Multiply ? 1f : 0f;

    /// <summary>The column of a lever, made if need be.</summary>
    public Column<float> Require(Lever lever)
    {
        if (columns[(int)lever] is { } existing)
        {
            return existing;
        }

        int rows = Levers.TableOf(lever) switch
        {
            LeverTable.School => population.Schools.Count,
            LeverTable.Neighbourhood => population.Neighbourhoods.Count,
            LeverTable.Worker => population.Workers.Layout.Rows,
            _ => population.Residents.Layout.Rows,
        };
        Column<float> column = Column<float>.Allocate(rows);
        column.Values.Fill(Neutral(lever));
        columns[(int)lever] = column;
        return column;
    }

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        foreach (Column<float>? column in columns)
        {
            column?.Dispose();
        }
    }
}
