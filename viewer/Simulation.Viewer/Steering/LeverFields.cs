using System.Globalization;
using Simulation.Engine.Interventions;
using Simulation.Scenarios;
using Simulation.Scenarios.Syntax;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Steering;

/// <summary>
/// The settings of an intervention as a lever's fields: reach, uptake, how much is delivered and to whom more, its own numbers
/// and switches, and its dates. All are numbers; a switch is 0 or 1, a date the day of the horizon, 1 the first.
/// </summary>
internal static class LeverFields
{
    /// <summary>The field of the day on which it begins.</summary>
    public const string From = "from";

    /// <summary>The field of the last day on which it acts; one past the horizon for none.</summary>
    public const string Until = "until";

    private const string Reach = "reach";
    private const string MostDeprived = "uptake.most_deprived";
    private const string LeastDeprived = "uptake.least_deprived";
    private const string Adherence = "adherence";
    private const string Intensity = "intensity";

    // A count has no natural end; so many times what is reached can be asked for.
    private const int MostTimes = 4;

    /// <summary>What can be set, and how it stands.</summary>
    public static IReadOnlyList<LeverField> Of(ScenarioIntervention intervention, Scenario scenario)
    {
        InterventionRequest request = intervention.Request;
        Uptake uptake = request.Uptake ?? intervention.Kind.DefaultUptake;
        int days = scenario.End.DayNumber - scenario.Start.DayNumber;
        int Day(int number) => number - scenario.Start.DayNumber + 1;
        return
        [
            request.Reach.Count is { } count ? new LeverField(Reach, "Reach", string.Empty, 0, Math.Max(1, MostTimes * count), count) : Percent(Reach, "Reach", request.Reach.Share),
            Percent(MostDeprived, "Uptake, most deprived", uptake.MostDeprived),
            Percent(LeastDeprived, "Uptake, least deprived", uptake.LeastDeprived),
            Percent(Adherence, "Delivered and kept to", request.Adherence ?? intervention.Kind.DefaultAdherence),
            new LeverField(Intensity, "More where need is greater", LeverField.Switch, 0, 1, request.ProportionateToNeed ? 1 : 0),
            .. intervention.Kind.Parameters.Where(p => p.Minimum < p.Maximum).Select(p => Own(p, request)),
            new LeverField(From, "Begins", LeverField.Date, 1, days, Day(request.PhaseIn.Start)),
            new LeverField(Until, "Ends", LeverField.Date, 1, days + 1, request.End > scenario.End.DayNumber ? days + 1 : Day(request.End) - 1),
        ];
    }

    /// <summary>Why a turn cannot be made, or null.</summary>
    public static string? Refusal(ScenarioIntervention intervention, Scenario scenario, LeverChange change, bool on, DateOnly today)
    {
        IReadOnlyList<LeverField> fields = Of(intervention, scenario);
        foreach ((string name, double value) in change.Values)
        {
            LeverField? field = fields.FirstOrDefault(f => f.Name == name);
            if (field is null)
            {
                return $"'{intervention.Name}' has no setting '{name}'.";
            }

            if (!(value >= field.Minimum && value <= field.Maximum))
            {
                return field.Unit == LeverField.Date
                    ? $"The dates of '{intervention.Name}' lie within the run: {Words(scenario.Start)} to {Words(scenario.End.AddDays(-1))}."
                    : $"{field.Title} of '{intervention.Name}' lies between {Number(field.Minimum)} and {Number(field.Maximum)} {field.Unit}.".Replace(" .", ".", StringComparison.Ordinal);
            }
        }

        DateOnly starts = DateOnly.FromDayNumber(intervention.Request.PhaseIn.Start);
        if (change.Values.ContainsKey(From) && on && starts < today)
        {
            return $"'{intervention.Name}' began on {Words(starts)}; turn it off, and on again, to have it begin anew.";
        }

        DateOnly begins = change.Values.TryGetValue(From, out double from) ? DateOf(scenario, from) : on && starts > today ? starts : today;
        DateOnly ends = change.Values.TryGetValue(Until, out double until) ? DateOf(scenario, until) : DateOnly.MaxValue;
        return begins < today ? $"{Words(begins)} is past: the earliest day to begin is {Words(today)}."
            : ends < begins ? $"'{intervention.Name}' cannot end before it begins, nor before {Words(today)}, the next day of the run."
            : null;
    }

