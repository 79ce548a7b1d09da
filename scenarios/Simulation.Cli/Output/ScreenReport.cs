using System.Text.Json;
using Simulation.Engine.Observation;
using Simulation.Experiments.Studies;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Cli.Output;

/// <summary>Prints which numbers decide what a plan does.</summary>
internal static class ScreenReport
{
    private const int Shown = 20;

    /// <summary>The strongest numbers, and how many there are besides.</summary>
    public static void Print(Terminal terminal, string plan, IReadOnlyList<ScreenedNumber> found, ElementaryDesign design, string? indicator, int residents)
    {
        Indicator? known = indicator is null ? null : Indicator.Find(indicator);
        string Signed(double value) => known is null ? Numbers.SignedCount(value) : Numbers.Difference(known, value);
        string Size(double value) => Signed(Math.Abs(value)).TrimStart('+');
        terminal.WriteHeading($"{plan}: what decides {(known is null ? StudyScreen.FewerInactive : "the change of " + known.Title.ToLowerInvariant())}");
        TextTable table = new(["Number, from low to high", ">Size", ">Mean", ">Spread"]);
        foreach (ScreenedNumber number in found.Take(Shown))
        {
            table.Add(number.Name, Size(number.Effect.Size), Signed(number.Effect.Mean), double.IsNaN(number.Effect.Spread) ? "n/a" : Size(number.Effect.Spread));
        }

        table.Write(terminal);
        if (found.Count > Shown)
        {
            terminal.WriteLine($"{found.Count - Shown:N0} more move it by {Size(found[Shown].Effect.Size)} or less.");
        }

        terminal.WriteParagraph(
            $"{design.Trajectories:N0} {(design.Trajectories == 1 ? "walk" : "walks")} through the ranges of {found.Count:N0} numbers, {residents:N0} residents. Size: mean effect of a number over its range, whichever way. "
            + "Spread: how much that depends on the other numbers; as large as the size, the number acts mostly together with others. Small effects are chance.");
    }

    /// <summary>Writes the members of the object that <c>--json</c> prints.</summary>
    public static void WriteJson(Utf8JsonWriter json, IReadOnlyList<ScreenedNumber> found, string? indicator)
    {
        json.WriteString("answer", indicator ?? StudyScreen.FewerInactive);
        json.WriteObjects("numbers", found, number =>
        {
            json.WriteString("name", number.Name);
            json.WriteFinite("size", number.Effect.Size);
            json.WriteFinite("mean", number.Effect.Mean);
            json.WriteFinite("spread", number.Effect.Spread);
            json.WriteNumber("effects", number.Effect.Count);
        });
    }
}
