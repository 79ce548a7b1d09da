using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Simulation.Engine.Observation;
using Simulation.Results.Sentences;

namespace Simulation.Results.Tests.Sentences;

public sealed class SentenceTests
{
    private const string Switch = "SIMULATION_UPDATE_GOLDEN";

    private static readonly (double Value, double? Low, double? High)[] Changes =
    [
        (0, null, null), (0.0004, null, null), (-0.0009, null, null), (0.001, null, null), (-0.0021, null, null), (0.0304, null, null),
        (-0.0304, null, null), (0.079, null, null), (0.25, null, null), (0, 0, 0), (0.0002, -0.0003, 0.0008), (0.0008, 0.0006, 0.00099),
        (0.002, -0.001, 0.005), (-0.002, -0.005, 0.001), (0.001, -0.0004, 0.0024), (0.079, 0.057, 0.092), (-0.079, -0.092, -0.057),
        (0.0012, 0.00001, 0.0024), (-0.0012, -0.0024, -0.00001), (0.5, 0.2, 0.8),
    ];

    public static TheoryData<string> Indicators => [.. Words.All.Indicators];

    [Fact]
    public void Of_ManyChanges_SaysWhatTheGoldenTextSays()
    {
        StringBuilder text = new();
        foreach ((string indicator, double people) in new[]
        {
            ("school_walk", 393_664.0), ("adults_inactive", 2_170_000), ("commute_car", 6_120), ("children_active", 310), ("adults_active", 9),
        })
        {
            foreach ((double value, double? low, double? high) in Changes)
            {
                Sentence sentence = Sentence.Of(new Finding(indicator, new Estimate(value, low, high), people));
                Line(text, string.Create(CultureInfo.InvariantCulture, $"{indicator} {people} {value} [{low}, {high}]"), sentence);
            }
        }

        foreach ((double value, double? low, double? high) in new (double, double?, double?)[]
            { (0.4, null, null), (-3.26, null, null), (14.6, 9.1, 20.2), (0.4, -0.3, 0.9), (1, -2, 4) })
        {
            Sentence sentence = Sentence.Of(new Finding("mean_minutes_adults", new Estimate(value, low, high), 2_170_000));
            Line(text, string.Create(CultureInfo.InvariantCulture, $"mean_minutes_adults {value} [{low}, {high}]"), sentence);
        }

        ShouldMatchGolden(text, "changes");
    }

