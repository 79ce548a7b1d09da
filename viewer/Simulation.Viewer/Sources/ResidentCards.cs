using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.State;

namespace Simulation.Viewer.Sources;

/// <summary>Tells who a resident is and what their day was in both arms.</summary>
/// <param name="population">Who lives where.</param>
/// <param name="map">The map whose rows are asked for.</param>
/// <param name="runs">Scenario and baseline.</param>
internal sealed class ResidentCards(Population population, ViewMap map, ModelRun[] runs)
{
    private static readonly string[] Modes = ["no trip", "on foot", "by bicycle", "by bus or train", "by car", "worked at home"];
    private static readonly string[] AdultCategories = ["not counted", "inactive", "fairly active", "active"];
    private static readonly string[] ChildCategories = ["not counted", "less active", "fairly active", "active"];

    /// <summary>The card of one row of the map.</summary>
    public ResidentCard Of(int row)
    {
        int resident = map.ResidentRows[row];
        int neighbourhood = population.Residents.Layout.Of(resident);
        int pupil = Find(population.Pupils.Resident, population.Pupils.Layout, neighbourhood, resident);
        int worker = Find(population.Workers.Resident, population.Workers.Layout, neighbourhood, resident);
        int age = population.Residents.Age[resident];
        var traits = (Traits)population.Residents.Traits[resident];
        string who = age < 16 ? traits.HasFlag(Traits.Female) ? "Girl" : "Boy" : traits.HasFlag(Traits.Female) ? "Woman" : "Man";
        return new ResidentCard(
            row,
            $"{who}, {(age == 90 ? "90 or over" : age)}, {population.Neighbourhoods.Name[neighbourhood]}",
            [.. Facts(resident, neighbourhood, pupil, worker)],
            [.. Today(runs[0], resident, pupil, worker)],
            [.. Today(runs[1], resident, pupil, worker)]);
    }

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

    private IEnumerable<CardLine> Today(ModelRun run, int resident, int pupil, int worker)
    {
        ModelState state = run.State;
        byte code = state.Residents.Today[resident];
        bool adult = population.Residents.Age[resident] >= 16;
        yield return new CardLine("Last four weeks", (adult ? AdultCategories : ChildCategories)[(code >> DayCode.CategoryShift) & 3]);
        yield return new CardLine("Minutes a week", $"{state.Residents.WeekMinutes.Sum(week => week[resident]) / 4.0:0}");
        if (pupil >= 0 || worker >= 0)
        {
            yield return new CardLine(pupil >= 0 ? "To school today" : "To work today", Modes[code & DayCode.ModeMask]);
        }

        if (pupil >= 0)
        {
            yield return new CardLine("What decided", Gate(state.Pupils, pupil));
            yield return new CardLine("Habit of walking", $"{state.Pupils.Habit[pupil] / 655.35:0}%");
        }

        if (worker >= 0)
        {
            yield return new CardLine("Habit of walking or cycling", $"{state.Workers.Habit[worker] / 655.35:0}%");
            yield return new CardLine("Later start offered", $"{state.Workers.ExtraFlex[worker]} minutes");
            yield return new CardLine("Extra days at home", $"{state.Workers.ExtraHomeDays[worker]} a week");
        }

        yield return new CardLine("Leisure activity", (code & DayCode.Leisure) != 0 ? "yes" : "no");
        yield return new CardLine("Errand on foot", (code & DayCode.Errand) != 0 ? "yes" : "no");
    }

    // Time, permission, company, choice: which gate let the child walk or held it back.
    private static string Gate(PupilState pupils, int pupil)
    {
        int today = pupils.Today[pupil];
        int gates = pupils.Gates[pupil];
        bool alone = (gates & PupilState.Alone) != 0;
        bool company = (gates & PupilState.Company) != 0;
        return ((TripMode)(today & DayCode.ModeMask), alone, company) switch
        {
            (TripMode.None, _, _) => "no school",
            (TripMode.Walk, true, _) => "may go alone, and walked",
            (TripMode.Walk, false, _) when (today & 8) != 0 => "an adult had time to walk along",
            (TripMode.Walk, _, _) => "walked with others",
            (_, true, _) => "might have gone alone, chose otherwise",
            (_, _, true) => "had company to walk, chose otherwise",
            _ => "not alone, and an adult had no time or chose otherwise",
        };
    }

    private static int Find(Column<int> residents, Segments layout, int neighbourhood, int resident)
    {
        int first = layout.First(neighbourhood);
        int at = residents.Values.Slice(first, layout.UsedIn(neighbourhood)).BinarySearch(resident);
        return at < 0 ? -1 : first + at;
    }
}
