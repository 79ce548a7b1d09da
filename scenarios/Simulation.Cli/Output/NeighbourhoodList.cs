using System.Text.Json;
using Simulation.Engine.Populations;

namespace Simulation.Cli.Output;

/// <summary>Prints the neighbourhoods of a population, as scenarios name them.</summary>
internal static class NeighbourhoodList
{
    /// <summary>One line a neighbourhood, in the order of the population.</summary>
    public static void Print(Terminal terminal, Population population)
    {
        NeighbourhoodTable neighbourhoods = population.Neighbourhoods;
        TextTable table = new(["Code", "Name", "Place", ">Tenth", ">Residents"], wrapping: 1);
        for (int n = 0; n < neighbourhoods.Count; n++)
        {
            table.Add(
                neighbourhoods.Code[n],
                neighbourhoods.Name[n],
                population.Places[neighbourhoods.Place[n]].Name,
                Numbers.Count(neighbourhoods.Decile[n]),
                Numbers.Count(population.Residents.Layout.UsedIn(n)));
        }

        table.Write(terminal);
    }

    /// <summary>Writes the same as an array of objects.</summary>
    public static void WriteJson(Utf8JsonWriter json, Population population) =>
        json.WriteObjects("neighbourhoods", Enumerable.Range(0, population.Neighbourhoods.Count), n =>
        {
            json.WriteString("code", population.Neighbourhoods.Code[n]);
            json.WriteString("name", population.Neighbourhoods.Name[n]);
            json.WriteString("place", population.Places[population.Neighbourhoods.Place[n]].Name);
            json.WriteNumber("decile", population.Neighbourhoods.Decile[n]);
            json.WriteNumber("residents", population.Residents.Layout.UsedIn(n));
        });
}
