using Simulation.Engine.Synthesis;

namespace Simulation.Engine.OpenData;

/// <summary>
/// Reads a folder of open data (files and columns: <see cref="OpenDataFormat"/>) into <see cref="SynthesisInputs"/>.
/// </summary>
public static class OpenDataReader
{
    /// <summary>Value of <see cref="SynthesisInputs.Source"/>.</summary>
    public const string Source = "open data";

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">Folder; its path is repeated in messages as given.</param>
    /// <returns>Inputs, joined and checked, with warnings where files disagree a little: places by code, neighbourhoods by place and code, coordinates in local metres.</returns>
    /// <exception cref="InputDataException">
    /// A file is missing or damaged, a column is missing, a cell is not what it should be, codes do not join, or two files
    /// contradict each other. Carries every
    /// error found (at most 50, then the number of the rest), each with file, line and column where there is one.
    /// </exception>
    public static SynthesisInputs Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var errors = new ErrorLog();
        if (!Directory.Exists(folder))
        {
            errors.Add(folder, 0, string.Empty, $"there is no such folder; give a folder with {string.Join(", ", OpenDataFormat.Files.Select(file => file.Name))}.");
            errors.ThrowIfAny(folder);
        }

        var files = new List<SourceFile>();
        var profile = CsvTable.Read(folder, OpenDataFormat.Profile, errors, files);
        var outlines = OutlinesFile.Read(folder, errors, files);
        var greenSpace = CsvTable.Read(folder, OpenDataFormat.GreenSpace, errors, files);
        var ages = CsvTable.Read(folder, OpenDataFormat.Ages, errors, files);
        var schools = CsvTable.Read(folder, OpenDataFormat.Schools, errors, files);
        var flows = CsvTable.Read(folder, OpenDataFormat.Flows, errors, files);
        var population = CsvTable.Read(folder, OpenDataFormat.Population, errors, files);
        var percentages = CsvTable.Read(folder, OpenDataFormat.Percentages, errors, files);
        var education = File.Exists(Path.Combine(folder, OpenDataFormat.Education.Name)) ? CsvTable.Read(folder, OpenDataFormat.Education, errors, files) : null;

        // Everything else is joined to the profile: without it the other files can say nothing more.
        if (profile is null)
        {
            errors.ThrowIfAny(folder);
        }

        var assembly = new OpenDataAssembly(profile!, errors);
        assembly.JoinOutlines(outlines);
        assembly.JoinGreenSpace(greenSpace);
        assembly.JoinAges(ages);
        assembly.JoinSchools(schools);
        assembly.JoinFlows(flows);
        assembly.JoinPublished(population, percentages);
        assembly.JoinEducation(education);
        errors.ThrowIfAny(folder);
        assembly.Crosscheck();
        errors.ThrowIfAny(folder);
        return assembly.ToInputs([.. files.Select(file => file.Describe())]);
    }
}
