namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>Small scenarios, one month of school.</summary>
internal static class Scenarios
{
    public const string Baseline = """
        scenario: Baseline
        version: 1
        horizon: { start: 2026-09-01, days: 28 }
        """;

    /// <summary>Another name, no intervention.</summary>
    public const string Nothing = """
        scenario: Nothing new
        version: 1
        horizon: { start: 2026-09-01, days: 28 }
        """;

    public const string SchoolStreets = """
        scenario: School streets
        version: 1
        horizon: { start: 2026-09-01, days: 28 }
        interventions:
          - school_street:
              reach: 100% of primary schools
              phase_in: { start: 2026-09-01 }
        """;

    public const string SafeSpeeds = """
        scenario: Safe speeds
        version: 1
        horizon: { start: 2026-09-01, days: 28 }
        interventions:
          - speed_limit:
              limit: 20 mph
              phase_in: { start: 2026-09-01 }
        """;

    public const string Together = """
        scenario: Streets and speeds
        version: 1
        horizon: { start: 2026-09-01, days: 28 }
        interventions:
          - speed_limit:
              limit: 20 mph
              phase_in: { start: 2026-09-01 }
          - school_street:
              reach: 100% of primary schools
              phase_in: { start: 2026-09-01 }
        """;
}
