using System.Globalization;
using System.Text;
using static Simulation.Engine.Tests.OpenData.OpenDataFolder;

namespace Simulation.Engine.Tests.OpenData;

/// <summary>What may come of a damage.</summary>
public enum Consequence
{
    /// <summary>The file is read as if nothing had happened.</summary>
    Read,

    /// <summary>An error.</summary>
    Refused,

    /// <summary>An error or a warning.</summary>
    Noticed,

    /// <summary>Whatever is neither refused nor warned of must leave the facts of every place as they were.</summary>
    Harmless,
}

/// <summary>A thing that people and programs do to a file of open data.</summary>
/// <param name="Name">What is done.</param>
/// <param name="File">To which file.</param>
/// <param name="Consequence">What may come of it.</param>
/// <param name="Do">Does it to the text, with a source of chance.</param>
internal sealed record Damage(string Name, string File, Consequence Consequence, Func<string, Random, byte[]> Do)
{
    private static readonly string[] Tables = [Profile, GreenSpace, Ages, Schools, Flows, Population, Percentages];

    /// <summary>Every kind of damage to every file that it can happen to.</summary>
    public static IReadOnlyList<Damage> All { get; } = [.. Layouts(), .. Replaced(), .. Rows(), .. Cells(), .. WholeColumns(), .. Shapes()];

    public override string ToString() => $"{Name}: {File}";

    private static IEnumerable<Damage> Layouts()
    {
        foreach (var file in Tables)
        {
            Damage Kept(string name, Func<string[][], IEnumerable<string>> write) =>
                new(name, file, Consequence.Read, (text, _) => Bytes(string.Join('\n', write(Split(text))) + "\n"));
            yield return Kept("semicolons between the cells", rows => rows.Select(row => string.Join(';', row)));
            yield return Kept("tabs between the cells", rows => rows.Select(row => string.Join('\t', row)));
            yield return Kept("semicolons and decimal commas", rows => rows.Select(row => string.Join(';', row.Select(DecimalComma))));
            yield return Kept("lines above the header", rows => ["Population estimates,mid-2024", "Source: ONS", string.Empty, .. rows.Select(Line)]);
            yield return Kept("a separator line of Excel", rows => ["sep=;", .. rows.Select(row => string.Join(';', row))]);
            yield return Kept("blank rows at the end", rows => [.. rows.Select(Line), new string(',', rows[0].Length - 1), string.Empty, "   ", new string(',', rows[0].Length + 3)]);
            yield return Kept("empty columns at the right", rows => rows.Select(row => Line(row) + ",,,"));
            yield return Kept("every cell in quotes", rows => rows.Select(row => string.Join(',', row.Select(cell => $"\"{cell}\""))));
            yield return Kept("spaces around the cells", rows => rows.Select(row => string.Join(',', row.Select(cell => $" {cell}\u00A0"))));
            yield return Kept("the header again in the middle", rows => [.. rows.Take(2).Select(Line), Line(rows[0]), .. rows.Skip(2).Select(Line)]);
            yield return Kept("an index column", rows => rows.Select((row, i) => (i == 0 ? string.Empty : (i - 1).ToString(CultureInfo.InvariantCulture)) + "," + Line(row)));
            yield return Kept("columns in another order", rows => rows.Select(row => Line([.. row.Reverse()])));
            yield return new Damage("UTF-16", file, Consequence.Read, (text, _) => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]);
            yield return new Damage("CRLF", file, Consequence.Read, (text, _) => Bytes(text.ReplaceLineEndings("\r\n")));
            yield return new Damage("CR", file, Consequence.Read, (text, _) => Bytes(text.ReplaceLineEndings("\r")));
            yield return new Damage("a byte order mark", file, Consequence.Read, (text, _) => Bytes("\uFEFF" + text));
        }

