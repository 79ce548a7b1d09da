using System.Globalization;
using Simulation.Engine.Populations;
using Simulation.Experiments.Running;
using Simulation.Results.Statistics;
using Simulation.Results.Studies;
using Simulation.Scenarios;
using Simulation.Scenarios.Costing;
using Simulation.Scenarios.Studies;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Experiments.Studies;

/// <summary>Some of a plan's levers together.</summary>
/// <param name="Name">The levers, joined by plus signs.</param>
/// <param name="Scenario">The plan with these alone.</param>
/// <param name="Cost">What those with a price cost over the horizon, £.</param>
/// <param name="NotCosted">What has no price.</param>
public sealed record LeverPackage(string Name, Scenario Scenario, double Cost, IReadOnlyList<string> NotCosted);

/// <summary>A package that came through the search, told by draws that the search never saw.</summary>
/// <param name="Package">The package.</param>
/// <param name="Fewer">Fewer residents inactive in the last year, mean over the draws.</param>
/// <param name="Likely">The range that holds them 8 times in 10.</param>
/// <param name="ProPoor">Share of draws in which poorer neighbourhoods gain more over all years; null where it was not recorded.</param>
/// <param name="Fair">Whether that is as often as was asked for.</param>
/// <param name="Undominated">Whether no other does as much for as little money with as good a spread, and is better in one of these.</param>
public sealed record FoundPackage(LeverPackage Package, double Fewer, Interval? Likely, double? ProPoor, bool Fair, bool Undominated);

/// <summary>What a search found.</summary>
/// <param name="Packages">Those that came through, the best first: fair ones before others, then by residents.</param>
/// <param name="Considered">Packages that fit the budget.</param>
/// <param name="TooDear">Packages that do not.</param>
/// <param name="Draws">Fresh draws that the figures rest on.</param>
/// <param name="Regret">What choosing the best on average costs against knowing which is best, in residents.</param>
/// <param name="Folder">The study of those that came through.</param>
public sealed record FoundPackages(IReadOnlyList<FoundPackage> Packages, int Considered, int TooDear, int Draws, double Regret, string Folder);

/// <summary>
/// Looks for the package of levers that does most for a budget: every combination, since levers that help each other cannot be
/// chosen one by one.
/// </summary>
/// <remarks>
/// Sequential halving (Karnin, Koren and Somekh 2013): each round runs whoever is left under draws of its own and the better half
/// goes on. Who comes through is run again under fresh draws, and only these are told: the best of many is always lucky. Every
/// round is a study in a folder of its own, so that the same command goes on after any interruption.
/// </remarks>
/// <param name="begin">Begins the study of a round, by the name of its folder, and makes its runs.</param>
/// <param name="reporter">Told how the search goes.</param>
public sealed class PackageSearch(Func<Study, string, StudyFolder> begin, IReporter reporter)
{
    /// <summary>Most levers of a plan whose combinations are all tried: a thousand packages.</summary>
    public const int MostLevers = 10;

    private const int Finalists = 6;
    private const int Cheaper = 3;
    private const string Inactive = "adults_inactive";

    /// <summary>Every combination of a plan's levers, with what it costs.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="population">The residents.</param>
    /// <param name="horizon">The days.</param>
    /// <exception cref="ExperimentException">There are fewer than two levers, or too many.</exception>
    public static IReadOnlyList<LeverPackage> Packages(Scenario plan, Population population, RunHorizon horizon)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(horizon);
        string[] levers = [.. plan.Interventions.Select((one, i) => (Name: one.Name.Replace('_', ' '), i)).GroupBy(l => l.Name)
            .SelectMany(same => same.Select((l, n) => (Name: same.Skip(1).Any() ? $"{l.Name} {n + 1}" : l.Name, l.i))).OrderBy(l => l.i).Select(l => l.Name)];
        if (levers.Length is < 2 or > MostLevers)
        {
            throw new ExperimentException(levers.Length < 2
                ? $"{plan.Name} has {(levers.Length == 0 ? "no levers" : "one lever")}: there is nothing to choose among; name a plan of two or more."
                : $"{plan.Name} has {levers.Length} levers, and all combinations of more than {MostLevers} are too many; leave some out.");
        }

        List<LeverPackage> packages = [];
        for (int mask = 1; mask < 1 << levers.Length; mask++)
        {
            string name = string.Join(" + ", levers.Where((_, i) => (mask & (1 << i)) != 0));
            ScenarioIntervention[] kept = [.. plan.Interventions.Where((_, i) => (mask & (1 << i)) != 0)];
            Scenario some = SweepExpander.Keeping(plan, one => kept.Any(k => ReferenceEquals(k, one))) with { Name = name };
            CostEstimate cost = CostLedger.Of(some, population, horizon.Start, horizon.Days);
            packages.Add(new LeverPackage(name, some, cost.Capital + cost.Running, cost.NotCosted));
        }

