namespace Simulation.Scenarios.Diagnostics;

/// <summary>The word that a misspelt one was probably meant to be.</summary>
public static class NearestWord
{
    /// <summary>The nearest of <paramref name="words"/>, or null when none is near; the first wins a tie.</summary>
    public static string? Find(string written, IEnumerable<string> words)
    {
        string wanted = Fold(written);
        if (wanted.Length is 0 or > 60)
        {
            return null;
        }

        string? best = null;
        int bestDistance = int.MaxValue;
        foreach (string word in words)
        {
            string folded = Fold(word);
            int limit = Math.Max(1, Math.Min(wanted.Length, folded.Length) / 3);
            int distance = Distance(wanted, folded);

            // A word of which the other is the beginning is near too: `impact` for `impacts_everyone`.
            if (distance > limit && wanted.Length >= 4 && (folded.StartsWith(wanted, StringComparison.Ordinal) || wanted.StartsWith(folded, StringComparison.Ordinal)) && folded.Length >= 4)
            {
                distance = limit;
            }

            if (distance <= limit && distance < bestDistance)
            {
                best = word;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary><c>Did you mean 'x'?</c>, or null when nothing is near.</summary>
    public static string? Hint(string written, IEnumerable<string> words) =>
        Find(written, words) is { } near ? $"Did you mean '{near}'?" : null;

    /// <summary><c>Did you mean 'x'?</c>, else the list of what is known.</summary>
    public static string HintOrList(string written, IReadOnlyCollection<string> words) =>
        Hint(written, words) ?? $"Known: {string.Join(", ", words)}.";

    /// <summary>Damerau–Levenshtein distance (optimal string alignment): insert, delete, replace, swap neighbours.</summary>
    public static int Distance(string a, string b)
    {
        int[] twoBack = new int[b.Length + 1];
        int[] back = new int[b.Length + 1];
        int[] row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            back[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1] + 1, back[j] + 1), back[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], twoBack[j - 2] + 1);
                }
            }

            (twoBack, back, row) = (back, row, twoBack);
        }

        return back[b.Length];
    }

    private static string Fold(string word) =>
        word.Trim().ToLowerInvariant().Replace('-', '_').Replace(' ', '_');
}
