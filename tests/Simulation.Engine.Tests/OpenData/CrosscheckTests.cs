using Simulation.Engine.OpenData;
using static Simulation.Engine.Tests.OpenData.OpenDataFolder;

namespace Simulation.Engine.Tests.OpenData;

/// <summary>What two files know of one thing is set beside each other, and a contradiction names both figures.</summary>
public sealed class CrosscheckTests : IDisposable
{
    private readonly OpenDataFolder folder = Region();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_SharesInsteadOfPercent_NamesBothFigures()
    {
        Column(Profile, "disabled_pct", value => value / 100);
        folder.Errors().ShouldContain(error => error.Column == "disabled_pct"
            && error.Message.Contains("in lad_census2021_pct.csv (disability_3a-001, line 2)", StringComparison.Ordinal)
            && error.Message.Contains("shares (0 to 1) where per cent (0 to 100)", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_FreeMealsAsShares_SaysWhatIsUsual()
    {
        Column(Schools, "pct_fsm", value => value / 100);
        folder.Errors().ShouldContain(error => error.Column == "pct_fsm"
            && error.Message.Contains("13 to 46 % are usual", StringComparison.Ordinal)
            && error.Message.Contains("shares (0 to 1) where per cent (0 to 100)", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_FreeMealsOfThoseWhoHaveNone_SetsThemBesideDeprivation()
    {
        var decile = OpenDataReader.Read(folder.Path).Neighbourhoods.ToDictionary(n => n.Code, n => n.Decile, StringComparer.Ordinal);
        int meals = Array.IndexOf(folder.Text(Schools).Split('\n')[0].Split(','), "pct_fsm");
        folder.Lines(Schools, (line, i) =>
        {
            string[] cells = line.TrimEnd('\r').Split(',');
            if (i > 1 && decile.TryGetValue(cells[^1], out int of))
            {
                cells[meals] = FormattableString.Invariant($"{40 + (4 * of) + (i % 3)}");
            }

            return string.Join(',', cells);
        });
        folder.Errors().ShouldContain(error => error.Column == "pct_fsm" && error.Message.Contains("-0.8 to -0.6 is usual", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_PhasesThatHaveChangedPlaces_SetsRollsBesideEachOther() =>
        folder.Lines(Schools, (line, i) => i == 1 ? line
            : line.Replace(",Primary,", ",?,", StringComparison.Ordinal).Replace(",Secondary,", ",Primary,", StringComparison.Ordinal).Replace(",?,", ",Secondary,", StringComparison.Ordinal)).Errors()
            .ShouldContain(error => error.Column == "phase" && error.Message.Contains("usually three to five times as large", StringComparison.Ordinal));

    [Fact]
    public void Read_TownsCalledRural_SetsThemBesideTheirDensity() =>
        folder.Lines(Profile, (line, i) => line.Replace("Urban: Nearer", "Smaller rural: Further", StringComparison.Ordinal)).Errors()
            .ShouldContain(error => error.Column == "RUC21" && error.Message.Contains("residents per km², half of 80 at least 3,", StringComparison.Ordinal));

    [Fact]
    public void Read_SchoolFarFromItsNeighbourhood_GivesBothPositions() =>
        folder.Cell(Schools, 2, "lon", "-2.764").ShouldFail(Schools, 2, "lon", "stands at lon -2.764, lat 53.604, 75 km from its neighbourhood 'X01000001'", "lies at lon -3.895, lat 53.603 in boundaries_lsoa21.geojson");

    [Fact]
    public void Read_NoPupilsAnywhere_CountsTheRowsThatDoNotCount()
    {
        Column(Schools, "pupils", _ => 0);
        var errors = folder.Errors();
        errors[0].Message.ShouldContain("schools of Ambermouth (X06000001) have 0 pupils and so count as closed");
        errors[0].Line.ShouldBe(2);
    }

    [Fact]
    public void Read_OutlinesUnderOtherCodes_GivesThreeExamplesAndTheNumberOfTheRest()
    {
        folder.Lines(Outlines, (line, i) => i is >= 2 and <= 81
            ? line.Replace(FormattableString.Invariant($"X01{i - 1:000000}"), FormattableString.Invariant($"X01{((i + 15) % 80) + 1:000000}"), StringComparison.Ordinal)
            : line);
        var error = folder.Errors().First(error => error.Column == "LSOA21CD");
        error.Message.ShouldStartWith("the centre of 80 of 80 neighbourhoods");
        error.Message.ShouldContain("and 77 more");
    }

    [Fact]
    public void Read_SemicolonsAndDecimalCommas_AreRead()
    {
        folder.Write(Population, folder.Text(Population).Replace(',', ';').Replace('.', ','));
        OpenDataReader.Read(folder.Path).Places[0].Published["age_0_15_mid2024_pct"].ShouldBe(19, 0.1);
    }

    [Fact]
    public void Read_LinesAboveTheHeader_AreReadAndLinesCounted()
    {
        folder.Write(Population, "Population estimates,mid-2024\nSource: ONS\n\n" + folder.Text(Population));
        OpenDataReader.Read(folder.Path).Warnings.ShouldBeEmpty();
        folder.Lines(Population, (line, i) => i == 5 ? line.Replace("X06000001", string.Empty, StringComparison.Ordinal) : line).Errors()
            .ShouldContain(error => error.Line == 5 && error.Column == "LADCD");
    }

    [Fact]
    public void Read_BlankRowsOfASpreadsheet_AreNoRows()
    {
        folder.Write(Schools, folder.Text(Schools) + ",,,,,,,,,,,,\n   \n,,,,,,,,,,,,,,,\n");
        OpenDataReader.Read(folder.Path).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Read_AgesShiftedByOne_NamesTheOpenEndedGroupAndTheCensus()
    {
        folder.Lines(Ages, (line, i) => i == 1 ? line.Replace(",a0,", ",", StringComparison.Ordinal) + ",a0" : line);
        var error = folder.Errors()[0];
        error.Column.ShouldBe("a90+");
        error.Message.ShouldContain("of 89 alone");
        error.Message.ShouldContain("By lsoa21_profile_2021.csv");
        error.Message.ShouldContain("are 0-15");
    }

    [Fact]
    public void Read_SmallFlowsWithheld_WarnsWithBothFigures()
    {
        folder.Lines(Flows, (line, i) => i > 1 && int.Parse(line.Split(',')[4]) < 120 ? null : line);
        var warnings = OpenDataReader.Read(folder.Path).Warnings;
        warnings.ShouldContain(warning => warning.StartsWith("od_msoa21_workplace_census2021.csv: column 'commuters': workers who live in Ambermouth (X06000001): ", StringComparison.Ordinal)
            && warning.Contains(" in lsoa21_profile_2021.csv (employed16_pct", StringComparison.Ordinal));
        warnings.ShouldAllBe(warning => !warning.Contains(folder.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_PopulationThatLostTwoDigits_NamesBothFigures()
    {
        var residents = folder.Text(Population).Split('\n')[1].Split(',')[2];
        folder.Cell(Population, 2, "population", residents[..^2]);
        var error = folder.Errors()[0];
        (error.Line, error.Column).ShouldBe((2, "population"));
        error.Message.ShouldContain("residents of Ambermouth (X06000001): ");
        error.Message.ShouldContain("81,825 in lsoa21_profile_2021.csv (residents, added up)");
    }

    [Fact]
    public void Read_ThirdOfTheSchoolsLost_WarnsWithPupilsAndChildren()
    {
        var lines = folder.Text(Schools).TrimEnd('\n').Split('\n').Length;
        folder.Lines(Schools, (line, i) => i > 1 && i <= lines / 3 ? null : line);
        OpenDataReader.Read(folder.Path).Warnings.ShouldContain(warning => warning.Contains("pupils in", StringComparison.Ordinal) && warning.Contains("schools may be missing", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_OneLargeFlowLost_NamesTheZone()
    {
        folder.Lines(Flows, (line, _) => line.StartsWith("X02000003,111111111,", StringComparison.Ordinal) ? null : line);
        OpenDataReader.Read(folder.Path).Warnings.ShouldContain(warning => warning.Contains("X02000003", StringComparison.Ordinal) && warning.Contains("may be lost", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1,234", ',', 1234)]
    [InlineData("1,234,567.5", ',', 1234567.5)]
    [InlineData("1 234", ';', 1234)]
    [InlineData("1'234", ';', 1234)]
    [InlineData("18,51", ';', 18.51)]
    [InlineData("0,185", ';', 0.185)]
    [InlineData("\u22122.5", ',', -2.5)]
    [InlineData("1e5", ',', 100000)]
    [InlineData("1578.0", ',', 1578)]
    public void FigureText_AsPeopleWriteIt_IsRead(string text, char separator, double expected)
    {
        FigureText.TryRead(text, separator, out var value, out _).ShouldBeTrue();
        value.ShouldBe(expected, 1e-9);
    }

    [Theory]
    [InlineData("131,543", ';', "may be thousands or a decimal comma")]
    [InlineData("18,51", ',', "a decimal comma")]
    [InlineData("1.3E+05", ',', "a spreadsheet has rounded it")]
    [InlineData("c", ',', "withheld or not available")]
    [InlineData("*", ',', "withheld or not available")]
    [InlineData("#REF!", ',', "the formula in the spreadsheet failed")]
    [InlineData("(12)", ',', "brackets stand for a minus")]
    [InlineData("12,34,567", ',', "")]
    [InlineData("12 3", ',', "")]
    [InlineData("NaN", ',', "withheld or not available")]
    public void FigureText_AmbiguousOrNoFigure_IsToldAndNotGuessed(string text, char separator, string fault)
    {
        FigureText.TryRead(text, separator, out _, out var said).ShouldBeFalse();
        said.ShouldContain(fault);
    }

    private void Column(string file, string column, Func<double, double> change)
    {
        var index = Array.IndexOf(folder.Text(file).Split('\n')[0].Split(','), column);
        folder.Lines(file, (line, i) =>
        {
            var cells = line.Split(',');
            if (i > 1 && cells[index].Length > 0)
            {
                cells[index] = change(double.Parse(cells[index])).ToString("0.#####");
            }

            return string.Join(',', cells);
        });
    }
}
