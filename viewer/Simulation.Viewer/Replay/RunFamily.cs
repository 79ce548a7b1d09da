using Simulation.Results.RunFiles;
using Simulation.Results.Runs;

namespace Simulation.Viewer.Replay;

/// <summary>Runs of more than two plans over the same residents and days, each with the same chances: any two of them can be compared.</summary>
internal sealed class RunFamily : IDisposable
{
    private readonly IReadOnlyList<IReadOnlyList<RunFileReader>> plans;

    private RunFamily(IReadOnlyList<IReadOnlyList<RunFileReader>> plans) => this.plans = plans;

    /// <summary>Names of the plans, that of the first file first: the others are seen against it.</summary>
    public IReadOnlyList<string> Names => [.. plans.Select(plan => plan[0].Manifest.ScenarioName)];

    /// <summary>What the first run of each plan was.</summary>
    public IReadOnlyList<RunManifest> Manifests => [.. plans.Select(plan => plan[0].Manifest)];

    /// <summary>Opens the files when they are of more than two plans; null when they are of one or two.</summary>
    /// <exception cref="ViewerException">A file cannot be read, or they do not belong together.</exception>
    public static RunFamily? Open(IReadOnlyList<string> files)
    {
        if (files.Count < 3)
        {
            return null;
        }

        var open = new List<RunFileReader>();
        try
        {
            foreach (string file in files)
            {
                open.Add(RunFileReader.Open(file));
            }

            RunFileReader[][] plans = [.. open.GroupBy(run => run.Manifest.ScenarioHash).Select(plan => plan.OrderBy(run => run.Manifest.Seed).ToArray())];
            if (plans.Length < 3)
            {
                open.ForEach(run => run.Dispose());
                return null;
            }

            ulong[] seeds = [.. plans[0].Select(run => run.Manifest.Seed)];
            foreach (RunFileReader[] plan in plans)
            {
                plan.ToList().ForEach(run => FilePair.Check(plans[0][0], run));
                if (seeds.Distinct().Count() != seeds.Length || !plan.Select(run => run.Manifest.Seed).SequenceEqual(seeds))
                {
                    throw new ViewerException(
                        $"Several plans are compared under the same chances: each needs one run for each seed of the first ({string.Join(", ", seeds.Distinct())}); '{plan[0].Manifest.ScenarioName}' has {string.Join(", ", plan.Select(run => run.Manifest.Seed))}.");
                }
            }

            return new RunFamily(plans);
        }
        catch (Exception e) when (e is RunFileException or ViewerException)
        {
            open.ForEach(run => run.Dispose());
            throw e as ViewerException ?? new ViewerException(e.Message, e);
        }
    }

    /// <summary>Two of the plans, paired by their chances.</summary>
    /// <param name="without">Index of what is compared with.</param>
    /// <param name="with">Index of the plan looked at.</param>
    public RunGroup Pair(int without, int with) => RunGroup.Of([.. plans[without].Zip(plans[with], FilePair.Of)]);

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        foreach (RunFileReader run in plans.SelectMany(plan => plan))
        {
            run.Dispose();
        }
    }
}
