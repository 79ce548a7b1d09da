using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Engine.Observation;
using Simulation.Results.Sentences;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Live;

/// <summary>Says what the plan has done on the day on screen, in the words that the terminal and the report use too.</summary>
/// <param name="map">The population's map.</param>
/// <param name="start">First day of the horizon.</param>
internal sealed class Answers(ViewMap map, DateOnly start)
{
    /// <summary>The indicator that a plan without interventions opens on; of this one a single day can be told.</summary>
    public const string First = "school_walk";

    /// <summary>Half a range that holds 8 of 10, for half of one that holds 19 of 20.</summary>
    internal const double Likely = 1.2816 / 1.96;
    private const int WorkingDays = 5;
    private const int DaysRemembered = 8;
    private const string All = "all";
    private const string Deprivation = "deprivation";
    private static readonly int Travelling = Array.IndexOf(Tallies.Names, "pupilsTravelling");
    private static readonly int Walking = Array.IndexOf(Tallies.Names, "pupilsWalking");
    private readonly Dictionary<Key, SortedList<int, (double Value, double Count)>> weeks = [];
    private SchoolDay? lastSchoolDay;

    /// <summary>Key of the indicator that a plan opens on: what most of its interventions move first.</summary>
    /// <param name="levers">The plan's interventions.</param>
    public static string HeadlineOf(IEnumerable<LeverView> levers) =>
        Headline.Of(levers.Select(lever => InterventionCatalogue.Find(lever.Kind)).OfType<InterventionKind>()) ?? First;

    /// <summary>Learns the figures of a week.</summary>
    /// <param name="figures">Figures by whatever they are given by.</param>
    public void Learn(IEnumerable<ArmFigure> figures)
    {
        foreach (ArmFigure figure in figures)
        {
            Learn((int)figure.Arm, figure.Row.Name, figure.Row.By, figure.Row.Stratum, figure.Row.Date, figure.Row.Value, figure.Row.Count);
        }
    }

    /// <summary>Learns from the message of a week, as a recording keeps it; others are passed over.</summary>
    public void Learn(byte[] message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if ((MessageKind)message[3] != MessageKind.Figures)
        {
            return;
        }

        using JsonDocument json = JsonDocument.Parse(message.AsMemory(Wire.HeaderBytes));
        JsonElement[][] columns = [.. new[] { "arm", "name", "by", "stratum", "date", "value", "count" }.Select(name => json.RootElement.GetProperty(name).EnumerateArray().ToArray())];
        for (int i = 0; i < columns[0].Length; i++)
        {
            double value = columns[5][i].ValueKind == JsonValueKind.Number ? columns[5][i].GetDouble() : double.NaN;
            Learn(
                columns[0][i].GetInt32(), columns[1][i].GetString()!, columns[2][i].GetString()!, columns[3][i].GetString()!,
                DateOnly.Parse(columns[4][i].GetString()!, CultureInfo.InvariantCulture), value, columns[6][i].GetDouble());
        }
    }

    /// <summary>What to say.</summary>
    /// <param name="indicator">Key of the indicator.</param>
    /// <param name="day">Day on screen.</param>
    /// <param name="frame">The frame of that day; null where there are weeks only.</param>
    /// <returns>Null while nothing is known.</returns>
    public Answer? Of(string indicator, int day, FrameBuffers? frame)
    {
        if (Words.All.Of(indicator) is not { } words)
        {
            return null;
        }

        // Of a school day all is told of that day, of anything else all of the last week: no sentence mixes the two.
        SchoolDay? told = indicator == First ? Told(day, frame) : null;
        Finding? finding = told is null
            ? OfTheWeek(indicator, day)
            : new Finding(First, new Estimate(told.All.Change), told.All.People) { When = told.Day == day ? "today" : $"on {Date(told.Day)}", Past = true, WithoutRange = NoRange.OneRun };
        if (finding is null)
        {
            return null;
        }

        int better = Indicator.Find(indicator)?.Better switch { Better.Higher => 1, Better.Lower => -1, _ => 0 };
        (FifthChange Poorest, FifthChange Richest)? fifths = words.Unit.Length > 0 ? null : told is not null ? (told.Poorest, told.Richest) : FifthsOfTheWeek(indicator, day);
        Fifths? spread = fifths is { } both ? Fifths.Of(indicator, both.Poorest, both.Richest) : null;
        Sentence first = Sentence.Of(finding);
        return new Answer(
            day, indicator, told is null ? $"Week to {Short(WeekOf(indicator, day))}" : Date(told.Day),
            new AnswerSentence(first.Statement, first.Lit, first.Range, first.Sign, first.Sign * (better == 0 ? 1 : better) >= 0),
            spread is null ? [] : [Said(spread.Poorest, good: true), Said(spread.Gap, spread.Gap.For >= 0)],
            spread is null ? string.Empty : Sentence.WordFor(spread.Says), CurveTitle(words), $"{SpokenNumber.Count(finding.People)}{SpokenNumber.NoBreak}{words.People}");
    }

    private static AnswerSentence Said(Sentence sentence, bool good) => new(sentence.Statement, string.Empty, sentence.Range, sentence.Sign, good);

