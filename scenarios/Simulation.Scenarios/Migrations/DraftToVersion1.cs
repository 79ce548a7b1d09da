using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios.Migrations;

/// <summary>
/// Version 0 is what drafts were written in before the language was fixed: <c>name</c> for <c>scenario</c>, <c>measures</c> for
/// <c>interventions</c>, and in an intervention <c>coverage</c> for <c>reach</c> and <c>compliance</c> for <c>adherence</c>.
/// </summary>
internal sealed class DraftToVersion1 : IMigration
{
    private static readonly Dictionary<string, string> TopLevel = new(StringComparer.Ordinal)
    {
        ["name"] = "scenario",
        ["measures"] = "interventions",
        ["base"] = "extends",
    };

    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["coverage"] = "reach",
        ["compliance"] = "adherence",
        ["rollout"] = "phase_in",
        ["costs"] = "cost",
    };

    public int From => 0;

    public IEnumerable<TextEdit> Edits(MappingNode root)
    {
        foreach (MappingEntry entry in root.Entries)
        {
            foreach (TextEdit edit in Renamed(entry, TopLevel))
            {
                yield return edit;
            }

            if (entry.Key.Text is "measures" or "interventions" && entry.Value is SequenceNode list)
            {
                foreach (MappingEntry setting in list.Items.OfType<MappingNode>().SelectMany(i => i.Entries).Select(e => e.Value).OfType<MappingNode>().SelectMany(s => s.Entries))
                {
                    foreach (TextEdit edit in Renamed(setting, Settings))
                    {
                        yield return edit;
                    }
                }
            }
        }
    }

    private static IEnumerable<TextEdit> Renamed(MappingEntry entry, Dictionary<string, string> names)
    {
        if (names.TryGetValue(entry.Key.Text, out string? name))
        {
            yield return new TextEdit(entry.Key.Span, name, $"'{entry.Key.Text}' is called '{name}' now");
        }
    }
}
