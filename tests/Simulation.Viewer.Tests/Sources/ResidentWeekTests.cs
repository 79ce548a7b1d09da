using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Sources;

/// <summary>A resident's week must say what the model did: each claim is held against every resident of a small world.</summary>
public sealed class ResidentWeekTests
{
    private const int Residents = 4000;
    private const string Flexible = "interventions:\n  - flexible_working: { reach: 80% of employees with children under 11, shift: 90 min, phase_in: { start: 2026-09-10, over: 1 weeks } }\n";

    [Fact]
    public void Week_EveryPupil_WalksExactlyWhenAGateIsOpenAndSaysWhich()
    {
        using ModelSource source = Run(Flexible, 14);
        int walks = 0;
        int shut = 0;
        int flexible = 0;
        for (int row = 0; row < source.Map.Residents; row++)
        {
            foreach (CardDay day in source.Describe(row).Week.Where(d => d.Scenario.Gate.Length > 0))
            {
                foreach (DayDone done in new[] { day.Scenario, day.Baseline })
                {
                    bool walked = done.Mode == "on foot";
                    bool closed = done.Gate.StartsWith("no adult", StringComparison.Ordinal);

                    // Nobody walks through a gate that is said to be shut: the time gate is the model's own.
                    (walked && closed).ShouldBeFalse($"{row} on {day.Date}: {done}");
                    walked.ShouldBe(!done.Gate.Contains("chose", StringComparison.Ordinal) && !closed, $"{row} on {day.Date}: {done}");
                    walks += walked ? 1 : 0;
                    shut += closed ? 1 : 0;
                }

                flexible += day.Baseline.Gate.StartsWith("no adult had time", StringComparison.Ordinal) && day.Scenario.Gate.StartsWith("an adult", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        walks.ShouldBeGreaterThan(500);
        shut.ShouldBeGreaterThan(100);
        flexible.ShouldBeGreaterThan(5, "flexible hours open the time gate for some");
    }

    [Fact]
    public void Week_MinutesOfAWholeWeek_AddUpToWhatTheModelCounted()
    {
        using ModelSource source = Run(string.Empty, 7 + 6); // 1 September 2026 is a Tuesday: the second Sunday
        int compared = 0;
        for (int row = 0; row < source.Map.Residents; row++)
        {
            ResidentCard card = source.Describe(row);
            card.Week.Count.ShouldBe(7);
            card.Week[0].Date.DayOfWeek.ShouldBe(DayOfWeek.Monday);
            if (card.Week.All(d => d.Scenario.Minutes < 255))
            {
                card.Week.Sum(d => d.Scenario.Minutes).ShouldBe(source.MinutesThisWeek(Arm.Scenario, row));
                compared++;
            }
        }

        compared.ShouldBeGreaterThan(Residents * 9 / 10);
    }

    [Fact]
    public void Week_NoInterventions_IsTheSameInBothArms()
    {
        using ModelSource source = Run(string.Empty, 9);
        for (int row = 0; row < source.Map.Residents; row += 3)
        {
            source.Describe(row).Week.ShouldAllBe(day => day.Scenario == day.Baseline);
        }
    }

    [Fact]
    public void Week_BeforeTheFirstDay_IsEmptyAndThenFills()
    {
        using ModelSource source = Run(string.Empty, 0);
        source.Describe(7).Week.ShouldBeEmpty();
        source.Advance();
        source.Advance();
        source.Describe(7).Week.Select(d => d.Date).ShouldBe([new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 2)]);
    }

    private static ModelSource Run(string interventions, int days)
    {
        var source = new ModelSource(SmallWorld.Population(Residents), SmallWorld.Scenario(interventions), 1, 2);
        source.WarmUp(new Progress<double>(), CancellationToken.None);
        for (int day = 0; day < days; day++)
        {
            source.Advance();
        }

        return source;
    }
}
