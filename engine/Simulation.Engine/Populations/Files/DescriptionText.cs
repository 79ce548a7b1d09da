using System.Globalization;

namespace Simulation.Engine.Populations.Files;

/// <summary>A population's description as strings: source, seed, then name and hash of each input file.</summary>
internal static class DescriptionText
{
    /// <summary>Encodes source, seed and inputs; the content hash has its own place in the head.</summary>
    public static Section ToSection(PopulationDescription description)
    {
        var list = new SectionList();
        list.Text(PopulationContent.DescriptionSection,
        [
            description.Source,
            description.Seed.ToString(CultureInfo.InvariantCulture),
            .. description.Inputs.SelectMany(i => new[] { i.Name, i.Sha256 }),
        ]);
        return list.Sections[0];
    }

    /// <summary>Decodes what <see cref="ToSection"/> made.</summary>
    /// <exception cref="FormatException">The strings are no description.</exception>
    public static PopulationDescription FromText(string[] text, string hash)
    {
        if (text.Length < 2 || text.Length % 2 != 0 || !ulong.TryParse(text[1], NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
        {
            throw new FormatException("the description is incomplete");
        }

        var inputs = new List<InputFile>();
        for (int i = 2; i < text.Length; i += 2)
        {
            inputs.Add(new InputFile(text[i], text[i + 1]));
        }

        return new PopulationDescription(text[0], seed, hash, inputs);
    }
}
