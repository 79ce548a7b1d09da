using Simulation.Engine.Observation;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Live;

/// <summary>Collects one indicator of every neighbourhood for one week.</summary>
/// <param name="map">The population's map.</param>
/// <param name="indicator">The indicator.</param>
internal sealed class NeighbourhoodFigures(ViewMap map, string indicator)
{
    /// <summary>Indicators that the map shows by neighbourhood.</summary>
    public static readonly string[] Names = [.. Indicator.All.Where(i => i.Layer is not null).Select(i => i.Key)];

    private readonly Dictionary<string, int> indexOf = map.Codes.Select((code, n) => (code, n)).ToDictionary(p => p.code, p => p.n, StringComparer.Ordinal);
    private readonly float[]?[] values = new float[]?[3];
    private readonly float[][] counts = [new float[map.NeighbourhoodCount], new float[map.NeighbourhoodCount], new float[map.NeighbourhoodCount]];

    /// <summary>One collector an indicator that the map shows.</summary>
    public static NeighbourhoodFigures[] OnTheMap(ViewMap map) => [.. Names.Select(name => new NeighbourhoodFigures(map, name))];

    /// <summary>Keeps a figure when it is one of the indicator's.</summary>
    public void Take(ArmFigure figure)
    {
        if (figure.Row.Name != indicator || !indexOf.TryGetValue(figure.Row.Stratum, out int n))
        {
            return;
        }

        int arm = (int)figure.Arm;
        if (values[arm] is null)
        {
            values[arm] = new float[map.NeighbourhoodCount];
            Array.Fill(values[arm]!, float.NaN);
        }

        values[arm]![n] = (float)figure.Row.Value;
        counts[arm][n] = figure.Row.Count;
    }

    /// <summary>A message for each arm that has figures.</summary>
    public IEnumerable<byte[]> Messages(int day)
    {
        for (int arm = 0; arm < values.Length; arm++)
        {
            if (values[arm] is { } found)
            {
                yield return MessageWriter.NeighbourhoodWeek(day, (Arm)arm, indicator, found, counts[arm]);
            }
        }
    }
}
