using System.Text;

namespace Simulation.Engine.Populations;

/// <summary>When a run touches a column, so that it can be called into the cache ahead.</summary>
[Flags]
public enum Touch
{
    /// <summary>At the start, now and then, or by row.</summary>
    Rarely = 0,

    /// <summary>Every day.</summary>
    Daily = 1,

    /// <summary>When a neighbourhood's odds are worked out anew: once a week, by turns.</summary>
    Weekly = 2,

    /// <summary>When the week is counted: on Sundays.</summary>
    Counted = 4,

    /// <summary>One of a ring of four weeks: every day of its week, and whenever the others are.</summary>
    InItsWeek = 8,
}

/// <summary>What a column is: declared once, where its table is.</summary>
/// <param name="Table">Table, e.g. <c>residents</c>.</param>
/// <param name="Name">Name within the table, e.g. <c>leisure_odds</c>.</param>
/// <param name="Type">Type of a value.</param>
/// <param name="Unit">What a value is counted in, e.g. <c>min</c>, <c>odds</c>, <c>1/65535</c>, <c>bits</c>.</param>
/// <param name="Touched">When a run touches it.</param>
/// <param name="Meaning">What it means, as a sentence.</param>
public sealed record ColumnInfo(string Table, string Name, Type Type, string Unit, Touch Touched, string Meaning)
{
    /// <summary>Stands for a column that is in no table.</summary>
    public static ColumnInfo Workbench { get; } = new(string.Empty, string.Empty, typeof(void), string.Empty, Touch.Rarely, string.Empty);

    /// <summary>Table and name, e.g. <c>residents.leisure_odds</c>: the section of a file.</summary>
    public string Key => $"{Table}.{Name}";

    /// <summary>A member's name as it is written in files: <c>LeisureOdds</c> is <c>leisure_odds</c>.</summary>
    internal static string NameOf(string member)
    {
        StringBuilder name = new();
        foreach (char letter in member)
        {
            if (char.IsUpper(letter) && name.Length > 0)
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
