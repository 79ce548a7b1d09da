using Simulation.Engine.Interventions;
using Simulation.Results.Comparisons;
using Simulation.Results.Indicators;

namespace Simulation.Results.Tests.Comparisons;

/// <summary>What becomes of a gap with nobody acting.</summary>
public sealed class BaselineDriftTests
{
    private const int FourYears = 208;

    [Fact]
    public void Of_ALongBaseline_SetsItsFirstYearBesideItsLast()
    {
        BaselineDrift drift = BaselineDrift.Of(Run(FourYears, week => week < 52 ? 0 : -0.1))!;

        drift.First.ShouldBe(0.4, 1e-6);
        drift.Last.ShouldBe(0.2, 1e-6);
        drift.Sentence.ShouldContain("from 40.0 to 20.0 percentage points");
    }

    [Fact]
    public void Of_WhatHardlyMoves_OrIsShort_OrHasInterventions_SaysNothing()
    {
        BaselineDrift.Of(Run(FourYears, _ => 0)).ShouldBeNull();
        BaselineDrift.Of(Run(100, week => week < 52 ? 0 : -0.1)).ShouldBeNull();
        BaselineDrift.Of(Run(FourYears, week => week < 52 ? 0 : -0.1, Example.Effect())).ShouldBeNull();
    }

    // A quarter of the adults in the poorest tenth, 40 in 100 of them inactive and 20 of the others, shifted week by week.
    private static RunInMemory Run(int weeks, Func<int, double> shift, params Effect[] effects)
    {
        RunInMemory run = new("a run");
        for (int week = 0; week < weeks; week++)
        {
            run.Record(Example.Weeks(shift(week), 1).Single() with { Date = Example.Start.AddDays((7 * week) + 6) });
        }

        run.Complete(Example.Manifest() with { Days = 7 * weeks }, effects, []);
        return run;
    }
}
