using Simulation.Results.Comparisons;
using Simulation.Results.RunFiles;

namespace Simulation.Viewer.Replay;

/// <summary>One or two run files that may be shown together.</summary>
internal sealed class FilePair : IDisposable
{
    private readonly bool owned;

    private FilePair(RunFileReader scenario, RunFileReader? baseline, bool owned = true)
    {
        this.owned = owned;
        Scenario = scenario;
        Baseline = baseline;
    }

    /// <summary>The run looked at.</summary>
    public RunFileReader Scenario { get; }

    /// <summary>The run it is compared with, or null.</summary>
    public RunFileReader? Baseline { get; }

    /// <summary>Opens the files; with two the first is the baseline, as in <c>simulate compare</c>.</summary>
    /// <exception cref="ViewerException">A file cannot be read, or the two do not belong together.</exception>
    public static FilePair Open(IReadOnlyList<string> files)
    {
        var open = new List<RunFileReader>();
        try
        {
            foreach (string file in files)
            {
                open.Add(RunFileReader.Open(file));
                if (open[^1].Dates.Count == 0)
                {
                    throw new ViewerException($"{file} has nothing to show: it ends before its first week does. Weeks end on Sundays.");
                }
            }

            if (open.Count == 2)
            {
                Check(open[0], open[1]);
                if (Pairing.Obstacles(open[0].Manifest, open[1].Manifest) is { Count: > 0 } obstacles)
                {
                    throw new ViewerException(new PairingException(open[1].Path, obstacles).Message);
                }
            }

            return open.Count == 1 ? new FilePair(open[0], null) : new FilePair(open[1], open[0]);
        }
        catch (Exception e) when (e is RunFileException or ViewerException)
        {
            open.ForEach(run => run.Dispose());
            throw e as ViewerException ?? new ViewerException(e.Message, e);
        }
    }

    /// <summary>Two runs that somebody else has opened, and closes.</summary>
    public static FilePair Of(RunFileReader baseline, RunFileReader scenario) => new(scenario, baseline, owned: false);

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        if (!owned)
        {
            return;
        }

        Scenario.Dispose();
        Baseline?.Dispose();
    }

    /// <summary>Refuses runs of other residents or other days.</summary>
    /// <exception cref="ViewerException">They differ.</exception>
    public static void Check(RunFileReader a, RunFileReader b)
    {
        if (a.Manifest.PopulationHash != b.Manifest.PopulationHash)
        {
            throw new ViewerException(
                $"{a.Path} and {b.Path} are about other residents ({a.Manifest.Residents:N0} from {a.Manifest.PopulationSource} figures, " +
                $"{b.Manifest.Residents:N0} from {b.Manifest.PopulationSource} figures). Run both on one population.");
        }

        if (a.Manifest.Start != b.Manifest.Start || a.Manifest.Days != b.Manifest.Days)
        {
            throw new ViewerException(
                $"{a.Path} covers {a.Manifest.Days:N0} days from {a.Manifest.Start:yyyy-MM-dd}, {b.Path} covers {b.Manifest.Days:N0} from " +
                $"{b.Manifest.Start:yyyy-MM-dd}. Run both over the same days.");
        }
    }
}
