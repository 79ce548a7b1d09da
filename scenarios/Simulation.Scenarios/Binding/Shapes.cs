using Simulation.Engine.Interventions;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Binding;

/// <summary>The blocks of the language.</summary>
public static class Shapes
{
    /// <summary>When the run starts and how long it is.</summary>
    public static Shape Horizon { get; } = new("horizon",
    [
        new("start", ValueForm.Date, "First day.", "2026-09-01"),
        new("years", ValueForm.Whole, "Length in years.", "3"),
        new("months", ValueForm.Whole, "Length in months.", "18"),
        new("weeks", ValueForm.Whole, "Length in weeks.", "26"),
        new("days", ValueForm.Whole, "Length in days.", "365"),
        new("until", ValueForm.Date, "The last day, instead of a length.", "2029-08-31"),
    ]);

    /// <summary>The population to run on.</summary>
    public static Shape Population { get; } = new("population",
    [
        new("residents", ValueForm.Whole, "Number of residents.", "2,700,000"),
        new("seed", ValueForm.Whole, "Seed of the synthesis.", "1"),
    ]);

    /// <summary>Where an intervention is offered.</summary>
    public static Shape Where { get; } = new("where",
    [
        new("places", ValueForm.Words, "Places, or Merseyside, or Liverpool City Region.", "[Liverpool, Knowsley]") { Words = KnownWords.PlaceWords },
        new("neighbourhoods", ValueForm.Words, "Neighbourhoods by name or code.", "[E01006512]"),
        new("deprivation", ValueForm.Deprivation, "Part of the national deprivation scale (IMD 2025).", "most deprived 30%"),
        new("settlement", ValueForm.Choice, "Kind of settlement.", "urban") { Words = ["urban", "rural"] },
        new("near_school", ValueForm.Quantity, "Homes, or centres of neighbourhoods, at most this far from a school, as the crow flies.", "500 m") { Dimension = Dimension.Length },
        new("school_phase", ValueForm.Choice, "Phase of the schools.", "primary") { Words = ["primary", "secondary", "any"] },
        new("employer_size", ValueForm.Words, "Size of the employer: micro 1–9, small 10–49, medium 50–249, large 250+.", "large") { Words = KnownWords.EmployerSizes },
    ]);

    /// <summary>Whom an intervention is for.</summary>
    public static Shape Who { get; } = new("who",
    [
        new("age", ValueForm.Ages, "Ages.", "16 to 34"),
        new("sex", ValueForm.Choice, "Sex.", "female") { Words = ["female", "male"] },
        new("disability", ValueForm.Switch, "Disabled residents only (yes), or only those who are not (no).", "yes"),
        new("activity", ValueForm.Words, "Level of activity (Active Lives) on the day on which they would join; settled in the run.", "inactive") { Words = KnownWords.ActivityLevels },
        new("car", ValueForm.Switch, "Residents with a car in the household only (yes), or without (no).", "no"),
        new("qualification", ValueForm.Words, "Highest qualification (Census 2021): none, some (levels 1 to 3, apprenticeship, other), degree (level 4 and above).", "none") { Words = KnownWords.Qualifications },
        new("ethnic_group", ValueForm.Words, "Ethnic group (Census 2021).", "[Asian, Black]") { Words = KnownWords.EthnicGroups },
        new("children", ValueForm.Choice, "Members of households with a child of this age.", "under 11") { Words = ["under 11", "under 16"] },
    ]);

    /// <summary>Structural choices.</summary>
    public static Shape Structure { get; } = new("structure",
    [
        new("propensity", ValueForm.Choice, "Whether a resident's propensity for leisure drifts and follows levers (moving), stays where it is (frozen), or knows two groups for ever (fixed).", "moving") { Words = KnownWords.Propensities },
        new("people", ValueForm.Choice, "Whether people grow a year older each 1 September after the first day, with births, school, work, moves, migration and deaths (living), or stay as they are (frozen).", "living") { Words = KnownWords.People },
        new("held_back", ValueForm.Words, "Mechanisms that are held back, to see what they carry: effects that act through time, cost, safety or motivation are left out; company and habit go as they would without the interventions.", "[company, habit]") { Words = KnownWords.Mechanisms },
    ]);

