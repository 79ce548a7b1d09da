using Simulation.Viewer.Protocol;
using Simulation.Viewer.Stories;

namespace Simulation.Viewer.Tests;

public sealed class StoryReaderTests
{
    private static readonly string[] Places = ["Halton", "Knowsley", "Liverpool"];

    [Fact]
    public void Parse_EveryKey_IsRead()
    {
        Story story = StoryReader.Parse(
            "story: A story\nversion: 1\nsteps:\n  - { title: One, caption: c, notes: n, place: liverpool, zoom: 3, layer: school, compare: swipe, indicator: school_walk, week: 4, play: 7 }\n",
            "story.yaml",
            Places);
        story.Steps.ShouldBe([new StoryStep("One", "c", "n", "Liverpool", 3, "school", "swipe", "school_walk", 4, 7)]);
    }

    [Fact]
    public void Parse_SeveralFaults_AllAreListedWithTheirPlaces()
    {
        ViewerException error = Should.Throw<ViewerException>(() => StoryReader.Parse(
            "story: A story\nsteps:\n  - title: One\n    place: Atlantis\n    layer: walking\n  - caption: no title\n    week: soon\n    colour: red\n  - title: When\n    date: 1 May\n    week: 3\n", "story.yaml", Places));
        string[] lines = error.Message.Split(Environment.NewLine);
        lines.Length.ShouldBe(7);
        lines.ShouldContain(l => l.StartsWith("story.yaml:10:11: 'date' is a date such as 2027-01-15, not '1 May'"));
        lines.ShouldContain(l => l.StartsWith("story.yaml:10:11: a step has a 'week' or a 'date', not both"));
        lines.ShouldContain(l => l.StartsWith("story.yaml:4:12: 'Atlantis' is no place; it is one of Halton"));
        lines.ShouldContain(l => l.StartsWith("story.yaml:5:12: 'walking' is no layer"));
        lines.ShouldContain(l => l.Contains("a step needs a 'title'"));
        lines.ShouldContain(l => l.StartsWith("story.yaml:7:11: 'week' is a number"));
        lines.ShouldContain(l => l.StartsWith("story.yaml:8:5: 'colour' is not known"));
    }

    [Fact]
    public void Parse_Date_IsRead() =>
        StoryReader.Parse("story: A\nsteps: [{ title: One, date: 2027-01-15 }]", "story.yaml", Places).Steps[0].Date.ShouldBe(new DateOnly(2027, 1, 15));

    [Theory]
    [InlineData("")]
    [InlineData("just words")]
    [InlineData("story: [")]
    [InlineData("story: A\nsteps: []")]
    public void Parse_NoStory_IsRefusedWithWords(string text) =>
        Should.Throw<ViewerException>(() => StoryReader.Parse(text, "story.yaml", Places)).Message.ShouldStartWith("story.yaml");
}
