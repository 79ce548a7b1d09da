using System.Globalization;
using System.Text;
using static Simulation.Engine.Tests.OpenData.OpenDataFolder;

namespace Simulation.Engine.Tests.OpenData;

/// <summary>
/// A region of two places and eighty neighbourhoods, drawn up by rule, whose eight files agree as the real ones do: what one
/// file says of another's subject is computed from the same residents. Every code and name is invented.
/// </summary>
internal static class MadeUpRegion
{
    public const int Neighbourhoods = 80;
    private const int Columns = 10;
    private const double West = -3.9;
    private const double South = 53.6;
    private const double Width = 0.011;
    private const double Height = 0.006;

    private static readonly double[] BandShares = [0.19, 0.10, 0.13, 0.19, 0.205, 0.185];
    private static readonly int[] BandEdges = [0, 16, 25, 35, 50, 65, 91];

    /// <summary>Writes the files into a folder.</summary>
    public static void Write(string folder)
    {
        Neighbourhood[] all = [.. Enumerable.Range(0, Neighbourhoods).Select(i => new Neighbourhood(i))];
        void Save(string name, IEnumerable<string> lines) =>
            File.WriteAllText(Path.Combine(folder, name), string.Concat(lines.Select(line => line + "\n")), new UTF8Encoding(false));

        Save(Profile, [
            "LSOA21CD,LSOA21NM,MSOA21CD,LADCD,LADNM,lon,lat,area_km2,residents,age_0_15,age_16_24,age_25_34,age_35_49,age_50_64,age_65plus,households,disabled_n,disabled_pct,"
            + "cars0_pct,cars1_pct,cars2_pct,cars3plus_pct,hh1_pct,hh2_pct,hh3_pct,hh4plus_pct,female_pct,student_ft_pct,employed16_pct,unemployed16_pct,inactive16_pct,"
            + "work_lt10km_pct,work_10kmplus_pct,work_home_pct,work_other_pct,pt_le15h_pct,pt_16_30h_pct,ft_31_48h_pct,ft_49plus_pct,owned_n,social_rent_n,private_rent_n,IMD2025_rank,IMD2025_decile,RUC21",
            .. all.Select(ProfileLine)]);
        Save(Outlines, ["{\"type\":\"FeatureCollection\",\"features\":[", .. all.Select((n, i) => OutlineLine(n) + (i + 1 < all.Length ? "," : string.Empty)), "]}"]);
        Save(GreenSpace, ["LSOA21CD,any,doorstep,local,district", .. all.Select(n => F($"{n.Code},{n.Green}.0,{n.Green + 40}.0,{n.Green + 200}.0,{n.Green + 4000}.0"))]);
        Save(Ages, ["LSOA11CD,LADCD,all," + string.Join(',', Enumerable.Range(0, 90).Select(a => $"a{a}")) + ",a90+",
            .. all.Select(n => F($"{n.Code},{n.Place},{n.Ages.Sum()},{string.Join(',', n.Ages)}"))]);
        Save(Schools, ["URN,name,LADCD,LADNM,phase,type_group,type,pupils,pct_fsm,lon,lat,gias_lsoa,LSOA21CD", .. SchoolLines(all)]);
        Save(Flows, ["from_msoa,to_msoa,from_lad,to_lad,commuters", .. FlowLines(all)]);
        IGrouping<string, Neighbourhood>[] places = [.. all.GroupBy(n => n.Place)];
        Save(Population, ["LADCD,LADNM,population,female,male,pct_0_15,pct_16_64,pct_65plus,median_age", .. places.Select(PopulationLine)]);
        Save(Percentages, [
            "LADCD,LADNM,disability_3a-001,economic_activity_status_4a-001,economic_activity_status_4a-002,hh_size_5a-001,hh_size_5a-002,hh_size_5a-003,hh_size_5a-004,"
            + "hours_per_week_worked-001,hours_per_week_worked-002,hours_per_week_worked-003,hours_per_week_worked-004,in_full_time_education-001,number_of_cars_5a-000,number_of_cars_5a-001,"
            + "number_of_cars_5a-002,number_of_cars_5a-003,sex-001,workplace_travel_4a-001,workplace_travel_4a-002,workplace_travel_4a-003,workplace_travel_4a-004",
            .. places.Select(PercentLine)]);
    }

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string ProfileLine(Neighbourhood n) => F($"{n.Code},{n.Name} 00{n.Index % 8}A,{n.Zone},{n.Place},{n.PlaceName},{n.Longitude:0.#####},{n.Latitude:0.#####},{n.SquareKilometres:0.###},{n.Residents},")
        + F($"{string.Join(',', n.Bands)},{n.Households},{n.Disabled},{100.0 * n.Disabled / n.Residents:0.##},{Join(n.Cars)},{Join(n.Sizes)},{n.Female},{n.Students},{n.Employed},{n.Unemployed},{100 - n.Employed - n.Unemployed:0.##},")
        + F($"{Join(Neighbourhood.Travel)},{Join(Neighbourhood.Hours)},{n.Households - 300},200,100,{n.Rank},{n.Decile},Urban: Nearer to a major town or city");

