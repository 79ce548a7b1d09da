namespace Simulation.Scenarios.Values;

/// <summary>Parts of the national deprivation scale in words; decile 1 is the most deprived.</summary>
internal static class DeprivationParser
{
    private static readonly Dictionary<string, int> Tenths = new(StringComparer.Ordinal)
    {
        ["tenth"] = 1,
        ["decile"] = 1,
        ["fifth"] = 2,
        ["quintile"] = 2,
        ["two fifths"] = 4,
        ["half"] = 5,
        ["three fifths"] = 6,
        ["four fifths"] = 8,
    };

    /// <summary>Reads <paramref name="text"/> into deciles; <paramref name="hint"/> says what would fit when it does not.</summary>
    public static bool TryRead(string text, out IReadOnlyList<int> deciles, out string hint)
    {
        deciles = [];
        hint = "Write `most deprived 30%`, `least deprived fifth`, `decile 1` or `deciles 1 to 3`.";
        string words = string.Join(' ', text.Trim().ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        bool? most = words.StartsWith("most deprived", StringComparison.Ordinal) ? true
            : words.StartsWith("least deprived", StringComparison.Ordinal) ? false : null;
        if (most is not null)
        {
            string amount = words[(most.Value ? 13 : 14)..].Trim();
            if (!Tenths.TryGetValue(amount, out int count))
            {
                if (QuantityParser.TryRead(amount, out Quantity share, out _) != QuantityParser.Outcome.Read || !share.HasUnit
                    || share.Dimension != Engine.Interventions.Dimension.Share || share.Value is <= 0 or > 1)
                {
                    return false;
                }

                double tenths = share.Value * 10;
                count = (int)Math.Round(tenths, MidpointRounding.AwayFromZero);
                if (Math.Abs(tenths - count) > 1e-9)
                {
                    hint = $"The data knows tenths: did you mean '{(most.Value ? "most" : "least")} deprived {Math.Clamp(count, 1, 10) * 10}%'?";
                    return false;
                }
            }

            deciles = [.. Enumerable.Range(most.Value ? 1 : 11 - count, count)];
            return true;
        }

        string rest = words.StartsWith("deciles", StringComparison.Ordinal) ? words[7..].Trim()
            : words.StartsWith("decile", StringComparison.Ordinal) ? words[6..].Trim() : words;
        if (words.StartsWith("quintile ", StringComparison.Ordinal) && int.TryParse(words[9..], out int fifth) && fifth is >= 1 and <= 5)
        {
            deciles = [(fifth * 2) - 1, fifth * 2];
            return true;
        }

        if (RangeParser.TrySplit(rest, out string from, out string to) && int.TryParse(from, out int first) && int.TryParse(to, out int last)
            && first is >= 1 and <= 10 && last is >= 1 and <= 10 && first <= last)
        {
            deciles = [.. Enumerable.Range(first, last - first + 1)];
            return true;
        }

        if (int.TryParse(rest, out int one) && one is >= 1 and <= 10)
        {
            deciles = [one];
            return true;
        }

        return false;
    }

    /// <summary>Deciles in words: <c>the most deprived 30% of neighbourhoods</c>, <c>deprivation deciles 4 to 6</c>.</summary>
    public static string InWords(IReadOnlyList<int> deciles, bool ofNeighbourhoods)
    {
        string noun = ofNeighbourhoods ? string.Empty : " of neighbourhoods";
        int first = deciles[0];
        int last = deciles[^1];
        bool run = last - first + 1 == deciles.Count;
        return run && first == 1 ? $"the most deprived {last * 10}%{noun}"
            : run && last == 10 ? $"the least deprived {(11 - first) * 10}%{noun}"
            : run && first != last ? $"deprivation deciles {first} to {last}"
            : $"deprivation decile {string.Join(", ", deciles)}";
    }
}
