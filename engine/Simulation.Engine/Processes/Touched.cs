using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Processes;

/// <summary>
/// Whom an intervention reached this morning, so that their odds are worked out at once and nobody else's are: a neighbour
/// whom a lever does not concern keeps last week's odds, as without the intervention.
/// </summary>
/// <param name="population">The population of the run.</param>
public sealed class Touched(Population population)
{
    /// <summary>Neighbourhoods whose residents' leisure or errands are concerned.</summary>
    public bool[] Residents { get; } = new bool[population.Neighbourhoods.Count];

    /// <summary>Neighbourhoods whose pupils' routes are concerned, at the home end.</summary>
    public bool[] Pupils { get; } = new bool[population.Neighbourhoods.Count];

    /// <summary>Neighbourhoods whose workers' commutes are concerned.</summary>
    public bool[] Workers { get; } = new bool[population.Neighbourhoods.Count];

    /// <summary>Schools whose pupils are concerned.</summary>
    public bool[] Schools { get; } = new bool[population.Schools.Count];

    /// <summary>True when any of the above is set.</summary>
    public bool Any { get; private set; }

    /// <summary>Notes that a school or neighbourhood lever stepped.</summary>
    public void Mark(Lever lever, int row)
    {
        Any = true;
        switch (lever)
        {
            case Lever.SpeedCompliance or Lever.JunctionStress or Lever.StreetTraffic or Lever.WalkDetour or Lever.CycleStress:
                // Residents near by hear of it on their turn, within the week.
                MarkRoutes(row);
                Residents[row] |= lever != Lever.CycleStress;
                Workers[row] = true;
                break;
            case Lever.WalkNorm:
                Residents[row] = true;
                Pupils[row] = true;
                Workers[row] = true;
                break;
            case Lever.GreenDeficit:
                Residents[row] = true;
                Pupils[row] = true;
                Workers[row] = true;
                break;
            case Lever.OfferDistance or Lever.PriceLifted or Lever.LeisureNorm:
                Residents[row] = true;
                break;
            default:
                Schools[row] = true;
                break;
        }
    }

    /// <summary>Forgets everything: a new morning.</summary>
    public void Clear()
    {
        if (Any)
        {
            Array.Clear(Residents);
            Array.Clear(Pupils);
            Array.Clear(Workers);
            Array.Clear(Schools);
            Any = false;
        }
    }

    // Streets lie at the home end of some routes and at the school end of others.
    private void MarkRoutes(int neighbourhood)
    {
        Pupils[neighbourhood] = true;
        for (int school = 0; school < Schools.Length; school++)
        {
            Schools[school] |= population.Schools.Neighbourhood[school] == neighbourhood;
        }
    }
}
