using System.Globalization;
using Simulation.Cli.Output;
using Simulation.Cli.Running;
using Simulation.Engine.Running;
using Simulation.Populations;
using Simulation.Results.RunFiles;

namespace Simulation.Cli.Studies;

/// <summary>What became of a member.</summary>
/// <param name="Member">The member.</param>
/// <param name="Manifest">What its run file says of it.</param>
/// <param name="Kept">True when the file was there already.</param>
internal sealed record FinishedMember(Member Member, RunManifest Manifest, bool Kept);

/// <summary>Runs a study's members one after another. What is finished is left alone, so the same command goes on where it was stopped.</summary>
internal sealed class StudyRunner(RunRequest request, bool force, Terminal terminal, CancellationToken cancellation) : IDisposable
{
    private PopulationRequest? opened;
    private OpenPopulation? population;

    /// <summary>Runs what is not finished.</summary>
    /// <exception cref="CommandException">A file stands in the way that another run wrote.</exception>
    public IReadOnlyList<FinishedMember> Run(IReadOnlyList<Member> members)
    {
        RunManifest?[] kept = [.. members.Select(Kept)];
        int missing = kept.Count(k => k is null);
        if (missing < members.Count)
        {
            terminal.Say($"{members.Count - missing:N0} of {members.Count:N0} runs are finished and kept");
        }

        List<FinishedMember> finished = [];
        List<double> seconds = [];
        for (int i = 0; i < members.Count; i++)
        {
            if (kept[i] is { } done)
            {
                finished.Add(new FinishedMember(members[i], done, Kept: true));
                continue;
            }

            string left = seconds.Count == 0 ? string.Empty : $", about {Numbers.Time(seconds.Average() * missing)} left";
            terminal.Say($"Run {i + 1:N0} of {members.Count:N0}{left}: {members[i].Words}, seed {members[i].Seed.ToString(CultureInfo.InvariantCulture)}");
            RunManifest manifest = RunOne(members[i]);
            finished.Add(new FinishedMember(members[i], manifest, Kept: false));
            seconds.Add(manifest.WarmUpSeconds + manifest.WallSeconds);
            missing--;
        }

        return finished;
    }

    /// <summary>Closes the population.</summary>
    public void Dispose() => population?.Dispose();

    private RunManifest RunOne(Member member)
    {
        LoadedScenario scenario = member.Scenario;
        using FinishedRun run = ScenarioRunner.Run(Plan(member, scenario), member.File, force, terminal, cancellation);
        KeptRate.Remember(run, scenario.Scenario);
        return run.Figures.Manifest;
    }

    private RunPlan Plan(Member member, LoadedScenario scenario) =>
        new(scenario, Population(scenario), RunHorizon.Of(scenario, request), member.Seed, request.Workers);

    /// <summary>What the file of a member says, when the member is finished; null when it is to be run.</summary>
    private RunManifest? Kept(Member member)
    {
        if (force || !File.Exists(member.File))
        {
            return null;
        }

        RunManifest found;
        using (RunFileReader reader = RunFileReader.Open(member.File))
        {
            found = reader.Manifest;
        }

        LoadedScenario scenario = member.Scenario;
        RunPlan plan = Plan(member, scenario);
        bool same = found.ScenarioHash == scenario.Scenario.Hash && found.Seed == plan.Seed
            && found.Start == plan.Horizon.Start && found.Days == plan.Horizon.Days
            && found.PopulationHash == plan.Population.Population.Description.Hash
            && found.ParametersHash == ParametersHash.Of(scenario.Scenario.ParameterOverrides)
            && found.Build.SameModel(BuildIdentity.Current);
        return same ? found : throw new CommandException(
            $"{member.File}: was written by another run (scenario, seed, days, residents or program differ); choose another folder with --out, or replace its files with --force.");
    }

    private OpenPopulation Population(LoadedScenario scenario)
    {
        PopulationRequest asked = ScenarioSettings.Of([scenario], request).Population;
        if (population is null || opened != asked)
        {
            population?.Dispose();
            population = PopulationProvider.Open(asked, request.Workers, terminal.Say, cancellation);
            opened = asked;
        }

        return population;
    }
}
