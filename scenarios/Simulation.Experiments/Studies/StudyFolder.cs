using Simulation.Engine.Files;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Experiments.Running;
using Simulation.Populations;
using Simulation.Results.RunFiles;
using Simulation.Results.Studies;
using Simulation.Scenarios.Studies;

namespace Simulation.Experiments.Studies;

/// <summary>What is known of a member from its file.</summary>
public enum MemberState : byte
{
    /// <summary>There is no file.</summary>
    Missing,

    /// <summary>Some process is making it now.</summary>
    Running,

    /// <summary>Its file is whole.</summary>
    Finished,

    /// <summary>Its file is damaged, or another run's.</summary>
    Damaged,
}

/// <summary>
/// The folder of a study: its plan, the run files, and a lock for each run that is being made. Any number of processes may
/// work in it; what a killed one leaves is made again by the next.
/// </summary>
/// <remarks>
/// A lock is an open file that the system lets go of when its process ends, however it ends. Whoever gets a lock looks again
/// whether the run is finished. The files of the locks stay: to delete one that another is just opening would give two
/// processes a lock each.
/// </remarks>
public sealed class StudyFolder
{
    private const string PlanFile = "study.json";
    /// <summary>Folder of the run files, in the study's.</summary>
    internal const string Members = "members";

    private const string Locks = "locks";

    private StudyFolder(string path, FrozenPlan plan)
    {
        Path = path;
        Plan = plan;
    }

    /// <summary>The folder, as given.</summary>
    public string Path { get; }

    /// <summary>The plan.</summary>
    public FrozenPlan Plan { get; }

