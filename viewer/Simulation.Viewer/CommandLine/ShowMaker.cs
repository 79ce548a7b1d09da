using Simulation.Engine.Interventions.Kinds;
using Simulation.Engine.Populations;
using Simulation.Engine.Time;
using Simulation.Populations;
using Simulation.Results.RunFiles;
using Simulation.Results.Runs;
using Simulation.Scenarios;
using Simulation.Scenarios.Checks;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Live;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;
using Simulation.Viewer.Replay;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Steering;
using Simulation.Viewer.Stories;
using Simulation.Viewer.Wall;

namespace Simulation.Viewer.CommandLine;

/// <summary>Makes what was asked for: a live run, finished ones, or a recording.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="output">Takes a line for each thing that is done.</param>
internal sealed class ShowMaker(ViewerOptions options, TextWriter output)
{
    private const string DefaultScenario = "school-run-together";
    private const string OpenData = "open data";
    private const int WeeksToAnEffect = 4;
    private const int DaysAWeek = 7;
    private const int LongestHoliday = 60;

    /// <summary>Makes it.</summary>
    /// <exception cref="ViewerException">Something the user can put right.</exception>
    public IShow Make(CancellationToken cancellation)
    {
        EnsureReadable();
        if (options.Files.FirstOrDefault(IsRecording) is { } recording)
        {
            return MakeRecording(recording, cancellation);
        }

        return Runs ? MakeRuns(cancellation) : MakeLive(cancellation);
    }

