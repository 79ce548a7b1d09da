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
}
