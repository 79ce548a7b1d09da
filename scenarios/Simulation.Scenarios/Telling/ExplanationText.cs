using System.Text;

namespace Simulation.Scenarios.Telling;

/// <summary>An explanation as text, wrapped for a terminal or a letter.</summary>
internal static class ExplanationText
{
    private const int Width = 100;

    /// <summary>The text.</summary>
    public static string Print(Explanation explanation)
    {
        var text = new StringBuilder();
        text.Append(explanation.Title).Append('\n').Append('=', explanation.Title.Length).Append("\n\n");
        Wrap(text, explanation.Opening, 0);
        for (int i = 0; i < explanation.Interventions.Count; i++)
        {
            ExplainedIntervention one = explanation.Interventions[i];
            text.Append('\n').Append(i + 1).Append(". ").Append(Capital(one.Name.Replace('_', ' ')));
            if (one.Name.Replace('_', ' ') != one.Kind)
            {
                text.Append(" (").Append(one.Kind).Append(')');
            }

            text.Append(" - ").Append(one.Owner).Append(", level: ").Append(one.Level).Append('\n');
            foreach (string sentence in one.Sentences)
            {
                Wrap(text, sentence, 3);
            }

            if (!one.LeftOut)
            {
                Wrap(text, "By place: " + string.Join(", ", one.ByPlace.Select(p => $"{p.Units:N0} in {p.Place}")) + ".", 3);
            }
        }

        if (explanation.Costs.Count > 0)
        {
            text.Append("\nWhat it costs within the run\n");
            foreach (CostLine line in explanation.Costs)
            {
                text.Append("   ").Append(Capital(line.Owner)).Append(", ").Append(line.Year).Append(": ")
                    .Append($"£{line.Capital:N0} once, £{line.Running:N0} running").Append('\n');
            }

            text.Append($"   In all: £{explanation.Costs.Sum(c => c.Capital + c.Running):N0}\n");
        }

        if (explanation.Closing.Length > 0)
        {
            text.Append('\n');
            Wrap(text, explanation.Closing, 0);
        }

        return text.ToString();
    }

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static void Wrap(StringBuilder text, string words, int indent)
    {
        int column = 0;
        foreach (string word in words.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                text.Append('\n');
                column = 0;
            }

            text.Append(column == 0 ? new string(' ', indent) : " ").Append(word);
            column += (column == 0 ? indent : 1) + word.Length;
        }

        text.Append('\n');
    }
}
