using System.Globalization;
using System.Text;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.OpenData;

/// <summary>Prints inputs in full, so that two readings can be held equal to the last bit.</summary>
internal static class Inputs
{
    public static string Print(SynthesisInputs inputs)
    {
        var text = new StringBuilder();
        foreach (var place in inputs.Places)
        {
            text.AppendLine(Line(place.Code, place.Name, Join(place.SingleYearOfAge), string.Join(' ', place.Published.Select(pair => Line(pair.Key, pair.Value)))));
        }

        foreach (var row in inputs.Neighbourhoods)
        {
            text.AppendLine(Line(
                row.Code, row.Name, row.Place, row.WorkZone, row.Outline.AsText(), row.X, row.Y, row.Decile, row.Settlement, row.GreenSpaceMetres, row.Residents,
                Join(row.AgeBands), row.Female, row.Households, Join(row.HouseholdSize), Join(row.Cars), row.Disabled, row.Employed, row.Unemployed, row.Students,
                Join(row.WorkTravel), Join(row.Hours)));
        }

        foreach (var line in inputs.Schools.Cast<object>().Concat(inputs.WorkZones).Concat(inputs.Flows.Cast<object>()))
        {
            text.AppendLine(line.ToString());
        }

        return text.ToString();
    }

    private static string Join(IEnumerable<double> values) => string.Join(' ', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    private static string Line(params object[] values) => string.Join('|', values);
}
