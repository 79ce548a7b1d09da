using System.Globalization;
using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Scenarios;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;
using Simulation.Scenarios.Syntax;
using Simulation.Scenarios.Values;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Steering;

/// <summary>
/// A scenario whose levers are turned while it runs. A turn on a day is written into the scenario as what it is: the
/// intervention as it was ends that day, and one with the new settings begins. So the text always says all that was done,
/// and running it from the start gives the same bits.
/// </summary>
internal sealed class SteeredScenario
{
    private const string From = " from ";
    private readonly List<Control> controls = [];
    private readonly SteeredName name;
    private Func<Scenario, string?>? refuses;

    /// <summary>Steers a scenario that was read without error.</summary>
    public SteeredScenario(Scenario scenario)
    {
        Scenario = scenario;
        name = SteeredName.Of(scenario);
        for (int i = 0; i < scenario.Interventions.Count; i++)
        {
            ScenarioIntervention intervention = scenario.Interventions[i];

            // What was pulled in an earlier try stands as one lever: its latest settings.
            int from = intervention.Name.IndexOf(From, StringComparison.Ordinal);
            int at = from < 0 ? -1 : controls.FindIndex(c => Plain(c.Id) == intervention.Name[..from]);
            if (at >= 0)
            {
                controls[at] = controls[at] with { Index = i, On = !Ended(intervention) };
            }
            else
            {
                controls.Add(new Control(intervention.Name, Title(intervention), i, On: !Ended(intervention), First: ValuesOf(i)));
            }
        }
    }

    /// <summary>What a kept study found levers to do alone.</summary>
    public KeptEffects Kept { get; init; } = KeptEffects.None;

    /// <summary>The scenario as it now stands.</summary>
    public Scenario Scenario { get; private set; }

    /// <summary>The plan's own name, whatever was pulled.</summary>
    public string Name => name.Plan;

    /// <summary>The scenario as text.</summary>
    public string Text => ResolvedText.Print(Scenario, origins: false);

    /// <summary>Kinds that can be added.</summary>
    public static IReadOnlyList<LeverKind> Palette => [.. InterventionCatalogue.Kinds.Select(k => new LeverKind(k.Key, LeverFields.Words(k.Key), RoomWords.Plain(k.Summary)))];

    /// <summary>Controls as the page shows them.</summary>
    public IReadOnlyList<LeverView> Levers => [.. controls.Select(View)];

    /// <summary>Makes a turn that acts from <paramref name="day"/> on.</summary>
    /// <param name="change">The turn.</param>
    /// <param name="day">First day on which it acts.</param>
    /// <param name="refuses">Says why the scenario as it would stand cannot run, or null.</param>
    /// <returns>Null when done, or words that say why not; then nothing has changed.</returns>
    public string? Turn(LeverChange change, DateOnly day, Func<Scenario, string?>? refuses = null)
    {
        this.refuses = refuses;
        if (day >= Scenario.End)
        {
            return "The run is over; start the viewer again with a longer horizon to go on.";
        }

        if (change.Id.StartsWith('+'))
        {
            return InterventionCatalogue.Find(change.Id[1..]) is { } kind ? Add(kind, day) : $"There is no intervention called '{change.Id[1..]}'.";
        }

        int at = controls.FindIndex(c => c.Id == change.Id);
        if (at < 0)
        {
            return $"There is no lever '{change.Id}' in this plan.";
        }

        Control control = controls[at];
        ScenarioIntervention intervention = Scenario.Interventions[control.Index];
        if (LeverFields.Refusal(intervention, Scenario, change, control.On, day) is { } refusal)
        {
            return refusal;
        }

        string said = Said(change, control, intervention);
        List<SyntaxNode> items = [.. Items()];
        MappingNode old = SyntaxEdit.SettingsOf(items[control.Index]);
        bool begun = intervention.Request.PhaseIn.Start < day.DayNumber;
        string kindKey = intervention.Kind.Key;
        if (!change.On)
        {
            // One that has not begun cannot end before it does: it is put off beyond the horizon until it is turned on again.
            bool over = intervention.Request.End <= day.DayNumber;
            if (begun || !change.Remove)
            {
                MappingNode ended = over ? old : begun ? old.With("until", Before(day)) : old.With("phase_in", Write(Scenario.End)).Without("until");
                items[control.Index] = SyntaxEdit.Item(kindKey, ended);
                return Take(items, day, said, () => Keep(at, change.Remove ? null : control with { On = false }));
            }

            // What has not begun leaves no trace.
            items.RemoveAt(control.Index);
            return Take(items, day, said, () =>
            {
                controls.RemoveAt(at);
                for (int i = 0; i < controls.Count; i++)
                {
                    controls[i] = controls[i] with { Index = controls[i].Index - (controls[i].Index > control.Index ? 1 : 0) };
                }
            });
        }

        MappingNode next = LeverFields.Apply(control.On ? old : old.Without("until"), intervention, Scenario, change.Values);
        bool acts = begun && intervention.Request.End > day.DayNumber;
        if (control.On && (!begun || (acts && change.Values.Keys.All(name => name == LeverFields.Until))))
        {
            // What is still to come is changed where it stands; what has ended has, and begins anew.
            items[control.Index] = SyntaxEdit.Item(kindKey, next);
            return Take(items, day, said, () => { });
        }

        next = next.With("phase_in", Write(day));
        if (!begun)
        {
            items[control.Index] = SyntaxEdit.Item(kindKey, next);
            return Take(items, day, said, () => controls[at] = control with { On = true });
        }

        if (control.On && intervention.Request.End != int.MaxValue && !change.Values.ContainsKey(LeverFields.Until))
        {
            // As a date: it may have been written as so long after a start that is another now.
            next = next.With("until", Before(DateOnly.FromDayNumber(intervention.Request.End)));
        }

        if (control.On && acts)
        {
            items[control.Index] = SyntaxEdit.Item(kindKey, old.With("until", Before(day)));
        }

        items.Add(SyntaxEdit.Item(kindKey, Named(next, intervention.Name, day)));
        return Take(items, day, said, () => controls[at] = control with { On = true, Index = items.Count - 1 });
    }

