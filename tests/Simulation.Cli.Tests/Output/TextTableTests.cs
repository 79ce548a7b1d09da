using Simulation.Cli.Output;

namespace Simulation.Cli.Tests.Output;

public sealed class TextTableTests
{
    [Fact]
    public void Write_TextsAndNumbers_AlignsThemAndLeavesNoBlanksAtTheEnd()
    {
        using Printed printed = new();
        TextTable table = new(["What", ">Number", "Of"]);
        table.Add("a", "1", "");
        table.Add("long name", "1,000", "adults");

        table.Write(printed.Terminal);

        printed.Out.ShouldBe("""
            What       Number  Of
            ---------  ------  ------
            a               1
            long name   1,000  adults

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Write_TooWide_BreaksTheWrappingColumnAtWords()
    {
        using Printed printed = new();
        TextTable table = new(["#", "Target", ">Model"], wrapping: 1);
        table.Add("B1", string.Join(' ', Enumerable.Repeat("word", 40)), "1.0 %");

        table.Write(printed.Terminal);

        printed.Out.Split('\n').ShouldAllBe(line => line.Length <= Terminal.Width);
        printed.Out.Split("word").Length.ShouldBe(41);
    }

    [Fact]
    public void Add_WrongNumberOfCells_IsRefused() =>
        Should.Throw<ArgumentException>(() => new TextTable(["a", "b"]).Add("1"));
}
