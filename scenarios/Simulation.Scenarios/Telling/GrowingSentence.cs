using System.Globalization;
using Simulation.Engine.Interventions;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Time;

namespace Simulation.Scenarios.Telling;

/// <summary>Who will be old enough: in a run of years those whom an intervention means are other people each September.</summary>
internal static class GrowingSentence
{
    private const int FirstSchoolAge = 4;
    private const int LastPrimaryAge = 10;
    private const int LastSchoolAge = 16;

    /// <summary>A sentence; empty where nobody ages within the intervention, or all ages are meant.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="scenario">When it runs, and whether people age.</param>
    /// <param name="population">Residents of the first day.</param>
    public static string Of(InterventionKind kind, InterventionRequest request, Scenario scenario, Population population)
    {
        int end = Math.Min(request.End, scenario.End.DayNumber);
        int turns = scenario.People == PeopleStructure.Frozen ? 0 : SchoolYear.Between(scenario.Start, DateOnly.FromDayNumber(end));
        (int youngest, int oldest) = Ages(kind, request);
        if (turns == 0 || (youngest == 0 && oldest >= 90))
        {
            return string.Empty;
        }

        (int grow, int outgrow) = (0, 0);
        foreach (byte age in population.Residents.Age.Values)
        {
            grow += age < youngest && age + turns >= youngest ? 1 : 0;
            outgrow += age >= youngest && age <= oldest && age + turns > oldest ? 1 : 0;
        }

        Region region = Region.Of(population);
        string years = turns == 1 ? "on the one 1 September within it" : string.Create(CultureInfo.InvariantCulture, $"on the {turns} firsts of September within it");
        string old = outgrow == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", and {region.Of(outgrow):N0} grow out of it");
        string unborn = turns > youngest ? ", those not yet born on top" : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Who is of the age for it is asked anew {years}: {region.Of(grow):N0} of today's residents are too young now and old enough by then{unborn}{old}; whoever was reached stays so.");
    }

    private static (int Youngest, int Oldest) Ages(InterventionKind kind, InterventionRequest request) => kind.Reaches switch
    {
        ReachUnit.Schools => request.Where.Phase switch
        {
            SchoolPhase.Primary => (FirstSchoolAge, LastPrimaryAge),
            SchoolPhase.Secondary => (LastPrimaryAge + 1, LastSchoolAge),
            _ => (FirstSchoolAge, LastSchoolAge),
        },
        ReachUnit.Residents => (request.Who.MinimumAge, request.Who.MaximumAge),
        _ => (0, int.MaxValue),
    };
}
