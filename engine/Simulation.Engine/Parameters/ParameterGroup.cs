namespace Simulation.Engine.Parameters;

/// <summary>Collects the parameters of one group in the order in which they are declared, and hands back their values.</summary>
/// <param name="prefix">Group name: the part of every key before the first dot.</param>
internal sealed class ParameterGroup(string prefix)
{
    private readonly List<Parameter> parameters = [];

    /// <summary>The parameters declared so far.</summary>
    public IReadOnlyList<Parameter> All => parameters;

    /// <summary>Declares a plain number and returns its value.</summary>
    public double Number(
        string name, double value, string unit, double minimum, double maximum, string meaning, string source, EvidenceGrade grade)
    {
        parameters.Add(new Parameter($"{prefix}.{name}", value, unit, minimum, maximum, meaning, source, grade));
        return value;
    }

    /// <summary>Declares a share (0–1) that may plausibly lie a quarter to either side.</summary>
    public double Share(string name, double value, string meaning, string source, EvidenceGrade grade) =>
        Number(name, value, "share", Math.Round(value * 0.75, 4), Math.Round(Math.Min(1, value * 1.25), 4), meaning, source, grade);

    /// <summary>Declares one share per label (<c>name.label</c>) and returns the values in order.</summary>
    public double[] Shares(string name, IReadOnlyList<string> labels, double[] values, string meaning, string source, EvidenceGrade grade)
    {
        for (int i = 0; i < values.Length; i++)
        {
            _ = Share($"{name}.{labels[i]}", values[i], $"{meaning}: {labels[i].Replace('_', ' ')}.", source, grade);
        }

        return values;
    }

    /// <summary>Declares one relative weight per label (<c>name.label</c>), of any size, and returns the values in order.</summary>
    public double[] Weights(string name, IReadOnlyList<string> labels, double[] values, string meaning, string source, EvidenceGrade grade)
    {
        for (int i = 0; i < values.Length; i++)
        {
            _ = Number(
                $"{name}.{labels[i]}", values[i], "ratio", Math.Round(values[i] * 0.75, 4), Math.Round(values[i] * 1.25, 4),
                $"{meaning}: {labels[i].Replace('_', ' ')}.", source, grade);
        }

        return values;
    }

    /// <summary>
    /// Declares a share that is constant between the given ages (<c>name.from_AGE</c>) and returns it by single year,
    /// 0–90; below the first age it is 0.
    /// </summary>
    /// <param name="name">Name after the prefix.</param>
    /// <param name="steps">Ages from which a share holds.</param>
    /// <param name="meaning">What it is.</param>
    /// <param name="source">Where it is from.</param>
    /// <param name="grade">How it was come by.</param>
    /// <param name="verified">The steps that were found at a source, with its range.</param>
    public double[] ByAge(
        string name, (int From, double Value)[] steps, string meaning, string source, EvidenceGrade grade, params (int From, double Low, double High, string Source)[] verified)
    {
        var years = new double[91];
        for (int i = 0; i < steps.Length; i++)
        {
            (int from, double value) = steps[i];
            int to = i + 1 < steps.Length ? steps[i + 1].From : years.Length;
            Array.Fill(years, value, from, to - from);
            _ = Array.Find(verified, found => found.From == from) is { Source: { } found, Low: var low, High: var high }
                ? Number($"{name}.from_{from}", value, "share", low, high, $"{meaning}, from age {from}.", found, EvidenceGrade.Verified)
                : Share($"{name}.from_{from}", value, $"{meaning}, from age {from}.", source, grade);
        }

        return years;
    }
}
