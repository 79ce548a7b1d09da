using System.Security.Cryptography;
using System.Text;

namespace Simulation.Engine.Populations.Files;

/// <summary>One named run of bytes of a population.</summary>
/// <param name="Name">Table and column, e.g. <c>residents.age</c>.</param>
/// <param name="Type">What its elements are.</param>
/// <param name="Count">Number of elements.</param>
/// <param name="Bytes">Its bytes; valid while the population is.</param>
internal readonly record struct Section(string Name, SectionType Type, int Count, ReadOnlyMemory<byte> Bytes);

/// <summary>The content of a population in the one order in which it is hashed and written.</summary>
internal static class PopulationContent
{
    /// <summary>Name of the section that says where the population came from: written, but no part of the hash.</summary>
    internal const string DescriptionSection = "description";

    /// <summary>SHA-256 (hex) over name and SHA-256 of every section in order.</summary>
    public static string Hash(Population population)
    {
        IReadOnlyList<Section> sections = Sections(population);
        return Hash(sections.Select(s => (s.Name, SHA256.HashData(s.Bytes.Span))));
    }

    /// <summary>The same from hashes already known.</summary>
    public static string Hash(IEnumerable<(string Name, byte[] Hash)> sections)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, byte[] hash) in sections.Where(s => s.Name != DescriptionSection))
        {
            all.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            all.AppendData(hash);
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    /// <summary>All sections but the description.</summary>
    public static IReadOnlyList<Section> Sections(Population population)
    {
        var list = new SectionList();
        list.Text("places.code", [.. population.Places.Select(p => p.Code)]);
        list.Text("places.name", [.. population.Places.Select(p => p.Name)]);
        list.Text("neighbourhoods.code", population.Neighbourhoods.Code);
        list.Text("neighbourhoods.name", population.Neighbourhoods.Name);
        list.Outlines("neighbourhoods.outline", population.Neighbourhoods.Outline);
        foreach (Table table in population.Tables)
        {
            if (table is SchoolTable schools)
            {
                list.Text("schools.name", schools.Name);
            }

            list.Add(table);
        }

        if (population.Targets is { } targets)
        {
            list.Text("targets.places", PlaceFiguresText.ToText(targets.Places));
            list.Add(targets);
        }

        return list.Sections;
    }
}
