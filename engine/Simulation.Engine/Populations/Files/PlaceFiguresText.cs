using System.Globalization;

namespace Simulation.Engine.Populations.Files;

/// <summary>The published figures of places as strings: number of figures, then key and value of each, place by place.</summary>
internal static class PlaceFiguresText
{
    /// <summary>Encodes the figures, keys in ordinal order.</summary>
    public static IReadOnlyList<string> ToText(IReadOnlyList<IReadOnlyDictionary<string, double>> places)
    {
        var text = new List<string>();
        foreach (IReadOnlyDictionary<string, double> figures in places)
        {
            text.Add(figures.Count.ToString(CultureInfo.InvariantCulture));
            foreach ((string key, double value) in figures.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                text.Add(key);
                text.Add(value.ToString("R", CultureInfo.InvariantCulture));
            }
        }

        return text;
    }

    /// <summary>Decodes what <see cref="ToText"/> made.</summary>
    /// <exception cref="FormatException">The strings are not such figures.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, double>> FromText(IReadOnlyList<string> text)
    {
        var places = new List<IReadOnlyDictionary<string, double>>();
        for (int at = 0; at < text.Count;)
        {
            int count = int.Parse(text[at++], CultureInfo.InvariantCulture);
            if (count < 0 || at + (2L * count) > text.Count)
            {
                throw new FormatException("the figures of a place end early");
            }

            var figures = new SortedDictionary<string, double>(StringComparer.Ordinal);
            for (int i = 0; i < count; i++, at += 2)
            {
                figures[text[at]] = double.Parse(text[at + 1], CultureInfo.InvariantCulture);
            }

            places.Add(figures);
        }

        return places;
    }
}
