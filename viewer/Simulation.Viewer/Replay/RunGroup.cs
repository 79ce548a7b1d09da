using Simulation.Results.RunFiles;
using Simulation.Results.Runs;

namespace Simulation.Viewer.Replay;

/// <summary>One run, a pair, or several pairs that differ only in their luck (replicates).</summary>
internal sealed class RunGroup : IDisposable
{
    private RunGroup(IReadOnlyList<FilePair> pairs) => Pairs = pairs;

    /// <summary>The pairs, each with its own luck; the first names the others.</summary>
    public IReadOnlyList<FilePair> Pairs { get; }

    /// <summary>
    /// Opens the files. More than two are replicates: the first file says which scenario is the baseline, and each run of the other
    /// scenario is paired with the baseline run of its seed, whatever the order.
    /// </summary>
    /// <exception cref="ViewerException">A file cannot be read, or they do not belong together.</exception>
    public static RunGroup Open(IReadOnlyList<string> files)
    {
        if (files.Count <= 2)
        {
            return new RunGroup([FilePair.Open(files)]);
        }

        (string File, RunManifest Manifest)[] runs = [.. files.Select(file => (file, ManifestOf(file)))];
        ILookup<bool, (string File, RunManifest Manifest)> sides = runs.ToLookup(run => run.Manifest.ScenarioHash == runs[0].Manifest.ScenarioHash);
        string[] scenarios = [.. sides[false].Select(run => run.Manifest.ScenarioHash).Distinct()];
        if (scenarios.Length != 1)
        {
            throw new ViewerException(
                $"Replicates are runs of one baseline and one scenario with several seeds; here are {scenarios.Length + 1} scenarios. Give the baseline's runs and one scenario's.");
        }

        var pairs = new List<FilePair>();
        try
        {
            foreach ((string baseline, RunManifest manifest) in sides[true].OrderBy(run => run.Manifest.Seed))
            {
                string[] partners = [.. sides[false].Where(run => run.Manifest.Seed == manifest.Seed).Select(run => run.File)];
                if (partners.Length != 1 || sides[true].Count(run => run.Manifest.Seed == manifest.Seed) != 1)
                {
                    throw new ViewerException($"{baseline} has seed {manifest.Seed}; replicates need exactly one run of the baseline and one of the scenario for each seed.");
                }

                pairs.Add(FilePair.Open([baseline, partners[0]]));
                FilePair.Check(pairs[0].Scenario, pairs[^1].Scenario);
            }

            return pairs.Count == sides[false].Count()
                ? new RunGroup(pairs)
                : throw new ViewerException($"{sides[false].Count()} runs of the scenario and {pairs.Count} of the baseline are given; replicates need one of each for each seed.");
        }
        catch (ViewerException)
        {
            pairs.ForEach(pair => pair.Dispose());
            throw;
        }
    }

    /// <summary>Pairs that somebody else has opened, and closes.</summary>
    public static RunGroup Of(IReadOnlyList<FilePair> pairs) => new(pairs);

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        foreach (FilePair pair in Pairs)
        {
            pair.Dispose();
        }
    }

    private static RunManifest ManifestOf(string file)
    {
        try
        {
            using RunFileReader reader = RunFileReader.Open(file);
            return reader.Manifest;
        }
        catch (RunFileException e)
        {
            throw new ViewerException(e.Message, e);
        }
    }
}
