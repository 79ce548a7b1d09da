using Simulation.Engine.Demography;
using Simulation.Engine.Embedded;
using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Populations;
using Simulation.Engine.Populations.Files;
using Simulation.Engine.Running;
using Simulation.Engine.Synthesis;

namespace Simulation.Model.Tests.Determinism;

/// <summary>A run's state can be copied, saved and opened on any day, and goes on to the same bits and the same figures.</summary>
public sealed class SnapshotTests : IDisposable
{
    private const int Days = 49;
    private static readonly DateOnly Start = new(2026, 9, 1);

    // Three weeks before a first of September, on which rows are laid anew.
    private static readonly DateOnly Summer = new(2027, 8, 11);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("snapshot");

    private readonly Population village =
        PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(6_000), null, CancellationToken.None);

    public void Dispose()
    {
        village.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Resume_OnAnyDayWithAnyWorkers_GoesOnToTheSameBitsAndFigures(int workers)
    {
        Random choice = new(workers);
        for (int round = 0; round < 5; round++)
        {
            // Two rounds of five within a year, three over its turn.
            DateOnly start = round < 2 ? Start : Summer;
            int luck = choice.Next();
            IReadOnlyList<Effect> Bound(Population of) => RandomEffects(new Random(luck), of, start);
            int day = round < 2 ? choice.Next(1, Days) : choice.Next(15, Days);
            string file = Path.Combine(folder.FullName, $"{workers}-{round}.state");
            Figures figures = new();
            using ModelRun whole = Run(Bound, workers, figures, Days, start, day, file);
            Figures rest = new();
            using ModelRun resumed = Make(Bound, 1 + ((workers + round) % 3), rest, start);
            resumed.Resume(file);
            resumed.DaysDone.ShouldBe(day);
            Continue(resumed, Days);

            resumed.StateHash().ShouldBe(whole.StateHash(), $"round {round}, day {day}");
            rest.Rows.ShouldBe(figures.Rows.Where(row => row.Date >= start.AddDays(day)));
            resumed.Year.ToNumbers().ShouldBe(whole.Year.ToNumbers());
            resumed.Years.Select(Lives).ShouldBe(whole.Years.Select(Lives));
            resumed.Validate().ShouldBe(whole.Validate());
            whole.Years.Count.ShouldBe(round < 2 ? 0 : 1);
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    public void Branch_BeforeOrAfterATurn_IsTheRunThatWentOn(int day)
    {
        string file = Path.Combine(folder.FullName, "later.state");
        using ModelRun whole = Run(None, 1, null, Days, Summer, day, file);
        using ModelRun branch = Make(None, 2, null, Summer.AddDays(day));
        branch.Branch(file);
        Continue(branch, Days - day);

        PeopleAsTheyAre(branch).ShouldBe(PeopleAsTheyAre(whole));
        branch.Years.Count.ShouldBe(day < 21 ? 1 : 0);
    }

    [Fact]
    public void Branch_OnTheDayOfATurn_TurnsTheYear()
    {
        string file = Path.Combine(folder.FullName, "eve.state");
        using ModelRun whole = Run(None, 1, null, Days, Summer, 21, file);
        using ModelRun branch = Make(None, 1, null, Summer.AddDays(21));
        branch.Branch(file);
        Continue(branch, Days - 21);

        PeopleAsTheyAre(branch).ShouldBe(PeopleAsTheyAre(whole));
    }

    [Fact]
    public void Branch_AfterATurn_TakesTheSameScenarioOrOneThatHadNotBegun()
    {
        string file = Path.Combine(folder.FullName, "begun.state");
        string untouched = Path.Combine(folder.FullName, "untouched.state");
        DateOnly day = Summer.AddDays(30);
        IReadOnlyList<Effect> Begun(Population of) => RandomEffects(new Random(3), of, Summer);
        IReadOnlyList<Effect> Other(Population of) => RandomEffects(new Random(4), of, Summer);
        IReadOnlyList<Effect> Later(Population of) => RandomEffects(new Random(4), of, day.AddDays(10));
        using ModelRun whole = Run(Begun, 2, null, Days, Summer, 30, file);
        using ModelRun baseline = Run(None, 2, null, 30, Summer, 30, untouched);

        using ModelRun same = Make(Begun, 1, null, day);
        same.Branch(file);
        Continue(same, Days - 30);
        PeopleAsTheyAre(same).ShouldBe(PeopleAsTheyAre(whole));

        using ModelRun other = Make(Other, 1, null, day);
        Should.Throw<StateFileException>(() => other.Branch(file)).Message.ShouldContain("interventions of another scenario had begun");
        other.WarmUp(null, CancellationToken.None);

        using ModelRun branch = Make(Later, 1, null, day);
        branch.Branch(untouched);
        Continue(branch, 20);
        branch.State.Levers[Lever.HomeDays]!.Values.IndexOfAnyExcept(0f).ShouldBeGreaterThanOrEqualTo(0);
        Continue(baseline, 50);
        PeopleAsTheyAre(branch).ShouldNotBe(PeopleAsTheyAre(baseline));
    }

    [Fact]
    public void StartFrom_ARunThatHasTurnedItsYear_GoesOnToTheSame()
    {
        IReadOnlyList<Effect> Bound(Population of) => RandomEffects(new Random(12), of, Summer);
        using ModelRun whole = Run(Bound, 2, null, 30, Summer);
        using ModelRun fork = Make(Bound, 1, null, Summer);
        fork.StartFrom(whole);
        Continue(fork, Days);
        Continue(whole, Days);
        fork.StateHash().ShouldBe(whole.StateHash());

        using ModelRun none = Make(None, 1, null, Summer);
        Should.Throw<ArgumentException>(() => none.StartFrom(whole)).Message.ShouldContain("differ about days that have passed");
    }

    [Fact]
    public void StartFrom_AnotherRun_IsTheRunThatWasWarmedUpItself()
    {
        IReadOnlyList<Effect> effects = RandomEffects(new Random(5), village, Start);
        using ModelRun alone = Run(effects, 2, null, Days);
        using ModelRun baseline = Make([], 2, null);
        baseline.WarmUp(null, CancellationToken.None);
        using ModelRun fork = Make(effects, 1, null);
        fork.StartFrom(baseline);
        Continue(fork, Days);
        Continue(baseline, Days);

        fork.StateHash().ShouldBe(alone.StateHash());
        baseline.StateHash().ShouldNotBe(fork.StateHash());
    }

    [Fact]
    public void WarmUp_FromWhatWasKept_IsTheWarmUpItself_AndADamagedOneIsMadeAgain()
    {
        string kept = Path.Combine(folder.FullName, "kept.state");
        IReadOnlyList<Effect> effects = RandomEffects(new Random(6), village, Start);
        using ModelRun first = Make([], 2, null);
        first.WarmUp(null, kept, CancellationToken.None);
        int told = 0;
        using ModelRun second = Make(effects, 3, null);
        second.WarmUp(new Counter(() => told++), kept, CancellationToken.None);
        told.ShouldBe(0);
        using ModelRun alone = Run(effects, 1, null, Days);
        Continue(second, Days);
        second.StateHash().ShouldBe(alone.StateHash());
        second.WarmKey.ShouldBe(first.WarmKey);

        Flip(kept, 5_000, 3);
        using ModelRun third = Make(effects, 1, null);
        third.WarmUp(null, kept, CancellationToken.None);
        Continue(third, Days);
        third.StateHash().ShouldBe(alone.StateHash());
        StateFile.Describe(kept).Today.ShouldBe(Start);
    }

    [Fact]
    public void Branch_FromADayOfTheBaseline_BeginsThereAndRefusesAnotherScenariosPast()
    {
        string file = Path.Combine(folder.FullName, "branch.state");
        IReadOnlyList<Effect> effects = RandomEffects(new Random(7), village, Start);
        using ModelRun baseline = Run([], 1, null, 21, saveOn: 20, file: file);
        using ModelRun branch = Make(effects, 2, null, Start.AddDays(20));
        branch.Branch(file);
        branch.DaysDone.ShouldBe(0);
        branch.Today.ShouldBe(Start.AddDays(20));

        using ModelRun none = Make([], 1, null, Start.AddDays(20));
        none.Branch(file);
        none.Step();
        none.State.Residents.Habit.Values.SequenceEqual(baseline.State.Residents.Habit.Values).ShouldBeTrue();

        string other = Path.Combine(folder.FullName, "other.state");
        using ModelRun scenario = Run(effects, 1, null, 20, saveOn: 20, file: other);
        using ModelRun wrong = Make(RandomEffects(new Random(8), village, Start), 1, null, Start.AddDays(20));
        Should.Throw<StateFileException>(() => wrong.Branch(other)).Message.ShouldContain("interventions of another scenario had begun");
        using ModelRun late = Make(effects, 1, null);
        Should.Throw<StateFileException>(() => late.Branch(file)).Message.ShouldContain("let the run begin on that day");
    }

    [Fact]
    public void Files_WithOneBitFlipped_AreRefusedInWords()
    {
        string state = Path.Combine(folder.FullName, "flip.state");
        string turned = Path.Combine(folder.FullName, "flip-turned.state");
        string population = Path.Combine(folder.FullName, "flip.population");
        IReadOnlyList<Effect> Bound(Population of) => RandomEffects(new Random(9), of, Start);
        IReadOnlyList<Effect> Late(Population of) => RandomEffects(new Random(9), of, Summer);
        using (Run(Bound, 1, null, 10, Start, 10, state))
        using (Run(Late, 1, null, 30, Summer, 30, turned))
        {
            PopulationFile.Write(population, village);
        }

        Random choice = new(10);
        int refused = 0;
        for (int flip = 0; flip < 50; flip++)
        {
            refused += Refused(state, choice, () =>
            {
                using ModelRun again = Make(Bound, 1, null, Start);
                again.Resume(state);
            });
            refused += Refused(turned, choice, () =>
            {
                using ModelRun again = Make(Late, 1, null, Summer);
                again.Resume(turned);
            });
            refused += Refused(population, choice, () =>
            {
                using Population again = PopulationFile.Open(population);
            });
        }

        refused.ShouldBe(150);
    }

    private static int Refused(string file, Random choice, Action use)
    {
        long at = choice.NextInt64(new FileInfo(file).Length);
        int bit = choice.Next(8);
        Flip(file, at, bit);
        try
        {
            use();
            return 0;
        }
        catch (SectionFileException refusal)
        {
            refusal.Message.ShouldStartWith(file + ": ");
            return 1;
        }
        finally
        {
            Flip(file, at, bit);
        }
    }

    private static void Flip(string file, long at, int bit)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = at;
        int value = stream.ReadByte();
        stream.Position = at;
        stream.WriteByte((byte)(value ^ (1 << bit)));
    }

    private static void Continue(ModelRun run, int days)
    {
        while (run.DaysDone < days)
        {
            run.Step();
        }
    }

    private ModelRun Run(IReadOnlyList<Effect> effects, int workers, ICountSink? sink, int stop, int saveOn = -1, string file = "") =>
        Go(Make(effects, workers, sink), stop, saveOn, file);

    // A run in which people live, with a scenario that can be brought to the residents of any year.
    private ModelRun Run(Func<Population, IReadOnlyList<Effect>> bind, int workers, ICountSink? sink, int stop, DateOnly start, int saveOn = -1, string file = "") =>
        Go(Make(bind, workers, sink, start), stop, saveOn, file);

    private static ModelRun Go(ModelRun run, int stop, int saveOn, string file)
    {
        run.WarmUp(null, CancellationToken.None);
        while (run.DaysDone < stop)
        {
            run.Step();
            if (run.DaysDone == saveOn)
            {
                run.Save(file);
            }
        }

        return run;
    }

    private ModelRun Make(IReadOnlyList<Effect> effects, int workers, ICountSink? sink, DateOnly? start = null) =>
        new(village, effects, new RunOptions { Start = start ?? Start, Days = Days, Workers = workers }) { Sink = sink };

    private ModelRun Make(Func<Population, IReadOnlyList<Effect>> bind, int workers, ICountSink? sink, DateOnly start) =>
        new(village, bind(village), new RunOptions { Start = start, Days = Days, Workers = workers, Rebind = bind }) { Sink = sink };

    private static IReadOnlyList<Effect> None(Population of) => [];

    private static string Lives(LivesYear year) => string.Join(' ', year.ToNumbers()[..^1]);

    // Every column but the days of the horizon, which a branch counts anew.
    private static string PeopleAsTheyAre(ModelRun run)
    {
        int done = run.State.Clock.DaysDone;
        run.State.Clock.DaysDone = 0;
        string hash = run.StateHash();
        run.State.Clock.DaysDone = done;
        return hash;
    }

    // A handful of levers, each on random rows that join and leave on random days; some ramp, fade or ask for inactivity.
    private static List<Effect> RandomEffects(Random choice, Population of, DateOnly start)
    {
        List<Effect> effects = [];
        foreach (Lever lever in Enum.GetValues<Lever>().Where(_ => choice.Next(2) == 0).Prepend(Lever.HomeDays))
        {
            LeverTable table = Levers.TableOf(lever);
            int count = table switch
            {
                LeverTable.School => of.Schools.Count,
                LeverTable.Neighbourhood => of.Neighbourhoods.Count,
                _ => 400,
            };
            Segments? layout = table switch { LeverTable.Worker => of.Workers.Layout, LeverTable.Resident => of.Residents.Layout, _ => null };
            int[] rows = layout is null
                ? [.. Enumerable.Range(0, count).Where(_ => choice.Next(2) == 0)]
                : [.. Enumerable.Range(0, layout.Count).SelectMany(n => Enumerable.Range(layout.First(n), Math.Min(layout.UsedIn(n), 60)))];
            int[] starts = [.. rows.Select(_ => start.DayNumber + choice.Next(-3, 40))];
            bool asks = table == LeverTable.Resident && choice.Next(2) == 0;
            effects.Add(new Effect
            {
                Source = $"{lever}[1]",
                Lever = lever,
                Rows = rows,
                Amounts = [lever == Lever.HomeDays ? 1f : 0.3f],
                Starts = starts,
                End = choice.Next(2) == 0 ? int.MaxValue : start.DayNumber + choice.Next(20, 60),
                RampDays = layout is null ? choice.Next(3) * 7 : 0,
                FadeDays = layout is null ? choice.Next(3) * 7 : 0,
                Admission = asks ? new Admission($"{lever}[1]", ActivityLevels.Inactive, rows, starts) : null,
            });
        }

        return effects;
    }

    private sealed class Counter(Action count) : IProgress<int>
    {
        public void Report(int value) => count();
    }
}