    /// <summary>Roll-out.</summary>
    public static Shape PhaseIn { get; } = new("phase_in",
    [
        new("start", ValueForm.Date, "First day; the start of the horizon when not given.", "2027-01-04"),
        new("over", ValueForm.Span, "Time over which the roll-out stretches.", "12 months"),
    ]);

    /// <summary>Uptake at the two ends of the deprivation scale.</summary>
    public static Shape Uptake { get; } = new("uptake",
    [
        new("most_deprived", ValueForm.Share, "Uptake in the most deprived tenth.", "30%") { Required = true },
        new("least_deprived", ValueForm.Share, "Uptake in the least deprived tenth; straight in between.", "50%") { Required = true },
    ]);

    /// <summary>Costs of one owner.</summary>
    public static Shape OwnerCost { get; } = new("cost",
    [
        new("capital", ValueForm.Money, "Paid once.", "£18k per school"),
        new("running", ValueForm.Money, "Paid every year while it acts.", "£4k per school per year"),
    ]);

    /// <summary>Costs.</summary>
    public static Shape Cost { get; } = OwnerCost with
    {
        Other = new KeySpec("OWNER", ValueForm.Block, "Costs of another owner.", "police: { running: £40k per year }") { Block = OwnerCost },
    };

    /// <summary>A default effect replaced.</summary>
    public static Shape EffectValue { get; } = new("effect",
    [
        new("value", ValueForm.Effect, "Value, in the unit of the default.", "0.6") { Required = true },
        new("low", ValueForm.Effect, "Lower end of the interval.", "0.4"),
        new("high", ValueForm.Effect, "Upper end of the interval.", "0.8"),
    ]);

    /// <summary>Keys that every intervention has.</summary>
    public static IReadOnlyList<KeySpec> InterventionKeys { get; } =
    [
        new("name", ValueForm.Text, "Name in reports; needed when a kind stands more than once in a chain of scenarios.", "school streets phase 2"),
        new("owner", ValueForm.Text, "Who delivers it.", "highways") { Words = Owners.All },
        new("where", ValueForm.Block, "Where it is offered; everywhere when not given.", "{ places: [Liverpool] }") { Block = Where, Shorthand = ValueForm.Words, Words = KnownWords.PlaceWords },
        new("who", ValueForm.Block, "Whom it is for.", "{ age: 16 to 34 }") { Block = Who, Shorthand = ValueForm.Ages },
        new("reach", ValueForm.Reach, "How much of what is eligible it reaches (coverage).", "60% of primary schools"),
        new("uptake", ValueForm.Block, "Share of those reached who take it up.", "40%") { Block = Uptake, Shorthand = ValueForm.Share },
        new("adherence", ValueForm.Share, "Share of the full dose that is delivered and kept to.", "80%"),
        new("intensity", ValueForm.Choice, "How the reach is spread over the deprivation scale, for the same total.", "proportionate to need") { Words = ["uniform", "proportionate to need"] },
        new("phase_in", ValueForm.Block, "Roll-out.", "{ start: 2027-01-04, over: 12 months }") { Block = PhaseIn, Shorthand = ValueForm.Date },
        new("until", ValueForm.DateOrSpan, "Last day on which it acts, or for how long from its start.", "2029-07-31"),
        new("after_it_ends", ValueForm.AfterEnd, "What happens to the effect then.", "fades over 26 weeks"),
        new("cost", ValueForm.Block, "What it costs, and whom.", "{ capital: £18k per school }") { Block = Cost },
        new("effect", ValueForm.Block, "Local evidence in place of the default effects.", "{ gate_traffic: 50% (30% to 70%) }")
            { Block = new Shape("effect", [], new KeySpec("EFFECT", ValueForm.Effect, "A default effect by name.", "0.5 (0.3 to 0.7)") { Block = EffectValue }) },
        new("note", ValueForm.Text, "A remark for readers; means nothing to the model.", "agreed with the highways board"),
    ];

    /// <summary>What a run keeps.</summary>
    public static Shape Outputs { get; } = new("outputs",
    [
        new("indicators", ValueForm.Words, "Indicators to keep; all when not given.", "[adults_active, school_walk]") { Words = KnownWords.Indicators },
        new("by", ValueForm.Words, "Ways to break them down.", "[place, deprivation]") { Words = KnownWords.Strata },
    ]);