    /// <summary>Makes what the wall and films take their days from.</summary>
    /// <exception cref="ViewerException">Something the user can put right.</exception>
    public (IWallSource Source, Story? Story) MakeWall(CancellationToken cancellation)
    {
        EnsureReadable();
        IWallSource source = options.Files.FirstOrDefault(IsRecording) is { } recording ? OpenRecording(recording) : Runs ? OpenRuns(cancellation) : new LiveWallSource(MakeModel(cancellation).Source);
        try
        {
            return (source, StoryOf(source.Map.Places));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Refuses a story, or a scenario that is named beside another, which cannot be read; nothing is built for it.</summary>
    /// <exception cref="ViewerException">It cannot be read.</exception>
    public void EnsureReadable()
    {
        if (options.Story is not null)
        {
            StoryReader.Read(options.Story, places: null);
        }

        if (!Runs && options.Files is [var file, ..] && !IsRecording(file) && ScenarioReader.Read(file) is { Scenario: null } read)
        {
            throw new ViewerException($"{file} cannot be shown{Environment.NewLine}{DiagnosticPrinter.Print(read.Diagnostics).TrimEnd()}");
        }
    }

    private bool Runs => options.Files.Count >= 2 || (options.Files.Count == 1
        && (RunFileReader.LooksLikeRunFile(options.Files[0]) || Ends(options.Files[0], RunFileFormat.Extension)));

    private static bool IsRecording(string file) => Ends(file, RecordingFormat.Extension) || RecordingFiles.LooksLikeOne(file);

    private static bool Ends(string file, string extension) => file.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    private RecordedWallSource OpenRecording(string file)
    {
        RefuseBeside(file);
        return new RecordedWallSource(Recording.Open(file));
    }

    private void RefuseBeside(string file)
    {
        if (options.Files.Count > 1)
        {
            throw new ViewerException($"{file} is a recording and is shown alone: it holds its scenario and its baseline. Name no other file beside it.");
        }

        if (options.Population.IsNamed || options.Days is not null || options.Seed is not null || options.Record is not null || options.Study is not null)
        {
            throw new ViewerException($"{file} is a recording: its residents, days and luck are in it. Leave out --data, --population, --residents, --days, --seed, --record and --study.");
        }
    }

    private LiveShow MakeRecording(string file, CancellationToken cancellation)
    {
        RefuseBeside(file);
        Recording recording = Recording.Open(file);
        try
        {
            IReadOnlyList<int> days = recording.Days;
            output.WriteLine($"Recording: {days.Count:N0} {(days.Count == 1 ? "day" : "days")} of {recording.About.About.Title}, {recording.Map.Residents:N0} residents, from {file}");
            if (!KeptWords.All(days))
            {
                output.WriteLine(KeptWords.Of(days, recording.About.About.Start));
            }

            if (recording.Trouble is { } trouble)
            {
                output.WriteLine(trouble);
            }

            Story? story = options.Story is null ? null : StoryReader.Read(options.Story, recording.Map.Places);
            var show = new LiveShow(recording, story, Shelf());
            _ = Task.Run(() => Check(recording, cancellation), CancellationToken.None);
            return show;
        }
        catch
        {
            recording.Dispose();
            throw;
        }
    }

    // The picture is there at once; a large file takes seconds to read whole.
    private void Check(Recording recording, CancellationToken cancellation)
    {
        string? known = recording.Trouble;
        try
        {
            recording.Check(cancellation);
            if (recording.Trouble is { } trouble && trouble != known)
            {
                output.WriteLine(trouble);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The viewer ended before the file was read.
        }
    }

    private RunsShow MakeRuns(CancellationToken cancellation)
    {
        if (options.Record is not null)
        {
            throw new ViewerException("--record keeps what a live run shows; a finished run is a file already. Leave out --record.");
        }

        if (options.Study is not null)
        {
            throw new ViewerException("--study says what levers do that can be pulled; finished runs have none. Leave out --study.");
        }

        if (RunFamily.Open(options.Files) is { } family)
        {
            try
            {
                return Beside(family, cancellation);
            }
            catch
            {
                family.Dispose();
                throw;
            }
        }

        using RunGroup runs = RunGroup.Open(options.Files);
        using OpenPopulation open = PopulationOf(runs, cancellation);
        RunManifest manifest = runs.Pairs[0].Scenario.Manifest;
        return new RunsShow(
            PopulationMap.Create(open.Population), runs, StreetsOf(manifest, open.Population), HeadlineOf(manifest), StoryOf([.. open.Population.Places.Select(p => p.Name)]), Shelf());
    }

    private RunsShow Beside(RunFamily family, CancellationToken cancellation)
    {
        using OpenPopulation open = PopulationOf(family.Pair(0, 1), cancellation);
        output.WriteLine($"{family.Names.Count} plans beside one another: {string.Join(", ", family.Names)}");

        // What a plan closes is looked up once, while residents are at hand.
        Dictionary<string, (IReadOnlyList<ClosedStreet>, string)> told = family.Manifests.ToDictionary(
            manifest => manifest.ScenarioHash, manifest => (StreetsOf(manifest, open.Population), HeadlineOf(manifest)), StringComparer.Ordinal);
        return new RunsShow(
            PopulationMap.Create(open.Population), family, manifest => told[manifest.ScenarioHash], StoryOf([.. open.Population.Places.Select(p => p.Name)]), Shelf());
    }

    private RunsWallSource OpenRuns(CancellationToken cancellation)
    {
        using RunGroup runs = RunGroup.Open(options.Files);
        using OpenPopulation open = PopulationOf(runs, cancellation);
        RunManifest manifest = runs.Pairs[0].Scenario.Manifest;
        return new RunsWallSource(PopulationMap.Create(open.Population), runs, StreetsOf(manifest, open.Population), HeadlineOf(manifest));
    }

    private OpenPopulation PopulationOf(RunGroup runs, CancellationToken cancellation)
    {
        FilePair pair = runs.Pairs[0];
        RunManifest manifest = pair.Scenario.Manifest;
        PopulationRequest asked = options.Population;
        if (manifest.PopulationSource == OpenData && !asked.IsNamed)
        {
            throw new ViewerException($"{pair.Scenario.Path} was made from open data; name its folder with --data or its population with --population, so that its residents can be put on the map.");
        }

        OpenPopulation open = PopulationProvider.Open(
            new PopulationRequest(manifest.PopulationSource == OpenData ? asked.Data : null, asked.File, manifest.Residents, manifest.PopulationSeed),
            options.Workers, output.WriteLine, cancellation);
        if (open.Population.Description.Hash == manifest.PopulationHash)
        {
            return open;
        }

        open.Dispose();
        throw new ViewerException(
                $"{pair.Scenario.Path} is about other residents than {(asked.File ?? asked.Data) ?? "this version makes"}. " +
                "Name the run's own with --population or --data, or make the run again with 'simulate run'.");
    }

    private LiveShow MakeLive(CancellationToken cancellation)
    {
        if (options.Record is not null)
        {
            RecordingFiles.Refuse(options.Record);
        }

        (ModelSource source, Scenario scenario) = MakeModel(cancellation);
        try
        {
            return new LiveShow(
                source, StoryOf(source.Map.Places), Recording.Create(RecordedAbout.Of(source), source.Map, options.Record), OpeningDay(scenario), Shelf());
        }
        catch (Exception e) when (e is InvalidOperationException or ViewerException or RecordingException)
        {
            source.Dispose();
            throw e as ViewerException ?? new ViewerException(e.Message, e);
        }
    }

    private (ModelSource Source, Scenario Scenario) MakeModel(CancellationToken cancellation)
    {
        // A folder that cannot be read is found before residents are made.
        KeptEffects kept = options.Study is { } folder ? KeptEffects.Read(folder) : KeptEffects.None;
        Scenario scenario = WrittenSettings.Write(
            Read(options.Files.Count == 0 ? DefaultScenario : options.Files[0]), options.Days, options.Population.Residents, options.Seed);
        if (FrozenPeople.WarningLive(scenario.Start, scenario.Days) is { } warning)
        {
            output.WriteLine("warning: " + warning);
        }

        OpenPopulation open = PopulationProvider.Open(
            options.Population with { Residents = scenario.Residents, Seed = (ulong?)scenario.PopulationSeed }, options.Workers, output.WriteLine, cancellation);
        try
        {
            return (new ModelSource(open.Population, scenario, (ulong)(scenario.Seed ?? 1), options.Workers, kept) { RunWith = RunWith() }, scenario);
        }
        catch (InvalidOperationException e)
        {
            open.Dispose();
            throw new ViewerException(e.Message, e);
        }
    }

    /// <summary>A school day four weeks after the first intervention begins: the first day on which there is something to see.</summary>
    private static int OpeningDay(Scenario scenario)
    {
        DateOnly begins = scenario.Interventions.Count == 0
            ? scenario.Start
            : DateOnly.FromDayNumber(Math.Max(scenario.Start.DayNumber, scenario.Interventions.Min(i => i.Request.PhaseIn.Start)));
        DateOnly day = begins.AddDays(WeeksToAnEffect * DaysAWeek);
        for (int i = 0; i < LongestHoliday && !SchoolCalendar.Describe(day).SchoolDay; i++)
        {
            day = day.AddDays(1);
        }

        return Math.Min(scenario.Days, day.DayNumber - scenario.Start.DayNumber + 1);
    }

    private string RunWith() =>
        options.Population.File is { } file ? $"--population {file}" : options.Population.Data is { } data ? $"--data {data}" : string.Empty;

    private Scenario Read(string path)
    {
        ScenarioResult result = ScenarioReader.Read(path);

        // What becomes of people in a finished run is not what becomes of them in a live one.
        string text = DiagnosticPrinter.Print([.. result.Diagnostics.Where(found => found.Code != FrozenPeople.Code)]).TrimEnd();
        if (result.Scenario is null)
        {
            throw new ViewerException($"{path} cannot be shown{Environment.NewLine}{text}");
        }

        if (text.Length > 0)
        {
            output.WriteLine(text);
        }

        return result.Scenario;
    }

    // A run keeps its scenario as written. One that leans on files which are not here any more still shows all its figures.
    private static IReadOnlyList<ClosedStreet> StreetsOf(RunManifest manifest, Population population)
    {
        ScenarioResult read = ScenarioReader.ReadText(manifest.ScenarioText, manifest.ScenarioName);
        return read.Scenario is { } scenario && ScenarioBinder.Bind(scenario, population) is { HasErrors: false } bound
            ? SchoolStreets.Of(bound.Effects, manifest.Start)
            : [];
    }

    private static string HeadlineOf(RunManifest manifest) =>
        Headline.Of(ScenarioReader.ReadText(manifest.ScenarioText, manifest.ScenarioName).Scenario?.Interventions.Select(i => i.Kind) ?? []) ?? Answers.First;

    private StoryShelf Shelf() => new(options.Story);

    private Story? StoryOf(IReadOnlyList<string> places) => options.Story is null ? null : StoryReader.Read(options.Story, places);
}