    private static string Join(double[] values) => string.Join(',', values.Select(v => v.ToString("0.##", CultureInfo.InvariantCulture)));

    private static string OutlineLine(Neighbourhood n)
    {
        var (w, s) = (n.Longitude - (Width / 2), n.Latitude - (Height / 2));
        var (e, t) = (w + Width, s + Height);
        return F($"{{\"type\":\"Feature\",\"properties\":{{\"LSOA21CD\":\"{n.Code}\",\"LADCD\":\"{n.Place}\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[[{w:0.#####},{s:0.#####}],[{e:0.#####},{s:0.#####}],[{e:0.#####},{t:0.#####}],[{w:0.#####},{t:0.#####}],[{w:0.#####},{s:0.#####}]]]}}}}");
    }

    private static IEnumerable<string> SchoolLines(Neighbourhood[] all)
    {
        for (var i = 0; i < all.Length; i++)
        {
            var n = all[i];
            string Line(int number, string name, string phase, string group, string type, string pupils, string meals) =>
                F($"{(100_000 * number) + i},{name} {i},{n.Place},{n.PlaceName},{phase},{group},{type},{pupils},{meals},{n.Longitude + 0.001:0.#####},{n.Latitude + 0.001:0.#####},{n.Code},{n.Code}");
            if (i % 4 == 0)
            {
                yield return Line(1, "Primary School", "Primary", "Local authority maintained schools", "Community school", i % 20 == 12 ? string.Empty : "480", "22.5");
            }

            if (i % 12 == 3)
            {
                yield return Line(2, "High School", "Secondary", "Academies", "Academy converter", "1150", "19.0");
            }

            if (i % 20 == 7)
            {
                yield return Line(3, "Lantern School", "Not applicable", "Special schools", "Community special school", "60", "45.0");
            }

            if (i % 20 == 9)
            {
                yield return Line(4, "Nursery", "Nursery", "Local authority maintained schools", "Local authority nursery school", "60", "20.0");
            }
        }
    }

    private static IEnumerable<string> FlowLines(Neighbourhood[] all)
    {
        var zones = all.GroupBy(n => n.Zone).Select(g => (Code: g.Key, g.First().Place, Workers: (int)g.Sum(n => n.Workers))).ToArray();
        foreach (var (from, home) in zones.Index())
        {
            var left = home.Workers - (int)(home.Workers * 0.38);
            yield return F($"{home.Code},111111111,{home.Place},,{(int)(home.Workers * 0.38)}");
            var weights = zones.Select((_, to) => 1.0 / (1 + Math.Abs(to - from))).ToArray();
            var inside = (int)(left * 0.8);
            for (var to = 0; to < zones.Length; to++)
            {
                var count = (int)(inside * weights[to] / weights.Sum());
                left -= count;
                yield return F($"{home.Code},{zones[to].Code},{home.Place},{zones[to].Place},{count}");
            }

            yield return F($"{home.Code},Y02000001,{home.Place},,{left / 2}");
            yield return F($"{home.Code},Y02000002,{home.Place},,{left - (left / 2)}");
        }
    }

    private static string PopulationLine(IGrouping<string, Neighbourhood> place)
    {
        double residents = place.Sum(n => n.Residents);
        var female = place.Sum(n => n.Residents * n.Female / 100);
        var now = (int)(residents * 1.03);
        var women = (int)(now * female / residents);
        var (young, old) = (100 * place.Sum(n => n.Bands[0]) / residents, 100 * place.Sum(n => n.Bands[5]) / residents);
        var ages = Enumerable.Range(0, 91).Select(a => place.Sum(n => n.Ages[a])).ToArray();
        var (sum, median) = (0, 0);
        while ((sum += ages[median]) < ages.Sum() / 2)
        {
            median++;
        }

        return F($"{place.Key},{place.First().PlaceName},{now},{women},{now - women},{young:0.##},{100 - young - old:0.##},{old:0.##},{median}");
    }

