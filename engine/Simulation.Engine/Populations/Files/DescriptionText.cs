using System.Globalization;

namespace Simulation.Engine.Populations.Files;

/// <summary>A population's description as strings: source, seed, name and hash of each input file, then, after an empty string, the warnings.</summary>
internal static class DescriptionText
{
    /// <summary>Encodes source, seed, inputs and warnings; the content hash has its own place in the head.</summary>
    public static Section ToSection(PopulationDescription description)
    {
        var list = new SectionList();
        list.Text(PopulationContent.DescriptionSection,
        [
            description.Source,
            description.Seed.ToString(CultureInfo.InvariantCulture),
            .. description.Inputs.SelectMany(i => new[] { i.Name, i.Sha256 }),
            .. description.Warnings.Prepend(string.Empty),
        ]);
        return list.Sections[0];
    }

    /// <summary>Decodes what <see cref="ToSection"/> made.</summary>
    /// <exception cref="FormatException">The strings are no description.</exception>
    public static PopulationDescription FromText(string[] text, string hash)
    {
        int end = Array.IndexOf(text, string.Empty, Math.Min(2, text.Length));
        int inputs = end < 0 ? text.Length : end;
        if (inputs < 2 || inputs % 2 != 0 || !ulong.TryParse(text[1], NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
        {
            throw new FormatException("the description is incomplete");
        }

        return new PopulationDescription(
            text[0], seed, hash, [.. text[2..inputs].Chunk(2).Select(pair => new InputFile(pair[0], pair[1]))])
        {
            Warnings = end < 0 ? [] : text[(end + 1)..],
        };
    }
}
