using System.Text;
using Simulation.Engine.OpenData;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.OpenData;

/// <summary>Folders to read: the made-up one, copies of it to damage, and the real one where there is one.</summary>
internal sealed class OpenDataFolder : IDisposable
{
    public const string Profile = "lsoa21_profile_2021.csv";
    public const string Outlines = "boundaries_lsoa21.geojson";
    public const string GreenSpace = "lsoa21_greenspace_distance_m.csv";
    public const string Ages = "lsoa11_population_mid2020_syoa.csv";
    public const string Schools = "schools_gias_2025.csv";
    public const string Flows = "od_msoa21_workplace_census2021.csv";
    public const string Population = "lad_population_mid2024.csv";
    public const string Percentages = "lad_census2021_pct.csv";

    private OpenDataFolder(string path)
    {
        Path = path;
    }

    public static string MadeUp { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "data", "open-data");

    public string Path { get; }

    /// <summary>The made-up folder always, and the real one when SIMULATION_DATA names it or shared/data stands beside the checkout.</summary>
    public static TheoryData<string> All()
    {
        var folders = new TheoryData<string> { MadeUp };
        if (Environment.GetEnvironmentVariable("SIMULATION_DATA") is { Length: > 0 } named)
        {
            folders.Add(named);
        }
        else if (BesideTheCheckout() is { } beside)
        {
            folders.Add(beside);
        }

        return folders;
    }

    public static OpenDataFolder Copy()
    {
        var path = Directory.CreateTempSubdirectory("open-data-").FullName;
        foreach (var file in Directory.GetFiles(MadeUp))
        {
            File.Copy(file, System.IO.Path.Combine(path, System.IO.Path.GetFileName(file)));
        }

        return new OpenDataFolder(path);
    }

    /// <summary>A folder with the eighty neighbourhoods of <see cref="MadeUpRegion"/>.</summary>
    public static OpenDataFolder Region()
    {
        var path = Directory.CreateTempSubdirectory("open-data-").FullName;
        MadeUpRegion.Write(path);
        return new OpenDataFolder(path);
    }

    /// <summary>The real data of Halton, cut from the folder that stands beside the checkout; null where none does.</summary>
    public static OpenDataFolder? Halton()
    {
        if (BesideTheCheckout() is not { } whole)
        {
            return null;
        }

        const string Code = "E06000006";
        var path = Directory.CreateTempSubdirectory("open-data-").FullName;
        string Whole(string name) => System.IO.Path.Combine(whole, name);
        var homes = File.ReadLines(Whole(Profile)).Where(line => line.Contains(Code, StringComparison.Ordinal)).Select(line => line.Split(',')[0]).ToHashSet();
        foreach (var name in OpenDataFormat.Files.Select(file => file.Name))
        {
            bool Kept(string line) => name switch
            {
                GreenSpace => homes.Contains(line.Split(',')[0]),
                Flows => line.Split(',')[2] == Code,
                _ => line.Contains(Code, StringComparison.Ordinal) || (name == Outlines && !line.Contains("\"Feature\"", StringComparison.Ordinal)),
            };
            var lines = File.ReadLines(Whole(name)).Where((line, i) => i == 0 || Kept(line)).Select(line => line.TrimEnd('\r')).ToArray();
            if (name == Outlines)
            {
                var last = Array.FindLastIndex(lines, line => line.Contains("\"Feature\"", StringComparison.Ordinal));
                lines[last] = lines[last].TrimEnd().TrimEnd(',');
            }

            File.WriteAllText(System.IO.Path.Combine(path, name), string.Join('\n', lines) + "\n");
        }

        return new OpenDataFolder(path);
    }

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public string Text(string name) => File.ReadAllText(PathOf(name));

    /// <summary>Replaces a text that occurs exactly once.</summary>
    public OpenDataFolder Replace(string name, string old, string replacement)
    {
        var text = Text(name);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"'{old}' is not in {name}");
        text.IndexOf(old, at + 1, StringComparison.Ordinal).ShouldBe(-1, $"'{old}' is in {name} more than once");
        return Write(name, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>Changes every line from 1; a line that becomes null is removed.</summary>
    public OpenDataFolder Lines(string name, Func<string, int, string?> change)
    {
        var lines = Text(name).TrimEnd('\n').Split('\n').Select((line, i) => change(line, i + 1)).Where(line => line is not null);
        return Write(name, string.Join('\n', lines) + '\n');
    }

    /// <summary>Sets the cell of a column on a line (no quoted cells before it).</summary>
    public OpenDataFolder Cell(string name, int line, string column, string value)
    {
        var index = Array.IndexOf(Text(name).Split('\n')[0].Split(','), column);
        index.ShouldBeGreaterThanOrEqualTo(0);
        return Lines(name, (text, i) =>
        {
            if (i != line)
            {
                return text;
            }

            var cells = text.Split(',');
            cells[index] = value;
            return string.Join(',', cells);
        });
    }

    public OpenDataFolder Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return this;
    }

    public OpenDataFolder Delete(string name)
    {
        File.Delete(PathOf(name));
        return this;
    }

    public IReadOnlyList<InputError> Errors() => Should.Throw<InputDataException>(() => OpenDataReader.Read(Path)).Errors;

    /// <summary>Asserts that reading fails with exactly this error.</summary>
    public void ShouldFail(string file, int line, string column, params string[] message)
    {
        var error = Errors().ShouldHaveSingleItem();
        error.File.ShouldBe(PathOf(file));
        error.Line.ShouldBe(line);
        error.Column.ShouldBe(column);
        foreach (var part in message)
        {
            error.Message.ShouldContain(part, Case.Sensitive);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string? BesideTheCheckout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Simulation.sln")))
            {
                var data = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder.FullName, "..", "shared", "data"));
                return Directory.Exists(data) ? data : null;
            }
        }

        return null;
    }
}
