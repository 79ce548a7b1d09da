using Simulation.Engine.Observation;
using Simulation.Results.Comparisons;

namespace Simulation.Cli.Output;

/// <summary>Prints the sum of the parts of a package beside the whole.</summary>
internal static class PackageReport
{
    /// <summary>Prints the table.</summary>
    public static void Print(Terminal terminal, Comparison comparison, Package package)
    {
        terminal.WriteHeading($"{comparison.Scenarios[package.Whole].Name}: the sum of the parts beside the whole");
        for (int i = 0; i < package.Parts.Count; i++)
        {
            terminal.WriteLine($"  {(char)('A' + i)}  {comparison.Scenarios[package.Parts[i]].Name}");
        }

        // Beyond four parts their columns would not fit beside the sum; the object printed by --json has them all.
        int shown = package.Parts.Count <= 4 ? package.Parts.Count : 0;
        TextTable table = new(
        [
            "Difference, pp",
            .. Enumerable.Range(0, shown).Select(i => ">" + (char)('A' + i)),
            ">Sum", ">All", ">Synergy", ">Log-odds",
        ]);
        foreach (PackageChange effect in package.Effects.Where(e => e.Indicator.Unit == IndicatorUnit.Share))
        {
            table.Add(
            [
                effect.Indicator.Label,
                .. effect.Parts.Take(shown).Select(p => new Cell(Numbers.SignedFixed(100 * (p - effect.Baseline), 2))),
                Numbers.SignedFixed(100 * effect.SumOfParts, 2),
                Numbers.SignedFixed(100 * effect.Whole, 2),
                Numbers.SignedFixed(100 * effect.Interaction, 2),
                Numbers.SignedFixed(effect.InteractionLogOdds, 4),
            ]);
        }

        table.Write(terminal);
        terminal.WriteParagraph(
"Sum: the parts one at a time, added up. All: together. Synergy: what they add to each other (+) or take from each other (-), percentage points. Log-odds: synergy on the scale of log-odds, on which a ceiling takes nothing away.");
    }
}
