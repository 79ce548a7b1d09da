using Simulation.Engine.Embedded.Figures;
using Simulation.Engine.Embedded.Land.Gazetteers;

namespace Simulation.Engine.Embedded;

/// <summary>Suburbs, towns and villages of the gazetteer, and the places that they lie in.</summary>
public static class KnownLocalities
{
    /// <summary>
    /// Names of the places in which a locality of this name lies: <c>Huyton</c> (the gazetteer knows its parts, Huyton Centre and
    /// Huyton North) lies in Knowsley. Empty when the gazetteer knows none.
    /// </summary>
    /// <param name="name">Name as written; case does not matter.</param>
    public static IReadOnlyList<string> PlacesOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string wanted = name.Trim();
        List<string> places = [];
        for (int p = 0; p < Gazetteer.ByPlace.Length; p++)
        {
            if (wanted.Length > 0 && Gazetteer.ByPlace[p].Any(locality => Names(locality.Name, wanted)))
            {
                places.Add(PlaceFigures.All[p].Name);
            }
        }

        return places;
    }

    private static bool Names(string locality, string wanted) =>
        locality.Equals(wanted, StringComparison.OrdinalIgnoreCase)
        || locality.StartsWith(wanted + " ", StringComparison.OrdinalIgnoreCase);
}
