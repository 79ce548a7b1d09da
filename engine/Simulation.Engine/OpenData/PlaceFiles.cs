namespace Simulation.Engine.OpenData;

/// <summary>Reads the files whose rows are keyed by place or, for green space, by neighbourhood, and hold numbers only.</summary>
internal static class PlaceFiles
{
    private const double MostInOne = 1e6;

    /// <summary>Residents at each age 0–90+ by place: the sum of the place's rows.</summary>
    public static Dictionary<string, double[]> Ages(CsvTable table, IReadOnlySet<string> places)
    {
        var ages = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var columns = OpenDataFormat.Ages.Columns.Where(name => name[0] == 'a').Select(name => table[name]).ToArray();
        var (key, code) = (table["LADCD"], table["LSOA11CD"]);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < table.Rows; row++)
        {
            var place = key.Required(row);
            if (!places.Contains(place))
            {
                continue;
            }

            if (!lines.TryAdd(code.Required(row), table.Line(row)))
            {
                table.Error(row, code.Name, $"'{code.Text(row)}' is on line {lines[code.Text(row).ToString()]} already; each neighbourhood has one row: remove one.");
                continue;
            }

            if (!ages.TryGetValue(place, out var sum))
            {
                ages[place] = sum = new double[columns.Length];
            }

            for (var age = 0; age < columns.Length; age++)
            {
                sum[age] += columns[age].Number(row, 0, MostInOne);
            }
        }

        foreach (var place in places.Where(place => !ages.ContainsKey(place)))
        {
            Missing(table, "LADCD", place);
        }

        foreach (var (place, sum) in ages.Where(pair => pair.Value.Sum() == 0))
        {
            table.Errors.Add(table.File.Path, 0, "a0", $"the ages of place '{place}' add up to 0; copy the file again from its source.");
        }

        return ages;
    }

    /// <summary>Figures published for each place, by key of <see cref="OpenDataFigures"/>.</summary>
    public static Dictionary<string, SortedDictionary<string, double>> Published(
        CsvTable table, IReadOnlySet<string> places, IEnumerable<(string Key, string Column, double Maximum)> columns)
    {
        var published = new Dictionary<string, SortedDictionary<string, double>>(StringComparer.Ordinal);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < table.Rows; row++)
        {
            var place = table["LADCD"].Required(row);
            if (!places.Contains(place))
            {
                continue;
            }

            if (!lines.TryAdd(place, table.Line(row)))
            {
                table.Error(row, "LADCD", $"'{place}' is on line {lines[place]} already; each place has one row: remove one.");
                continue;
            }

            var figures = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (var (name, column, maximum) in columns)
            {
                figures[name] = maximum == 100 ? table[column].Percent(row) : table[column].Number(row, 0, maximum);
            }

            published[place] = figures;
        }

        foreach (var place in places.Where(place => !published.ContainsKey(place)))
        {
            Missing(table, "LADCD", place);
        }

        return published;
    }

    /// <summary>Highest qualification by neighbourhood code: shares with none, with levels 1–3 and the like, with level 4 and above.</summary>
    public static Dictionary<string, double[]> Qualifications(CsvTable table)
    {
        var shares = new Dictionary<string, double[]>(table.Rows, StringComparer.Ordinal);
        for (var row = 0; row < table.Rows; row++)
        {
            double none = table["qual_none_pct"].Percent(row);
            double degree = table["qual_level4plus_pct"].Percent(row);
            double some = table["qual_level1to3_pct"].Percent(row) + table["qual_apprenticeship_pct"].Percent(row) + table["qual_other_pct"].Percent(row);
            double sum = none + some + degree;
            if (Math.Abs(sum - 100) > 1)
            {
                table.Error(row, "qual_none_pct", $"the five shares of qualifications should add up to 100, they add up to {sum:0.##}; correct the one that is wrong.");
            }

            var code = table["LSOA21CD"].Required(row);
            if (!shares.TryAdd(code, [none / sum, some / sum, degree / sum]))
            {
                table.Error(row, "LSOA21CD", $"'{code}' is there already; each neighbourhood has one row: remove one.");
            }
        }

        return shares;
    }

    /// <summary>Metres to green space by neighbourhood code.</summary>
    public static Dictionary<string, double> GreenSpace(CsvTable table)
    {
        var metres = new Dictionary<string, double>(table.Rows, StringComparer.Ordinal);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < table.Rows; row++)
        {
            var code = table["LSOA21CD"].Required(row);
            if (!lines.TryAdd(code, table.Line(row)))
            {
                table.Error(row, "LSOA21CD", $"'{code}' is on line {lines[code]} already; each neighbourhood has one row: remove one.");
                continue;
            }

            metres[code] = table["any"].Number(row, 0, 200_000);
        }

        return metres;
    }

    /// <summary>Row of a place; −1 when there is none.</summary>
    public static int RowOf(CsvTable table, string place)
    {
        var row = table.Rows - 1;
        while (row >= 0 && !table["LADCD"].Text(row).SequenceEqual(place))
        {
            row--;
        }

        return row;
    }

    /// <summary>Line of a place; 0 when there is none.</summary>
    public static int LineOf(CsvTable table, string place) => RowOf(table, place) is >= 0 and var row ? table.Line(row) : 0;

    private static void Missing(CsvTable table, string column, string place)
    {
        if (table.Complete)
        {
            table.Errors.Add(table.File.Path, 0, column, $"no row has place '{place}', which {OpenDataFormat.Profile.Name} uses; add it.");
        }
    }
}
