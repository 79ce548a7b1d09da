using Microsoft.Data.Sqlite;
using Simulation.Engine.Observation;
using Simulation.Results.RunFiles;

namespace Simulation.Results.Tests.RunFiles;

public sealed class RunFileWriterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Complete_AfterSomeWeeks_LeavesOnlyTheFileUnderItsName()
    {
        Example.Write(folder.File("a.run"), Example.Weeks());

        folder.Files().ShouldBe(["a.run"]);
    }

    [Fact]
    public void Record_BeforeComplete_HasNoFileUnderItsName()
    {
        using RunFileWriter writer = RunFileWriter.Create(folder.File("a.run"), overwrite: false);
        writer.Record(Example.Weeks().First());

        folder.Files().ShouldBe(["a.run.partial"]);
    }

    [Fact]
    public void Dispose_WithoutComplete_LeavesNothing()
    {
        using (RunFileWriter writer = RunFileWriter.Create(folder.File("a.run"), overwrite: false))
        {
            writer.Record(Example.Weeks().First());
        }

        folder.Files().ShouldBeEmpty();
    }

    [Fact]
    public void Create_FileExists_RefusesAndLeavesItAsItWas()
    {
        string path = folder.File("a.run");
        File.WriteAllText(path, "precious");

        RunFileException error = Should.Throw<RunFileException>(() => RunFileWriter.Create(path, overwrite: false));

        error.Message.ShouldContain("--force");
        File.ReadAllText(path).ShouldBe("precious");
        folder.Files().ShouldBe(["a.run"]);
    }

    [Fact]
    public void Create_OverwriteButNotCompleted_KeepsTheOldFile()
    {
        string path = folder.File("a.run");
        File.WriteAllText(path, "precious");

        RunFileWriter.Create(path, overwrite: true).Dispose();

        File.ReadAllText(path).ShouldBe("precious");
    }

    [Fact]
    public void Complete_Overwrite_ReplacesTheOldFile()
    {
        string path = folder.File("a.run");
        File.WriteAllText(path, "old");
        using (RunFileWriter writer = RunFileWriter.Create(path, overwrite: true))
        {
            writer.Complete(Example.Manifest(), [], [], []);
        }

        using RunFileReader reader = RunFileReader.Open(path);
        reader.Manifest.ShouldBe(Example.Manifest());
    }

    [Fact]
    public void Create_WhatAnInterruptedRunLeft_IsReplaced()
    {
        File.WriteAllText(folder.File("a.run.partial"), "half a file");

        Example.Write(folder.File("a.run"), Example.Weeks());

        folder.Files().ShouldBe(["a.run"]);
    }

    [Fact]
    public void Create_AnotherRunIsWriting_Refuses()
    {
        using RunFileWriter first = RunFileWriter.Create(folder.File("a.run"), overwrite: false);

        Should.Throw<RunFileException>(() => RunFileWriter.Create(folder.File("a.run"), overwrite: false))
            .Message.ShouldContain("another run");

        folder.Files().ShouldBe(["a.run.partial"]);
    }

    [Fact]
    public void Create_FolderMissing_SaysSo() =>
        Should.Throw<RunFileException>(() => RunFileWriter.Create(folder.File("no/a.run"), overwrite: false))
            .Message.ShouldContain("does not exist");

    [Fact]
    public void Complete_FigureRecordedTwice_FailsAndLeavesNothing()
    {
        IndicatorRow row = new(Example.Start, "adults_inactive", "all", "all", 0.25, 10);
        using (RunFileWriter writer = RunFileWriter.Create(folder.File("a.run"), overwrite: false))
        {
            writer.Record([row, row]);
            Should.Throw<InvalidOperationException>(() => writer.Complete(Example.Manifest(), [], [], []));
        }

        folder.Files().ShouldBeEmpty();
    }

    [Fact]
    public void Complete_DocumentedNames_AnswerPlainSql()
    {
        Example.Write(folder.File("a.run"), Example.Weeks(), null, Example.Effect());
        using SqliteConnection connection = new($"Data Source={folder.File("a.run")};Mode=ReadOnly;Pooling=False");
        connection.Open();

        string Ask(string sql)
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture)!;
        }

        Ask("SELECT value FROM manifest WHERE key = 'seed'").ShouldBe("18446744073709551615");
        Ask("SELECT date || ' ' || name || ' ' || by || ' ' || stratum || ' ' || value || ' ' || count FROM indicator WHERE by = 'deprivation' AND stratum = '10' ORDER BY date LIMIT 1")
            .ShouldBe("2026-09-07 adults_inactive deprivation 10 0.2 750");
        Ask("SELECT count(*) FROM indicator").ShouldBe("16");
        Ask("SELECT value IS NULL FROM indicator WHERE name = 'school_walk' ORDER BY date DESC LIMIT 1").ShouldBe("1");
        Ask("SELECT lever FROM effect").ShouldBe("GateTraffic");
        Ask("SELECT sum(seconds) FROM profile").ShouldBe("0.75");
        Ask("PRAGMA integrity_check").ShouldBe("ok");
    }

    [Fact]
    public void Record_RowsInAnotherOrderEachWeek_ReadBackTheSame()
    {
        List<IndicatorRow[]> weeks = [.. Example.Weeks()];
        Array.Reverse(weeks[1]);
        weeks[2] = [weeks[2][3], weeks[2][0], weeks[2][2]];
        Example.Write(folder.File("a.run"), weeks);

        using RunFileReader reader = RunFileReader.Open(folder.File("a.run"));
        IEnumerable<IndicatorRow> all = new[] { "all", "deprivation" }.SelectMany(by => reader.Read(by));

        all.OrderBy(Text, StringComparer.Ordinal).ShouldBe(weeks.SelectMany(w => w).OrderBy(Text, StringComparer.Ordinal));

        static string Text(IndicatorRow row) => $"{row.Date:O} {row.Name} {row.By} {row.Stratum}";
    }
}