    /// <summary>New values in words: "reach 60%, shift 45 min".</summary>
    public static string Said(ScenarioIntervention intervention, Scenario scenario, IReadOnlyDictionary<string, double> values) =>
        string.Join(", ", Of(intervention, scenario).Where(field => values.ContainsKey(field.Name)).Select(field =>
        {
            double value = values[field.Name];
            string said = field.Unit switch
            {
                LeverField.Switch => value > 0 ? "yes" : "no",
                LeverField.Date => value > field.Maximum - 1 && field.Name == Until ? "never" : Words(DateOf(scenario, value)),
                "%" => Number(value) + "%",
                _ => $"{Number(value)} {field.Unit}".TrimEnd(),
            };
            return $"{char.ToLowerInvariant(field.Title[0])}{field.Title[1..]} {said}";
        }));

    /// <summary>Settings with new values.</summary>
    public static MappingNode Apply(MappingNode settings, ScenarioIntervention intervention, Scenario scenario, IReadOnlyDictionary<string, double> values)
    {
        foreach ((string name, double value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            settings = name switch
            {
                Reach => settings.With(Reach, ReachText(settings, intervention.Request.Reach, value)),
                MostDeprived or LeastDeprived => WithUptake(settings, intervention, name, value),
                Adherence => settings.With(Adherence, Number(value) + "%"),
                Intensity => settings.With(Intensity, value > 0 ? "proportionate to need" : "uniform"),
                From => settings.Find("phase_in")?.Value is MappingNode ? settings.With("phase_in.start", Text(DateOf(scenario, value))) : settings.With("phase_in", Text(DateOf(scenario, value))),
                Until => DateOf(scenario, value) >= scenario.End ? settings.Without(Until) : settings.With(Until, Text(DateOf(scenario, value))),
                _ => settings.With(name, Quantity(value, intervention.Kind.Parameters.First(p => p.Key == name).Dimension)),
            };
        }

        return settings;
    }

    /// <summary>A key in words.</summary>
    public static string Words(string key)
    {
        string words = key.Replace('.', ' ').Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Words(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly DateOf(Scenario scenario, double day) => scenario.Start.AddDays((int)day - 1);

    private static LeverField Percent(string name, string title, double share) => new(name, title, "%", 0, 100, share * 100);

    private static LeverField Own(ParameterSpec spec, InterventionRequest request)
    {
        // What goes on until the intervention ends stands at the longest that can be asked for.
        double value = request.Values.TryGetValue(spec.Key, out double given) ? given : Math.Min(spec.Default, spec.Maximum);
        string unit = Dimensions.UnitOf(spec.Dimension);
        string title = RoomWords.Plain(Words(spec.Key));
        return spec.Dimension switch
        {
            Dimension.Switch => new LeverField(spec.Key, title, LeverField.Switch, 0, 1, value),
            Dimension.Share => new LeverField(spec.Key, title, "%", spec.Minimum * 100, spec.Maximum * 100, value * 100),
            _ => new LeverField(spec.Key, title, unit is "1" ? string.Empty : unit, spec.Minimum, spec.Maximum, value),
        };
    }

    // Both ends are written: one alone says nothing of the other.
    private static MappingNode WithUptake(MappingNode settings, ScenarioIntervention intervention, string name, double percent)
    {
        if (settings.Find("uptake")?.Value is not MappingNode)
        {
            Uptake uptake = intervention.Request.Uptake ?? intervention.Kind.DefaultUptake;
            settings = settings.With("uptake", new MappingNode(settings.Span, [])).With(MostDeprived, Number(uptake.MostDeprived * 100) + "%").With(LeastDeprived, Number(uptake.LeastDeprived * 100) + "%");
        }

        return settings.With(name, Number(percent) + "%");
    }

    // "60% of primary schools" keeps what it is a share of, "40 primary schools" what it counts.
    private static string ReachText(MappingNode settings, Reach reach, double value)
    {
        string written = (settings.Find(Reach)?.Value as ScalarNode)?.Text ?? string.Empty;
        if (reach.Count is not null)
        {
            int noun = written.IndexOf(' ', StringComparison.Ordinal);
            return Number(Math.Round(value)) + (noun < 0 ? string.Empty : written[noun..]);
        }

        int of = written.IndexOf(" of ", StringComparison.Ordinal);
        return Number(value) + "%" + (of >= 0 ? written[of..] : string.Empty);
    }

    private static string Quantity(double value, Dimension dimension) => dimension switch
    {
        Dimension.Switch => value > 0 ? "yes" : "no",
        Dimension.Share => Number(value) + "%",
        Dimension.Money => "£" + Number(value),
        Dimension.Number => Number(value),
        _ => Number(value) + " " + Dimensions.UnitOf(dimension),
    };

    private static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
