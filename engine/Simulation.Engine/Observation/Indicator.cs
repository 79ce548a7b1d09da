namespace Simulation.Engine.Observation;

/// <summary>A published figure: its key, what it means, and how it is made from a <see cref="Tally"/>.</summary>
/// <param name="Name">Key, as in the run file.</param>
/// <param name="Unit"><c>share</c>, <c>min/week</c>, <c>cars/day</c>, <c>share difference</c>.</param>
/// <param name="Window">The days that a figure covers: <c>28 days</c> or <c>week</c>.</param>
/// <param name="Definition">What it is, in words that a report can print.</param>
public sealed record Indicator(string Name, string Unit, string Window, string Definition)
{
    internal delegate (double Sum, long Count) Measure(in Tally tally);

    /// <summary>How the figure is made; null for those made elsewhere (slope, cars at gates).</summary>
    internal Measure? Of { get; init; }

    /// <summary>All indicators, in the order of a report.</summary>
    public static IReadOnlyList<Indicator> All { get; } =
    [
        Adult("adults_inactive", "Adults (16+) under 30 moderate-equivalent minutes a week over 28 days, bouts of 10 minutes or more (Active Lives).", (in Tally t) => t.AdultsInactive),
        Adult("adults_fairly_active", "Adults with 30–149 minutes a week.", (in Tally t) => t.AdultsFairly),
        Adult("adults_active", "Adults with 150 minutes a week or more.", (in Tally t) => t.AdultsActive),
        Child("children_less_active", "Children (5–15) under 30 minutes a day on average over 28 days.", (in Tally t) => t.ChildrenLess),
        Child("children_fairly_active", "Children with 30–59 minutes a day on average.", (in Tally t) => t.ChildrenFairly),
        Child("children_active", "Children with 60 minutes a day or more on average.", (in Tally t) => t.ChildrenActive),
        Adult("active_travel_adults", "Adults who walked or cycled for travel (10 minutes or more) on at least 3 days a week over 28 days.", (in Tally t) => t.Travel12),
        Adult("active_travel_weekly", "Adults who walked or cycled for travel at least once a week over 28 days.", (in Tally t) => t.Travel4),
        Adult("active_travel_most_days", "Adults who walked or cycled for travel on at least 5 days a week over 28 days.", (in Tally t) => t.Travel20),
        new("mean_minutes_adults", "min/week", "28 days", "Moderate-equivalent minutes a week, mean of adults.") { Of = (in Tally t) => (t.AdultMinutes / 4.0, t.Adults) },
        School("school_walk", "Pupils' school days on which they walked.", (in Tally t) => t.SchoolWalk),
        School("school_cycle", "Pupils' school days on which they cycled.", (in Tally t) => t.SchoolCycle),
        School("school_bus", "Pupils' school days by bus or train.", (in Tally t) => t.SchoolTransit),
        School("school_car", "Pupils' school days by car.", (in Tally t) => t.SchoolCar),
        Work("commute_walk", "Working days on foot.", (in Tally t) => t.CommuteWalk),
        Work("commute_cycle", "Working days by cycle.", (in Tally t) => t.CommuteCycle),
        Work("commute_public", "Working days by public transport.", (in Tally t) => t.CommuteTransit),
        Work("commute_car", "Working days by car.", (in Tally t) => t.CommuteCar),
        Work("commute_home", "Working days at home.", (in Tally t) => t.CommuteHome),
        new("sii_inactive", "share difference", "28 days", "Slope index of inequality of adult inactivity over deprivation deciles: the gap from the least to the most deprived end."),
        new("gate_cars", "cars/day", "week", "Children brought by car, a school day, at all gates of the place where the schools stand."),
    ];

    private static Indicator Adult(string name, string definition, Func of) =>
        new(name, "share", "28 days", definition) { Of = (in Tally t) => (of(t), t.Adults) };

    private static Indicator Child(string name, string definition, Func of) =>
        new(name, "share", "28 days", definition) { Of = (in Tally t) => (of(t), t.Children) };

    private static Indicator School(string name, string definition, Func of) =>
        new(name, "share", "week", definition) { Of = (in Tally t) => (of(t), t.SchoolDays) };

    private static Indicator Work(string name, string definition, Func of) =>
        new(name, "share", "week", definition) { Of = (in Tally t) => (of(t), t.WorkDays) };

    private delegate double Func(in Tally tally);
}
