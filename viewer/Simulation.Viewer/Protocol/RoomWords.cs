using System.Text.RegularExpressions;

namespace Simulation.Viewer.Protocol;

/// <summary>Says in a room's words what the engine and the literature say in theirs: a catalogue's titles, what evidence is, a kind's summary.</summary>
internal static partial class RoomWords
{
    private static readonly (Regex Term, string Plain)[] Terms =
    [
        (SlopeIndex(), "gap from end to end"), (SchoolGates(), "school entrances"), (SchoolGate(), "school entrance"), (Gates(), "school entrances"), (Gate(), "school entrance"),
        (Displacement(), "moved elsewhere"), (Luck(), "chance"), (Scenario(), "plan"), (Sii(), "gap from end to end"),
    ];

    /// <summary>A text without the terms that a room does not use.</summary>
    public static string Plain(string text)
    {
        foreach ((Regex term, string plain) in Terms)
        {
            text = term.Replace(text, match => char.IsUpper(match.Value[0]) ? char.ToUpperInvariant(plain[0]) + plain[1..] : plain);
        }

        return Sample().Replace(text, "$1 people");
    }

    [GeneratedRegex(@"\bn = ([\d,]+)")]
    private static partial Regex Sample();

    [GeneratedRegex(@"\bslope index( of inequality)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex SlopeIndex();

    [GeneratedRegex(@"\bSII\b")]
    private static partial Regex Sii();

    [GeneratedRegex(@"\bschool gates\b", RegexOptions.IgnoreCase)]
    private static partial Regex SchoolGates();

    [GeneratedRegex(@"\bschool gate\b", RegexOptions.IgnoreCase)]
    private static partial Regex SchoolGate();

    [GeneratedRegex(@"\bgates\b", RegexOptions.IgnoreCase)]
    private static partial Regex Gates();

    [GeneratedRegex(@"\bgate\b", RegexOptions.IgnoreCase)]
    private static partial Regex Gate();

    [GeneratedRegex(@"\bdisplacement\b", RegexOptions.IgnoreCase)]
    private static partial Regex Displacement();

    [GeneratedRegex(@"\bluck\b", RegexOptions.IgnoreCase)]
    private static partial Regex Luck();

    [GeneratedRegex(@"\bscenario\b", RegexOptions.IgnoreCase)]
    private static partial Regex Scenario();
}
