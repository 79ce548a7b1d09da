using Simulation.Engine.Observation;
using Simulation.Results.Sentences;
using Simulation.Viewer.Live;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Replay;

/// <summary>Reads what several plans look like beside one another: a curve and a small map of each, on one scale.</summary>
/// <param name="map">The population's map.</param>
/// <param name="start">First day of the horizon.</param>
internal sealed class PlanCourses(ViewMap map, DateOnly start)
{
    private const int Weeks = 4;
    private const int WorkingDays = 5;
    private readonly Dictionary<string, int> hoodOf = map.Codes.Select((code, n) => (code, n)).ToDictionary(p => p.code, p => p.n, StringComparer.Ordinal);

    /// <summary>All plans of a family.</summary>
    public IReadOnlyList<PlanView> Of(RunFamily family) => [.. family.Names.Select((name, i) => new PlanView(name, Courses(family.Pair(0, i), against: i > 0)))];

    private PlanCourse[] Courses(RunGroup pair, bool against)
    {
        ArmFigure[] figures = [.. RunsShow.Figures(pair.Pairs, "all", null).Where(f => double.IsFinite(f.Row.Value)).OrderBy(f => f.Row.Date)];
        var answers = new Answers(map, start);
        answers.Learn(figures);
        return [.. NeighbourhoodFigures.Names.Select(indicator => Course(indicator, [.. figures.Where(f => f.Arm == Arm.Scenario && f.Row.Name == indicator)], against ? answers : null, pair))];
    }

    private PlanCourse Course(string indicator, ArmFigure[] plan, Answers? answers, RunGroup pair)
    {
        int[] days = [.. plan.Select(f => f.Row.Date.DayNumber - start.DayNumber + 1)];
        return new PlanCourse(
            indicator, days, [.. plan.Select(f => Math.Round(f.Row.Value, 5))],
            answers is null ? [] : [.. days.Select(day => answers.Of(indicator, day, null)?.First).OfType<AnswerSentence>()], answers is null ? [] : Hoods(pair, indicator));
    }

    private int[] Hoods(RunGroup pair, string indicator)
    {
        ArmFigure[] figures = [.. RunsShow.Figures(pair.Pairs, "neighbourhood", indicator).Where(f => double.IsFinite(f.Row.Value))];
        DateOnly[] last = [.. figures.Where(f => f.Arm == Arm.Scenario).Select(f => f.Row.Date).Distinct().Order().TakeLast(Weeks)];
        double days = Indicator.Find(indicator).Of.EndsWith(" days", StringComparison.Ordinal) ? WorkingDays : 1;
        var sums = new double[map.NeighbourhoodCount];
        var people = new double[map.NeighbourhoodCount];
        var halves = new double[map.NeighbourhoodCount];
        foreach (ArmFigure figure in figures.Where(f => last.Contains(f.Row.Date) && hoodOf.ContainsKey(f.Row.Stratum)))
        {
            int n = hoodOf[figure.Row.Stratum];
            if (figure.Arm == Arm.Interval)
            {
                halves[n] = figure.Row.Value;
            }
            else
            {
                sums[n] += (figure.Arm == Arm.Scenario ? 1 : -1) * figure.Row.Value / last.Length;
                people[n] = Math.Max(people[n], figure.Row.Count / days);
            }
        }

        bool several = pair.Pairs.Count > 1;
        return [.. sums.Select((change, n) => (several ? Math.Abs(change) > halves[n] : OneRun.Tells(change, people[n])) ? (int)Math.Round(change * 10_000) : 0)];
    }
}
