namespace Simulation.Engine.Observation;

/// <summary>The indicators: the one list of them. Scenarios, run files, tables, pages and maps take theirs from <see cref="Indicator.All"/>.</summary>
internal static class IndicatorCatalogue
{
    private const string Minutes = "moderate-equivalent minutes";

    private static readonly CountKey[] Adults = [CountKey.AdultsInactive, CountKey.AdultsFairlyActive, CountKey.AdultsActive];
    private static readonly CountKey[] Children = [CountKey.ChildrenLessActive, CountKey.ChildrenFairlyActive, CountKey.ChildrenActive];
    private static readonly CountKey[] PupilDays = [CountKey.SchoolWalk, CountKey.SchoolCycle, CountKey.SchoolTransit, CountKey.SchoolCar];
    private static readonly CountKey[] WorkDays =
        [CountKey.CommuteWalk, CountKey.CommuteCycle, CountKey.CommuteTransit, CountKey.CommuteCar, CountKey.CommuteHome];

    /// <summary>The list, in the order of tables and files.</summary>
    public static IReadOnlyList<Indicator> Make() =>
    [
        Adult("adults_inactive", "Adults inactive", "Inactive adults", Better.Lower, CountKey.AdultsInactive,
            $"Adults (16+) under 30 {Minutes} a week over 28 days, bouts of 10 minutes or more (Active Lives).") with { Layer = "inactive" },
        Adult("adults_fairly_active", "Adults fairly active", "Fairly active adults", Better.Neither, CountKey.AdultsFairlyActive,
            "Adults with 30–149 minutes a week."),
        Adult("adults_active", "Adults active", "Active adults", Better.Higher, CountKey.AdultsActive,
            "Adults with 150 minutes a week or more."),
        Adult("mean_minutes_adults", "Adults' activity", "Adults' minutes a week", Better.Higher, CountKey.AdultMinutes,
            "Moderate-equivalent minutes a week, mean of adults.") with { Unit = IndicatorUnit.Minutes, Per = 4, Layer = "minutes" },
        Child("children_less_active", "Children less active", "Less active children", Better.Lower, CountKey.ChildrenLessActive,
            "Children (5–15) under 30 minutes a day on average over 28 days."),
        Child("children_fairly_active", "Children fairly act.", "Fairly active children", Better.Neither, CountKey.ChildrenFairlyActive,
            "Children with 30–59 minutes a day on average."),
        Child("children_active", "Children active", "Active children", Better.Higher, CountKey.ChildrenActive,
            "Children with 60 minutes a day or more on average."),
        Adult("active_travel_adults", "Active travel", "Active travel, three days a week", Better.Higher, CountKey.AdultsTravel12,
            "Adults who walked or cycled for travel (10 minutes or more) on at least 3 days a week over 28 days."),
        Adult("active_travel_weekly", "Active travel weekly", "Active travel, weekly", Better.Higher, CountKey.AdultsTravel4,
            "Adults who walked or cycled for travel at least once a week over 28 days.") with { Layer = "travel" },
        Adult("active_travel_most_days", "Active travel 5 days", "Active travel, five days a week", Better.Higher, CountKey.AdultsTravel20,
            "Adults who walked or cycled for travel on at least 5 days a week over 28 days."),
        School("school_walk", "Walking to school", "Walk to school", Better.Higher, CountKey.SchoolWalk,
            "Pupils' school days on which they walked.") with { Layer = "school" },
        School("school_cycle", "Cycling to school", "Cycle to school", Better.Higher, CountKey.SchoolCycle,
            "Pupils' school days on which they cycled."),
        School("school_bus", "Bus, train to school", "Bus or train to school", Better.Neither, CountKey.SchoolTransit,
            "Pupils' school days by bus or train."),
        School("school_car", "Driven to school", "Driven to school", Better.Lower, CountKey.SchoolCar,
            "Pupils' school days by car."),
        Work("commute_walk", "Walking to work", "Walk to work", Better.Higher, CountKey.CommuteWalk,
            "Working days on foot."),
        Work("commute_cycle", "Cycling to work", "Cycle to work", Better.Higher, CountKey.CommuteCycle,
            "Working days by cycle."),
        Work("commute_public", "Bus, train to work", "Bus or train to work", Better.Neither, CountKey.CommuteTransit,
            "Working days by public transport."),
        Work("commute_car", "Driving to work", "Drive to work", Better.Lower, CountKey.CommuteCar,
            "Working days by car."),
        Work("commute_home", "Working at home", "Work at home", Better.Neither, CountKey.CommuteHome,
            "Working days at home."),
        Adult("sii_inactive", "SII of inactivity", "Inequality in inactivity (slope index)", Better.Lower, CountKey.AdultsInactive,
            "Slope index of inequality of adult inactivity over deprivation deciles: the gap from the least to the most deprived end.")
            with { Unit = IndicatorUnit.Slope, Form = IndicatorForm.Slope },
        new()
        {
            Key = "gate_cars",
            Label = "Cars at school gates",
            Title = "Cars at school gates",
            Definition = "Children brought by car, a school day, at all gates of the place where the schools stand.",
            Unit = IndicatorUnit.Cars,
            Better = Better.Lower,
            Window = IndicatorWindow.Week,
            Of = "schools",
            Numerator = [CountKey.GateCars],
            Denominator = [CountKey.OpenDays],
            RestsOn = [CountKey.Schools],
        },
        new()
        {
            Key = "leisure_sessions",
            Label = "Sessions a week",
            Title = "Adults' leisure sessions a week",
            Definition = "Days of the week with a leisure session (sport, exercise, a walk for its own sake), mean of adults; visits to gyms and pools are among them.",
            Unit = IndicatorUnit.Times,
            Better = Better.Higher,
            Window = IndicatorWindow.Week,
            Of = "adults",
            Numerator = [CountKey.AdultSessions],
            Denominator = [CountKey.AdultsOfSessions],
        },
        new()
        {
            Key = "street_speed",
            Label = "Street speed, mph",
            Title = "Speed on through roads",
            Definition = "Mean speed on the through roads of a neighbourhood, mph, as its residents have it at their door: a mean over residents.",
            Unit = IndicatorUnit.Speed,
            Better = Better.Lower,
            Window = IndicatorWindow.Week,
            Of = "residents",
            Numerator = [CountKey.StreetSpeed],
            Denominator = [CountKey.StreetResidents],
            Per = 10,
        },
    ];

    private static Indicator Adult(string key, string label, string title, Better better, CountKey count, string definition) =>
        Share(key, label, title, better, count, definition, "adults", Adults, IndicatorWindow.FourWeeks);

    private static Indicator Child(string key, string label, string title, Better better, CountKey count, string definition) =>
        Share(key, label, title, better, count, definition, "children", Children, IndicatorWindow.FourWeeks);

    private static Indicator School(string key, string label, string title, Better better, CountKey count, string definition) =>
        Share(key, label, title, better, count, definition, "pupil days", PupilDays, IndicatorWindow.Week);

    private static Indicator Work(string key, string label, string title, Better better, CountKey count, string definition) =>
        Share(key, label, title, better, count, definition, "work days", WorkDays, IndicatorWindow.Week);

    private static Indicator Share(
        string key, string label, string title, Better better, CountKey count, string definition, string of, CountKey[] all, IndicatorWindow window) => new()
        {
            Key = key,
            Label = label,
            Title = title,
            Definition = definition,
            Unit = IndicatorUnit.Share,
            Better = better,
            Window = window,
            Of = of,
            Numerator = [count],
            Denominator = all,
        };
}