    private static string CurveTitle(IndicatorWords words) =>
        words.Unit.Length > 0 ? $"{char.ToUpperInvariant(words.What[0])}{words.What[1..]}, {words.Unit}" : $"Of every 100 {words.People}, {words.Verb}";

    // A day without school says what the last school day said, and names it.
    private SchoolDay? Told(int day, FrameBuffers? frame)
    {
        if (frame is not null && Walked(frame, 1, 10) is { People: > 0 } all)
        {
            lastSchoolDay = new SchoolDay(day, all, Walked(frame, 1, 2), Walked(frame, 9, 10));
        }

        return lastSchoolDay is { } told && told.Day <= day && told.Day > day - DaysRemembered ? told : null;
    }

    private Finding? OfTheWeek(string indicator, int day) => Change(indicator, All, [All], day) is { } change
        ? new Finding(indicator, new Estimate(change.Value, change.Value - (Likely * change.HalfWidth), change.Value + (Likely * change.HalfWidth)), change.Count / DaysOf(indicator)) { WithoutRange = NoRange.OneRun }
        : null;

    // Trips of a week rest on people and days; those who make them are people.
    private static int DaysOf(string indicator) => Indicator.Find(indicator)?.Of.EndsWith(" days", StringComparison.Ordinal) == true ? WorkingDays : 1;

    // Pupils who walked on the day of a frame, of those who were on their way, in neighbourhoods of some deciles.
    private FifthChange Walked(FrameBuffers frame, int lowest, int highest)
    {
        ReadOnlySpan<ushort> plan = frame.TalliesOf(Arm.Scenario);
        ReadOnlySpan<ushort> without = frame.TalliesOf(Arm.Baseline);
        double people = 0;
        double more = 0;
        double before = 0;
        for (int n = 0; n < map.NeighbourhoodCount; n++)
        {
            if (map.Decile[n] >= lowest && map.Decile[n] <= highest)
            {
                int at = n * Tallies.Fields;
                people += plan[at + Travelling];
                before += without[at + Walking];
                more += plan[at + Walking] - without[at + Walking];
            }
        }

        return people == 0 ? default : new FifthChange(more / people, before / people, people);
    }

    private (FifthChange Poorest, FifthChange Richest)? FifthsOfTheWeek(string indicator, int day) =>
        Change(indicator, Deprivation, ["1", "2"], day) is { } poorest && Change(indicator, Deprivation, ["9", "10"], day) is { } richest
            ? (OfTheWeek(indicator, poorest), OfTheWeek(indicator, richest))
            : null;

    private static FifthChange OfTheWeek(string indicator, Difference change) =>
        new(change.Value, change.Before, change.Count / DaysOf(indicator), change.HalfWidth is { } half ? Likely * half : null);

    private void Learn(int arm, string name, string by, string stratum, DateOnly date, double value, double count)
    {
        if (by is not (All or Deprivation) || !double.IsFinite(value))
        {
            return;
        }

        ref SortedList<int, (double Value, double Count)>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(weeks, new Key(arm, name, by, stratum), out _);
        list ??= [];
        list[date.DayNumber - start.DayNumber + 1] = (value, count);
    }

    private Difference? Change(string name, string by, string[] strata, int day)
    {
        (double Value, double Count)? plan = Mean(0, name, by, strata, day);
        (double Value, double Count)? without = Mean(1, name, by, strata, day);
        // Ranges of joined strata come joined: that of a sum is not the sum of ranges.
        double? half = Mean(2, name, by, [string.Join('+', strata)], day)?.Value;
        return plan is { } a && without is { } b ? new Difference(a.Value - b.Value, b.Value, a.Count, half) : null;
    }

    private (double Value, double Count)? Mean(int arm, string name, string by, string[] strata, int day)
    {
        double sum = 0;
        double total = 0;
        foreach (string stratum in strata)
        {
            if (weeks.TryGetValue(new Key(arm, name, by, stratum), out SortedList<int, (double Value, double Count)>? list) && At(list, day) is { } point)
            {
                sum += point.Value * point.Count;
                total += point.Count;
            }
        }

        return total > 0 ? (sum / total, total) : null;
    }

    private int WeekOf(string indicator, int day) =>
        weeks.TryGetValue(new Key(0, indicator, All, All), out SortedList<int, (double Value, double Count)>? list) ? list.Keys.LastOrDefault(d => d <= day) : day;

    private static (double Value, double Count)? At(SortedList<int, (double Value, double Count)> list, int day)
    {
        for (int i = list.Count - 1; i >= 0; i--)
        {
            if (list.Keys[i] <= day)
            {
                return list.Values[i];
            }
        }

        return null;
    }

    private string Date(int day) => start.AddDays(day - 1).ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    private string Short(int day) => start.AddDays(day - 1).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>What was told of a day with school.</summary>
    private sealed record SchoolDay(int Day, FifthChange All, FifthChange Poorest, FifthChange Richest);

    private readonly record struct Key(int Arm, string Name, string By, string Stratum);

    private sealed record Difference(double Value, double Before, double Count, double? HalfWidth);
}
