using Simulation.Engine.OpenData;
using Simulation.Engine.Synthesis;
using static Simulation.Engine.Tests.OpenData.OpenDataFolder;

namespace Simulation.Engine.Tests.OpenData;

/// <summary>Every kind of damage gives one error with file, line and column, and says what to do.</summary>
public sealed class OpenDataDamageTests : IDisposable
{
    private readonly OpenDataFolder folder = Copy();

    public static TheoryData<string> Files() => [.. OpenDataFormat.Files.Select(file => file.Name)];

    public static TheoryData<string> Tables() => [.. OpenDataFormat.Files.Select(file => file.Name).Where(name => name.EndsWith(".csv", StringComparison.Ordinal))];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_NoSuchFolder_NamesTheFilesThatItNeeds()
    {
        var missing = Path.Combine(folder.Path, "nowhere");

        var error = Should.Throw<InputDataException>(() => OpenDataReader.Read(missing)).Errors.ShouldHaveSingleItem();

        error.File.ShouldBe(missing);
        error.Message.ShouldContain("no such folder");
        error.Message.ShouldContain(Flows);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_MissingFile_SaysWhatItShouldHold(string name) =>
        folder.Delete(name).ShouldFail(name, 0, "", "the file is missing", "expected", "Add it");

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_EmptyFile_SaysWhatItShouldHold(string name) =>
        folder.Write(name, "").ShouldFail(name, 0, "", "the file is empty", "columns expected");

    [Theory]
    [MemberData(nameof(Tables))]
    public void Read_HeaderOnly_SaysThatThereAreNoRows(string name) =>
        folder.Lines(name, (line, i) => i == 1 ? line : null).ShouldFail(name, 0, "", "no rows below the header");

    [Theory]
    [MemberData(nameof(Tables))]
    public void Read_BlankLinesOnly_SaysThatItIsEmpty(string name) =>
        folder.Write(name, "\n\n").ShouldFail(name, 0, "", "the file is empty");

    [Theory]
    [MemberData(nameof(Tables))]
    public void Read_EachColumnMissing_NamesIt(string name)
    {
        var header = folder.Text(name).TrimStart('\uFEFF').Split('\n')[0];
        foreach (var column in OpenDataFormat.Files.Single(file => file.Name == name).Columns)
        {
            folder.Lines(name, (line, i) => i == 1 ? Rename(header, column, "other_" + column) : line)
                .ShouldFail(name, 1, column, "the column is missing", "expected: ");
        }

        static string Rename(string header, string column, string other) =>
            string.Join(',', header.Split(',').Select(cell => cell == column ? other : cell));
    }

    [Fact]
    public void Read_ColumnInOtherCase_SuggestsTheRightName() =>
        folder.Replace(Profile, ",residents,", ",Residents,").ShouldFail(Profile, 1, "residents", "the header has 'Residents'", "rename it");

    [Fact]
    public void Read_ColumnTwice_IsRefused() =>
        folder.Replace(Profile, "RUC21,note", "RUC21,residents").ShouldFail(Profile, 1, "residents", "twice");

    [Theory]
    [MemberData(nameof(Tables))]
    public void Read_RowCutShort_GivesItsLineAndNoErrorsThatFollowFromIt(string name)
    {
        var last = folder.Text(name).TrimEnd('\n').Split('\n').Length;
        folder.Lines(name, (line, i) => i == last ? line.Split(',')[0] + ",1" : line)
            .ShouldFail(name, last, "", "the row has 2 cells", "cut short");
    }

    [Fact]
    public void Read_QuoteNeverClosed_GivesTheLineWhereItOpens() =>
        folder.Replace(Schools, "\"St. Elmo's, Brindle\"", "\"St. Elmo's, Brindle").ShouldFail(Schools, 3, "", "after a closing quote");

    [Fact]
    public void Read_QuoteOpenToTheEnd_GivesTheLineWhereItOpens() =>
        folder.Replace(Schools, "Y06000009,Farshore,", "Y06000009,\"Farshore,").ShouldFail(Schools, 11, "", "never closed");

    [Fact]
    public void Read_TextThatIsNotUtf8_GivesTheLine()
    {
        var bytes = File.ReadAllBytes(folder.PathOf(Schools));
        bytes[Array.IndexOf(bytes, (byte)'Q')] = 0xE9;
        File.WriteAllBytes(folder.PathOf(Schools), bytes);

        folder.ShouldFail(Schools, 2, "", "not UTF-8");
    }

    [Theory]
    [InlineData("residents", "many", "a number from 1 to 1000000 was expected, found 'many'")]
    [InlineData("residents", "", "found an empty cell")]
    [InlineData("residents", "NaN", "found 'NaN'")]
    [InlineData("households", "-3", "found '-3'")]
    [InlineData("disabled_pct", "101", "a number from 0 to 100")]
    [InlineData("female_pct", "1e9", "a number from 0 to 100")]
    [InlineData("IMD2025_decile", "11", "a whole number from 1 to 10")]
    [InlineData("IMD2025_decile", "2.5", "a whole number from 1 to 10")]
    [InlineData("lon", "53.6", "a number from -4.5 to -1")]
    [InlineData("lat", "-3.8", "a number from 52.4 to 54.4")]
    [InlineData("area_km2", "0", "found '0'")]
    [InlineData("RUC21", "Seaside", "a rural–urban class was expected")]
    [InlineData("LSOA21NM", "", "the cell is empty")]
    [InlineData("cars0_pct", "80", "cars0_pct + cars1_pct + cars2_pct + cars3plus_pct should add up to 100")]
    [InlineData("hh1_pct", "1", "should add up to 100")]
    [InlineData("work_lt10km_pct", "1", "should add up to 100")]
    [InlineData("pt_le15h_pct", "70", "should add up to 100")]
    [InlineData("unemployed16_pct", "90", "together exceed 100")]
    [InlineData("age_0_15", "300", "the six age groups add up to")]
    public void Read_ProfileCell_IsChecked(string column, string value, string message) =>
        folder.Cell(Profile, 4, column, value).ShouldFail(Profile, 4, column, message);

    [Fact]
    public void Read_MoreHouseholdsThanResidents_IsRefused() =>
        folder.Cell(Profile, 5, "households", "5000").ShouldFail(Profile, 5, "households", "more households (5000) than residents");

    [Theory]
    [InlineData(GreenSpace, "any", "-1", "a number from 0")]
    [InlineData(Ages, "a17", "x", "a number from 0")]
    [InlineData(Flows, "commuters", "0", "a whole number from 1")]
    [InlineData(Flows, "commuters", "2.5", "a whole number from 1")]
    [InlineData(Flows, "to_msoa", "X02", "an MSOA code (a letter and eight digits) or 111111111")]
    [InlineData(Flows, "to_msoa", "222222222", "an MSOA code")]
    [InlineData(Flows, "from_msoa", "nowhere", "'nowhere' does not join")]
    [InlineData(Flows, "from_msoa", "X02000099", "'X02000099' does not join")]
    [InlineData(Population, "population", "lots", "a number from 0")]
    [InlineData(Percentages, "number_of_cars_5a-000", "200", "a number from 0 to 100")]
    [InlineData(Schools, "pupils", "-5", "a number from 0 to 20000")]
    [InlineData(Schools, "pct_fsm", "lots", "a number from 0 to 100")]
    [InlineData(Schools, "lon", "", "a number from -4.5 to -1")]
    [InlineData(Schools, "phase", "Kindergarten", "a GIAS phase was expected")]
    [InlineData(Schools, "LSOA21CD", "X01000099", "'X01000099' does not join")]
    [InlineData(Schools, "URN", "", "the cell is empty")]
    public void Read_OtherCells_AreChecked(string name, string column, string value, string message)
    {
        // Line 3 of the flows is the first of a home zone of the area.
        var line = name == Flows ? 4 : 2;
        folder.Cell(name, line, column, value);

        var error = folder.Errors().First(error => error.File == folder.PathOf(name));

        error.Line.ShouldBe(line);
        error.Column.ShouldBe(column);
        error.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData(Profile, "LSOA21CD", 14)]
    [InlineData(GreenSpace, "LSOA21CD", 14)]
    [InlineData(Schools, "URN", 12)]
    [InlineData(Flows, "to_msoa", 63)]
    [InlineData(Population, "LADCD", 6)]
    [InlineData(Percentages, "LADCD", 5)]
    public void Read_RowTwice_NamesTheFirst(string name, string column, int line)
    {
        folder.Lines(name, (text, i) => i == line - 1 ? text + "\n" + folder.Text(name).Split('\n')[3] : text);

        folder.ShouldFail(name, line, column, "on line 4 already", "remove one");
    }

    [Fact]
    public void Read_ZoneInTwoPlaces_IsRefused() =>
        folder.Cell(Profile, 2, "MSOA21CD", "X02000006").Errors()
            .ShouldContain(error => error.Column == "MSOA21CD" && error.Message.Contains("a zone lies in one place", StringComparison.Ordinal));

    [Fact]
    public void Read_NeighbourhoodWithoutOutline_NamesTheRow() =>
        folder.Lines(Outlines, (line, i) => i == 2 ? null : line).ShouldFail(Profile, 3, "LSOA21CD", "'X01000001' does not join", Outlines);

    [Fact]
    public void Read_OutlineWithoutNeighbourhood_NamesItsLine() =>
        folder.Replace(Outlines, "\"LSOA21CD\":\"X01000003\"", "\"LSOA21CD\":\"X01000077\"").Errors()
            .Select(error => (Path.GetFileName(error.File), error.Line, error.Column))
            .ShouldBe([(Profile, 5, "LSOA21CD"), (Outlines, 4, "LSOA21CD")]);

    [Fact]
    public void Read_NeighbourhoodWithoutGreenSpace_NamesTheRow() =>
        folder.Lines(GreenSpace, (line, i) => i == 2 ? null : line).ShouldFail(Profile, 3, "LSOA21CD", "'X01000001' does not join", GreenSpace);

    [Theory]
    [InlineData(Ages)]
    [InlineData(Population)]
    [InlineData(Percentages)]
    public void Read_PlaceMissing_NamesIt(string name) =>
        folder.Lines(name, (line, _) => line.Contains("X08000003", StringComparison.Ordinal) ? null : line)
            .ShouldFail(name, 0, "LADCD", "no row has place 'X08000003'");

    [Fact]
    public void Read_HomeZoneWithoutFlows_NamesIt() =>
        folder.Lines(Flows, (line, _) => line.StartsWith("X02000004,", StringComparison.Ordinal) ? null : line)
            .ShouldFail(Flows, 0, "from_msoa", "no row has home zone 'X02000004'");

    [Fact]
    public void Read_GeoJsonCutShort_GivesTheLine()
    {
        var text = folder.Text(Outlines);

        foreach (var length in new[] { text.Length / 5, text.Length / 2, text.Length * 9 / 10 })
        {
            // The first line opens the file; each outline has a line of its own.
            var line = text[..length].Split('\n').Length;
            folder.Write(Outlines, text[..length]).ShouldFail(Outlines, line, "", $"broken or cut short here, after {line - 2} outlines");
        }
    }

    [Fact]
    public void Read_GeoJsonWithoutItsEnd_IsCutShort() =>
        folder.Write(Outlines, folder.Text(Outlines).TrimEnd()[..^2]).ShouldFail(Outlines, 14, "", "cut short");

    [Theory]
    [InlineData("[]", "FeatureCollection")]
    [InlineData("""{"type":"FeatureCollection"}""", "FeatureCollection")]
    [InlineData("""{"features":{}}""", "FeatureCollection")]
    [InlineData("""{"features":[]}""", "no outlines")]
    public void Read_GeoJsonOfAnotherShape_IsRefused(string json, string message)
    {
        var error = folder.Write(Outlines, json).Errors().ShouldHaveSingleItem();

        error.Column.ShouldBe("features");
        error.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("\"LSOA21CD\":\"X01000002\",", "", "LSOA21CD", "lacks this property")]
    [InlineData("\"LSOA21CD\":\"X01000002\",", "\"LSOA21CD\":2,", "LSOA21CD", "lacks this property")]
    [InlineData("\"LSOA21CD\":\"X01000002\",", "\"LSOA21CD\":\"X01000001\",", "LSOA21CD", "outline on line 2 already")]
    [InlineData("\"geometry\"", "\"shape\"", "geometry", "no geometry")]
    [InlineData("\"type\":\"Polygon\"", "\"type\":\"Point\"", "geometry", "found 'Point'")]
    [InlineData("\"coordinates\"", "\"points\"", "geometry", "no coordinates")]
    [InlineData("[[[-3.87,53.6],", "[[[-3.86,53.6],", "geometry", "not closed")]
    [InlineData("[[[-3.87,53.6],", "[[[53.6,-3.87],", "geometry", "found [53.6,-3.87]")]
    [InlineData("[[[-3.87,53.6],", "[[[\"a\",53.6],", "geometry", "a position must be [longitude, latitude]")]
    [InlineData("[[[-3.87,53.6],[-3.84,53.6],[-3.84,53.616],[-3.87,53.616],[-3.87,53.6]]]", "[[[-3.87,53.6],[-3.84,53.6],[-3.87,53.6]]]", "geometry", "a ring has 3 positions")]
    [InlineData("[[[-3.87,53.6],[-3.84,53.6],[-3.84,53.616],[-3.87,53.616],[-3.87,53.6]]]", "[[[-3.87,53.6],[-3.84,53.6],[-3.84,53.6],[-3.87,53.6]]]", "geometry", "no area")]
    [InlineData("[[[-3.87,53.6],[-3.84,53.6],[-3.84,53.616],[-3.87,53.616],[-3.87,53.6]]]", "[[]]", "geometry", "a ring has 0 positions")]
    public void Read_FeatureThatCannotBeUsed_GivesItsLine(string old, string replacement, string column, string message)
    {
        folder.Lines(Outlines, (line, i) => i == 3 ? line.Replace(old, replacement, StringComparison.Ordinal) : line);

        folder.ShouldFail(Outlines, 3, column, message);
    }

    [Fact]
    public void Read_ManyFilesDamaged_TellsAllAtOnce()
    {
        folder.Delete(Ages).Write(Outlines, "{").Cell(Profile, 2, "residents", "x").Cell(Flows, 3, "commuters", "x");

        folder.Errors().Select(error => Path.GetFileName(error.File)).ShouldBe([Outlines, Ages, Profile, Flows], ignoreOrder: true);
    }

    [Fact]
    public void Read_MoreThanFiftyErrors_CountsTheRest()
    {
        folder.Lines(Profile, (line, i) => i == 1 ? line : string.Join(',', line.Split(',').Select((cell, c) => c is >= 8 and <= 14 ? "some" : cell)));

        var errors = folder.Errors();

        errors.Count.ShouldBe(51);
        errors[50].Message.ShouldContain("and 34 more");
        errors[0].ToString().ShouldBe($"{folder.PathOf(Profile)}:2: column 'residents': a number from 1 to 1000000 was expected, found 'some'; correct the cell.");
    }
}