    private static string PercentLine(IGrouping<string, Neighbourhood> place)
    {
        double Mean(Func<Neighbourhood, double> value, Func<Neighbourhood, double> weight) => place.Sum(n => value(n) * weight(n)) / place.Sum(weight);
        double Adults(Neighbourhood n) => n.Residents - n.Bands[0];
        double[] values =
        [
            Mean(n => 100.0 * n.Disabled / n.Residents, n => n.Residents), Mean(n => n.Employed, Adults), Mean(n => n.Unemployed, Adults),
            .. Enumerable.Range(0, 4).Select(i => Mean(n => n.Sizes[i], n => n.Households)),
            .. Neighbourhood.Hours, Mean(n => n.Students, n => n.Residents),
            .. Enumerable.Range(0, 4).Select(i => Mean(n => n.Cars[i], n => n.Households)),
            Mean(n => n.Female, n => n.Residents), .. Neighbourhood.Travel,
        ];
        return F($"{place.Key},{place.First().PlaceName},{string.Join(',', values.Select(v => v.ToString("0.0", CultureInfo.InvariantCulture)))}");
    }

    private sealed class Neighbourhood
    {
        public static readonly double[] Travel = [42.2, 19.8, 24.8, 13.2];
        public static readonly double[] Hours = [7.9, 18.8, 64.5, 8.8];

        public Neighbourhood(int index)
        {
            // Decile and place go round in strides without a common factor, so that each place has all of them.
            Index = index;
            Decile = 1 + (index * 7 % 10);
            var poor = (10 - Decile) / 9.0;
            Residents = 1400 + (index * 37 % 500);
            Bands = Apportion(Residents, BandShares);
            Ages = [.. Enumerable.Range(0, 6).SelectMany(band => Apportion(Bands[band], band < 5 ? [.. Enumerable.Repeat(1.0, BandEdges[band + 1] - BandEdges[band])] : OldWeights(), index))];
            Households = (int)(Residents / 2.29);
            Disabled = (int)(Residents * (0.15 + (0.12 * poor)) + (index * 13 % 29));
            var none = 12 + (30 * poor) + (index * 11 % 5);
            Cars = [none, 42, 0.75 * (58 - none), 0.25 * (58 - none)];
            Sizes = [31.7, 33.8, 17, 17.5];
            Female = 50.5 + (index % 4 * 0.3);
            Students = 17 + (index % 5);
            Employed = 64 - (16 * poor);
            Unemployed = 2 + (3 * poor);
        }

        public int Index { get; }

        public bool First => Index < 50;

        public string Code => F($"X01{Index + 1:000000}");

        public string Zone => F($"X02{(Index / 5) + 1:000000}");

        public string Place => First ? "X06000001" : "X08000002";

        public string PlaceName => First ? "Ambermouth" : "Caldermoor";

        public string Name => PlaceName;

        public double Longitude => West + (Width * (0.5 + (Index % Columns)));

        public double Latitude => South + (Height * (0.5 + (Index / Columns)));

        public double SquareKilometres => Width * 66.593 * Height * 111.293;

        public int Green => 90 + (Index * 53 % 300);

        public int Rank => ((Decile - 1) * 3375) + 100 + (Index * 31 % 3000);

        public int Decile { get; }

        public int Residents { get; }

        public int[] Bands { get; }

        public int[] Ages { get; }

        public int Households { get; }

        public int Disabled { get; }

        public double[] Cars { get; }

        public double[] Sizes { get; }

        public double Female { get; }

        public double Students { get; }

        public double Employed { get; }

        public double Unemployed { get; }

        public double Workers => (Residents - Bands[0]) * Employed / 100;

        private static double[] OldWeights() => [.. Enumerable.Range(65, 25).Select(age => 1.3 - ((age - 65) * 0.044)), 0.8];

        /// <summary>Whole numbers in the proportions of the weights that add up to the total; what is left over begins at <paramref name="from"/>.</summary>
        private static int[] Apportion(int total, double[] weights, int from = 0)
        {
            int[] parts = [.. weights.Select(w => (int)(total * w / weights.Sum()))];
            for (var i = 0; parts.Sum() < total; i++)
            {
                parts[(from + (i * 7)) % parts.Length]++;
            }

            return parts;
        }
    }
}
