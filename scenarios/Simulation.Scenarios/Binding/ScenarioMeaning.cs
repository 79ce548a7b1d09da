using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Engine.Parameters;

namespace Simulation.Scenarios.Binding;

/// <summary>
/// What a scenario asks of the residents whom a run is given, as one text: each number to its last bit, every default in its place
/// whether it was written out or not. How it is called, what it costs, whose it is and what is kept of the run are not asked of them;
/// residents and luck are settings of the run, and the command line may give others.
/// </summary>
internal static class ScenarioMeaning
{
    private const int Deciles = 10;
    private const int EmployerSizes = 4;

    private static readonly Dictionary<string, double> Registered = ParameterRegistry.All.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);

    /// <summary>SHA-256 of the text, hex.</summary>
    /// <param name="scenario">The scenario; its hash is not read.</param>
    public static string HashOf(Scenario scenario) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(scenario))));

    private static string Of(Scenario scenario)
    {
        string[] changed = [.. scenario.ParameterOverrides
            .Where(o => Registered[o.Key] != o.Value)
            .Select(o => $"{o.Key}={Number(o.Value)}").Order(StringComparer.Ordinal)];
        return string.Join(
            '\n',
            [
                $"start={scenario.Start.DayNumber}", $"days={scenario.Days}", $"propensity={scenario.Propensity}", $"people={scenario.People}",
                $"exploratory={scenario.IncludeExploratory}", .. scenario.Held == Mechanism.None ? Array.Empty<string>() : [$"held={scenario.Held}"], .. changed, .. scenario.Interventions.Select(Of).Order(StringComparer.Ordinal),
            ]);
    }

    private static string Of(ScenarioIntervention intervention)
    {
        (InterventionKind kind, InterventionRequest request) = (intervention.Kind, intervention.Request);
        (Target where, Who who) = (request.Where, request.Who);
        Uptake uptake = request.Uptake ?? kind.DefaultUptake;
        return string.Join(
            ' ',
            [
                kind.Key, $"reach={(request.Reach.Count is { } count ? $"{count}" : Number(request.Reach.Share) + " of all")}",
                $"places={Set(where.Places)}", $"neighbourhoods={Set(where.Neighbourhoods?.Select(n => n.ToUpperInvariant()))}",
                $"deciles={Some(where.Deciles, Deciles)}", $"rural={where.Rural}", $"phase={where.Phase}", $"sizes={Some(where.EmployerSizes, EmployerSizes)}",
                $"age={who.MinimumAge}-{who.MaximumAge}", $"female={who.Female}", $"disabled={who.Disabled}", $"car={who.HasCar}", $"children={who.ChildrenUnder}",
                $"activity={who.Activity}", $"uptake={Number(uptake.MostDeprived)}-{Number(uptake.LeastDeprived)}",
                $"adherence={Number(request.Adherence ?? kind.DefaultAdherence)}", $"need={request.ProportionateToNeed}",
                .. Narrower(where, who),
                $"from={request.PhaseIn.Start}+{request.PhaseIn.Days}", $"end={request.End}", $"fade={(request.FadeDays is { } fade ? Number(fade) : "its own")}",
                .. kind.Parameters.Select(p => $"{p.Key}={Number(request.Values.GetValueOrDefault(p.Key, p.Default))}"),
                .. request.Effect.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"effect.{e.Key}={Number(e.Value)}"),
                .. intervention.EffectIntervals.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"range.{e.Key}={Number(e.Value.Low)}-{Number(e.Value.High)}"),
            ]);
    }

    // What narrows further; nothing where nothing is said, so that a plan without it keeps its meaning.
    private static IEnumerable<string> Narrower(Target where, Who who)
    {
        if (where.NearSchool is { } metres)
        {
            yield return $"near_school={Number(metres)}";
        }

        if (who.Qualifications is { } qualifications && qualifications != (1 << Background.Qualifications) - 1)
        {
            yield return $"qualifications={qualifications}";
        }

        if (who.EthnicGroups is { } groups && groups != (1 << Background.Groups) - 1)
        {
            yield return $"ethnic_groups={groups}";
        }
    }

    /// <summary>All of them is no restriction.</summary>
    private static string Some(IReadOnlyList<int>? chosen, int all) =>
        chosen is null || chosen.Distinct().Count() == all ? "all" : string.Join(',', chosen.Distinct().Order());

    private static string Set(IEnumerable<string>? names) =>
        names is null ? "all" : string.Join(',', names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
