using Simulation.Engine.Calibration;
using Simulation.Engine.Parameters;
using Simulation.Engine.Running;

namespace Simulation.Model.Tests.Calibration;

public sealed class DrawSolverTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    /// <summary>A steeper walk, a flatter drive, no permission by age to speak of, strong company and habit: a draw from the edges.</summary>
    private static readonly Dictionary<string, double> Edge = new(StringComparer.Ordinal)
    {
        ["school.walk_cost_primary"] = -0.14,
        ["school.other_escort"] = 0.15,
        ["school.permission_by_age"] = 0.65,
        ["school.taste_sd"] = 1.4,
        ["school.car_start"] = 7,
        ["commute.walk_cost"] = -0.12,
        ["commute.car_speed"] = 11,
        ["commute.transit_wait"] = 22,
        ["social.class"] = 1.1,
        ["habit.leverage"] = 3.5,
        ["leisure.time_budget"] = 0.2,
        ["errand.no_car"] = 1.4,
    };

    [Fact]
    public void Solve_ADrawFromTheEdges_BringsTheTotalsBack()
    {
        DrawSolver solver = new(test.Population, PropensityStructure.Moving, new Dictionary<string, double>(), 2);

        (IReadOnlyDictionary<string, double> shifts, double miss) = solver.Solve(Edge, CancellationToken.None);

        miss.ShouldBeLessThan(0.5);
        shifts.Keys.ShouldBe(BaselineParameters.All.Select(p => p.Name), ignoreOrder: true);

        // Whoever runs the draw sees the same as the solver did: walking to school, and adults who are inactive.
        (double walk, double inactive) = Year([]);
        (double loose, _) = Year(Edge);
        (double held, double heldInactive) = Year(new Dictionary<string, double>([.. Edge, .. shifts]));
        Math.Abs(loose - walk).ShouldBeGreaterThan(2);
        held.ShouldBe(walk, 0.6);
        heldInactive.ShouldBe(inactive, 0.5);
    }

    [Fact]
    public void Solve_TheCentralValues_MovesNothing()
    {
        DrawSolver solver = new(test.Population, PropensityStructure.Moving, new Dictionary<string, double>(), 2);

        (IReadOnlyDictionary<string, double> shifts, double miss) = solver.Solve(new Dictionary<string, double>(), CancellationToken.None);

        shifts.ShouldBeEmpty();
        miss.ShouldBe(0);
    }

    [Fact]
    public void Solve_NumbersThatAreTheStudysOwn_AreLeftToMoveTheBaseline()
    {
        Dictionary<string, double> own = new() { ["school.walk_cost_primary"] = -0.14 };

        new DrawSolver(test.Population, PropensityStructure.Moving, own, 2).Solve(own, CancellationToken.None).Shifts.ShouldBeEmpty();
    }

    private (double Walk, double Inactive) Year(Dictionary<string, double> parameters)
    {
        Figures figures = new();
        using ModelRun run = test.Run(182, sink: figures, parameters: parameters);
        return (100 * figures.Mean("school_walk"), 100 * figures.Mean("adults_inactive"));
    }
}
