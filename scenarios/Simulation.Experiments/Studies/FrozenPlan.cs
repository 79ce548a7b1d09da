using Simulation.Engine.Time;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Simulation.Engine.Interventions;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Experiments.Running;
using Simulation.Results.Runs;
using Simulation.Results.Statistics;
using Simulation.Results.Studies;
using Simulation.Scenarios;
using Simulation.Scenarios.Checks;
using Simulation.Scenarios.Costing;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Studies;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Experiments.Studies;

/// <summary>
/// All runs of a study, written down before the first of them: whoever has the folder knows what is to be done, and what is
/// done already.
/// </summary>
/// <param name="Id">SHA-256 over all that decides a figure: equal id, equal figures.</param>
/// <param name="Name">Name of the study.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Text">The study's text.</param>
/// <param name="Model">Hash of the model that runs it.</param>
/// <param name="Residents">Residents of each run.</param>
/// <param name="PopulationHash">Hash of their columns.</param>
/// <param name="Start">First day.</param>
/// <param name="Days">Days of each run.</param>
/// <param name="Draws">Draws besides the central values.</param>
/// <param name="Seeds">Seeds of each draw.</param>
/// <param name="Target">Residents more active that are asked for, or null.</param>
/// <param name="Budget">What may be spent, £, or null.</param>
/// <param name="Drawn">Numbers that the draws vary, by name: the value in each draw, from draw 1.</param>
/// <param name="Costs">What owners pay for each scenario, with central values.</param>
/// <param name="Members">The runs, in the order in which they are to be made.</param>
public sealed record FrozenPlan(
    string Id,
    string Name,
    string Description,
    string Text,
    string Model,
    int Residents,
    string PopulationHash,
    DateOnly Start,
    int Days,
    int Draws,
    int Seeds,
    double? Target,
    double? Budget,
    IReadOnlyDictionary<string, IReadOnlyList<double>> Drawn,
    IReadOnlyList<LeverCost> Costs,
    IReadOnlyList<Member> Members)
{
    /// <summary>Levers that no number with a range drives; null in a plan that was written without.</summary>
    public IReadOnlyList<UnrangedLever>? Unranged { get; init; }

    /// <summary>Draws that were run before, elsewhere: the numbers of this plan's begin after them.</summary>
    public int DrawsBefore { get; init; }

    /// <summary>Trajectories of a screen, whose draws are no sample of what may be so; 0 in every other plan.</summary>
    public int Trajectories { get; init; }

    /// <summary>What was solved for the draws, by the address of their numbers; null in a plan that was written without.</summary>
    public IReadOnlyDictionary<string, SolvedDraw>? Solved { get; init; }

    /// <summary>Plans a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="population">The residents.</param>
    /// <param name="request">What the command line says; its seed moves all seeds.</param>
    /// <param name="baselines">Solves the baselines of the draws.</param>
    /// <param name="beside">What is run too, with central values.</param>
    /// <param name="cancellation">Stops the solving.</param>
    /// <exception cref="ExperimentException">A combination of a sweep's values cannot be read, or no day is left.</exception>
    public static FrozenPlan Of(Study study, Population population, RunRequest request, DrawnBaselines baselines, Beside beside, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(baselines);
        baselines.Solve([.. study.Scenarios.SelectMany(Points).SelectMany(p => Enumerable.Range(study.DrawsBefore + 1, study.Draws).Select(draw => p with { Draw = draw, Design = study.Design }))], cancellation);
        (PlannedRun[] points, List<Member> members, SortedDictionary<string, List<double>> drawn) = MembersOf(study, request, beside, baselines, population);
        RunHorizon horizon = RunHorizon.Of(new LoadedScenario(study.Name, points[0].Scenario), request);
        FrozenPlan plan = new(
            string.Empty, study.Name, study.Description, study.Text, BuildIdentity.Current.Model, population.Count, population.Description.Hash,
            horizon.Start, horizon.Days, study.Draws, study.Seeds, study.Target?.Residents, study.Budget,
            drawn.Where(v => v.Value.Distinct().Skip(1).Any()).ToDictionary(v => v.Key, v => (IReadOnlyList<double>)v.Value, StringComparer.Ordinal),
            [.. points.SelectMany(p => Priced(p.Name, p.Scenario, population, horizon))], members)
        {
            Unranged = study.Draws > 0 ? [.. points.SelectMany(p => WithoutRange(p.Name, p.Scenario, drawn.Keys))] : [],
            Solved = study.Draws > 0 ? baselines.Known : null,
            DrawsBefore = study.DrawsBefore,
            Trajectories = (study.Design as ElementaryDesign)?.Trajectories ?? 0,
        };
        return plan with { Id = plan.Address() };
    }

    /// <summary>The run files that a study writes into its folder, relative to it; nothing is built for that.</summary>
    /// <param name="study">The study.</param>
    /// <param name="request">What the command line says; its seed moves all seeds.</param>
    /// <exception cref="ExperimentException">A combination of a sweep's values cannot be read.</exception>
    public static IReadOnlyList<string> FilesOf(Study study, RunRequest request)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(request);
        return [.. MembersOf(study, request, Beside.None, baselines: null, population: null).Members.Select(member => Path.Combine(StudyFolder.Members, member.File))];
    }

    private static (PlannedRun[] Points, List<Member> Members, SortedDictionary<string, List<double>> Drawn) MembersOf(
        Study study, RunRequest request, Beside beside, DrawnBaselines? baselines, Population? population)
    {
        PlannedRun[] points = [.. study.Scenarios.SelectMany(Points)];
        ulong first = request.Seed ?? (ulong)(points[0].Scenario.Seed ?? (int)RunPlan.DefaultSeed);
        MemberNames names = new(points, study.DrawsBefore + study.Draws, study.Seeds);
        List<Member> members = [];
        SortedDictionary<string, List<double>> values = new(StringComparer.Ordinal);
        foreach (int draw in Enumerable.Range(study.DrawsBefore + 1, study.Draws).Prepend(0).Where(d => d > 0 || study.DrawsBefore == 0))
        {
            PlannedRun[] drawn = [.. points.Select(p => p with { Draw = draw, Design = study.Design }).Select(p => baselines is null || draw == 0 ? p : p with { Shifts = baselines.ShiftsOf(p) })];
            Scenario[] scenarios = [.. drawn.Select(SweepExpander.Drawn)];
            Scenario[] theirs = [.. drawn.Select(SweepExpander.DrawnBaseline)];
            if (draw > 0)
            {
                Note(values, draw - study.DrawsBefore, scenarios.SelectMany(s => s.ParameterOverrides));
            }

            for (int replicate = 0; replicate < study.Seeds; replicate++)
            {
                ulong seed = first + (ulong)((study.Design.LuckOf(draw) * study.Seeds) + replicate);
                Dictionary<string, string> worlds = new(StringComparer.Ordinal);
                for (int i = 0; i < drawn.Length; i++)
                {
                    string world = theirs[i].Hash;
                    if (!worlds.TryGetValue(world, out string? file))
                    {
                        worlds.Add(world, file = names.OfBaseline(worlds.Count, draw, seed));
                        members.Add(Make(file, null, "Baseline", [], draw, seed, theirs[i], drawn[i]));
                    }

                    members.Add(Make(names.Of(i, draw, seed), file, Stem(drawn[i]), drawn[i].Settings, draw, seed, scenarios[i], drawn[i]));
                    if (draw == 0 && beside.HasFlag(Beside.Structures))
                    {
                        members.AddRange(Structures(study, request, drawn[i], i, seed, names, worlds));
                    }

                    if (draw == 0 && beside.HasFlag(Beside.Owners))
                    {
                        members.AddRange(Coalitions(drawn[i]).Select(c =>
                            Make(names.Of(i, draw, seed, c.Owners), file, Stem(drawn[i]), drawn[i].Settings, draw, seed, c.Run.Scenario, c.Run) with { Owners = c.Owners }));
                    }

                    if (draw == 0 && beside.HasFlag(Beside.Mechanisms))
                    {
                        members.AddRange(HeldBackRuns.Of(drawn[i], population!).Select(h =>
                            Make(names.Of(i, draw, seed, ["by", .. h.Kept]), file, Stem(drawn[i]), drawn[i].Settings, draw, seed, h.Run.Scenario, h.Run) with { Mechanisms = h.Kept }));
                    }
                }
            }
        }

        return (points, members, values);
    }

    /// <summary>Reads the plan of a study's folder.</summary>
    /// <param name="path">The plan's file.</param>
    /// <exception cref="ExperimentException">It is damaged.</exception>
    public static FrozenPlan Read(string path)
    {
        try
        {
            FrozenPlan plan = JsonSerializer.Deserialize(File.ReadAllText(path), PlanContext.Default.FrozenPlan)
                ?? throw new JsonException("it is empty");
            return plan.Address() == plan.Id ? plan : throw new JsonException("its content is not what it was written with");
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            throw new ExperimentException($"{path}: the study's plan is damaged ({error.Message}); delete the folder and run the study again.");
        }
    }

    /// <summary>The plan as text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, PlanContext.Default.FrozenPlan);

    /// <summary>Whether the manifest of a run file is that of <paramref name="member"/>.</summary>
    public bool Made(Member member, RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(manifest);
        return manifest.ScenarioHash == member.ScenarioHash && manifest.ParametersHash == member.ParametersHash && manifest.Seed == member.Seed
            && manifest.Start == Start && manifest.Days == Days && manifest.PopulationHash == PopulationHash && manifest.Build.Model == Model;
    }

    private static PlannedRun[] Points(Scenario scenario)
    {
        (IReadOnlyList<PlannedRun> runs, IReadOnlyList<Diagnostic> diagnostics) = SweepExpander.Expand(scenario with { Draws = 0, Replicates = 1 });
        return diagnostics.Count == 0 ? [.. runs]
            : throw new ExperimentException($"{scenario.Name} cannot be run", diagnostics);
    }

    private static void Note(SortedDictionary<string, List<double>> values, int draw, IEnumerable<KeyValuePair<string, double>> drawn)
    {
        foreach ((string name, double value) in drawn.Where(d => !d.Key.StartsWith(BaselineParameters.Prefix, StringComparison.Ordinal)))
        {
            if (!values.TryGetValue(name, out List<double>? list))
            {
                values.Add(name, list = []);
            }

            if (list.Count < draw)
            {
                list.Add(value);
            }
        }
    }

    private static IEnumerable<LeverCost> Priced(string arm, Scenario scenario, Population population, RunHorizon horizon)
    {
        double years = horizon.Days / 365.25;
        foreach (IGrouping<string, CostLine> owner in CostLedger.Of(scenario, population, horizon.Start, horizon.Days).Lines.GroupBy(c => c.Owner))
        {
            yield return new LeverCost(arm, owner.Key, Owners.InWords(owner.Key), owner.Sum(c => c.Capital), owner.Sum(c => c.Running) / years);
        }

        foreach (ScenarioIntervention intervention in scenario.Interventions)
        {
            foreach (string part in NotCosted.Of([intervention]))
            {
                yield return new LeverCost(arm, intervention.Request.Owner, part, null, null);
            }
        }
    }

    /// <summary>Levers whose strength none of the numbers that vary decides; the discount for a design is not one of them.</summary>
    private static IEnumerable<UnrangedLever> WithoutRange(string arm, Scenario scenario, IEnumerable<string> drawn) => scenario.Interventions
        .Where(i => i.EffectIntervals.Count == 0 && !drawn.Any(d => d.StartsWith(i.Kind.Key + ".", StringComparison.Ordinal)))
        .Select(i => new UnrangedLever(arm, i.Kind.Key.Replace('_', ' '))).Distinct();

    /// <summary>A point with every combination of its owners, but for none and for all.</summary>
    private static IEnumerable<(IReadOnlyList<string> Owners, PlannedRun Run)> Coalitions(PlannedRun run)
    {
        IReadOnlyList<string> owners = OwnersOf(run.Scenario);
        if (owners.Count > ShapleyValues.MostExact)
        {
            throw new ExperimentException($"{run.Name} has {owners.Count} owners, and all combinations of more than {ShapleyValues.MostExact} are too many; leave --split out.");
        }

        for (int mask = 1; mask < (1 << owners.Count) - 1; mask++)
        {
            string[] some = [.. owners.Where((_, i) => (mask & (1 << i)) != 0)];
            yield return (some, run with { Scenario = SweepExpander.Keeping(run.Scenario, i => some.Contains(i.Request.Owner)) });
        }
    }

    /// <summary>A point and its baseline under every other structure; points of one world share the baseline.</summary>
    private static IEnumerable<Member> Structures(
        Study study, RunRequest request, PlannedRun point, int number, ulong seed, MemberNames names, Dictionary<string, string> worlds)
    {
        RunHorizon horizon = RunHorizon.Of(new LoadedScenario(study.Name, point.Scenario), request);
        bool years = SchoolYear.Between(horizon.Start, horizon.Start.AddDays(horizon.Days)) > 0;
        foreach ((string structure, PlannedRun run) in OtherStructures.Of(point, years))
        {
            if (!worlds.TryGetValue(run.Baseline.Hash, out string? file))
            {
                worlds.Add(run.Baseline.Hash, file = names.OfBaseline(worlds.Count, 0, seed, structure));
                yield return Make(file, null, "Baseline", [], 0, seed, run.Baseline, run) with { Structure = structure };
            }

            yield return Make(names.Of(number, 0, seed, structure: structure), file, Stem(point), point.Settings, 0, seed, run.Scenario, run) with { Structure = structure };
        }
    }

    private static IReadOnlyList<string> OwnersOf(Scenario scenario) =>
        [.. scenario.Interventions.Select(i => i.Request.Owner).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string Stem(PlannedRun run) => run.Settings.Count == 0 ? run.Name : run.Name[..run.Name.LastIndexOf(" (" + run.Settings[0], StringComparison.Ordinal)];

    private static Member Make(
        string file, string? baseline, string name, IReadOnlyList<string> settings, int draw, ulong seed, Scenario scenario, PlannedRun run) =>
        new(file, baseline, name, settings, draw, seed, scenario.Hash, Results.Runs.ParametersHash.Of(scenario.ParameterOverrides)) { Run = run };

    private string Address()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Model} {PopulationHash} {Start:yyyy-MM-dd} {Days} {Draws} {Seeds}\n");
        foreach (Member member in Members)
        {
            text.Append(CultureInfo.InvariantCulture, $"{member.File} {member.Baseline} {member.Draw} {member.Seed} {member.ScenarioHash} {member.ParametersHash}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>Reads and writes plans without reflection.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FrozenPlan))]
[JsonSerializable(typeof(SolvedDraw))]
internal sealed partial class PlanContext : JsonSerializerContext;
