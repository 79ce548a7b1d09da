using System.Text.Json;

namespace Simulation.Results.Sentences;

/// <summary>How an indicator is spoken of.</summary>
/// <param name="People">Those it is about, in the plural, e.g. <c>children</c>.</param>
/// <param name="Verb">What they do, present tense, e.g. <c>walk to school</c>.</param>
/// <param name="Past">The same in the past tense.</param>
/// <param name="What">What may stay unchanged, e.g. <c>walking to school</c>.</param>
/// <param name="When">When it is so unless the caller says otherwise, e.g. <c>on a school day</c>; may be empty.</param>
/// <param name="Unit">Unit of a quantity (<c>minutes a week</c>); empty where residents are counted.</param>
public sealed record IndicatorWords(string People, string Verb, string Past, string What, string When = "", string Unit = "");

/// <summary>
/// The words and thresholds of every sentence, read once from <c>words.json</c>, so that a screen, a report and the terminal
/// say the same thing.
/// </summary>
public sealed class Words
{
    private readonly WordsFile file;

    private Words(WordsFile file) => this.file = file;

    /// <summary>The words.</summary>
    public static Words All { get; } = Load();

    /// <summary>The smallest difference of a share worth naming for a region or a place.</summary>
    public double Region => file.Thresholds["region"];

    /// <summary>The smallest change of the gap between the poorest and the richest fifth worth naming.</summary>
    public double Gap => file.Thresholds["gap"];

    /// <summary>The smallest difference of a share worth naming for a neighbourhood.</summary>
    public double Neighbourhood => file.Thresholds["neighbourhood"];

    /// <summary>Standard errors from which one run of each can tell a difference.</summary>
    public double Errors => file.Thresholds["errors"];

    /// <summary>Residents below which nothing is said.</summary>
    public double Few => file.Thresholds["few"];

    /// <summary>Words that no sentence uses.</summary>
    public IReadOnlyList<string> Forbidden => file.Forbidden;

    /// <summary>Indicators that have words, in printed order.</summary>
    public IEnumerable<string> Indicators => file.Indicators.Keys;

    /// <summary>Words of the indicator with this key; null for one that no sentence is about.</summary>
    public IndicatorWords? Of(string indicator) => file.Indicators.GetValueOrDefault(indicator);

    /// <summary>Residents that a count is about at a time: "children a day" for the days on which pupils go to school.</summary>
    /// <param name="of">What is counted, as the indicator says it.</param>
    public string Who(string of) => file.Who.GetValueOrDefault(of, of);

    internal string Sentence(string key) => file.Sentences[key];

    internal string Range(string key) => file.Ranges[key];

    internal string GapWord(string key) => file.Gaps[key];

    private static Words Load()
    {
        using Stream stream = typeof(Words).Assembly.GetManifestResourceStream("Simulation.Results.Sentences.words.json")
            ?? throw new InvalidOperationException("words.json is not in the assembly.");
        return new Words(JsonSerializer.Deserialize(stream, WordsContext.Default.WordsFile)
            ?? throw new InvalidOperationException("words.json is empty."));
    }
}
