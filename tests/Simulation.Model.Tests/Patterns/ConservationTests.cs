using Simulation.Engine.Running;

namespace Simulation.Model.Tests.Patterns;

public sealed class ConservationTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    [Fact]
    public void Figures_Strata_AddUpToTheWhole()
    {
        Figures figures = new();
        using ModelRun run = test.Run(14, sink: figures);

        foreach (string by in new[] { "place", "deprivation", "age", "sex", "disability", "neighbourhood" })
        {
            foreach (string name in new[] { "adults_inactive", "school_walk", "commute_home", "active_travel_adults" })
            {
                foreach (DateOnly date in figures.Rows.Select(row => row.Date).Distinct())
                {
                    var whole = figures.Rows.SingleOrDefault(row => row.Date == date && row.Name == name && row.By == "all");
                    var parts = figures.Rows.Where(row => row.Date == date && row.Name == name && row.By == by).ToList();
                    parts.Sum(row => row.Count).ShouldBe(whole.Count);
                    parts.Sum(row => row.Value * row.Count).ShouldBe(whole.Value * whole.Count, 1e-3);
                }
            }
        }
    }

    [Fact]
    public void Figures_Categories_AddUpToEveryone()
    {
        Figures figures = new();
        using ModelRun run = test.Run(14, sink: figures);

        (figures.Last("adults_inactive") + figures.Last("adults_fairly_active") + figures.Last("adults_active")).ShouldBe(1, 1e-9);
        (figures.Last("children_less_active") + figures.Last("children_fairly_active") + figures.Last("children_active")).ShouldBe(1, 1e-9);
        (figures.Last("school_walk") + figures.Last("school_cycle") + figures.Last("school_bus") + figures.Last("school_car")).ShouldBe(1, 1e-9);
        int adults = Enumerable.Range(0, test.Population.Residents.Age.Length).Count(r => test.Population.Residents.Age[r] is >= 16 and < 255);
        figures.Rows.Last(row => row.Name == "adults_active" && row.By == "all").Count.ShouldBe(adults);
    }

    [Fact]
    public void Baseline_SecondHalfOfTheYear_IsAsStationaryAsTheSeasonsAllow()
    {
        // The same week a year later: habits and company must not have drifted.
        Figures first = new();
        Figures second = new();
        using ModelRun now = test.Run(28, sink: first);
        using ModelRun later = test.Run(28 + 364, sink: second);

        second.Last("adults_inactive").ShouldBe(first.Last("adults_inactive"), 0.01);
        second.Last("adults_active").ShouldBe(first.Last("adults_active"), 0.012);
        second.Last("school_walk").ShouldBe(first.Last("school_walk"), 0.02);
    }

    [Fact]
    public void Figures_Holidays_HaveNoSchoolTrips()
    {
        Figures figures = new();
        using ModelRun run = test.Run(21, sink: figures, start: new DateOnly(2027, 8, 1));

        figures.Rows.ShouldNotContain(row => row.Name == "school_walk");
        figures.Rows.ShouldContain(row => row.Name == "adults_active");
    }

    [Fact]
    public void Figures_Patterns_AreThoseOfTheSurveys()
    {
        Figures figures = new();
        using ModelRun run = test.Run(84, sink: figures);

        figures.Last("adults_inactive", "deprivation", "1").ShouldBeGreaterThan(figures.Last("adults_inactive", "deprivation", "10"));
        figures.Last("adults_inactive", "disability", "disabled").ShouldBeGreaterThan(figures.Last("adults_inactive", "disability", "not disabled"));
        figures.Last("adults_inactive", "age", "75+").ShouldBeGreaterThan(figures.Last("adults_inactive", "age", "16-34"));
        figures.Last("children_active", "sex", "male").ShouldBeGreaterThan(figures.Last("children_active", "sex", "female"));
        figures.Last("sii_inactive").ShouldBeInRange(0.08, 0.25);
    }
}