    [Fact]
    public void OfGap_ManyChanges_SaysWhatTheGoldenTextSays()
    {
        StringBuilder text = new();
        foreach (double before in (double[])[0.12, -0.12, 0.002, 0])
        {
            foreach ((double value, double? low, double? high) in new (double, double?, double?)[]
            {
                (0, null, null), (-0.0000001, null, null), (0.004, null, null), (0.006, null, null), (-0.006, null, null), (-0.03, null, null),
                (0, -0.001, 0.001), (0.01, -0.006, 0.02), (-0.03, -0.04, -0.02), (0.03, 0.02, 0.04), (-0.3, null, null), (0.3, null, null),
            })
            {
                Sentence sentence = Sentence.OfGap(new GapFinding("school_walk", before, new Estimate(value, low, high)));
                Line(text, string.Create(CultureInfo.InvariantCulture, $"gap {before} {value} [{low}, {high}]"), sentence);
            }
        }

        ShouldMatchGolden(text, "gaps");
    }

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Of_AnyChange_NeverSaysANumberWithoutARange(string indicator)
    {
        foreach ((double value, double? low, double? high) in Changes)
        {
            Sentence sentence = Sentence.Of(new Finding(indicator, new Estimate(value, low, high), 50_000));

            (sentence.Text.Contains("range", StringComparison.Ordinal)
                || sentence.Text.Contains("likely", StringComparison.Ordinal)
                || sentence.Text.StartsWith("We can't tell", StringComparison.Ordinal)
                || sentence.Text.StartsWith("No change worth naming", StringComparison.Ordinal)).ShouldBeTrue(sentence.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Of_AnyIndicator_UsesNoForbiddenWordAndFillsEveryBlank(string indicator)
    {
        foreach ((double value, double? low, double? high) in Changes)
        {
            foreach (bool past in (bool[])[false, true])
            {
                string text = Sentence.Of(new Finding(indicator, new Estimate(value, low, high), 50_000) { Past = past, When = "today" }).Text;
                foreach (string word in Words.All.Forbidden)
                {
                    $" {text} ".ShouldNotContain($" {word} ", Case.Insensitive);
                }

                text.ShouldNotContain("{");
                text.ShouldNotContain("  ");
                text.ShouldNotContain("-0");
            }
        }
    }

    [Fact]
    public void Words_OfIndicators_AreOfThoseInTheCatalogue()
    {
        IEnumerable<string> known = Indicator.All.Select(i => i.Key).Append("residents_inactive");

        Words.All.Indicators.Except(known).ShouldBeEmpty();
        Words.All.Indicators.ShouldContain("adults_inactive");
    }

    [Fact]
    public void Of_TheOppositeChange_SaysTheOpposite()
    {
        foreach ((double value, double? low, double? high) in Changes)
        {
            Finding finding = new("school_walk", new Estimate(value, low, high), 393_664);
            Sentence one = Sentence.Of(finding);
            Sentence other = Sentence.Of(finding with { Change = finding.Change.Negated });

            other.Sign.ShouldBe(-one.Sign);
            other.Certainty.ShouldBe(one.Certainty);
            other.Range.ShouldBe(one.Range);
            if (one.Certainty == Certainty.Known)
            {
                other.Statement.ShouldBe(one.Sign > 0
                    ? one.Statement.Replace("more ", "fewer ", StringComparison.Ordinal)
                    : one.Statement.Replace("fewer ", "more ", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Against_AWiderRangeAroundTheSameChange_NeverBecomesMoreCertain()
    {
        foreach (double value in (double[])[0, 0.0004, 0.0012, 0.004, -0.02])
        {
            int before = int.MaxValue;
            for (double half = 0; half < 0.05; half += 0.0001)
            {
                Certainty certainty = new Estimate(value, value - half, value + half).Against(0.001);
                int sureness = certainty switch { Certainty.Known or Certainty.NoChange => 1, _ => 0 };
                sureness.ShouldBeLessThanOrEqualTo(before);
                before = sureness;
            }
        }
    }

    [Fact]
    public void Count_GrowingNumbers_NeverSaysLess()
    {
        double before = -1;
        for (double number = 0; number < 3_000_000; number = (number * 1.003) + 1)
        {
            string said = SpokenNumber.Count(number);
            double value = said.EndsWith("million", StringComparison.Ordinal)
                ? 1e6 * double.Parse(said.Split(SpokenNumber.NoBreak)[0], CultureInfo.InvariantCulture)
                : double.Parse(said, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
            value.ShouldBeGreaterThanOrEqualTo(before);
            Math.Abs(value - number).ShouldBeLessThanOrEqualTo(number < 1_000 ? 0.5 : 0.05 * number);
            before = value;
        }
    }

    [Theory]
    [InlineData(0.079, "8 more in every 100")]
    [InlineData(-0.079, "8 fewer in every 100")]
    [InlineData(0.0304, "3 more in every 100")]
    [InlineData(0.0031, "3 more in every 1,000")]
    [InlineData(0.00996, "1 more in every 100")]
    [InlineData(-0.0004, "less than 1 fewer in every 1,000")]
    public void ShareOfChange_AnyShare_IsSaidInWholePeople(double share, string said) =>
        SpokenNumber.ShareOfChange(share).Replace(SpokenNumber.NoBreak, ' ').ShouldBe(said);

    private static void Line(StringBuilder text, string numbers, Sentence sentence) =>
        text.Append(numbers).Append(": ").Append(sentence.Text.Replace(SpokenNumber.NoBreak, '~')).Append('\n');

    private static void ShouldMatchGolden(StringBuilder text, string name, [CallerFilePath] string file = "")
    {
        string path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "golden", "sentences", name + ".txt"));
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            File.WriteAllText(path, text.ToString());
            Assert.Fail($"{path} was written; unset {Switch} and read the change.");
        }

        text.ToString().ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"), $"{path} differs; if that is meant, run the tests once with {Switch}=1.");
    }
}