    private void Keep(int at, Control? control)
    {
        if (control is null)
        {
            controls.RemoveAt(at);
        }
        else
        {
            controls[at] = control;
        }
    }

    private string Said(LeverChange change, Control control, ScenarioIntervention intervention) =>
        $"{control.Title} {(change.Remove ? "removed" : !change.On ? "off" : change.Values.Count == 0 ? "on" : LeverFields.Said(intervention, Scenario, change.Values))}";

    // One that begins when the horizon is over, or had ended before another took its place, was turned off.
    private bool Ended(ScenarioIntervention intervention) => intervention.Request.PhaseIn.Start >= Scenario.End.DayNumber;

    private Dictionary<string, double> ValuesOf(int index) => LeverFields.Of(Scenario.Interventions[index], Scenario)
        .Where(field => field.Unit != LeverField.Date).ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);

    // "Until" names the last day; what acts no longer on a day acted last on the one before.
    private static string Before(DateOnly day) => LastDay.Before(day).ToString();

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static MappingNode Named(MappingNode settings, string name, DateOnly day)
    {
        int from = name.IndexOf(From, StringComparison.Ordinal);
        return settings.With("name", $"{Plain(from < 0 ? name : name[..from])}{From}{Write(day)}");
    }

    // A name that the language takes: without the brackets of a position.
    private static string Plain(string name) => name.Replace("[", " ", StringComparison.Ordinal).Replace("]", string.Empty, StringComparison.Ordinal);

    private static string Title(ScenarioIntervention intervention) =>
        LeverFields.Words(intervention.Name == intervention.Kind.Key ? intervention.Kind.Key : intervention.Name);

    private LeverView View(Control control) => new(
        control.Id, control.Title, control.On, LeverFields.Of(Scenario.Interventions[control.Index], Scenario), Scenario.Interventions[control.Index].Request.Owner,
        KnownFacts.Of(Scenario.Interventions[control.Index], EffectOf(Scenario.Interventions[control.Index])), Scenario.Interventions[control.Index].Kind.Key, control.First);

    // All levers of a plan are told in what the plan moves first: then they can be set beside one another.
    private LeverEffect? EffectOf(ScenarioIntervention intervention) =>
        Headline.Of(Scenario.Interventions.Select(i => i.Kind)) is { } about ? Kept.Of(intervention, about) : null;

    private string? Add(InterventionKind kind, DateOnly day)
    {
        int copies = controls.Count(c => Scenario.Interventions[c.Index].Kind == kind);
        List<SyntaxNode> items = [.. Items()];
        string called = copies == 0 ? kind.Key : $"{kind.Key} {copies + 1}";
        var settings = new MappingNode(Scenario.Syntax.Span, []);
        settings = settings.With("reach", "50%").With("phase_in", Write(day));
        items.Add(SyntaxEdit.Item(kind.Key, copies == 0 ? settings : settings.With("name", called)));
        return Take(items, day, $"{LeverFields.Words(called)} added", () => controls.Add(new Control(called, LeverFields.Words(called), items.Count - 1, On: true, First: ValuesOf(items.Count - 1))));
    }

    private IEnumerable<SyntaxNode> Items() => (Scenario.Syntax.Find("interventions")?.Value as SequenceNode)?.Items ?? [];

    private string? Take(List<SyntaxNode> items, DateOnly day, string said, Action whenDone)
    {
        SteeredName.Pulled pulled = name.With(day, said);
        MappingNode root = Scenario.Syntax.With("interventions", new SequenceNode(Scenario.Syntax.Span, items)).With("scenario", pulled.Name).With("description", pulled.Description);
        ScenarioResult read = ScenarioReader.ReadText(Scenario.TextWith(root), "steered scenario");
        if (read.Scenario is null)
        {
            return "The plan does not take this: " + DiagnosticPrinter.Print(read.Diagnostics);
        }

        if (refuses?.Invoke(read.Scenario) is { } refusal)
        {
            return refusal;
        }

        Scenario = read.Scenario;
        name.Take(pulled);
        whenDone();
        return null;
    }

    /// <summary>A lever.</summary>
    /// <param name="Id">What it is called when it is turned.</param>
    /// <param name="Title">For the screen.</param>
    /// <param name="Index">Where its latest settings stand among the interventions.</param>
    /// <param name="On">Whether it acts.</param>
    /// <param name="First">Its settings as the plan has them.</param>
    private sealed record Control(string Id, string Title, int Index, bool On, IReadOnlyDictionary<string, double> First);
}
