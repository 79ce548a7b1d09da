using Simulation.Engine.Geography;
using Simulation.Engine.Populations;

namespace Simulation.Engine.OpenData;

/// <summary>A row of the profile, checked, before it is joined with the other files.</summary>
internal sealed record ProfileRow
{
    public required int Row { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string Zone { get; init; }
    public required string Place { get; init; }
    public required string PlaceName { get; init; }
    public required double X { get; init; }
    public required double Y { get; init; }
    public required double SquareKilometres { get; init; }
    public required double Residents { get; init; }
    public required double[] AgeBands { get; init; }
    public required double Households { get; init; }
    public required double Disabled { get; init; }
    public required double[] Cars { get; init; }
    public required double[] HouseholdSize { get; init; }
    public required double Female { get; init; }
    public required double Students { get; init; }
    public required double Employed { get; init; }
    public required double Unemployed { get; init; }
    public required double[] WorkTravel { get; init; }
    public required double[] Hours { get; init; }
    public required double[]? EthnicGroups { get; init; }
    public required int Decile { get; init; }
    public required Settlement Settlement { get; init; }
}

/// <summary>Reads and checks the profile row by row.</summary>
internal sealed class ProfileFile
{
    private const double MostInOne = 1e6;

    // The four shares are rounded to one decimal in the source, so they may miss 100 by a few tenths.
    private const double SumTolerance = 0.6;

    private readonly CsvTable table;

    private ProfileFile(CsvTable table)
    {
        this.table = table;
    }

    /// <summary>Profiles in the order of the file, one for each code.</summary>
    public static List<ProfileRow> Read(CsvTable table)
    {
        var reader = new ProfileFile(table);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var profiles = new List<ProfileRow>(table.Rows);
        for (var row = 0; row < table.Rows; row++)
        {
            var profile = reader.Row(row);
            if (profile.Code.Length > 0 && !lines.TryAdd(profile.Code, table.Line(row)))
            {
                table.Error(row, "LSOA21CD", $"'{profile.Code}' is on line {lines[profile.Code]} already; each neighbourhood has one row: remove one.");
                continue;
            }

            profiles.Add(profile);
        }

        return profiles;
    }

    private ProfileRow Row(int row)
    {
        var (x, y) = LocalProjection.ToMetres(Bounds.Longitude(table["lon"], row), Bounds.Latitude(table["lat"], row));
        var residents = Number(row, "residents", 1, MostInOne);
        var households = Number(row, "households", 1, MostInOne);
        if (households > residents)
        {
            table.Error(row, "households", $"there are more households ({households}) than residents ({residents}); correct one of the two.");
        }

        var employed = Percent(row, "employed16_pct");
        var unemployed = Percent(row, "unemployed16_pct");
        if (employed + unemployed > 1 + (SumTolerance / 100))
        {
            table.Error(row, "unemployed16_pct", "employed16_pct and unemployed16_pct together exceed 100; correct one of the two.");
        }

        return new ProfileRow
        {
            Row = row,
            Code = table["LSOA21CD"].Code(row, AreaCode.Neighbourhood),
            Name = table["LSOA21NM"].Required(row),
            Zone = table["MSOA21CD"].Code(row, AreaCode.Zone),
            Place = table["LADCD"].Code(row, AreaCode.Place),
            PlaceName = table["LADNM"].Required(row),
            X = x,
            Y = y,
            SquareKilometres = Number(row, "area_km2", 0.0001, 10_000),
            Residents = residents,
            AgeBands = Ages(row, residents),
            Households = households,
            Disabled = Percent(row, "disabled_pct"),
            Cars = Shares(row, "cars0_pct", "cars1_pct", "cars2_pct", "cars3plus_pct"),
            HouseholdSize = Shares(row, "hh1_pct", "hh2_pct", "hh3_pct", "hh4plus_pct"),
            Female = Percent(row, "female_pct"),
            Students = Percent(row, "student_ft_pct"),
            Employed = employed,
            Unemployed = unemployed,
            WorkTravel = Shares(row, "work_lt10km_pct", "work_10kmplus_pct", "work_home_pct", "work_other_pct"),
            Hours = Shares(row, "pt_le15h_pct", "pt_16_30h_pct", "ft_31_48h_pct", "ft_49plus_pct"),
            EthnicGroups = Groups(row),
            Decile = table["IMD2025_decile"].Whole(row, 1, 10),
            Settlement = SettlementOf(row),
        };
    }

    private double Number(int row, string column, double minimum, double maximum) => table[column].Number(row, minimum, maximum);

    private double Percent(int row, string column) => table[column].Percent(row) / 100;

    private double[] Ages(int row, double residents)
    {
        string[] columns = ["age_0_15", "age_16_24", "age_25_34", "age_35_49", "age_50_64", "age_65plus"];
        var bands = columns.Select(column => Number(row, column, 0, MostInOne)).ToArray();
        var sum = bands.Sum();

        // Counts are disclosure-controlled cell by cell, so a table may miss its total by a few residents.
        if (Math.Abs(sum - residents) > Math.Max(10, residents * 0.01))
        {
            table.Error(row, columns[0], $"the six age groups add up to {sum:0.#}, residents says {residents}; correct the one that is wrong.");
        }

        return bands;
    }

    /// <summary>Residents by ethnic group as shares; null where the file does not count them.</summary>
    private double[]? Groups(int row)
    {
        CsvColumn?[] columns = [.. OpenDataFormat.EthnicColumns.Select(table.Find)];
        if (columns.Any(column => column is null))
        {
            return null;
        }

        double[] counts = [.. columns.Select(column => column!.Value.Number(row, 0, MostInOne))];
        double sum = counts.Sum();
        return sum > 0 ? [.. counts.Select(count => count / sum)] : null;
    }

    /// <summary>Percentages that make up a whole, as shares that add up to one.</summary>
    private double[] Shares(int row, params string[] columns)
    {
        var shares = columns.Select(column => table[column].Percent(row)).ToArray();
        var sum = shares.Sum();
        if (Math.Abs(sum - 100) > SumTolerance)
        {
            table.Error(row, columns[0], $"{string.Join(" + ", columns)} should add up to 100, they add up to {sum:0.##}; "
                + (Math.Abs(sum - 1) < 0.02 ? "these are shares (0 to 1): give per cent (0 to 100)." : "correct the one that is wrong."));
        }

        return [.. shares.Select(share => share / sum)];
    }

    /// <summary>Settlement from the text of the 2021 rural–urban classification.</summary>
    private Settlement SettlementOf(int row)
    {
        var text = table["RUC21"].Text(row);
        if (text.StartsWith("Urban", StringComparison.OrdinalIgnoreCase))
        {
            return text.Contains("Further", StringComparison.OrdinalIgnoreCase) ? Settlement.UrbanFurther : Settlement.Urban;
        }

        if (!text.Contains("rural", StringComparison.OrdinalIgnoreCase))
        {
            table.Error(row, "RUC21", $"a rural–urban class was expected ('Urban: Nearer to …', 'Urban: Further from …', 'Larger rural: …' or 'Smaller rural: …'), found '{text}'.");
        }

        return Settlement.Rural;
    }
}
