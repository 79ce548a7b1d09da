using Simulation.Engine.Embedded;
using Simulation.Engine.OpenData;
using Simulation.Engine.Populations;
using Simulation.Engine.Populations.Files;
using Simulation.Engine.Synthesis;

namespace Simulation.Populations;

/// <summary>Finds or builds the residents that a run needs; every program of the project finds the same.</summary>
public static class PopulationProvider
{
    /// <summary>Residents unless asked otherwise: the Integrated Care System's own number.</summary>
    public const int DefaultResidents = 2_700_000;

    /// <summary>
    /// Seed of the synthesis unless a population is built with another. It is not the run's seed: two runs with other
    /// luck are still about the same residents.
    /// </summary>
    public const ulong DefaultSeed = 1;

    /// <summary>Opens the population asked for; builds it first, into the cache, when it has never been built.</summary>
    /// <param name="request">What the user asked for.</param>
    /// <param name="workers">Threads for building.</param>
    /// <param name="say">Takes a line for each thing that is done.</param>
    /// <param name="cancellation">Stops the building; nothing half-written is left.</param>
    /// <exception cref="InputDataException">The open data cannot be used.</exception>
    /// <exception cref="PopulationFileException">The population file cannot be used.</exception>
    public static OpenPopulation Open(PopulationRequest request, int workers, Action<string> say, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(say);
        if (request.File is not null)
        {
            return OpenFile(request.File);
        }

        int residents = request.Residents ?? DefaultResidents;
        ulong seed = request.Seed ?? DefaultSeed;
        string? name = PopulationKey.FileName(request.Data, residents, seed);
        if (name is null)
        {
            // Some file of the folder cannot be read; the reader lists every such fault.
            OpenDataReader.Read(request.Data!);
            throw new InputDataException([new InputError(request.Data!, 0, string.Empty, "a file of the folder changed while it was being read; try again.")]);
        }

        string? path = CacheFolder.Populations() is { } folder ? Path.Combine(folder, name) : null;
        if (path is not null && Reuse(path, say) is { } found)
        {
            return found;
        }

        string? trouble = CacheFolder.Trouble(path);
        if (trouble is not null)
        {
            NotKept(trouble, say);
        }

        Population built = Build(request.Data, residents, seed, workers, say, cancellation);
        return trouble is null && Keep(built, path!, say) is { } kept ? kept : new OpenPopulation(built, string.Empty);
    }

    /// <summary>The population asked for when it is named or was built before; null when it would have to be built.</summary>
    /// <param name="request">What the user asked for.</param>
    /// <param name="say">Takes a line for each thing that is done.</param>
    /// <exception cref="PopulationFileException">The population file cannot be used.</exception>
    public static OpenPopulation? Find(PopulationRequest request, Action<string> say)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.File is not null)
        {
            return OpenFile(request.File);
        }

        string? name = PopulationKey.FileName(request.Data, request.Residents ?? DefaultResidents, request.Seed ?? DefaultSeed);
        return name is not null && CacheFolder.Populations() is { } folder ? Reuse(Path.Combine(folder, name), say) : null;
    }

    /// <summary>Builds a population.</summary>
    /// <param name="data">Folder of open data, or null for the embedded figures.</param>
    /// <param name="residents">Residents wanted.</param>
    /// <param name="seed">Seed of the synthesis.</param>
    /// <param name="workers">Threads.</param>
    /// <param name="say">Takes a line for each thing that is done.</param>
    /// <param name="cancellation">Stops the building.</param>
    public static Population Build(
        string? data, int residents, ulong seed, int workers, Action<string> say, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(say);
        say(data is null ? "Population: building from the embedded figures" : $"Population: building from {data}");
        SynthesisInputs inputs = data is null ? EmbeddedInputs.Create(seed) : OpenDataReader.Read(data);
        foreach (string warning in inputs.Warnings)
        {
            say($"warning: {warning}");
        }

        cancellation.ThrowIfCancellationRequested();
        return PopulationSynthesiser.Build(
            inputs, new SynthesisOptions(residents, seed) { Workers = workers }, new Steps(say), cancellation);
    }

    /// <summary>Opens a file that the user names: all of it is checked, because it may have come from anywhere.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="PopulationFileException">Missing, foreign or damaged.</exception>
    public static OpenPopulation OpenFile(string path)
    {
        PopulationFile.Verify(path);
        return new OpenPopulation(PopulationFile.Open(path), path);
    }

    /// <summary>Writes a population into the cache and opens it there; null, with a warning, when it cannot be kept.</summary>
    private static OpenPopulation? Keep(Population built, string path, Action<string> say)
    {
        try
        {
            PopulationFile.Write(path, built);
            OpenPopulation open = new(PopulationFile.Open(path), path);
            say($"Population: {built.Count:N0} residents, kept in {path}");
            built.Dispose();
            CacheFolder.Prune();
            return open;
        }
        catch (PopulationFileException error)
        {
            NotKept(error.Message.TrimEnd('.'), say);
            return null;
        }
    }

    /// <summary>A cache costs time when it fails, and nothing else.</summary>
    private static void NotKept(string why, Action<string> say) =>
        say($"warning: the population is not kept for the next time: {why}. Let XDG_CACHE_HOME name a folder with room, or build a file once with 'simulate population build' and name it with --population.");

    private static OpenPopulation? Reuse(string path, Action<string> say)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            OpenPopulation found = new(PopulationFile.Open(path), path);
            CacheFolder.Use(path);
            say($"Population: {found.Population.Count:N0} residents, reused from {path}");
            if (found.Population.Description.Warnings is { Count: > 0 } warnings)
            {
                say($"warning: files of its open data disagree in {warnings.Count:N0} {(warnings.Count == 1 ? "place" : "places")}; 'simulate population describe {path}' lists them");
            }

            return found;
        }
        catch (PopulationFileException error)
        {
            say($"warning: the population that was kept cannot be used, and is built again where it is needed: {error.Message}");
            return null;
        }
    }

    /// <summary>Says each step as it begins, on the thread that reports it.</summary>
    private sealed class Steps(Action<string> say) : IProgress<string>
    {
        public void Report(string value) => say($"  {value}");
    }
}
