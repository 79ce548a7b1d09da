using Simulation.Engine.Interventions;

namespace Simulation.Scenarios.Values;

/// <summary>An amount of money as written.</summary>
/// <param name="Pounds">Amount, £.</param>
/// <param name="PerUnit">Paid for each of these, or null for a total.</param>
/// <param name="PerYear">Whether it recurs yearly.</param>
public readonly record struct Money(double Pounds, ReachUnit? PerUnit, bool PerYear);

/// <summary>Reads <c>£18k per school</c>, <c>£4,000 per school per year</c>, <c>£1.2m a year</c>.</summary>
internal static class MoneyParser
{
    private static readonly Dictionary<string, ReachUnit> UnitWords = new(StringComparer.Ordinal)
    {
        ["school"] = ReachUnit.Schools,
        ["neighbourhood"] = ReachUnit.Neighbourhoods,
        ["area"] = ReachUnit.Neighbourhoods,
        ["employee"] = ReachUnit.Employees,
        ["worker"] = ReachUnit.Employees,
        ["employer"] = ReachUnit.Employers,
        ["resident"] = ReachUnit.Residents,
        ["person"] = ReachUnit.Residents,
        ["participant"] = ReachUnit.Residents,
        ["head"] = ReachUnit.Residents,
    };

    /// <summary>Words after <c>per</c>, for help.</summary>
    public static IReadOnlyCollection<string> Words => [.. UnitWords.Keys, "year"];

    /// <summary>Reads <paramref name="text"/>; when false, <paramref name="problem"/> says what is in the way.</summary>
    public static bool TryRead(string text, out Money money, out string problem)
    {
        money = default;
        string trimmed = text.Trim();
        bool pounds = trimmed.StartsWith('£') || trimmed.StartsWith("GBP", StringComparison.OrdinalIgnoreCase);
        string afterSign = trimmed.StartsWith('£') ? trimmed[1..].TrimStart() : pounds ? trimmed[3..].TrimStart() : trimmed;
        if (!NumberParser.TryReadStart(afterSign, out double number, out int used))
        {
            problem = "no amount was found";
            return false;
        }

        if (!pounds)
        {
            problem = "the pound sign is missing";
            return false;
        }

        if (number < 0)
        {
            problem = "the amount is negative";
            return false;
        }

        string rest = QuantityParser.Normalise(afterSign[used..]);
        double factor = 1;
        foreach ((string suffix, double size) in new[] { ("bn", 1e9), ("billion", 1e9), ("million", 1e6), ("m", 1e6), ("thousand", 1e3), ("k", 1e3) })
        {
            if (rest == suffix || rest.StartsWith(suffix + "/", StringComparison.Ordinal))
            {
                factor = size;
                rest = rest[suffix.Length..];
                break;
            }
        }

        ReachUnit? unit = null;
        bool perYear = false;
        string[] parts = rest.Split('/');
        if (parts[0].Length > 0)
        {
            problem = $"'{parts[0]}' is not understood after the amount";
            return false;
        }

        foreach (string part in parts.Skip(1))
        {
            if (part is "year" or "yr" && !perYear)
            {
                perYear = true;
            }
            else if (unit is null && UnitWords.TryGetValue(part.EndsWith('s') && part != "s" ? part[..^1] : part, out ReachUnit found))
            {
                unit = found;
            }
            else
            {
                problem = $"'per {part}' is not understood";
                return false;
            }
        }

        problem = string.Empty;
        money = new Money(number * factor, unit, perYear);
        return true;
    }
}