    /// <summary>Parameter uncertainty.</summary>
    public static Shape Uncertainty { get; } = new("uncertainty",
    [
        new("draws", ValueForm.Whole, "Number of draws of the interventions' effects from their ranges.", "100"),
    ]);

    /// <summary>Latin hypercube samples.</summary>
    public static Shape Hypercube { get; } = new("lhs",
    [
        new("samples", ValueForm.Whole, "Number of samples.", "20") { Required = true },
        new("seed", ValueForm.Whole, "Seed of the samples.", "1"),
        new("over", ValueForm.Block, "Paths with the range of each.", "{ interventions.school_street.reach: 10% to 60% }")
            { Required = true, Block = new Shape("over", [], new KeySpec("PATH", ValueForm.Any, "A range.", "10% to 60%")) },
    ]);

    /// <summary>Variations of the scenario.</summary>
    public static Shape Sweep { get; } = new("sweep",
    [
        new("grid", ValueForm.Block, "Every value with every other.", "{ interventions.school_street.reach: [20%, 40%, 60%] }")
            { Block = new Shape("grid", [], new KeySpec("PATH", ValueForm.Any, "Values, or a range with steps.", "20% to 60% by 20%")) },
        new("zip", ValueForm.Block, "The first of each, then the second of each.", "{ interventions.school_street.reach: [20%, 60%], parameters.social.class: [0.3, 0.9] }")
            { Block = new Shape("zip", [], new KeySpec("PATH", ValueForm.Any, "Values, or a range with steps.", "[28, 56]")) },
        new("list", ValueForm.List, "Points one by one.", "[{ interventions.school_street.reach: 20% }, { interventions.school_street.reach: 60% }]"),
        new("lhs", ValueForm.Block, "Latin hypercube samples of ranges.", "{ samples: 20, over: { interventions.school_street.reach: 10% to 60% } }") { Block = Hypercube },
    ]);

    /// <summary>The scenario itself.</summary>
    public static Shape Scenario { get; } = new("a scenario",
    [
        new("scenario", ValueForm.Text, "Name of the scenario.", "Safe and flexible school run") { Required = true },
        new("version", ValueForm.Whole, "Version of the language.", "1"),
        new("description", ValueForm.Text, "What it is for.", "What three employers and two councils have in mind."),
        new("extends", ValueForm.Text, "The scenario that this one starts from: a library name or a file.", "baseline"),
        new("include", ValueForm.Words, "Scenarios whose interventions and parameters are added: library names or files.", "[flexible-working, safe-routes]"),
        new("without", ValueForm.Words, "Inherited interventions to leave out, by name or kind.", "[school_street]"),
        new("horizon", ValueForm.Block, "When the run starts and how long it is.", "{ start: 2026-09-01, years: 3 }") { Block = Horizon },
        new("population", ValueForm.Block, "The population to run on.", "{ residents: 2700000 }") { Block = Population },
        new("seed", ValueForm.Whole, "Seed of the luck.", "1"),
        new("interventions", ValueForm.List, "What is done.", "[school_street: { reach: 60% }]"),
        new("parameters", ValueForm.Block, "Numbers of the model that differ from the registry.", "{ evidence.weight_uncontrolled: 1 }")
            { Block = new Shape("parameters", [], new KeySpec("PARAMETER", ValueForm.Effect, "A number of the model by its registry name.", "0.5")) },
        new("structure", ValueForm.Block, "What the model takes to be so where evidence leaves it open.", "{ propensity: frozen }") { Block = Structure },
        new("target", ValueForm.Text, "Residents to be more active in the last year; what is reached is held against it.", "150,000 residents more active"),
        new("outputs", ValueForm.Block, "What a run keeps.", "{ indicators: [adults_active] }") { Block = Outputs },
        new("uncertainty", ValueForm.Block, "How open the studies leave it.", "{ draws: 100 }") { Block = Uncertainty },
        new("sweep", ValueForm.Block, "Variations of the scenario, each a run of its own.", "{ grid: { interventions.school_street.reach: [20%, 40%, 60%] } }") { Block = Sweep },
        new("replicates", ValueForm.Whole, "Runs of each variation with different luck.", "5"),
        new("exploratory", ValueForm.Choice, "Whether levers without any evidence count.", "leave out") { Words = ["leave out", "include"] },
    ]);

