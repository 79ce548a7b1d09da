using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Engine.Observation;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Tests.Interventions;

public sealed class InterventionCatalogueTests
{
    public static TheoryData<string> Keys() => [.. InterventionCatalogue.Kinds.Select(k => k.Key)];

    [Fact]
    public void Kinds_EveryKindInTheAssembly_IsListedOnce()
    {
        Type[] written = [.. typeof(InterventionKind).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(InterventionKind)) && !t.IsAbstract)];
        InterventionCatalogue.Kinds.Select(k => k.GetType()).ShouldBe(written, ignoreOrder: true);
        InterventionCatalogue.Kinds.Select(k => k.Key).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Kind_ItsDescription_IsComplete(string key)
    {
        InterventionKind kind = InterventionCatalogue.Find(key)!;
        Owners.All.ShouldContain(kind.DefaultOwner);
        kind.Summary.ShouldEndWith(".");
        kind.Mechanism.ShouldEndWith(".");
        kind.Evidence.Source.ShouldNotBeNullOrWhiteSpace();
        (kind.Outcome is null ? kind.Level == ActionScale.Goals : Indicator.All.Any(i => i.Key == kind.Outcome)).ShouldBeTrue("only a goal acts through others alone");
        foreach (ParameterSpec spec in kind.Parameters)
        {
            (spec.Default is double.PositiveInfinity && spec.Dimension == Dimension.Duration ? spec.Maximum : spec.Default).ShouldBeInRange(spec.Minimum, spec.Maximum, $"{key}.{spec.Key}");
            spec.Summary.ShouldEndWith(".");
        }

        if (kind.Evidence.Reserved)
        {
            kind.Evidence.Finding.ShouldContain("reserved");
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Bind_EverythingReached_MovesOnlyRowsThatExist(string key)
    {
        using Population population = TinyPopulation.Build();
        InterventionKind kind = InterventionCatalogue.Find(key)!;
        var request = new InterventionRequest
        {
            Source = key,
            Owner = "test",
            PhaseIn = new PhaseIn(739_860, 100),
            End = 740_300,
            Values = kind.Parameters.ToDictionary(p => p.Key, p => p.Default > 0 ? p.Default : p.Maximum),
        };
        IReadOnlyList<Effect> effects = kind.Bind(request, population);
        // Goals act through the other interventions of a scenario, so alone they move nothing.
        (effects.Count > 0 || kind.Level == ActionScale.Goals).ShouldBeTrue(key);
        foreach (Effect effect in effects)
        {
            int rows = Levers.TableOf(effect.Lever) switch
            {
                LeverTable.School => population.Schools.Count,
                LeverTable.Neighbourhood => population.Neighbourhoods.Count,
                LeverTable.Worker => population.Workers.Layout.Rows,
                _ => population.Residents.Layout.Rows,
            };
            effect.Rows.ShouldNotBeEmpty();
            effect.Rows.ShouldAllBe(r => r >= 0 && r < rows);
            effect.Rows.Zip(effect.Rows.Skip(1)).ShouldAllBe(p => p.First < p.Second, $"{key} {effect.Lever}");
            effect.Amounts.Length.ShouldBeOneOf(1, effect.Rows.Length);
            effect.Starts.Length.ShouldBeOneOf(1, effect.Rows.Length);
            effect.Amounts.ShouldAllBe(a => float.IsFinite(a));
            // What an incentive leaves behind begins when it stops.
            if (key == "activity_incentives" && effect.Amounts[0] < 0)
            {
                continue;
            }

            effect.Starts.ShouldAllBe(s => s >= 739_860 && s < (effect.Lever == Lever.Intention ? 740_300 : 739_960));
            effect.End.ShouldBeLessThanOrEqualTo(740_300);
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Bind_Twice_GivesTheSameEffects(string key)
    {
        using Population population = TinyPopulation.Build();
        InterventionKind kind = InterventionCatalogue.Find(key)!;
        var request = new InterventionRequest { Source = key, Owner = "test", Reach = new Reach(0.3), PhaseIn = new PhaseIn(1000, 50) };
        string Text() => string.Join("\n", kind.Bind(request, population).Select(e =>
            $"{e.Lever} {string.Join(',', e.Rows)} {string.Join(',', e.Amounts)} {string.Join(',', e.Starts)} {e.End} {e.RampDays} {e.FadeDays}"));
        Text().ShouldBe(Text());
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Bind_NobodyReached_MovesNothing(string key)
    {
        using Population population = TinyPopulation.Build();
        InterventionKind kind = InterventionCatalogue.Find(key)!;
        kind.Bind(new InterventionRequest { Source = key, Owner = "test", Reach = new Reach(0) }, population).ShouldBeEmpty();
    }

    [Fact]
    public void Parameters_EveryName_BelongsToAKindOrToTheEvidence()
    {
        string[] groups = [.. InterventionCatalogue.Kinds.Select(k => k.Key), "evidence"];
        foreach (Parameter parameter in InterventionParameters.All)
        {
            groups.ShouldContain(parameter.Name.Split('.')[0]);
            parameter.Value.ShouldBeInRange(parameter.Minimum, parameter.Maximum, parameter.Name);
        }
    }
}
