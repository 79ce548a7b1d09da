using System.Globalization;

namespace Simulation.Engine.OpenData;

/// <summary>
/// Workers who leave their homes in the flows beside the employed of the profile: one census, so zone by zone they agree to
/// 2 %, and a suppressed or lost row shows.
/// </summary>
internal static class FlowsCheck
{
    // Largest difference of a zone of Cheshire & Merseyside: 1.7 %; of a place: 0.4 %.
    private const double WarnZone = 0.05;
    private const double WarnPlace = 0.025;
    private const double Refuse = 0.40;

    public static void Check(FolderFacts facts, Agreement agreement)
    {
        var zones = facts.Zones.Zones;
        var employed = new double[zones.Count];
        var nowhere = new double[zones.Count];
        foreach (var row in facts.Rows)
        {
            var workers = row.AgeBands.Skip(1).Sum() * row.Employed;
            employed[facts.Zones.Index[row.Zone]] += workers;
            nowhere[facts.Zones.Index[row.Zone]] += workers * (row.WorkTravel[2] + row.WorkTravel[3]);
        }

        var leaving = new double[zones.Count];
        var staying = new double[zones.Count];
        foreach (var flow in facts.FlowRows.Inside.Concat(facts.FlowRows.Outside))
        {
            leaving[flow.From] += flow.Workers;
        }

        foreach (var flow in facts.FlowRows.Inside.Where(flow => flow.To < 0))
        {
            staying[flow.From] += flow.Workers;
        }

        foreach (var place in facts.Places)
        {
            int[] own = [.. Enumerable.Range(0, zones.Count).Where(zone => zones[zone].First.Place == place.Code)];
            var (flows, census) = (own.Sum(zone => leaving[zone]), own.Sum(zone => employed[zone]));
            agreement.Counts(
                $"workers who live in {place.Name}",
                new FileFigure(facts.Flows.File.Path, "commuters", flows),
                new FileFigure(facts.Profile.File.Path, "employed16_pct of those aged 16 and over", census),
                WarnPlace, Refuse, "small flows may have been left out or rows lost; use the flows that were published whole");
            if (flows > 0 && census > 0)
            {
                agreement.Shares(
                    $"workers of {place.Name} at home or without a fixed place",
                    new FileFigure(facts.Flows.File.Path, "to_msoa", 100 * own.Sum(zone => staying[zone]) / flows),
                    new FileFigure(facts.Profile.File.Path, "work_home_pct + work_other_pct", 100 * own.Sum(zone => nowhere[zone]) / census),
                    warn: 3, refuse: 15);
            }

            Zones(facts, agreement, place, [.. own.Where(zone => Differs(leaving[zone], employed[zone]))], leaving, employed, whole: Math.Abs(flows - census) <= WarnPlace * census);
        }
    }

    private static bool Differs(double flows, double employed) => Math.Abs(flows - employed) - (2 * Math.Sqrt(employed)) > WarnZone * employed;

    /// <summary>Zones that differ in a place that agrees: a row was lost, doubled or put under another zone.</summary>
    private static void Zones(FolderFacts facts, Agreement agreement, PlaceRows place, int[] zones, double[] flows, double[] employed, bool whole)
    {
        if (zones.Length > 0 && (whole || zones.Length <= 3))
        {
            agreement.Note(
                zones.Any(zone => flows[zone] < employed[zone] / 3 || flows[zone] > employed[zone] * 3), true, new FileFigure(facts.Flows.File.Path, "from_msoa", zones.Length),
                $"workers who live in zones of {place.Name}, here and by employed16_pct of {OpenDataFormat.Profile.Name}: {Agreement.Examples(zones, zone => $"{facts.Zones.Zones[zone].Code} {Text(flows[zone])} and {Text(employed[zone])}")}",
                "rows of the flows may be lost, doubled, or under another zone");
        }
    }

    private static string Text(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