    /// <summary>A figure that was measured.</summary>
    public static Shape Figure { get; } = new("a figure",
    [
        new("indicator", ValueForm.Choice, "The measure.", "school_walk") { Words = KnownWords.Indicators, Required = true },
        new("value", ValueForm.Text, "What it was found to be, a mean over the run's last year.", "38%") { Required = true },
        new("error", ValueForm.Text, "Standard error of that.", "2%") { Required = true },
        new("model", ValueForm.Text, "By how much the model may miss it even with the right numbers, as a standard deviation; 0 when not given.", "1%"),
        new("by", ValueForm.Choice, "What it is broken down by.", "place") { Words = KnownWords.Strata },
        new("stratum", ValueForm.Text, "Which of these it is about.", "Halton"),
    ]);

    /// <summary>Figures of one's own that numbers of the model are to be fitted to.</summary>
    public static Shape Targets { get; } = new("targets",
    [
        new("targets", ValueForm.Text, "Name.", "Our travel survey of 2026") { Required = true },
        new("version", ValueForm.Whole, "Version of the language.", "1"),
        new("description", ValueForm.Text, "Where the figures come from.", "4,000 households, spring 2026."),
        new("set", ValueForm.Words, "Settings of the baseline that was looked at, as --set takes them.", "[horizon.days=182]"),
        new("numbers", ValueForm.Words, "Numbers of the model that may move within their ranges, one to twelve.", "[school.walk_cost_primary]") { Required = true },
        new("figures", ValueForm.List, "The figures.", "[{ indicator: school_walk, value: 38%, error: 2% }]") { Block = Figure, Required = true },
    ]);

    /// <summary>A study: scenarios beside what happens without them.</summary>
    public static Shape Study { get; } = new("a study",
    [
        new("study", ValueForm.Text, "Name of the study.", "Does the school run add up?") { Required = true },
        new("version", ValueForm.Whole, "Version of the language.", "1"),
        new("description", ValueForm.Text, "What it is for.", "What the board asked in January."),
        new("scenarios", ValueForm.Words, "Scenarios to compare with their baseline and with each other: library names or files.", "[school-run-together, school-streets]") { Required = true },
        new("set", ValueForm.Words, "Settings made in every scenario, as --set takes them.", "[horizon.years=3]"),
        new("draws", ValueForm.Whole, "Draws of what the studies leave open about effects and about how people respond.", "64"),
        new("seeds", ValueForm.Whole, "Runs of each draw with other luck; two tell chance from what is not known.", "2"),
        new("target", ValueForm.Text, "Residents to be more active in the last year.", "150,000 residents more active"),
        new("budget", ValueForm.Money, "What may be spent over the horizon.", "£5m"),
    ]);

    /// <summary>The block of one kind of intervention: the common keys and its own.</summary>
    public static Shape Intervention(InterventionKind kind)
    {
        var keys = new List<KeySpec>(InterventionKeys);
        foreach (IGrouping<string, ParameterSpec> group in kind.Parameters.GroupBy(p => p.Key.Split('.')[0]))
        {
            ParameterSpec[] specs = [.. group];
            keys.Add(specs is [{ } single] && !single.Key.Contains('.', StringComparison.Ordinal)
                ? Key(single, single.Key)
                : new KeySpec(group.Key, ValueForm.Block, string.Join(" ", specs.Select(s => s.Summary)), $"{{ {string.Join(", ", specs.Select(s => $"{s.Key.Split('.')[1]}: {Example(s)}"))} }}")
                {
                    Block = new Shape(group.Key, [.. specs.Select(s => Key(s, s.Key.Split('.')[1]))]),
                });
        }

        return new Shape(kind.Key, keys);
    }

    private static KeySpec Key(ParameterSpec spec, string name) =>
        new(name, spec.Dimension switch { Dimension.Switch => ValueForm.Switch, Dimension.Share => ValueForm.Share, _ => ValueForm.Quantity }, spec.Summary, Example(spec))
        {
            Dimension = spec.Dimension,
        };

    private static string Example(ParameterSpec spec) =>
        double.IsFinite(spec.Default) ? QuantityParser.Format(spec.Default, spec.Dimension) : "26 weeks";
}