        yield return new Damage("percent signs", Profile, Consequence.Read, (text, _) => Change(text, (cell, column) => column.EndsWith("_pct", StringComparison.Ordinal) ? cell + "%" : cell));
        yield return new Damage("grouped thousands", Profile, Consequence.Read, (text, _) => Change(text, (cell, column) => column is "residents" && cell.Length > 3 ? $"\"{cell[..^3]},{cell[^3..]}\"" : cell));
        yield return new Damage("typographic minus", Schools, Consequence.Read, (text, _) => Change(text, (cell, column) => column is "lon" ? cell.Replace('-', '\u2212') : cell));
        yield return new Damage("marks for rolls that are not known", Schools, Consequence.Read, (text, _) => Change(text, (cell, column) => column is "pupils" && cell.Length == 0 ? "SUPP" : cell));
    }

    private static IEnumerable<Damage> Replaced()
    {
        foreach (var file in Tables.Append(Outlines))
        {
            Damage Refused(string name, byte[] content) => new(name, file, Consequence.Refused, (_, _) => content);
            yield return Refused("a pointer of Git LFS", Bytes("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"));
            yield return Refused("a web page", Bytes("<!DOCTYPE html>\n<html><body>Sign in</body></html>\n"));
            yield return Refused("a workbook", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06]);
            yield return Refused("zeros after a crash", new byte[4096]);
            yield return new Damage("cut short in a row", file, Consequence.Refused, (text, chance) => Bytes(Cut(text, chance)));
            yield return new Damage("a letter of Windows", file, Consequence.Refused, (text, chance) => [.. Bytes(text[..(text.Length / 2)]), 0xE9, .. Bytes(text[(text.Length / 2)..])]);
        }

        foreach (var file in Tables)
        {
            yield return new Damage("the header lost", file, Consequence.Refused, (text, _) => Bytes(text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]));
            yield return new Damage("another file under this name", file, Consequence.Refused, (_, _) => Bytes("code,value\nX,1\n"));
            yield return new Damage("a note below the table", file, Consequence.Refused, (text, _) => Bytes(text + "Source: Office for National Statistics" + new string(',', Split(text)[0].Length - 1) + "\n"));
        }
    }

    private static IEnumerable<Damage> Rows()
    {
        foreach (var file in new[] { Profile, GreenSpace, Ages, Schools, Flows })
        {
            yield return new Damage("the last third lost", file, Consequence.Noticed, (text, _) => Pick(text, (i, n) => i < n * 2 / 3));
            yield return new Damage("the first third lost", file, Consequence.Noticed, (text, _) => Pick(text, (i, n) => i >= n / 3));
            yield return new Damage("a row twice", file, Consequence.Refused, (text, chance) =>
            {
                var lines = text.TrimEnd('\n').Split('\n');
                return Bytes(text + lines[1 + chance.Next(lines.Length - 1)] + "\n");
            });
            yield return new Damage("a few rows lost", file, Consequence.Harmless, (text, chance) =>
            {
                var lost = chance.Next(1, 60);
                return Pick(text, (i, _) => i % 61 != lost);
            });
        }

        foreach (var file in new[] { Population, Percentages })
        {
            yield return new Damage("a place lost", file, Consequence.Refused, (text, _) => Pick(text, (i, _) => i == 0));
            yield return new Damage("a place twice", file, Consequence.Refused, (text, _) => Bytes(text + text.TrimEnd('\n').Split('\n')[^1] + "\n"));
        }

        yield return new Damage("a row of totals", Profile, Consequence.Refused, (text, _) => Bytes(text + "Total," + Line(Split(text)[^1][1..]) + "\n"));
        yield return new Damage("no workers at home", Flows, Consequence.Noticed, (text, _) => Bytes(Filter(text, line => !line.Contains(",111111111,", StringComparison.Ordinal))));
        yield return new Damage("one zone's workers at home lost", Flows, Consequence.Noticed, (text, chance) =>
        {
            var homes = text.Split('\n').Where(line => line.Contains(",111111111,", StringComparison.Ordinal)).ToArray();
            var lost = homes[chance.Next(homes.Length)];
            return Bytes(Filter(text, line => line != lost));
        });
        yield return new Damage("small flows withheld", Flows, Consequence.Noticed, (text, _) => Bytes(Filter(text, line => !(int.TryParse(line.Split(',')[^1], out var n) && n < 120))));
    }

    private static IEnumerable<Damage> Cells()
    {
        (string File, string Column)[] numbers =
        [
            (Profile, "residents"), (Profile, "households"), (Profile, "disabled_pct"), (Profile, "female_pct"), (Profile, "employed16_pct"), (Profile, "cars1_pct"), (Profile, "age_35_49"), (Profile, "lon"),
            (GreenSpace, "any"), (Ages, "a30"), (Flows, "commuters"), (Population, "population"), (Population, "pct_0_15"), (Percentages, "sex-001"),
        ];
        foreach (var (file, column) in numbers)
        {
            foreach (var mark in new[] { "c", "*", "-", "[x]", "#REF!", "n/a", "", "1.3E+05", "(12)", "12 or 13" })
            {
                yield return new Damage($"'{mark}' in {column}", file, Consequence.Refused, (text, chance) => One(text, column, chance, _ => mark));
            }

            yield return new Damage($"a digit more in {column}", file, Consequence.Harmless, (text, chance) => One(text, column, chance, cell => cell.Contains('.', StringComparison.Ordinal) ? "9" + cell : cell + "7"));
            yield return new Damage($"a digit less in {column}", file, Consequence.Harmless, (text, chance) => One(text, column, chance, cell => cell.Length > 1 ? cell[..^1] : cell));
            yield return new Damage($"two cells exchanged in {column}", file, Consequence.Harmless, (text, chance) => Exchange(text, column, chance));
        }

        foreach (var column in new[] { "disabled_pct", "female_pct", "student_ft_pct", "employed16_pct" })
        {
            yield return new Damage($"one share among per cents in {column}", Profile, Consequence.Refused, (text, chance) => One(text, column, chance, cell => Number(cell, v => v / 100)));
        }

        yield return new Damage("a school elsewhere", Schools, Consequence.Refused, (text, chance) => One(text, "lat", chance, cell => Number(cell, v => v - 0.68), needed: ("phase", "Primary")));
        yield return new Damage("a school in another neighbourhood", Schools, Consequence.Noticed, (text, chance) => One(text, "LSOA21CD", chance, cell => cell == "X01000080" ? "X01000001" : "X01000080", needed: ("phase", "Secondary")));
        yield return new Damage("131543 became 1315", Population, Consequence.Refused, (text, chance) => One(text, "population", chance, cell => cell[..^2]));
    }

    private static IEnumerable<Damage> WholeColumns()
    {
        Damage Column(string name, string file, Consequence consequence, Func<string, string, string> change) => new(name, file, consequence, (text, _) => Change(text, change));
        Damage Renamed(string name, string file, Consequence consequence, Func<string[], string[]> change) => new(name, file, consequence, (text, _) =>
        {
            var end = text.IndexOf('\n', StringComparison.Ordinal);
            return Bytes(Line(change(text[..end].Split(','))) + text[end..]);
        });

        foreach (var column in new[] { "disabled_pct", "female_pct", "student_ft_pct", "employed16_pct" })
        {
            yield return Column($"{column} as shares", Profile, Consequence.Refused, (cell, name) => name == column ? Number(cell, v => v / 100) : cell);
        }

        yield return Column("cars as shares", Profile, Consequence.Refused, (cell, name) => name.StartsWith("cars", StringComparison.Ordinal) ? Number(cell, v => v / 100) : cell);
        yield return Column("all per cents as shares", Percentages, Consequence.Refused, (cell, name) => name.Contains("-00", StringComparison.Ordinal) ? Number(cell, v => v / 100) : cell);
        yield return Column("residents in thousands", Population, Consequence.Refused, (cell, name) => name is "population" ? Number(cell, v => v / 1000) : cell);
        yield return Column("kilometres", GreenSpace, Consequence.Refused, (cell, name) => name is "LSOA21CD" ? cell : Number(cell, v => v / 1000));
        yield return Column("hectares", Profile, Consequence.Refused, (cell, name) => name is "area_km2" ? Number(cell, v => v * 100) : cell);
        yield return Column("deciles from the other end", Profile, Consequence.Refused, (cell, name) => name is "IMD2025_decile" ? Number(cell, v => 11 - v) : cell);
        yield return Column("east for west", Profile, Consequence.Refused, (cell, name) => name is "lon" ? cell.TrimStart('-') : cell);
        yield return Column("the National Grid", Schools, Consequence.Refused, (cell, name) => name switch { "lon" => "335400", "lat" => "390200", _ => cell });
        yield return Column("half a degree north", Schools, Consequence.Refused, (cell, name) => name is "lat" ? Number(cell, v => v + 0.5) : cell);
        yield return Column("codes of MSOAs", Profile, Consequence.Refused, (cell, name) => name is "LSOA21CD" ? cell.Replace("X01", "X02", StringComparison.Ordinal) : cell);
        yield return Column("codes of another year", GreenSpace, Consequence.Refused, (cell, name) => name is "LSOA21CD" ? cell.Replace("X010000", "X010001", StringComparison.Ordinal) : cell);
        yield return Column("codes of another year", Schools, Consequence.Refused, (cell, name) => name is "LSOA21CD" ? cell.Replace("X010000", "X010001", StringComparison.Ordinal) : cell);
        yield return Column("codes of another year", Flows, Consequence.Refused, (cell, name) => name is "from_msoa" ? cell.Replace("X020000", "X020001", StringComparison.Ordinal) : cell);
        yield return Column("another region", Ages, Consequence.Refused, (cell, name) => name is "LADCD" ? "X09000001" : cell);
        yield return Column("another region", Schools, Consequence.Refused, (cell, name) => name is "LADCD" ? "X09000001" : cell);
        yield return Column("no pupils", Schools, Consequence.Refused, (cell, name) => name is "pupils" ? "0" : cell);
        yield return Column("blank rolls", Schools, Consequence.Refused, (cell, name) => name is "pupils" ? string.Empty : cell);
        yield return Column("codes as a spreadsheet shows them", Flows, Consequence.Refused, (cell, _) => cell is "111111111" ? "1.11E+08" : cell);
        yield return Column("workers doubled", Flows, Consequence.Refused, (cell, name) => name is "commuters" ? Number(cell, v => v * 2) : cell);
        yield return Renamed("ages shifted by one", Ages, Consequence.Refused, names => [.. names[..3], .. names[4..], names[3]]);
        yield return Renamed("ages shifted the other way", Ages, Consequence.Refused, names => [.. names[..3], names[^1], .. names[3..^1]]);
        yield return Renamed("ages shifted by five", Ages, Consequence.Refused, names => [.. names[..3], .. names[8..], .. names[3..8]]);
        yield return Renamed("children and students exchanged", Profile, Consequence.Refused, names => Swap(names, "age_0_15", "age_16_24"));
        yield return Renamed("no cars and two cars exchanged", Profile, Consequence.Refused, names => Swap(names, "cars1_pct", "cars3plus_pct"));
        yield return Renamed("employed and inactive exchanged", Profile, Consequence.Refused, names => Swap(names, "employed16_pct", "inactive16_pct"));
        yield return Renamed("longitude and latitude exchanged", Profile, Consequence.Refused, names => Swap(names, "lon", "lat"));
        yield return Renamed("longitude and latitude exchanged", Schools, Consequence.Refused, names => Swap(names, "lon", "lat"));
        yield return Renamed("women and men exchanged", Population, Consequence.Noticed, names => Swap(names, "female", "male"));
        yield return Renamed("the nearest and a district's", GreenSpace, Consequence.Refused, names => Swap(names, "any", "district"));
        yield return Renamed("home and work exchanged", Flows, Consequence.Refused, names => Swap(Swap(names, "from_msoa", "to_msoa"), "from_lad", "to_lad"));
        yield return Renamed("codes of neighbourhoods and zones exchanged", Profile, Consequence.Refused, names => Swap(names, "LSOA21CD", "MSOA21CD"));
        foreach (var column in new[] { "residents", "households", "disabled_pct", "employed16_pct", "cars0_pct", "age_25_34", "lon", "IMD2025_decile" })
        {
            yield return new Damage($"only {column} sorted", Profile, Consequence.Noticed, (text, _) => Sorted(text, column));
        }
    }

    private static IEnumerable<Damage> Shapes()
    {
        yield return new Damage("outlines under other codes", Outlines, Consequence.Refused, (text, _) =>
        {
            var lines = text.Split('\n');
            string Code(string line) => line.Contains("X01", StringComparison.Ordinal) ? line.Substring(line.IndexOf("X01", StringComparison.Ordinal), 9) : string.Empty;
            var codes = lines.Select(Code).Where(code => code.Length > 0).ToArray();
            return Bytes(string.Join('\n', lines.Select(line => Code(line) is { Length: > 0 } code ? line.Replace(code, codes[(Array.IndexOf(codes, code) + 17) % codes.Length], StringComparison.Ordinal) : line)));
        });
        yield return new Damage("outlines in the other place", Outlines, Consequence.Refused, (text, _) => Bytes(text.Replace("X06000001", "X08000002", StringComparison.Ordinal)));
        yield return new Damage("latitude first", Outlines, Consequence.Refused, (text, _) => Bytes(System.Text.RegularExpressions.Regex.Replace(text, @"\[(-3\.\d+),(53\.\d+)\]", "[$2,$1]")));
        yield return new Damage("a third of the outlines lost", Outlines, Consequence.Refused, (text, _) => Bytes(string.Join('\n', text.Split('\n').Where((_, i) => i is not (> 10 and < 37)))));
        yield return new Damage("TopoJSON", Outlines, Consequence.Refused, (_, _) => Bytes("{\"type\":\"Topology\",\"objects\":{}}"));
        yield return new Damage("all on one line", Outlines, Consequence.Read, (text, _) => Bytes(text.Replace("\n", " ", StringComparison.Ordinal)));
        yield return new Damage("a byte order mark", Outlines, Consequence.Read, (text, _) => Bytes("\uFEFF" + text));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string[][] Split(string text) => [.. text.TrimEnd('\n').Split('\n').Select(line => line.Split(','))];

    private static string Line(string[] cells) => string.Join(',', cells);

    private static string DecimalComma(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && cell.Length - cell.IndexOf('.', StringComparison.Ordinal) != 4 ? cell.Replace('.', ',') : cell;

    private static string Number(string cell, Func<double, double> change) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? change(value).ToString("0.#######", CultureInfo.InvariantCulture) : cell;

    private static string[] Swap(string[] names, string a, string b) => [.. names.Select(name => name == a ? b : name == b ? a : name)];

    private static byte[] Change(string text, Func<string, string, string> change)
    {
        var rows = Split(text);
        return Bytes(string.Concat(rows.Select((row, i) => (i == 0 ? Line(row) : Line([.. row.Select((cell, c) => change(cell, rows[0][c]))])) + "\n")));
    }

    private static byte[] One(string text, string column, Random chance, Func<string, string> change, (string Column, string Value)? needed = null)
    {
        var rows = Split(text);
        var index = Array.IndexOf(rows[0], column);
        var fit = Enumerable.Range(1, rows.Length - 1).Where(i => needed is not { } need || rows[i][Array.IndexOf(rows[0], need.Column)] == need.Value).ToArray();
        var row = fit[chance.Next(fit.Length)];
        rows[row][index] = change(rows[row][index]);
        return Bytes(string.Concat(rows.Select(r => Line(r) + "\n")));
    }

    private static byte[] Exchange(string text, string column, Random chance)
    {
        var rows = Split(text);
        var index = Array.IndexOf(rows[0], column);
        var (a, b) = (1 + chance.Next(rows.Length - 1), 1 + chance.Next(rows.Length - 1));
        (rows[a][index], rows[b][index]) = (rows[b][index], rows[a][index]);
        return Bytes(string.Concat(rows.Select(r => Line(r) + "\n")));
    }

    private static byte[] Sorted(string text, string column)
    {
        var rows = Split(text);
        var index = Array.IndexOf(rows[0], column);
        var sorted = rows.Skip(1).Select(row => row[index]).OrderBy(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
        for (var i = 1; i < rows.Length; i++)
        {
            rows[i][index] = sorted[i - 1];
        }

        return Bytes(string.Concat(rows.Select(r => Line(r) + "\n")));
    }

    private static string Filter(string text, Func<string, bool> keep) => string.Join('\n', text.Split('\n').Where(keep));

    private static byte[] Pick(string text, Func<int, int, bool> keep)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        return Bytes(string.Concat(lines.Where((_, i) => i == 0 || keep(i - 1, lines.Length - 1)).Select(line => line + "\n")));
    }

    /// <summary>Cut in the middle of a row that is not the first: after its first cell, where a row that is short cannot be whole.</summary>
    private static string Cut(string text, Random chance)
    {
        var at = text.IndexOf('\n', (text.Length / 3) + chance.Next(text.Length / 3));
        var comma = at < 0 || at + 1 >= text.Length ? -1 : text.IndexOf(',', at + 1);
        return comma < 0 ? text[..(text.LastIndexOf(',', text.Length - 3) - 1)] : text[..(comma + 2)];
    }
}
