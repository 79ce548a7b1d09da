using System.Globalization;
using System.Reflection;
using MathNet.Numerics.Distributions;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Baselines;

/// <summary>
/// What was solved so that a baseline year meets the published totals: propensities by stratum and constants of the choices.
/// People and journeys only; nothing here knows a place.
/// </summary>
public sealed class Baseline
{
    private static readonly Lazy<Baseline>[] Embedded =
        [.. Enum.GetValues<PropensityStructure>().Select(structure => new Lazy<Baseline>(() => ReadEmbedded(structure)))];

    /// <summary>The solved baseline that ships with the engine (<c>solved.moving.csv</c> …).</summary>
    public static Baseline Of(PropensityStructure structure) => Embedded[(int)structure].Value;

    /// <summary>Mean leisure propensity (logit a day) by decile × key; length Deciles × AllKeys.</summary>
    public float[] LeisureMean { get; } = new float[Demographics.Deciles * Demographics.AllKeys];

    /// <summary>
    /// Rank below which a resident is in the lower hump, standard deviations, by decile × key; not used where groups are fixed.
    /// </summary>
    public float[] Threshold { get; } = new float[Demographics.Deciles * Demographics.AllKeys];

    /// <summary>Share of residents who do not mean to be active, by decile × key; used where groups are fixed.</summary>
    public float[] NonIntenders { get; } = new float[Demographics.Deciles * Demographics.AllKeys];

    /// <summary>Mean propensity to walk an errand (logit a day) by decile × key.</summary>
    public float[] ErrandMean { get; } = new float[Demographics.Deciles * Demographics.AllKeys];

    /// <summary>Shift of errand propensity by settlement (urban, urban further, rural).</summary>
    public float[] ErrandSettlement { get; } = new float[3];

    /// <summary>
    /// Constants by name: <c>errand.spread, school.walk.primary, school.walk.secondary, school.cycle.*, school.bus.*,
    /// commute.walk, commute.cycle, commute.transit, mean.leisure, mean.school_walk, mean.commute_active</c>.
    /// </summary>
    public SortedDictionary<string, float> Constants { get; } = new(StringComparer.Ordinal);

    /// <summary>A constant by name.</summary>
    public float this[string name] => Constants[name];

    /// <summary>This baseline with a run's shifts (<see cref="BaselineParameters"/>); itself where there are none.</summary>
    /// <param name="parameters">The numbers of the run.</param>
    public Baseline Shifted(ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (BaselineParameters.All.All(p => parameters[p] == 0))
        {
            return this;
        }

        Baseline shifted = new();
        ErrandSettlement.CopyTo(shifted.ErrandSettlement, 0);
        for (int i = 0; i < LeisureMean.Length; i++)
        {
            bool child = i % Demographics.AllKeys < Demographics.FirstAdultKey;
            float lower = parameters[child ? BaselineParameters.LowerChild : BaselineParameters.Lower];
            shifted.LeisureMean[i] = LeisureMean[i] + parameters[child ? BaselineParameters.LeisureChild : BaselineParameters.Leisure];
            shifted.Threshold[i] = Threshold[i] + lower;
            shifted.NonIntenders[i] = NonIntenders[i] is > 0 and < 1 ? (float)Normal.CDF(0, 1, Normal.InvCDF(0, 1, NonIntenders[i]) + lower) : NonIntenders[i];
            shifted.ErrandMean[i] = ErrandMean[i] + parameters[BaselineParameters.Errand];
        }

        foreach ((string name, float value) in Constants)
        {
            shifted.Constants[name] = Shifts.TryGetValue(name, out Parameter? shift) ? value + parameters[shift] : value;
        }

        shifted.Constants["errand.spread"] *= (float)Math.Exp(parameters[BaselineParameters.ErrandSpread]);
        return shifted;
    }

    /// <summary>The constants that a draw shifts, with what shifts them.</summary>
    internal static IReadOnlyDictionary<string, Parameter> Shifts { get; } = new Dictionary<string, Parameter>(StringComparer.Ordinal)
    {
        ["school.walk.primary"] = BaselineParameters.SchoolWalkPrimary,
        ["school.walk.secondary"] = BaselineParameters.SchoolWalkSecondary,
        ["school.cycle.primary"] = BaselineParameters.SchoolCyclePrimary,
        ["school.cycle.secondary"] = BaselineParameters.SchoolCycleSecondary,
        ["school.bus.primary"] = BaselineParameters.SchoolBusPrimary,
        ["school.bus.secondary"] = BaselineParameters.SchoolBusSecondary,
        ["commute.walk"] = BaselineParameters.CommuteWalk,
        ["commute.cycle"] = BaselineParameters.CommuteCycle,
        ["commute.transit"] = BaselineParameters.CommuteTransit,
    };

    /// <summary>Parses the lines that <see cref="Write"/> makes.</summary>
    public static Baseline Read(TextReader reader)
    {
        Baseline baseline = new();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            float value = float.Parse(cells[2], CultureInfo.InvariantCulture);
            int index = int.Parse(cells[1], CultureInfo.InvariantCulture);
            switch (cells[0])
            {
                case "leisure.mean": baseline.LeisureMean[index] = value; break;
                case "leisure.threshold": baseline.Threshold[index] = value; break;
                case "leisure.non_intenders": baseline.NonIntenders[index] = value; break;
                case "errand.mean": baseline.ErrandMean[index] = value; break;
                case "errand.settlement": baseline.ErrandSettlement[index] = value; break;
                default: baseline.Constants[cells[0]] = value; break;
            }
        }

        return baseline;
    }

    /// <summary>Writes one line a number: name, index, value.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write("name,index,value\n");
        Column(writer, "leisure.mean", LeisureMean);
        Column(writer, "leisure.threshold", Threshold);
        Column(writer, "leisure.non_intenders", NonIntenders);
        Column(writer, "errand.mean", ErrandMean);
        Column(writer, "errand.settlement", ErrandSettlement);
        foreach ((string name, float value) in Constants)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{name},0,{value:R}\n"));
        }
    }

    private static void Column(TextWriter writer, string name, float[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{name},{i},{values[i]:R}\n"));
        }
    }

    /// <summary>Name of a structure's file of solved numbers.</summary>
    public static string FileOf(PropensityStructure structure) => $"solved.{structure.ToString().ToLowerInvariant()}.csv";

    private static Baseline ReadEmbedded(PropensityStructure structure)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Simulation.Engine.Baselines." + FileOf(structure))
            ?? throw new InvalidOperationException($"{FileOf(structure)} is missing from the engine.");
        using StreamReader reader = new(stream);
        return Read(reader);
    }
}
