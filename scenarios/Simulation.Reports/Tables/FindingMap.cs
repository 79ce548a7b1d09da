using System.Text.Json;
using Simulation.Engine.Observation;
using Simulation.Results.Studies;

namespace Simulation.Reports.Tables;

/// <summary>A study's shares on its map, as GeoJSON: for each area, scenario and share the change with both ends of its range.</summary>
public static class FindingMap
{
    /// <summary>The file.</summary>
    /// <param name="study">A study that was read with its map.</param>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public static byte[] Write(StudyFindings study)
    {
        ArgumentNullException.ThrowIfNull(study);
        StudyMap map = study.Map ?? throw new InvalidOperationException("The study has no map.");
        Dictionary<MapArea, List<(string Name, AreaChange Change)>> known = [];
        foreach (StudyArm arm in study.Arms)
        {
            foreach (Indicator indicator in Indicator.All.Where(i => i.Unit == IndicatorUnit.Share))
            {
                string name = study.Arms.Count > 1 ? $"{arm.Name}: {indicator.Key}" : indicator.Key;
                foreach (AreaChange change in AreaChange.Of(arm, map, indicator.Key))
                {
                    if (!known.TryGetValue(change.Area, out List<(string, AreaChange)>? list))
                    {
                        known.Add(change.Area, list = []);
                    }

                    list.Add((name, change));
                }
            }
        }

        return map.ToJson((json, area) =>
        {
            foreach ((string name, AreaChange change) in known.GetValueOrDefault(area) ?? [])
            {
                Write(json, name, change.Change);
                Write(json, name + " lower95", change.Lower);
                Write(json, name + " upper95", change.Upper);
                json.WriteBoolean(name + " told", change.Told);
            }
        });
    }

    private static void Write(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
