using System.Globalization;
using System.Text.Json;
using Simulation.Engine.Observation;
using Simulation.Experiments.Running;
using Simulation.Results.Comparisons;
using Simulation.Results.Indicators;
using Simulation.Results.Runs;
using Simulation.Results.Sentences;

namespace Simulation.Cli.Output;

/// <summary>What a run came to, at its end.</summary>
internal static class HeadlineReport
{
    private const string Everybody = "all";

    private static readonly string[] Headlines =
    [
        "adults_inactive", "adults_fairly_active", "adults_active", "children_active", "school_walk", "active_travel_adults", "sii_inactive",
    ];

    /// <summary>Prints the headline table, the counts with their definitions, and what the run cost.</summary>
    public static void Print(Terminal terminal, IRunFigures run)
    {
        Window year = Window.Last([run]);
        if (year.Indicators.Count == 0)
        {
            terminal.WriteHeading(run.Manifest.ScenarioName);
            terminal.WriteLine("No figures: the run ends before its first week does. Weeks end on Sundays.");
            return;
        }

        Window weeks = Window.Last([run], WindowLength.FourWeeks);
        IReadOnlyDictionary<(string Name, string Stratum), Figure> figures = year.Figures(run, Everybody);
        IReadOnlyDictionary<(string Name, string Stratum), Figure> latest = weeks.Figures(run, Everybody);
        TextTable table = new(["Headline", run.Manifest.Days >= 364 ? ">Year" : ">Run", ">4 weeks", ">Number", "Of"]);
        List<Indicator> printed = [];
        foreach (string name in Headlines.Where(n => year.Indicators.Contains(n)))
        {
            Indicator indicator = Indicator.Find(name);
            Figure figure = figures[(name, Everybody)];
            bool share = indicator.Unit == IndicatorUnit.Share;
            table.Add(
                indicator.Label,
                Numbers.Value(indicator, figure.Value),
                Numbers.Value(indicator, latest[(name, Everybody)].Value),
                share ? Numbers.Count(figure.Value * figure.Count * run.Manifest.Scale / year.DaysAWeek(name)) : string.Empty,
                share ? $"{Numbers.Count(figure.Count * run.Manifest.Scale / year.DaysAWeek(name))} {Words.All.Who(indicator.Of)}" : string.Empty);
            printed.Add(indicator);
        }

        terminal.WriteHeading(run.Manifest.ScenarioName);
        table.Write(terminal);
        terminal.WriteParagraph(
            $"{(run.Manifest.Days >= 364 ? "Year: mean of the last 52 weeks" : "Run: mean of all weeks")}, with its number. 4 weeks: the last four of school{Dates(weeks)}.");
        if (run.Manifest.RegionResidents > 0)
        {
            terminal.WriteParagraph(string.Create(
                CultureInfo.InvariantCulture,
                $"Numbers are those of the region's {run.Manifest.RegionResidents:N0} residents, estimated from the {run.Manifest.Residents:N0} simulated."));
        }

        foreach (string warning in run.Manifest.Warnings)
        {
            terminal.WriteParagraph("Warning: " + warning);
        }

        if (BaselineDrift.Of(run) is { } drift)
        {
            terminal.WriteParagraph(drift.Sentence);
        }

        PrintYears(terminal, run.Manifest);
        PrintGuidelines(terminal, figures, run.Manifest.Scale);
        terminal.WriteLine();
        terminal.WriteLine("What they rest on");
        foreach (Indicator indicator in printed)
        {
            terminal.WriteParagraph($"{indicator.Label}: {indicator.Definition}", indent: 2);
        }
    }

    private static void PrintYears(Terminal terminal, RunManifest run)
    {
        if (run.YearsLived.Count == 0)
        {
            return;
        }

        TextTable table = new(["Year to", ">Births", ">Deaths", ">Came", ">Left", ">Moved", ">Residents", ">65+", ">In work"]);
        foreach (YearLived year in run.YearsLived)
        {
            table.Add(
                year.Until.AddDays(-1).ToString("d MMM yyyy", CultureInfo.InvariantCulture),
                Numbers.Count(year.Births * run.Scale),
                Numbers.Count(year.Deaths * run.Scale),
                Numbers.Count(year.Arrivals * run.Scale),
                Numbers.Count(year.Departures * run.Scale),
                Numbers.Count(year.Movers * run.Scale),
                Numbers.Count(year.Residents * run.Scale),
                Numbers.Fixed(100.0 * year.Aged65 / year.Residents, 1) + " %",
                Numbers.Count(year.Employed * run.Scale));
        }

        terminal.WriteLine();
        table.Write(terminal);
        terminal.WriteParagraph(string.Create(
            CultureInfo.InvariantCulture,
            $"What happened in the year; who is there, of the day after. A turn of the year took {run.YearsLived.Average(year => year.TurnSeconds):0.0} s. Activity does not change who dies."));
    }