    /// <summary>The map of its neighbourhoods; null where the folder has none that can be read, which costs a report its maps and nothing else.</summary>
    public StudyMap? Map
    {
        get
        {
            try
            {
                StudyMap map = StudyMap.Read(File.ReadAllBytes(System.IO.Path.Combine(Path, StudyMap.File)));
                return map.PopulationHash == Plan.PopulationHash ? map : null;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
            {
                return null;
            }
        }
    }

    /// <summary>Keeps the map of its neighbourhoods, so that a report can be made where the residents are not.</summary>
    /// <param name="population">The residents of the plan.</param>
    private void KeepMap(Population population)
    {
        ArgumentNullException.ThrowIfNull(population);
        if (Map is null)
        {
            string file = System.IO.Path.Combine(Path, StudyMap.File);
            string partial = $"{file}.{Environment.ProcessId}.partial";
            File.WriteAllBytes(partial, MapOutlines.Of(population).ToJson());
            File.Move(partial, file, overwrite: true);
        }
    }

    /// <summary>Whether <paramref name="path"/> is a study's folder.</summary>
    public static bool Is(string path) => File.Exists(System.IO.Path.Combine(path, PlanFile));

    /// <summary>What was solved for draws when a study was begun in the folder; empty where there is none, or none that this program can use.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="population">The residents.</param>
    private static IReadOnlyDictionary<string, SolvedDraw> Solved(string path, Population population)
    {
        ArgumentNullException.ThrowIfNull(population);
        try
        {
            if (Is(path) && FrozenPlan.Read(System.IO.Path.Combine(path, PlanFile)) is { Solved: { } solved } plan
                && plan.Model == BuildIdentity.Current.Model && plan.PopulationHash == population.Description.Hash)
            {
                return solved;
            }
        }
        catch (Exception error) when (error is ExperimentException or IOException or UnauthorizedAccessException)
        {
            // What cannot be read is solved again; whether the folder can be used is said where it is begun.
        }

        return new Dictionary<string, SolvedDraw>();
    }

    /// <summary>Opens a study that was begun.</summary>
    /// <exception cref="ExperimentException">There is none, or its plan is damaged.</exception>
    public static StudyFolder Open(string path) => Is(path)
        ? new StudyFolder(path, FrozenPlan.Read(System.IO.Path.Combine(path, PlanFile)))
        : throw new ExperimentException(Directory.Exists(path)
            ? $"{path}: there is no study in this folder; 'simulate study run STUDY.yaml --out {path}' begins one."
            : $"{path}: there is no such folder; 'simulate study run STUDY.yaml --out {path}' begins a study in it.");

    /// <summary>Refuses a folder in which nothing can be written: call it before any work is done for the study.</summary>
    /// <param name="path">The folder; there need be none yet.</param>
    /// <exception cref="ExperimentException">Nothing can be written there.</exception>
    public static void EnsureWritable(string path)
    {
        string at = System.IO.Path.GetFullPath(path);
        while (!Directory.Exists(at) && System.IO.Path.GetDirectoryName(at) is { } parent)
        {
            at = parent;
        }

        string probe = System.IO.Path.Combine(at, PlanFile);
        try
        {
            FileFault.Probe(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ExperimentException($"{path}: {FileFault.Writing(probe, error)}");
        }
    }

    /// <summary>Plans a study, solves the baselines of its draws, and begins it, or goes on with it.</summary>
    /// <param name="path">The folder; made when there is none.</param>
    /// <param name="study">The study.</param>
    /// <param name="population">Its residents.</param>
    /// <param name="asked">How they were asked for: a sample of theirs is asked for alike.</param>
    /// <param name="request">What the command line says.</param>
    /// <param name="beside">What is run too, with central values.</param>
    /// <param name="force">Whether another study's plan in the folder gives way.</param>
    /// <param name="reporter">Shows how far the solving has come.</param>
    /// <param name="cancellation">Stops the solving.</param>
    /// <exception cref="ExperimentException">The folder holds another study, or the study cannot be planned.</exception>
    public static StudyFolder Begin(
        string path, Study study, Population population, PopulationRequest asked, RunRequest request, Beside beside, bool force, IReporter reporter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        using DrawnBaselines baselines = new(population, asked, request.Workers, reporter, Solved(path, population));
        StudyFolder begun = Begin(path, FrozenPlan.Of(study, population, request, baselines, beside, cancellation), force);
        begun.KeepMap(population);
        return begun;
    }

    /// <summary>Begins a study, or goes on with it.</summary>
    /// <param name="path">The folder; made when there is none.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="force">Whether another study's plan in the folder gives way.</param>
    /// <exception cref="ExperimentException">The folder holds another study.</exception>
    private static StudyFolder Begin(string path, FrozenPlan plan, bool force)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(plan);
        if (File.Exists(path))
        {
            throw new ExperimentException($"{path}: this is a file, and a study needs a folder; name another with --out.");
        }

        Directory.CreateDirectory(System.IO.Path.Combine(path, Members));
        Directory.CreateDirectory(System.IO.Path.Combine(path, Locks));
        string file = System.IO.Path.Combine(path, PlanFile);
        using FileStream gate = Wait(System.IO.Path.Combine(path, Locks, "plan.lock"));
        if (File.Exists(file))
        {
            FrozenPlan begun = FrozenPlan.Read(file);
            if (begun.Id != plan.Id && !force)
            {
                throw new ExperimentException($"{path}: holds another study ({Difference(begun, plan)}); choose another folder with --out, or replace it with --force.");
            }
        }

        string partial = file + ".partial";
        File.WriteAllText(partial, plan.ToJson());
        File.Move(partial, file, overwrite: true);
        return new StudyFolder(path, plan);
    }

    /// <summary>The run file of a member.</summary>
    public string FileOf(Member member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return System.IO.Path.Combine(Path, Members, member.File);
    }

    /// <summary>The run file of the baseline of a member.</summary>
    public string BaselineOf(Member member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return System.IO.Path.Combine(Path, Members, member.Baseline ?? member.File);
    }

    /// <summary>What is known of a member.</summary>
    /// <param name="member">The member.</param>
    /// <param name="claimed">Whether this process has it: then nobody else is making it.</param>
    public MemberState StateOf(Member member, bool claimed = false)
    {
        string file = FileOf(member);
        if (!File.Exists(file))
        {
            using FileStream? free = claimed ? null : Try(LockOf(member));
            return claimed || free is not null ? MemberState.Missing : MemberState.Running;
        }

        using RunFileReader? whole = Open(member);
        return whole is null ? MemberState.Damaged : MemberState.Finished;
    }

    /// <summary>The run of a member; null where it is missing, damaged or another run's.</summary>
    public RunFileReader? Open(Member member)
    {
        RunFileReader? reader = null;
        try
        {
            reader = RunFileReader.Open(FileOf(member));
            if (Plan.Made(member, reader.Manifest))
            {
                return reader;
            }
        }
        catch (RunFileException)
        {
            // Between the look at the name and at the content another process may have replaced the file; either way it is made again.
        }

        reader?.Dispose();
        return null;
    }

    /// <summary>Files among the run files that belong to no member.</summary>
    public IReadOnlyList<string> Strays()
    {
        HashSet<string> known = [.. Plan.Members.Select(m => m.File)];
        return [.. Directory.EnumerateFiles(System.IO.Path.Combine(Path, Members))
            .Select(f => System.IO.Path.GetFileName(f)).Where(f => !known.Contains(f) && !f.EndsWith(RunFileFormat.PartialSuffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Takes a member for this process, until the claim is disposed; null when another has it.</summary>
    public FileStream? Claim(Member member) => Try(LockOf(member));

    private static string Difference(FrozenPlan begun, FrozenPlan plan) =>
        begun.Model != plan.Model ? $"begun with model {begun.Model[..8]}, this program has {plan.Model[..8]}"
        : begun.PopulationHash != plan.PopulationHash ? $"of other residents: {begun.Residents:N0} there, {plan.Residents:N0} here"
        : (begun.Start, begun.Days) != (plan.Start, plan.Days) ? $"{begun.Days:N0} days there, {plan.Days:N0} here"
        : begun.Members.Count != plan.Members.Count ? $"{begun.Members.Count:N0} runs there, {plan.Members.Count:N0} here"
        : $"'{begun.Name}', with other settings or seeds";

    private static FileStream? Try(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static FileStream Wait(string path)
    {
        FileStream? gate;
        while ((gate = Try(path)) is null)
        {
            Thread.Sleep(20);
        }

        return gate;
    }

    private string LockOf(Member member) => System.IO.Path.Combine(Path, Locks, member.File + ".lock");
}
