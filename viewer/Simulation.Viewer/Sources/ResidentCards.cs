using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.State;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Sources;

/// <summary>Tells who a resident is and what their week was in both arms.</summary>
/// <param name="population">Who lives where.</param>
/// <param name="map">The map whose rows are asked for.</param>
/// <param name="runs">Scenario and baseline.</param>
internal sealed class ResidentCards(Population population, ViewMap map, ModelRun[] runs)
{
    private static readonly string[] AdultCategories = ["not counted", "inactive", "fairly active", "active"];
    private static readonly string[] ChildCategories = ["not counted", "less active", "fairly active", "active"];

    private readonly ResidentWeeks[] weeks = [.. runs.Select(run => new ResidentWeeks(population, run))];

    /// <summary>The card of one row of the map.</summary>
    public ResidentCard Of(int row)
    {
        int resident = map.ResidentRows[row];
        int neighbourhood = population.Residents.Layout.Of(resident);
        int pupil = Find(population.Pupils.Resident, population.Pupils.Layout, neighbourhood, resident);
        int worker = Find(population.Workers.Resident, population.Workers.Layout, neighbourhood, resident);
        int age = population.Residents.Age[resident];
        var traits = (Traits)population.Residents.Traits[resident];
        string who = age < 18 ? traits.HasFlag(Traits.Female) ? "Girl" : "Boy" : traits.HasFlag(Traits.Female) ? "Woman" : "Man";
        return new ResidentCard(
            row,
            $"{who}, {(age == 90 ? "90 or over" : age)}, {population.Neighbourhoods.Name[neighbourhood]}",
            [.. Facts(resident, neighbourhood, pupil, worker)],
            [.. Now(runs[0], resident, pupil, worker)],
            [.. Now(runs[1], resident, pupil, worker)],
            [.. Week(resident, pupil)]);
    }

    /// <summary>Called after the warm-up.</summary>
    public void Begin() => Array.ForEach(weeks, week => week.Begin());

    /// <summary>Called after each day of both runs.</summary>
    public void Keep() => Array.ForEach(weeks, week => week.Keep());

    private IEnumerable<CardDay> Week(int resident, int pupil) => weeks[0].Dates
        .Zip(weeks[0].Of(resident, pupil), weeks[1].Of(resident, pupil))
        .Select(day => new CardDay(day.First, CalendarWords.Of(day.First), day.Second, day.Third));

    private IEnumerable<CardLine> Facts(int resident, int neighbourhood, int pupil, int worker)
    {
        var traits = (Traits)population.Residents.Traits[resident];
        int household = population.Residents.Household[resident];
        int cars = population.Households.Cars[household];
        yield return new CardLine("Place", population.Places[population.Neighbourhoods.Place[neighbourhood]].Name);
        yield return new CardLine("Deprivation", $"decile {population.Neighbourhoods.Decile[neighbourhood]} of 10");
        yield return new CardLine("Household", $"{population.Households.Size[household]} living together, {(cars == 0 ? "no car" : cars == 1 ? "one car" : $"{cars} cars")}");
        if (traits.HasFlag(Traits.Disabled))
        {
            yield return new CardLine("Disability", traits.HasFlag(Traits.LimitedALot) ? "limited a lot" : "limited a little");
        }

        if (pupil >= 0)
        {
            PupilTable pupils = population.Pupils;
            yield return new CardLine("School", population.Schools.Name[pupils.School[pupil]]);
            yield return new CardLine("Way to school", $"{pupils.Distance[pupil]:N0} m, {runs[0].State.Pupils.WalkMinutes[pupil]} minutes on foot");
        }

        if (worker >= 0)
        {
            WorkerTable workers = population.Workers;
            yield return new CardLine("Work", (WorkArrangement)workers.Arrangement[worker] switch
            {
                WorkArrangement.MainlyHome => $"mainly at home, {workers.Hours[worker]} hours a week",
                WorkArrangement.NoFixedPlace => $"no fixed place, {workers.Hours[worker]} hours a week",
                _ => $"{workers.Distance[worker] / 1000.0:0.0} km away, {workers.Hours[worker]} hours a week, starts {workers.Start[worker] / 60}:{workers.Start[worker] % 60:00}",
            });
        }
        else if (pupil < 0)
        {
            yield return new CardLine("Status", (EconomicStatus)population.Residents.Status[resident] switch
            {
                EconomicStatus.Child => "child",
                EconomicStatus.Unemployed => "unemployed",
                EconomicStatus.Student => "student",
                EconomicStatus.Retired => "retired",
                EconomicStatus.Employed => "in employment",
                _ => "not in paid work",
            });
        }
    }

    private IEnumerable<CardLine> Now(ModelRun run, int resident, int pupil, int worker)
    {
        RunState state = run.State;
        byte code = state.Residents.Today[resident];
        bool adult = population.Residents.Age[resident] >= 16;
        yield return new CardLine("Last four weeks", (adult ? AdultCategories : ChildCategories)[(code >> DayCode.CategoryShift) & 3]);
        yield return new CardLine("Minutes a week", $"{state.Residents.WeekMinutes.Sum(week => week[resident]) / 4.0:0}");
        if (pupil >= 0)
        {
            yield return new CardLine("Habit of walking", $"{state.Pupils.Habit[pupil] / 655.35:0}%");
        }

        if (worker >= 0)
        {
            yield return new CardLine("Habit of walking or cycling", $"{state.Workers.Habit[worker] / 655.35:0}%");
            yield return new CardLine("Later start offered", $"{state.Workers.ExtraFlex[worker]} minutes");
            yield return new CardLine("Extra days at home", $"{state.Workers.ExtraHomeDays[worker]} a week");
        }
    }

    private static int Find(ReadOnlyColumn<int> residents, Segments layout, int neighbourhood, int resident)
    {
        int first = layout.First(neighbourhood);
        int at = residents.Values.Slice(first, layout.UsedIn(neighbourhood)).BinarySearch(resident);
        return at < 0 ? -1 : first + at;
    }
}
