namespace Simulation.Scenarios.Documentation;

/// <summary>The commented scenario that <c>simulate new</c> writes.</summary>
public static class ScenarioStarter
{
    /// <summary>A starter called <paramref name="name"/>; it checks without a word.</summary>
    public static string Create(string name = "My first scenario") => $"""
        # What if ...? Change the lines below, then run:
        #   simulate check FILE     what is wrong with it
        #   simulate explain FILE   what it means, and how many people it reaches
        #   simulate run FILE       what comes of it
        scenario: {ResolvedText.Quote(name.Trim().Length == 0 ? "My first scenario" : name.Trim())}
        version: 1
        description: School streets in two places, and flexible hours for parents.

        # Start from the year as it would be, or from any other scenario.
        extends: baseline

        # First day and length of the run: days, weeks, months, years, or until a date.
        horizon: {"{"} start: 2026-09-01, years: 1 {"}"}

        # What is done. Units belong to the value: 45 min, 40%, £18k per school.
        interventions:
          - school_street:
              owner: highways
              where: {"{"} places: [Liverpool, Knowsley], deprivation: most deprived 30% {"}"}
              reach: 60% of primary schools
              phase_in: {"{"} start: 2027-01-04, over: 3 months {"}"}
              cost: {"{"} capital: £18k per school, running: £4k per school per year {"}"}

          - flexible_working:
              owner: employers
              reach: 40% of employees with children under 11
              shift: 45 min
              home_days: 1 day/week

        # More to try: who, uptake, adherence, intensity, until, after_it_ends, effect.
        # The guide has them all.

        """;
}
