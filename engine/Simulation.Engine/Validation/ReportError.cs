using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;

namespace Simulation.Engine.Validation;

/// <summary>
/// What residents would tell a survey: their minutes with an error of one's own on each occasion, and now and then an answer
/// that has nothing to do with them, taken from another resident of the stratum so that the cross-section stays.
/// </summary>
internal sealed class ReportError
{
    private readonly RunState state;
    private readonly Luck luck;
    private readonly double spread;
    private readonly double gross;
    private readonly int[] rows;
    private readonly int[] strata;
    private readonly Dictionary<int, int[]> members;

    /// <summary>The instrument for some residents.</summary>
    /// <param name="state">The run.</param>
    /// <param name="rows">Rows of those asked.</param>
    public ReportError(RunState state, int[] rows)
    {
        this.state = state;
        this.rows = rows;
        luck = new Luck(state.Seed, LuckStream.ReportedMinutes);
        spread = state.Parameters[PropensityParameters.ReportSpread];
        gross = state.Parameters[PropensityParameters.ReportGross];
        Segments layout = state.Population.Residents.Layout;
        strata = [.. rows.Select(row =>
            (Demographics.DecileIndex(state.Population.Neighbourhoods.Decile[layout.Of(row)]) * Demographics.AllKeys) + state.Residents.Key[row])];
        members = Enumerable.Range(0, rows.Length).GroupBy(i => strata[i]).ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>Reported minutes, in the order of the rows.</summary>
    /// <param name="minutes">True minutes, in the same order.</param>
    /// <param name="occasion">Number of the survey: each has errors of its own.</param>
    public double[] Report(IReadOnlyList<double> minutes, int occasion)
    {
        double[] reported = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            (uint error, uint other) = luck.Words(state.Residents.Identity[rows[i]], occasion);
            int[] alike = members[strata[i]];
            double position = Luck.Uniform(other) / gross;
            int source = position < 1 ? alike[(int)(position * alike.Length)] : i;
            reported[i] = minutes[source] * Math.Exp((spread * Luck.Normal(error)) - (spread * spread / 2));
        }

        return reported;
    }
}
