using System.Text.Json;
using Simulation.Experiments.Studies;
using Simulation.Results.Sentences;

namespace Simulation.Cli.Output;

/// <summary>Prints what a search for the best package found.</summary>
internal static class PackagesReport
{
    /// <summary>The answer in a sentence or two, then those that came through the search, side by side.</summary>
    public static void Print(Terminal terminal, string plan, FoundPackages found, double budget, double equity)
    {
        terminal.WriteHeading($"{plan}: the best package for {CostSentence.Pounds(budget)}");
        FoundPackage best = found.Packages[0];
        terminal.WriteParagraph(string.Join(' ', Sentences(found, best, equity)).Replace(SpokenNumber.NoBreak, ' '));
        terminal.WriteLine();
        TextTable table = new(["Package", ">Costs", ">Fewer inactive", ">Likely (8 in 10)", ">Poor gain", ">Front"], wrapping: 0);
        foreach (FoundPackage one in found.Packages)
        {
            table.Add(
                one.Package.Name, one.Package.Cost > 0 ? CostSentence.Pounds(one.Package.Cost) : "no price", Numbers.SignedCount(one.Fewer),
                one.Likely is { } range ? $"{Numbers.SignedCount(range.Low)} to {Numbers.SignedCount(range.High)}" : "no range",
                one.ProPoor is { } poor ? $"{100 * poor:0} in 100" : "n/a", one.Undominated ? "yes" : string.Empty);
        }

        table.Write(terminal);
        terminal.WriteParagraph("Fewer residents inactive in the last year. Poor gain: draws in which poorer neighbourhoods gain more than richer ones over all years. Front: no other does as much for as little money with as good a spread, and is better in one of these.");
        terminal.WriteParagraph($"{found.Considered:N0} packages fit the budget and {found.TooDear:N0} do not. The figures rest on {found.Draws:N0} fresh draws of the evidence that the search did not see. Choosing the best on average now costs {Numbers.Count(found.Regret)} residents against knowing which is best.");
        terminal.WriteParagraph($"Every measure of them: simulate study report {found.Folder}");
    }

    /// <summary>Writes the members of the object that <c>--json</c> prints.</summary>
    public static void WriteJson(Utf8JsonWriter json, FoundPackages found, double budget)
    {
        json.WriteNumber("budget", budget);
        json.WriteNumber("considered", found.Considered);
        json.WriteNumber("tooDear", found.TooDear);
        json.WriteNumber("draws", found.Draws);
        json.WriteNumber("regret", found.Regret);
        json.WriteString("folder", found.Folder);
        json.WriteObjects("packages", found.Packages, one =>
        {
            json.WriteString("name", one.Package.Name);
            json.WriteNumber("cost", one.Package.Cost);
            json.WriteStrings("notCosted", one.Package.NotCosted);
            json.WriteNumber("fewerInactive", one.Fewer);
            json.WriteFinite("low80", one.Likely?.Low ?? double.NaN);
            json.WriteFinite("high80", one.Likely?.High ?? double.NaN);
            json.WriteFinite("proPoor", one.ProPoor ?? double.NaN);
            json.WriteBoolean("meetsEquity", one.Fair);
            json.WriteBoolean("front", one.Undominated);
        });
    }

    private static IEnumerable<string> Sentences(FoundPackages found, FoundPackage best, double equity)
    {
        string left = best.Package.NotCosted.Count > 0 ? $"; not costed: {string.Join(", ", best.Package.NotCosted)}" : string.Empty;
        string range = best.Likely is { } likely ? $" (likely {SpokenNumber.Count(likely.Low)} to {SpokenNumber.Count(likely.High)})" : string.Empty;
        bool known = best.Likely is not { } sure || !sure.Contains(0);
        if (!known)
        {
            yield return $"We can't tell whether any package makes a difference; {best.Package.Name} comes nearest, and anything from {SpokenNumber.Count(-best.Likely!.Value.Low)} more residents inactive to {SpokenNumber.Count(best.Likely.Value.High)} fewer fits.";
        }
        else if (best.Fewer <= 0)
        {
            yield return $"No package leaves fewer residents inactive; {best.Package.Name} does least harm{range}.";
        }
        else
        {
            yield return $"{char.ToUpperInvariant(best.Package.Name[0])}{best.Package.Name[1..]} leaves {SpokenNumber.Count(best.Fewer)} fewer residents inactive{range}.";
        }

        yield return best.Package.Cost > 0 ? $"It costs {CostSentence.Pounds(best.Package.Cost)}{left}." : left.Length > 0 ? $"Not costed: {string.Join(", ", best.Package.NotCosted)}." : "It costs nothing.";
        if (best.ProPoor is { } poor && equity > 0)
        {
            yield return best.Fair ? $"Poorer neighbourhoods gain more in {100 * poor:0} of 100 draws."
                : $"No package that was left has poorer neighbourhoods gain more in {equity:0} of 100 draws; this one has in {100 * poor:0}.";
        }

        if (known && found.Packages.Skip(1).FirstOrDefault(p => p.Likely is { } other && best.Likely is { } own && other.High >= own.Low && p.Package.Cost < 0.5 * best.Package.Cost && p.Fair) is { } cheaper)
        {
            yield return $"{char.ToUpperInvariant(cheaper.Package.Name[0])}{cheaper.Package.Name[1..]} may do as much for {(cheaper.Package.Cost > 0 ? CostSentence.Pounds(cheaper.Package.Cost) : "what has no price")}.";
        }
    }
}
