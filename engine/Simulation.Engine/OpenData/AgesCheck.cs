using System.Globalization;

namespace Simulation.Engine.OpenData;

/// <summary>Ages: groups of the census beside single years and the place's own shares, and the shape of the single years.</summary>
internal static class AgesCheck
{
    // Largest difference in the nine places: 1.6 points between mid-2020 and March 2021 (students in Liverpool).
    private const double Warn = 3;
    private const double Refuse = 8;

    // The last column gathers all who are 90 or older: in the nine places 3.2 to 3.8 times those of 89.
    private const double LeastOpenEnd = 1.5;

    // From one age to the next numbers change by less than half, but where students arrive and leave.
    private const double LargestStep = 2.4;
    private const int FirstStudent = 16;
    private const int LastStudent = 27;

    private static readonly (string Name, string Column, int First, int End)[] Groups =
    [
        ("0-15", "age_0_15", 0, 16), ("16-24", "age_16_24", 16, 25), ("25-34", "age_25_34", 25, 35),
        ("35-49", "age_35_49", 35, 50), ("50-64", "age_50_64", 50, 65), ("65 and over", "age_65plus", 65, 91),
    ];

    public static void Check(FolderFacts facts, Agreement agreement)
    {
        foreach (var place in facts.Places)
        {
            var single = facts.AgesByPlace[place.Code];
            Columns(facts, agreement, place, single);
            for (var i = 0; i < Groups.Length; i++)
            {
                var (name, column, first, end) = Groups[i];
                var census = new FileFigure(facts.Profile.File.Path, column, 100 * place.Sum(row => row.AgeBands[i]) / place.Sum(row => row.AgeBands.Sum()));
                agreement.Shares($"residents of {place.Name} aged {name}", new FileFigure(facts.Ages.File.Path, string.Empty, 100 * single[first..end].Sum() / single.Sum()), census, Warn, Refuse, "the columns of ages may stand under the wrong names");
                if (Published(name) is { } published)
                {
                    agreement.Shares($"residents of {place.Name} aged {name}", new FileFigure(facts.Population.File.Path, published.Column, facts.Published[place.Code][published.Key], PlaceFiles.LineOf(facts.Population, place.Code)), census, Warn, Refuse);
                }
            }

            var median = Median(single);
            var stated = facts.Published[place.Code]["median_age_mid2024"];
            agreement.Note(
                Math.Abs(stated - median) > 10, Math.Abs(stated - median) > 4,
                new FileFigure(facts.Population.File.Path, "median_age", stated, PlaceFiles.LineOf(facts.Population, place.Code)),
                $"the median age in {place.Name}: {stated} here, {median} by {OpenDataFormat.Ages.Name}");
        }

        RowTotals(facts, agreement);
    }

    private static (string Key, string Column)? Published(string group) => group switch
    {
        "0-15" => ("age_0_15_mid2024_pct", "pct_0_15"),
        "65 and over" => ("age_65plus_mid2024_pct", "pct_65plus"),
        _ => null,
    };

    /// <summary>Columns shifted by one or more: the open-ended group then stands under a single year.</summary>
    private static void Columns(FolderFacts facts, Agreement agreement, PlaceRows place, double[] ages)
    {
        // In a few hundred residents single years go up and down by chance.
        if (ages.Sum() < 20_000)
        {
            return;
        }

        var groups = $" By {OpenDataFormat.Profile.Name} {Text(place.Sum(row => row.AgeBands[0]))} are 0-15 and {Text(place.Sum(row => row.AgeBands[5]))} 65 or over, by the columns here {Text(ages[..16].Sum())} and {Text(ages[65..].Sum())}";
        agreement.Note(
            ages[90] < LeastOpenEnd * ages[89], false,
            new FileFigure(facts.Ages.File.Path, "a90+", ages[90]),
            $"{place.Name} has {Text(ages[90])} residents of 90 and over and {Text(ages[89])} of 89 alone, where those of 90 and over are some three times as many.{groups}",
            "the columns of ages stand under shifted names; copy the header again from its source");

        for (var age = 0; age < 89; age++)
        {
            var ratio = (ages[age + 1] + 1) / (ages[age] + 1);
            if ((age < FirstStudent || age > LastStudent) && (ratio > LargestStep || ratio < 1 / LargestStep))
            {
                agreement.Note(true, true, new FileFigure(facts.Ages.File.Path, $"a{age + 1}", ages[age + 1]),
                    $"{place.Name} has {Text(ages[age])} residents of {age} and {Text(ages[age + 1])} of {age + 1}.{groups}",
                    "the columns of ages stand under wrong names, or one of them is damaged; copy the file again from its source");
                break;
            }
        }
    }

    /// <summary>Where the table has a column of all ages, each row adds up to it.</summary>
    private static void RowTotals(FolderFacts facts, Agreement agreement)
    {
        if (facts.Ages.Find("all") is not { } all)
        {
            return;
        }

        var columns = OpenDataFormat.Ages.Columns.Where(name => name[0] == 'a').Select(name => facts.Ages[name]).ToArray();
        for (var row = 0; row < facts.Ages.Rows; row++)
        {
            var stated = all.NumberOrNaN(row);
            if (stated > 0 && facts.AgesByPlace.ContainsKey(facts.Ages["LADCD"].Text(row).ToString()))
            {
                var sum = columns.Sum(column => column.NumberOrNaN(row));
                agreement.Note(
                    Math.Abs(sum - stated) > Math.Max(20, stated * 0.02), Math.Abs(sum - stated) > Math.Max(5, stated * 0.005),
                    new FileFigure(facts.Ages.File.Path, "all", stated, facts.Ages.Line(row)),
                    $"'{facts.Ages["LSOA11CD"].Text(row)}' has {Text(stated)} residents of all ages, and its ages add up to {Text(sum)}");
            }
        }
    }

    private static int Median(double[] ages)
    {
        var (half, sum) = (ages.Sum() / 2, 0.0);
        return Array.FindIndex(ages, residents => (sum += residents) >= half);
    }

    private static string Text(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
