using FsCheck;
using FsCheck.Fluent;
using Simulation.Engine.OpenData;

namespace Simulation.Engine.Tests.OpenData;

public sealed class CsvTableTests : IDisposable
{
    private static readonly OpenDataFile Format = new("table.csv", "a table", ["a", "b"]);

    private readonly string folder = Directory.CreateTempSubdirectory("csv-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Read_QuotesCommasAndLineEndsInCells_KeepsThemAndCountsLines()
    {
        var table = Read("a,b,c\r\n\"x, y\",\"two\nlines\",1\r\n\"say \"\"hello\"\"\",,2\r\n");

        table.Rows.ShouldBe(2);
        table.Cell(0, 0).ToString().ShouldBe("x, y");
        table.Cell(0, 1).ToString().ShouldBe("two\nlines");
        table.Line(0).ShouldBe(2);
        table.Cell(1, 0).ToString().ShouldBe("say \"hello\"");
        table["b"].Text(1).IsEmpty.ShouldBeTrue();
        table.Line(1).ShouldBe(4);
    }

    [Theory]
    [InlineData("a,b\n1,2")]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a,b\r\n1,2\r\n\r\n")]
    [InlineData("\uFEFFa,b\n1,2\n")]
    [InlineData("\n\"a\",\"b\"\n\"1\",\"2\"")]
    public void Read_AnyLineEnds_GivesOneRow(string text)
    {
        var table = Read(text);

        table.Rows.ShouldBe(1);
        table["a"].Number(0, 0, 9).ShouldBe(1);
        table["b"].Whole(0, 0, 9).ShouldBe(2);
    }

    [Fact]
    public void Read_WhatIsWrittenByTheRules_GivesItBack()
    {
        var cell = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => Clean(text.Get));

        // A row without any text is what a spreadsheet leaves behind, and the header once more, blanks around it or not, what joins files of several places.
        var row = Gen.ArrayOf(cell, 2).Where(cells => cells.Any(text => !string.IsNullOrWhiteSpace(text)) && !cells.Select(text => text.Trim()).SequenceEqual(["a", "b"]));
        Prop.ForAll(Gen.NonEmptyListOf(row).ToArbitrary(), rows =>
        {
            var text = "a,b\r\n" + string.Concat(rows.Select(cells => string.Join(',', cells.Select(Quote)) + "\r\n"));
            var table = Read(text);
            return table.Rows == rows.Count
                && rows.Select((cells, i) => table.Cell(i, 0).SequenceEqual(cells[0]) && table.Cell(i, 1).SequenceEqual(cells[1])).All(equal => equal);
        }).Check(LongForm.Cases());

        // Lone surrogates have no UTF-8, and a text with zeros is taken for what a crash leaves.
        static string Clean(string text) => string.Concat(text.Where(character => !char.IsSurrogate(character) && character != 0));

        static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private CsvTable Read(string text)
    {
        File.WriteAllText(Path.Combine(folder, Format.Name), text);
        var errors = new ErrorLog();
        var table = CsvTable.Read(folder, Format, errors, []);
        errors.ThrowIfAny(folder);
        return table.ShouldNotBeNull();
    }
}
