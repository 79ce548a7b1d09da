using System.Globalization;
using Simulation.Results.Comparisons;

namespace Simulation.Cli.Output;

/// <summary>Prints who gains, person by person.</summary>
internal static class GainsReport
{
    private static readonly string[] Fifths = ["Most deprived fifth", "Second", "Third", "Fourth", "Least deprived fifth"];

    /// <summary>Prints the gains; nothing where nobody's minutes differ by as much as counts.</summary>
    public static void Print(Terminal terminal, string name, TwinGains gains)
    {
        TwinCount all = gains.Adults + gains.Children;
        terminal.WriteLine();
        terminal.WriteParagraph(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}, person by person: each resident's minutes a week over the last {gains.Weeks} weeks beside those of the same resident without the plan. The luck is the same, so a difference is the plan's."));
        if (all is { Gained.Ten: 0, Lost.Ten: 0, Left: 0, Fell: 0 })
        {
            terminal.WriteLine("Nobody's week differs by ten minutes.");
            return;
        }

        TextTable table = new(["Residents", ">Of", ">Gain 10+", ">30+", ">60+", ">Lose 10+", ">30+"]);
        Add(table, "Adults", gains.Adults);
        Add(table, "Adults inactive without it", gains.Adults.Inactive, gains.Adults.InactiveGained, null);
        Add(table, "Children of 5-15", gains.Children);
        Add(table, "Children less active", gains.Children.Inactive, gains.Children.InactiveGained, null);
        table.Write(terminal);
        terminal.WriteLine();
        TextTable leave = new(["Residents of five and over", ">Inactive", ">Leave it", ">Fall into it", ">Inactive gain 30+"]);
        IReadOnlyList<TwinCount> fifths = gains.Fifths;
        for (int fifth = 0; fifth < fifths.Count; fifth++)
        {
            AddLeaving(leave, Fifths[fifth], fifths[fifth]);
        }

        AddLeaving(leave, "All", all);
        leave.Write(terminal);
        terminal.WriteLine("Inactive: under 30 minutes a week over the year, children under 30 a day.");
    }

    private static void Add(TextTable table, string label, TwinCount count) => Add(table, label, count.People, count.Gained, count.Lost);

    private static void Add(TextTable table, string label, double people, Steps gained, Steps? lost) => table.Add(
        label, Numbers.Count(people), Numbers.Count(gained.Ten), Numbers.Count(gained.Thirty), Numbers.Count(gained.Sixty),
        lost is { } some ? Numbers.Count(some.Ten) : string.Empty, lost is { } more ? Numbers.Count(more.Thirty) : string.Empty);

    private static void AddLeaving(TextTable table, string label, TwinCount count) => table.Add(
        label, Numbers.Count(count.Inactive), Numbers.Count(count.Left), Numbers.Count(count.Fell), Numbers.Count(count.InactiveGained.Thirty));
}
