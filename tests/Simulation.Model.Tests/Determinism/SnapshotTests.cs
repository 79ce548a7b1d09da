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
        for (int round = 0; round < 3; round++)
        {
            List<Effect> effects = RandomEffects(choice);
            int day = choice.Next(1, Days);
            string file = Path.Combine(folder.FullName, $"{workers}-{round}.state");
            Figures figures = new();
            using ModelRun whole = Run(effects, workers, figures, stop: Days, saveOn: day, file);
            Figures rest = new();
            using ModelRun resumed = Make(effects, 1 + ((workers + round) % 3), rest);
            resumed.Resume(file);
            resumed.DaysDone.ShouldBe(day);
            Continue(resumed, Days);

            resumed.StateHash().ShouldBe(whole.StateHash(), $"round {round}, day {day}");
            rest.Rows.ShouldBe(figures.Rows.Where(row => row.Date >= Start.AddDays(day)));
            resumed.Year.ToNumbers().ShouldBe(whole.Year.ToNumbers());
        }
    }

    [Fact]
    public void StartFrom_AnotherRun_IsTheRunThatWasWarmedUpItself()
    {
        List<Effect> effects = RandomEffects(new Random(5));
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
        List<Effect> effects = RandomEffects(new Random(6));
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
        List<Effect> effects = RandomEffects(new Random(7));
        using ModelRun baseline = Run([], 1, null, 21, 20, file);
        using ModelRun branch = Make(effects, 2, null, Start.AddDays(20));
        branch.Branch(file);
        branch.DaysDone.ShouldBe(0);
        branch.Today.ShouldBe(Start.AddDays(20));

        using ModelRun none = Make([], 1, null, Start.AddDays(20));
        none.Branch(file);
        none.Step();
        none.State.Residents.Habit.Values.SequenceEqual(baseline.State.Residents.Habit.Values).ShouldBeTrue();

        string other = Path.Combine(folder.FullName, "other.state");
        using ModelRun scenario = Run(effects, 1, null, 20, 20, other);
        using ModelRun wrong = Make(RandomEffects(new Random(8)), 1, null, Start.AddDays(20));
        Should.Throw<StateFileException>(() => wrong.Branch(other)).Message.ShouldContain("interventions of another scenario had begun");
        using ModelRun late = Make(effects, 1, null);
        Should.Throw<StateFileException>(() => late.Branch(file)).Message.ShouldContain("let the run begin on that day");
    }

    [Fact]
    public void Files_WithOneBitFlipped_AreRefusedInWordsOrGiveTheSame()
    {
        string state = Path.Combine(folder.FullName, "flip.state");
        string population = Path.Combine(folder.FullName, "flip.population");
        List<Effect> effects = RandomEffects(new Random(9));
        using ModelRun run = Run(effects, 1, null, 10, 10, state);
        string hash = run.StateHash();
        PopulationFile.Write(population, village);
        Random choice = new(10);
        int refused = 0;
        for (int flip = 0; flip < 50; flip++)
        {
            refused += Refused(state, choice, () =>
            {
                using ModelRun again = Make(effects, 1, null);
                again.Resume(state);
                again.StateHash().ShouldBe(hash);
            });
            refused += Refused(population, choice, () =>
            {
                using Population again = PopulationFile.Open(population);
                PopulationContent.Hash(again).ShouldBe(village.Description.Hash);
            });
        }

        refused.ShouldBeGreaterThan(90);
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

    private ModelRun Run(IReadOnlyList<Effect> effects, int workers, ICountSink? sink, int stop, int saveOn = -1, string file = "")
    {
        ModelRun run = Make(effects, workers, sink);
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

    // A handful of levers, each on random rows that join and leave on random days; some ramp, fade or ask for inactivity.
    private List<Effect> RandomEffects(Random choice)
    {
        List<Effect> effects = [];
        foreach (Lever lever in Enum.GetValues<Lever>().Where(_ => choice.Next(2) == 0).Prepend(Lever.HomeDays))
        {
            LeverTable table = Levers.TableOf(lever);
            int count = table switch
            {
                LeverTable.School => village.Schools.Count,
                LeverTable.Neighbourhood => village.Neighbourhoods.Count,
                _ => 400,
            };
            Segments? layout = table switch { LeverTable.Worker => village.Workers.Layout, LeverTable.Resident => village.Residents.Layout, _ => null };
            int[] rows = layout is null
                ? [.. Enumerable.Range(0, count).Where(_ => choice.Next(2) == 0)]
                : [.. Enumerable.Range(0, layout.Count).SelectMany(n => Enumerable.Range(layout.First(n), Math.Min(layout.UsedIn(n), 60)))];
            int[] starts = [.. rows.Select(_ => Start.DayNumber + choice.Next(-3, 40))];
            bool asks = table == LeverTable.Resident && choice.Next(2) == 0;
            effects.Add(new Effect
            {
                Source = $"{lever}[1]",
                Lever = lever,
                Rows = rows,
                Amounts = [lever == Lever.HomeDays ? 1f : 0.3f],
                Starts = starts,
                End = choice.Next(2) == 0 ? int.MaxValue : Start.DayNumber + choice.Next(20, 60),
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
