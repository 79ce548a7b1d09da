using Simulation.Engine.Demography;
using Simulation.Engine.Embedded;
using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.Synthesis;

namespace Simulation.Model.Tests.Lives;

/// <summary>The first of September: what must hold of rows laid anew.</summary>
public sealed class TurnOfTheYearTests : IDisposable
{
    private static readonly DateOnly Start = new(2026, 9, 1);
    private static readonly int Year = Start.AddYears(1).DayNumber - Start.DayNumber;

    private readonly Population population =
        PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(20_000), null, CancellationToken.None);

    public void Dispose() => population.Dispose();

    [Fact]
    public void FirstYear_WhetherPeopleLiveOrNot_IsTheSameToTheBit()
    {
        using ModelRun living = Run(Year);
        using ModelRun frozen = Run(Year, living: false);

        living.StateHash().ShouldBe(frozen.StateHash());
        living.Years.ShouldBeEmpty();
    }

    [Fact]
    public void SecondYear_AnyWorkersAndLanes_IsTheSameToTheBit()
    {
        using ModelRun one = Run(Year + 40, workers: 1, effects: Support(population));
        using ModelRun three = Run(Year + 40, workers: 3, lanes: 4, effects: Support(population));

        one.Years.Count.ShouldBe(1);
        three.StateHash().ShouldBe(one.StateHash());
    }

    [Fact]
    public void ThirdYear_EffectsThatDoNothing_DifferFromTheBaselineByZero()
    {
        using ModelRun baseline = Run((2 * Year) + 20);
        using ModelRun nothing = Run((2 * Year) + 20, effects: Support(population, 0), rebind: later => Support(later, 0));

        nothing.Years.Count.ShouldBe(2);
        nothing.StateHash().ShouldBe(baseline.StateHash());
    }

    [Fact]
    public void TenYears_EffectsThatDoNothingOnAnyWorkers_DifferFromTheBaselineByZero()
    {
        using Population few = PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(4_000), null, CancellationToken.None);
        int days = Start.AddYears(10).DayNumber - Start.DayNumber;
        using ModelRun baseline = Run(days, workers: 1, of: few);
        using ModelRun nothing = Run(days, workers: 3, lanes: 4, effects: Support(few, 0), rebind: later => Support(later, 0), of: few);

        nothing.Years.Count.ShouldBe(9);
        nothing.StateHash().ShouldBe(baseline.StateHash());
    }

    [Fact]
    public void FertilityDoubled_WhoLivesWithNoNewborn_HasTheSameDayAfterTheTurn()
    {
        using ModelRun usual = Run(Year + 1);
        using ModelRun doubled = Run(Year + 1, parameters: new Dictionary<string, double> { ["lives.fertility"] = 2 });
        Dictionary<int, (int Habit, int Minutes, byte Today, int Neighbourhood, bool Near)> one = Days(usual);
        Dictionary<int, (int Habit, int Minutes, byte Today, int Neighbourhood, bool Near)> two = Days(doubled);
        int children = LifeCourse.FirstChild(population.Residents.Layout.Rows);

        one.Keys.Where(key => key < children).Order().ShouldBe(two.Keys.Where(key => key < children).Order());
        int[] apart = [.. one.Keys.Where(key => two.ContainsKey(key) && !one[key].Near && !two[key].Near)];
        int differ = apart.Count(key => one[key] != two[key]);
        TestContext.Current.TestOutputHelper?.WriteLine($"{one.Count} and {two.Count} residents, {apart.Length} apart from newborns, {differ} of them differ");

        // A partner found elsewhere is the one touch between households at the turn; from then on neighbours see each other.
        apart.Length.ShouldBeGreaterThan(17_000);
        differ.ShouldBeLessThan(20);
        two.Count.ShouldBeGreaterThan(one.Count + 100);
    }

    // What residents did up to the day after the turn, and whether a newborn lives with them.
    private static Dictionary<int, (int Habit, int Minutes, byte Today, int Neighbourhood, bool Near)> Days(ModelRun run)
    {
        Dictionary<int, (int, int, byte, int, bool)> days = [];
        Population now = run.State.Population;
        for (int n = 0; n < now.Neighbourhoods.Count; n++)
        {
            for (int h = now.Households.Layout.First(n); h < now.Households.Layout.End(n); h++)
            {
                int[] rows = [.. Enumerable.Range(now.Households.FirstResident[h], now.Households.Size[h])];
                bool near = rows.Any(row => now.Residents.Age[row] == 0);
                foreach (int row in rows)
                {
                    int minutes = run.State.Residents.WeekMinutes.Sum(week => week[row]);
                    days.Add(run.State.Residents.Identity[row], (run.State.Residents.Habit[row], minutes, run.State.Residents.Today[row], n, near));
                }
            }
        }

        return days;
    }

    [Fact]
    public void Turn_Everybody_IsAYearOlderOrDeadOrNewlyBorn()
    {
        using ModelRun run = Run(Year + 1);
        Population after = run.State.Population;
        Dictionary<int, int> rowOf = [];
        int born = 0;
        int arrived = 0;
        for (int row = 0; row < after.Residents.Layout.Rows; row++)
        {
            if (after.Residents.Age[row] == Population.VacantAge)
            {
                continue;
            }

            int identity = run.State.Residents.Identity[row];
            rowOf.TryAdd(identity, row).ShouldBeTrue("two residents have one identity");
            born += after.Residents.Age[row] == 0 ? 1 : 0;
            arrived += after.Residents.Age[row] == 0 && identity < LifeCourse.FirstChild(population.Residents.Layout.Rows) ? 1 : 0;
            if (identity < population.Residents.Layout.Rows)
            {
                int age = population.Residents.Age[identity];
                ((int)after.Residents.Age[row]).ShouldBe(Math.Min(age + 1, 90));
            }
            else if (identity >= LifeCourse.FirstChild(population.Residents.Layout.Rows))
            {
                int mother = (identity - LifeCourse.FirstChild(population.Residents.Layout.Rows)) / 8;
                ((Traits)population.Residents.Traits[mother] & Traits.Female).ShouldNotBe(Traits.None);
            }
        }

        LivesYear year = run.Years[0];
        after.Count.ShouldBe(year.Residents);
        int infants = year.Births.Sum() - (born - arrived);
        after.Count.ShouldBe(population.Count - (year.Deaths.Sum() - infants) + (born - arrived) + year.Arrivals - year.Departures);
        year.Deaths.Sum().ShouldBeInRange(150, 290);
        year.ExpectedDeaths.Sum().ShouldBe(year.Deaths.Sum() - infants, 60);
        year.Births.Sum().ShouldBeInRange(140, 250);
        year.PersonYears.Sum().ShouldBe(population.Count, 200);
    }

    [Fact]
    public void Turn_Households_AreTogetherAndEachHasAnAdult()
    {
        using ModelRun run = Run((2 * Year) + 1);
        Population after = run.State.Population;
        int people = 0;
        for (int n = 0; n < after.Neighbourhoods.Count; n++)
        {
            int next = after.Residents.Layout.First(n);
            for (int h = after.Households.Layout.First(n); h < after.Households.Layout.End(n); h++)
            {
                after.Households.FirstResident[h].ShouldBe(next);
                int size = after.Households.Size[h];
                Enumerable.Range(next, size).Any(row => after.Residents.Age[row] >= 18).ShouldBeTrue("a household of children");
                Enumerable.Range(next, size).All(row => after.Residents.Household[row] == h).ShouldBeTrue();
                next += size;
                people += size;
            }
        }

        people.ShouldBe(after.Count);
    }

    [Fact]
    public void Turn_Pupils_AreThoseOfTheAgesAndKeepTheirSchoolsWithinAPhase()
    {
        using ModelRun run = Run(Year + 1);
        Population after = run.State.Population;
        int[] ages = [.. Enumerable.Range(0, after.Residents.Layout.Rows).Select(row => (int)after.Residents.Age[row])];
        after.Pupils.Layout.Used.ShouldBe(ages.Count(age => age is >= 4 and <= 16));
        run.Years[0].Reception.ShouldBe(ages.Count(age => age == 4));

        Dictionary<int, ushort> schoolBefore = [];
        for (int row = 0; row < population.Pupils.Layout.Rows; row++)
        {
            if (population.Pupils.Resident[row] >= 0)
            {
                schoolBefore[population.Pupils.Resident[row]] = population.Pupils.School[row];
            }
        }

        HashSet<int> moved = Moved(run);
        int changed = 0;
        int[] rolls = new int[after.Schools.Count];
        for (int row = 0; row < after.Pupils.Layout.Rows; row++)
        {
            int resident = after.Pupils.Resident[row];
            if (resident < 0)
            {
                continue;
            }

            rolls[after.Pupils.School[row]]++;
            int age = after.Residents.Age[resident];
            byte phase = after.Schools.Phase[after.Pupils.School[row]];
            (phase == (byte)SchoolPhase.AllThrough || (phase == (byte)SchoolPhase.Primary) == (age < 11)).ShouldBeTrue();
            after.Classes.School[after.Pupils.Class[row]].ShouldBe(after.Pupils.School[row]);
            ((int)after.Classes.Year[after.Pupils.Class[row]]).ShouldBe(age - 4);
            int identity = run.State.Residents.Identity[resident];
            if (age is not (4 or 11) && !moved.Contains(identity) && schoolBefore.TryGetValue(identity, out ushort school))
            {
                changed += after.Pupils.School[row] == school ? 0 : 1;
            }
        }

        // A parent's new partner may live too far from the school within one rural neighbourhood.
        changed.ShouldBeLessThan(5);
        rolls.ShouldBe(after.Schools.Pupils.Values.ToArray());
    }

    [Fact]
    public void Turn_WhoWasReached_StaysReachedAndNobodyElseOfTheirAge()
    {
        using ModelRun run = Run(Year + 10, effects: Support(population));
        Population after = run.State.Population;
        int reached = 0;
        for (int row = 0; row < after.Residents.Layout.Rows; row++)
        {
            int age = after.Residents.Age[row];
            if (age == Population.VacantAge || run.State.Residents.Key[row] == Demographics.Vacant)
            {
                continue;
            }

            bool meant = age >= 16 && run.State.Residents.Identity[row] % 3 == 0;
            (run.State.Levers[Lever.LeisureSupport]![row] > 0).ShouldBe(meant, $"age {age}");
            reached += meant ? 1 : 0;
        }

        reached.ShouldBeGreaterThan(4000);
    }

    [Fact]
    public void Each_AfterATurn_IsWhatEachResidentDidInTheLastYear()
    {
        RunOptions options = new() { Workers = 3, Days = Year + 60, Start = Start, Rebind = later => Support(later) };
        using ModelRun run = new(population, [], options);
        run.WarmUp(null, CancellationToken.None);
        Dictionary<uint, int> minutes = [];
        int weeks = 0;
        for (int day = 0; day < options.Days; day++)
        {
            DateOnly today = run.Today;
            run.Step();
            if (today.DayOfWeek == DayOfWeek.Sunday && day - 6 >= options.Days - 365)
            {
                weeks++;
                Segments layout = run.State.Population.Residents.Layout;
                foreach (int row in Enumerable.Range(0, layout.Count).SelectMany(n => Enumerable.Range(layout.First(n), layout.UsedIn(n))))
                {
                    uint identity = (uint)run.State.Residents.Identity[row];
                    minutes[identity] = minutes.GetValueOrDefault(identity) + run.State.Residents.WeekMinutes[today.DayNumber / 7 % 4][row];
                }
            }
        }

        ResidentYears each = run.Each()!;

        each.Weeks.ShouldBe(weeks);
        each.Identities.ShouldBe(each.Identities.Order());
        each.Identities.Count.ShouldBeGreaterThan(17_000);
        each.Minutes.Select(m => (int)m).ShouldBe(each.Identities.Select(identity => (int)Math.Round(minutes[identity] / (double)weeks)));
        each.Groups.Count(group => ResidentGroup.Of(group).Child).ShouldBe(
            run.State.Residents.Key.Values.ToArray().Count(key => Demographics.Child(key)));
    }

    private HashSet<int> Moved(ModelRun run)
    {
        HashSet<int> moved = [];
        Segments layout = run.State.Population.Residents.Layout;
        for (int row = 0; row < layout.Rows; row++)
        {
            int identity = run.State.Residents.Identity[row];
            if (identity < population.Residents.Layout.Rows && layout.Of(row) != population.Residents.Layout.Of(identity))
            {
                moved.Add(identity);
            }
        }

        return moved;
    }

    // Every third adult, by identity: those who turn sixteen come to it at the turn.
    private static IReadOnlyList<Effect> Support(Population of, float amount = 0.3f)
    {
        int[] rows = [.. Enumerable.Range(0, of.Residents.Layout.Rows).Where(row =>
            of.Residents.Age[row] is >= 16 and not Population.VacantAge && (of.RankKeys?.Residents[row] ?? row) % 3 == 0)];
        return [new Effect { Source = "support", Lever = Lever.LeisureSupport, Rows = rows, Amounts = [amount], Starts = [Start.AddDays(5).DayNumber] }];
    }

    private ModelRun Run(
        int days, bool living = true, int workers = 2, int lanes = 0, IReadOnlyList<Effect>? effects = null, Func<Population, IReadOnlyList<Effect>>? rebind = null,
        Population? of = null, Dictionary<string, double>? parameters = null)
    {
        RunOptions options = new()
        {
            Workers = workers,
            Lanes = lanes,
            Days = days,
            Start = Start,
            Rebind = living ? rebind ?? (later => Support(later)) : null,
            Parameters = parameters ?? [],
        };
        ModelRun run = new(of ?? population, effects ?? [], options);
        run.WarmUp(null, CancellationToken.None);
        for (int day = 0; day < days; day++)
        {
            run.Step();
        }

        return run;
    }
}
