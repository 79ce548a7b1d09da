using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Scenarios.Binding;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;

namespace Simulation.Scenarios.Tests;

/// <summary>Every example that the guide, the editors and the messages show has to be right itself.</summary>
public sealed class ShapesTests
{
    public static TheoryData<string, string> Examples()
    {
        var cases = new TheoryData<string, string>();
        void Add(Shape shape, string before, string after, string skip = "")
        {
            foreach (KeySpec key in shape.Keys.Where(k => !skip.Split(' ').Contains(k.Name)))
            {
                cases.Add($"{shape.Name}.{key.Name}", $"{before}{key.Name}: {key.Example}{after}\n");
            }
        }

        const string Head = "scenario: T\nextends: baseline\n";
        const string Street = Head + "horizon: { years: 3 }\ninterventions:\n  - school_street: { ";
        const string Work = Head + "interventions:\n  - flexible_working: { ";
        Add(Shapes.Scenario, "extends: school-streets\n", "\nscenario : T", "extends scenario");
        Add(Shapes.Horizon, Head + "horizon: { ", " }");
        Add(Shapes.Population, Head + "population:\n  ", string.Empty);
        Add(Shapes.Outputs, Head + "outputs: { ", " }");
        Add(Shapes.Uncertainty, Head + "uncertainty: { ", " }");
        Add(Shapes.Sweep, Head + "interventions: [school_street]\nsweep: { ", " }");
        Add(new Shape("intervention", Shapes.InterventionKeys), Street, " }", "who until after_it_ends");
        Add(new Shape("employees", [.. Shapes.InterventionKeys.Where(k => k.Name == "who")]), Work, " }");
        Add(new Shape("ending", [.. Shapes.InterventionKeys.Where(k => k.Name is "until" or "after_it_ends")]), "scenario: T\nhorizon: { years: 5 }\ninterventions:\n  - speed_limit: { enforcement: { patrols: 1 per week, for: 26 weeks }, ", " }");
        Add(Shapes.Where, Street + "where: { ", " } }", "employer_size near_school");
        Add(Shapes.Where, Work + "where: { ", " } }", "school_phase neighbourhoods places deprivation settlement");
        Add(Shapes.Who, Work + "who: { ", " } }");
        Add(Shapes.PhaseIn, Street + "phase_in: { ", " } }");
        Add(Shapes.OwnerCost, Street + "cost: { ", " } }");
        foreach (InterventionKind kind in InterventionCatalogue.Kinds)
        {
            Shape own = Shapes.Intervention(kind);
            Add(new Shape(kind.Key, [.. own.Keys.Skip(Shapes.InterventionKeys.Count)]), $"{Head}interventions:\n  - {kind.Key}: {{ ", " }");
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_OfEveryKey_ReadsWithoutAWord(string key, string text)
    {
        ScenarioResult result = ScenarioReader.ReadText(text, "example.yaml");

        // An example of a key is no plan to be paid for, and may end later than a run should.
        DiagnosticPrinter.Print([.. result.Diagnostics.Where(d => d.Code != Codes.NotCosted && d.Code != Codes.FrozenPeople)]).ShouldBe(string.Empty, key);
    }
}