    /// <summary>Prints what the run cost.</summary>
    public static void PrintCost(Terminal terminal, RunManifest run)
    {
        terminal.WriteLine();
        terminal.WriteLine(
            $"{run.Residents:N0} {(run.Residents == 1 ? "resident" : "residents")}, {run.Days:N0} {(run.Days == 1 ? "day" : "days")}, seed {run.Seed}, {Workers(run.Workers)}: {Numbers.Time(run.WallSeconds)},");
        terminal.WriteLine(
            $"{Numbers.Fixed(run.ResidentDaysPerSecond / 1e6, 1)} million resident-days a second, peak memory {Numbers.Bytes(run.PeakMemoryBytes)}.");
        terminal.WriteLine($"State {run.StateHash}");
    }

    /// <summary>Writes the members of the object that <c>run --json</c> prints.</summary>
    public static void WriteJson(Utf8JsonWriter json, FinishedRun finished)
    {
        RunManifest run = finished.Figures.Manifest;
        json.WriteString("scenario", run.ScenarioName);
        json.WriteString("scenarioHash", run.ScenarioHash);
        json.WriteString("file", finished.File);
        json.WriteString("start", run.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumber("days", run.Days);
        json.WriteNumber("residents", run.Residents);
        json.WriteNumber("regionResidents", run.RegionResidents > 0 ? run.RegionResidents : run.Residents);
        json.WriteStartArray("warnings");
        run.Warnings.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteNumber("seed", run.Seed);
        json.WriteNumber("workers", run.Workers);
        json.WriteNumber("lanes", run.Lanes);
        json.WriteNumber("wallSeconds", run.WallSeconds);
        json.WriteNumber("warmUpSeconds", run.WarmUpSeconds);
        json.WriteNumber("residentDaysPerSecond", run.ResidentDaysPerSecond);
        json.WriteNumber("peakMemoryBytes", run.PeakMemoryBytes);
        json.WriteString("stateHash", run.StateHash);
        json.WriteString("populationHash", run.PopulationHash);
        json.WriteString("populationSource", run.PopulationSource);
        json.WriteString("populationFile", finished.PopulationFile);
        json.WriteStrings("populationWarnings", run.PopulationWarnings);
        json.WriteString("parametersHash", run.ParametersHash);
        json.WriteString("engineVersion", run.Build.Version);
        json.WriteString("modelHash", run.Build.Model);
        json.WriteString("commit", run.Build.Commit);
        WriteIndicators(json, "indicators", "counts", finished.Figures, WindowLength.Year);
        WriteIndicators(json, "indicatorsLast28Days", "countsLast28Days", finished.Figures, WindowLength.FourWeeks);
        json.WriteObject("processSeconds", () =>
        {
            foreach ((string process, double seconds) in finished.Profile)
            {
                json.WriteFinite(process, seconds);
            }
        });
    }

    private static void WriteIndicators(Utf8JsonWriter json, string values, string counts, IRunFigures run, WindowLength length)
    {
        Window window = Window.Last([run], length);
        IReadOnlyDictionary<(string Name, string Stratum), Figure> figures = window.Figures(run, Everybody);
        json.WriteObject(values, () =>
        {
            foreach (string name in window.Indicators)
            {
                double scale = Indicator.Find(name).Unit == IndicatorUnit.Cars ? run.Manifest.Scale : 1;
                json.WriteFinite(name, scale * figures[(name, Everybody)].Value);
            }
        });
        json.WriteObject(counts, () =>
        {
            foreach (string name in window.Indicators)
            {
                json.WriteFinite(name, run.Manifest.Scale * figures[(name, Everybody)].Count);
            }
        });
    }

    /// <summary>The programme's own headline, which only adds up when adults and children are counted together.</summary>
    private static void PrintGuidelines(Terminal terminal, IReadOnlyDictionary<(string Name, string Stratum), Figure> figures, double scale)
    {
        if (Find(figures, "adults_active") is not { } adults || Find(figures, "children_active") is not { } children)
        {
            return;
        }

        terminal.WriteLine();
        terminal.WriteParagraph(
            $"{Numbers.Count(scale * (((1 - adults.Value) * adults.Count) + ((1 - children.Value) * children.Count)))} residents do not meet the guidelines: "
            + "adults 16+ under 150 minutes a week and children 5-15 under 60 minutes a day, both counted.");
        if (Find(figures, "adults_inactive") is { } inactive)
        {
            terminal.WriteParagraph($"{Numbers.Count(scale * inactive.Value * inactive.Count)} adults 16+ are inactive: under 30 minutes a week; children are not counted.");
        }
    }

    private static string Dates(Window window) => window.Span is { } span
        ? string.Create(CultureInfo.InvariantCulture, $", {span.First:d MMMM} to {span.Last:d MMMM yyyy}")
        : string.Empty;

    private static string Workers(int workers) => workers == 1 ? "1 worker" : $"{workers} workers";

    private static Figure? Find(IReadOnlyDictionary<(string Name, string Stratum), Figure> figures, string name) =>
        figures.TryGetValue((name, Everybody), out Figure figure) ? figure : null;
}
