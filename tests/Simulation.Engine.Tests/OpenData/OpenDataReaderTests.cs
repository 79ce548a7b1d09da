using System.Security.Cryptography;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using Simulation.Engine.OpenData;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Tests.OpenData;

public sealed class OpenDataReaderTests
{
    public static TheoryData<string> Folders() => OpenDataFolder.All();

    [Theory]
    [MemberData(nameof(Folders))]
    public void Read_AnyFolder_SortsPlacesNeighbourhoodsAndFlows(string folder)
    {
        var inputs = OpenDataReader.Read(folder);

        inputs.Source.ShouldBe("open data");
        inputs.Places.Select(place => place.Code).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
        inputs.Neighbourhoods.ShouldBe(inputs.Neighbourhoods.OrderBy(row => row.Place).ThenBy(row => row.Code, StringComparer.Ordinal));
        inputs.Neighbourhoods.Select(row => row.Code).ShouldBeUnique();
        inputs.Schools.Select(school => school.Id).ShouldBeUnique();
        inputs.WorkZones.Select(zone => zone.Code).ShouldBeUnique();
        inputs.Flows.ShouldBe(inputs.Flows.OrderBy(flow => flow.From).ThenBy(flow => flow.To));
        inputs.Flows.Select(flow => (flow.From, flow.To)).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Read_AnyFolder_GivesSharesOfOneAndBandsOfTheResidents(string folder)
    {
        foreach (var row in OpenDataReader.Read(folder).Neighbourhoods)
        {
            row.Residents.ShouldBeGreaterThan(0);
            row.AgeBands.Count.ShouldBe(6);
            row.AgeBands.Sum().ShouldBe(row.Residents, Math.Max(10, row.Residents * 0.01));
            foreach (var shares in new[] { row.Cars, row.HouseholdSize, row.WorkTravel, row.Hours })
            {
                shares.Count.ShouldBe(4);
                shares.ShouldAllBe(share => share >= 0 && share <= 1);
                shares.Sum().ShouldBe(1, 1e-12);
            }

            foreach (var share in new[] { row.Female, row.Disabled, row.Employed, row.Unemployed, row.Students })
            {
                share.ShouldBeInRange(0, 1);
            }

            row.Decile.ShouldBeInRange(1, 10);
            row.GreenSpaceMetres.ShouldBeGreaterThanOrEqualTo(0);
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Read_AnyFolder_JoinsEveryCode(string folder)
    {
        var inputs = OpenDataReader.Read(folder);

        foreach (var row in inputs.Neighbourhoods)
        {
            inputs.WorkZones[row.WorkZone].Place.ShouldBe(row.Place);
            row.Outline.IsValid.ShouldBeTrue(row.Code);
            row.Outline.ShouldBeAssignableTo<IPolygonal>();
        }

        inputs.Schools.ShouldAllBe(school => school.Neighbourhood >= 0 && school.Neighbourhood < inputs.Neighbourhoods.Count);
        inputs.Schools.ShouldAllBe(school => school.Pupils > 0);
        inputs.Flows.ShouldAllBe(flow => flow.From >= 0 && inputs.WorkZones[flow.From].Place >= 0 && flow.To >= -1 && flow.To < inputs.WorkZones.Count && flow.Workers > 0);
        inputs.Flows.Select(flow => flow.From).Distinct().Count().ShouldBe(inputs.WorkZones.Count(zone => zone.Place >= 0));
        foreach (var place in inputs.Places)
        {
            place.SingleYearOfAge.Count.ShouldBe(91);
            place.SingleYearOfAge.ShouldAllBe(weight => weight >= 0);
            place.Published.Values.ShouldAllBe(value => double.IsFinite(value) && value >= 0);
            place.Published.Where(pair => pair.Key.EndsWith("_pct", StringComparison.Ordinal)).ShouldAllBe(pair => pair.Value <= 100);
            OpenDataFigures.AgeGroups.Sum(key => place.Published[key]).ShouldBe(100, 1e-9);
            OpenDataFigures.CensusColumns.ShouldAllBe(pair => place.Published.ContainsKey(pair.Key));
            place.Published[OpenDataFigures.ResidentsMid2024].ShouldBe(place.Published[OpenDataFigures.Residents], place.Published[OpenDataFigures.Residents] * 0.15);
        }

        foreach (var phase in Enum.GetValues<SchoolPhase>())
        {
            inputs.Places.Sum(place => place.Published[OpenDataFigures.Schools(phase)]).ShouldBe(inputs.Schools.Count(school => school.Phase == phase));
            inputs.Places.Sum(place => place.Published[OpenDataFigures.Pupils(phase)]).ShouldBe(inputs.Schools.Where(school => school.Phase == phase).Sum(school => school.Pupils));
        }

        inputs.Places.Sum(place => place.Published[OpenDataFigures.Residents]).ShouldBe(inputs.Neighbourhoods.Sum(row => row.Residents));
        inputs.Places.Sum(place => place.Published[OpenDataFigures.Workers]).ShouldBe(inputs.Flows.Sum(flow => flow.Workers));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Read_AnyFolder_NamesTheFilesWithTheirHashes(string folder)
    {
        var inputs = OpenDataReader.Read(folder);

        inputs.Files.Select(file => file.Name).ShouldBe(
            OpenDataFormat.Files.Append(OpenDataFormat.Education).Select(file => file.Name).Where(name => File.Exists(Path.Combine(folder, name))));
        foreach (var file in inputs.Files)
        {
            file.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file.Name)))));
        }
    }

    [Fact]
    public void Read_RealFolder_FindsNothingToWarnOf()
    {
        // The small made-up folder has a few hundred residents in a place, whose ages agree with nothing.
        foreach (var folder in OpenDataFolder.All().Select(row => row.Data).Where(folder => folder != OpenDataFolder.MadeUp))
        {
            OpenDataReader.Read(folder).Warnings.ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Read_Twice_GivesTheSame(string folder) => Inputs.Print(OpenDataReader.Read(folder)).ShouldBe(Inputs.Print(OpenDataReader.Read(folder)));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Read_AnyFolder_DropsNoWorkerOfTheArea(string folder)
    {
        var inputs = OpenDataReader.Read(folder);
        var homes = inputs.WorkZones.Where(zone => zone.Place >= 0).Select(zone => zone.Code).ToHashSet();

        var rows = File.ReadLines(Path.Combine(folder, OpenDataFolder.Flows)).Skip(1).Select(line => line.Split(',')).Where(cells => homes.Contains(cells[0])).ToList();

        inputs.Flows.Sum(flow => flow.Workers).ShouldBe(rows.Sum(cells => double.Parse(cells[4])));
        inputs.Flows.Where(flow => flow.To < 0).Sum(flow => flow.Workers)
            .ShouldBe(rows.Where(cells => char.IsDigit(cells[1][0])).Sum(cells => double.Parse(cells[4])));
        inputs.Flows.Where(flow => flow.To >= 0 && inputs.WorkZones[flow.To].Place < 0).Sum(flow => flow.Workers)
            .ShouldBe(rows.Where(cells => !char.IsDigit(cells[1][0]) && !homes.Contains(cells[1])).Sum(cells => double.Parse(cells[4])));
    }

    [Fact]
    public void Read_MadeUpFolder_GivesItsFigures()
    {
        var inputs = OpenDataReader.Read(OpenDataFolder.MadeUp);

        inputs.Places.Select(place => (place.Code, place.Name)).ShouldBe([("X06000001", "Ambermouth"), ("X06000002", "Brindle, Upper"), ("X08000003", "Caldermoor")]);
        inputs.Neighbourhoods.Count.ShouldBe(12);
        inputs.Neighbourhoods.Sum(row => row.Residents).ShouldBe(5202);
        inputs.Neighbourhoods.Sum(row => row.Households).ShouldBe(2261);
        inputs.WorkZones.Count(zone => zone.Place >= 0).ShouldBe(6);
        inputs.Flows.Sum(flow => flow.Workers).ShouldBe(2390);
        inputs.Flows.Where(flow => flow.To < 0).Sum(flow => flow.Workers).ShouldBe(956);
        inputs.Flows.Where(flow => flow.To >= 0 && inputs.WorkZones[flow.To].Place < 0).Sum(flow => flow.Workers).ShouldBe(192);

        var first = inputs.Neighbourhoods[0];
        first.Name.ShouldBe("Ambermouth 001A");
        first.Cars[0].ShouldBe(0.44, 1e-9);
        first.GreenSpaceMetres.ShouldBe(120);
        first.Settlement.ShouldBe(Settlement.Urban);
        inputs.Neighbourhoods[7].Settlement.ShouldBe(Settlement.UrbanFurther);
        inputs.Neighbourhoods[9].Settlement.ShouldBe(Settlement.Rural);
        inputs.Neighbourhoods[10].Settlement.ShouldBe(Settlement.Rural);
        inputs.Places[0].Published["no_car_pct"].ShouldBe(37.2);
        inputs.Places[2].SingleYearOfAge[90].ShouldBe(10 + 11);
    }

    [Fact]
    public void Read_MadeUpFolder_KeepsSchoolsAndFillsTheirRolls()
    {
        var inputs = OpenDataReader.Read(OpenDataFolder.MadeUp);

        inputs.Schools.Select(school => (school.Id, school.Phase, school.Pupils)).ShouldBe(
        [
            ("900001", SchoolPhase.Primary, 150),
            ("900005", SchoolPhase.AllThrough, 24),
            ("900002", SchoolPhase.Primary, 150), // no roll published: the median of the area's primary schools
            ("900004", SchoolPhase.Secondary, 310),
            ("900003", SchoolPhase.Primary, 130),
        ]);
        inputs.Schools.Single(school => school.Id == "900003").Name.ShouldBe("Calder Moor \"Old Mill\" Primary School");
        inputs.Schools.Single(school => school.Id == "900002").FreeMeals.ShouldBe(double.NaN);
        inputs.Schools.Single(school => school.Id == "900001").FreeMeals.ShouldBe(0.415, 1e-12);
        inputs.Schools.ShouldAllBe(school => inputs.Neighbourhoods[school.Neighbourhood].Outline.Covers(new Point(school.X, school.Y)));
    }

    [Fact]
    public void Read_MadeUpFolder_TurnsEveryShellAnticlockwiseAndKeepsHoles()
    {
        var inputs = OpenDataReader.Read(OpenDataFolder.MadeUp);

        inputs.Neighbourhoods.SelectMany(row => Enumerable.Range(0, row.Outline.NumGeometries).Select(i => (Polygon)row.Outline.GetGeometryN(i)))
            .ShouldAllBe(polygon => Orientation.IsCCW(polygon.Shell.CoordinateSequence));
        ((Polygon)inputs.Neighbourhoods[4].Outline).Holes.ShouldHaveSingleItem();
        inputs.Neighbourhoods[9].Outline.NumGeometries.ShouldBe(2);
    }

    [Fact]
    public void Read_CarriageReturnsAndByteOrderMarks_MakeNoDifference()
    {
        using var folder = OpenDataFolder.Copy();
        foreach (var file in Directory.GetFiles(folder.Path, "*.csv"))
        {
            var name = Path.GetFileName(file);
            folder.Write(name, "\uFEFF" + folder.Text(name).ReplaceLineEndings("\r\n"));
        }

        Inputs.Print(OpenDataReader.Read(folder.Path)).ShouldBe(Inputs.Print(OpenDataReader.Read(OpenDataFolder.MadeUp)));
    }

    [Fact]
    public void Read_RowsInAnotherOrder_MakeNoDifference()
    {
        using var folder = OpenDataFolder.Copy();
        foreach (var file in Directory.GetFiles(folder.Path, "*.csv"))
        {
            var name = Path.GetFileName(file);
            var lines = folder.Text(name).TrimEnd('\n').Split('\n');
            folder.Write(name, string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Reverse())) + "\n\n");
        }

        // Centres of zones are sums over their neighbourhoods: sorted before they are added, so equal to the last bit.
        Inputs.Print(OpenDataReader.Read(folder.Path)).ShouldBe(Inputs.Print(OpenDataReader.Read(OpenDataFolder.MadeUp)));
    }

    [Fact]
    public void Read_OutlineThatCrossesItself_IsMended()
    {
        using var folder = OpenDataFolder.Copy();
        folder.Lines(OpenDataFolder.Outlines, (line, i) => i == 3
            ? """{"type":"Feature","properties":{"LSOA21CD":"X01000001","LADCD":"X06000001"},"geometry":{"type":"Polygon","coordinates":[[[-3.9,53.6],[-3.87,53.616],[-3.87,53.6],[-3.9,53.616],[-3.9,53.6]]]}},"""
            : i == 2 ? null : line);

        // Line 2 held this neighbourhood, line 3 the next: put that one back.
        folder.Lines(OpenDataFolder.Outlines, (line, i) => i == 2
            ? line + "\n" + File.ReadAllLines(Path.Combine(OpenDataFolder.MadeUp, OpenDataFolder.Outlines))[2]
            : line);

        var outline = OpenDataReader.Read(folder.Path).Neighbourhoods[0].Outline;

        outline.IsValid.ShouldBeTrue();
        outline.Area.ShouldBeGreaterThan(0);
        outline.NumGeometries.ShouldBe(2);
        Orientation.IsCCW(((Polygon)outline.GetGeometryN(0)).Shell.CoordinateSequence).ShouldBeTrue();
    }
}