        return packages;
    }

    /// <summary>Searches.</summary>
    /// <param name="plan">Name of the whole plan.</param>
    /// <param name="packages">Its packages.</param>
    /// <param name="budget">What may be spent, £.</param>
    /// <param name="equity">In how large a share of draws poorer neighbourhoods must gain more.</param>
    /// <param name="draws">Draws of each round; the last has twice as many.</param>
    /// <exception cref="ExperimentException">No package fits the budget.</exception>
    public FoundPackages Search(string plan, IReadOnlyList<LeverPackage> packages, double budget, double equity, int draws)
    {
        ArgumentNullException.ThrowIfNull(packages);
        List<LeverPackage> left = [.. packages.Where(p => p.Cost <= budget)];
        if (left.Count == 0)
        {
            LeverPackage cheapest = packages.MinBy(p => p.Cost)!;
            throw new ExperimentException(string.Create(CultureInfo.InvariantCulture, $"No package fits £{budget:#,0}: the cheapest, {cheapest.Name}, costs £{cheapest.Cost:#,0}."));
        }

        int considered = left.Count;
        List<LeverPackage> aside = [];
        int before = 0;
        for (int round = 1; left.Count > Finalists; round++)
        {
            StudyFolder folder = begin(Round($"{plan}: round {round}", left, draws, before, budget), $"round-{round}");
            Standing[] found = Standings(StudyReading.Read(folder, reporter), left, equity);
            if (round == 1)
            {
                // What does less for much less money is worth a word at the end too.
                aside = [.. found.Where(s => !found.Any(o => o.Dominates(s))).OrderBy(s => s.Package.Cost).Take(Cheaper).Select(s => s.Package)];
            }

            int keep = Math.Max(Finalists, (left.Count + 1) / 2);
            left = [.. found.OrderByDescending(s => s.Fair).ThenByDescending(s => s.Fewer).Take(keep).Select(s => s.Package)];
            reporter.Say($"Round {round}: {found.Length:N0} packages, {left.Count:N0} go on; best so far {left[0].Name}");
            before += draws;
        }

        left = [.. left.Union(aside)];
        StudyFolder last = begin(Round($"{plan}: the best packages", left, 2 * draws, before, budget), "best");
        StudyFindings findings = StudyReading.Read(last, reporter);
        Standing[] standings = [.. Standings(findings, left, equity).OrderByDescending(s => s.Fair).ThenByDescending(s => s.Fewer)];
        return new FoundPackages(
            [.. standings.Select(s => new FoundPackage(s.Package, s.Fewer, s.Likely, s.ProPoor, s.Fair, !standings.Any(o => o.Dominates(s))))],
            considered, packages.Count - considered, 2 * draws, StudyDrivers.ValueOfKnowing(findings) ?? 0, last.Path);
    }

    private static Study Round(string name, List<LeverPackage> packages, int draws, int before, double budget) => new()
    {
        Name = name,
        Scenarios = [.. packages.Select(p => p.Scenario)],
        Draws = draws,
        DrawsBefore = before,
        Budget = budget,
        Target = packages[0].Scenario.Target,
        Text = string.Join('\n', packages.Select(p => p.Name)),
    };

    private static Standing[] Standings(StudyFindings study, IReadOnlyList<LeverPackage> packages, double equity)
    {
        Dictionary<string, LeverPackage> byName = packages.ToDictionary(p => p.Name, StringComparer.Ordinal);
        return [.. study.Arms.Select(a => (Arm: a, Change: a.Inactive())).Where(a => a.Change is not null).Select(a =>
        {
            double? poor = a.Arm.Slope(Inactive, moreIsBetter: false)?.ProPoor;
            return new Standing(byName[a.Arm.Name], -a.Change!.Mean, a.Change.Likely?.Times(-1), poor, equity <= 0 || poor >= equity);
        })];
    }

    private sealed record Standing(LeverPackage Package, double Fewer, Interval? Likely, double? ProPoor, bool Fair)
    {
        /// <summary>Whether this does as much for as little money and as fairly, and one of them better.</summary>
        public bool Dominates(Standing other) =>
            Fewer >= other.Fewer && Package.Cost <= other.Package.Cost && (ProPoor ?? 0) >= (other.ProPoor ?? 0)
            && (Fewer > other.Fewer || Package.Cost < other.Package.Cost || (ProPoor ?? 0) > (other.ProPoor ?? 0));
    }
}
