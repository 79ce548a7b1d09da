using Simulation.Engine.Embedded;
using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Engine.Processes;
using Simulation.Engine.Running;
using Simulation.Engine.State;
using Simulation.Engine.Synthesis;

namespace Simulation.Model.Tests.Determinism;

/// <summary>What a column's one line of declaration promises.</summary>
public sealed class SchemaTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    [Fact]
    public void Columns_OfPopulationAndRun_HaveEachAKeyAUnitAndAMeaning()
    {
        using ModelRun run = new(test.Population, [], new RunOptions { Workers = 1 });
        ColumnInfo[] all = [.. test.Population.Tables.Concat(run.State.Tables).SelectMany(table => table.Schema)];

        all.Select(column => column.Key).ShouldBeUnique();
        foreach (ColumnInfo column in all)
        {
            column.Unit.ShouldNotBeEmpty(column.Key);
            column.Meaning.ShouldEndWith(".", Case.Sensitive, column.Key);
            column.Key.ShouldMatch("^[a-z]+\\.[a-z_0-9]+$");
        }
    }

    [Fact]
    public void Processes_AllOfThem_WriteOnlyWhatTheyDeclare()
    {
        RunOptions options = new() { Workers = 2, Days = 21, CheckWrites = true };
        using Population village = PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(4_000), null, CancellationToken.None);
        using ModelRun run = new(village, EveryLever(), options);
        run.WarmUp(null, CancellationToken.None);
        for (int day = 0; day < options.Days; day++)
        {
            run.Step();
        }
    }

    [Fact]
    public void Guard_AProcessThatWritesAColumnItDoesNotDeclare_StopsWithProcessColumnAndRow()
    {
        using ModelRun run = new(test.Population, [], new RunOptions { Workers = 1 });
        using BlockScratch scratch = new(test.Population, run.State.Tallies[0]);
        Rogue rogue = new(run.State);

        InvalidOperationException error = Should.Throw<InvalidOperationException>(() => new WriteGuard(run.State).Run(rogue, run.Day, 3, scratch));

        error.Message.ShouldBe(
            $"The process 'Rogue' changed residents.habit in row {test.Population.Residents.Layout.First(3) + 5:N0} without declaring that it writes it; add the column to its Writes, or leave it alone.");
    }

    [Fact]
    public void Population_OnceFinished_GivesNoColumnToFill() =>
        Should.Throw<InvalidOperationException>(() => test.Population.Residents.Age.ToFill()).Message.ShouldContain("residents.age belongs to a population that is finished");

    // One effect on each lever, on the first rows of its table, joining in the first week.
    private static List<Effect> EveryLever() =>
    [
        .. Enum.GetValues<Lever>().Select(lever => new Effect
        {
            Source = lever.ToString(), Lever = lever, Rows = [0, 1, 2], Amounts = [0.1f], Starts = [new DateOnly(2026, 9, 3).DayNumber],
        }),
    ];

    private sealed class Rogue(RunState state) : IBlockProcess
    {
        public ProcessDescription Description { get; } = new("Rogue", "day", "daily", "Writes what it does not say.")
        {
            Writes = [state.Residents.Fitness],
        };

        public void Run(DayContext context, int neighbourhood, BlockScratch scratch)
        {
            int row = state.Population.Residents.Layout.First(neighbourhood) + 5;
            state.Residents.Fitness[row]++;
            state.Residents.Habit[row]++;
        }
    }
}
