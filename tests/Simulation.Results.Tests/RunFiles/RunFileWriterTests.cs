using Microsoft.Data.Sqlite;
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
        reader.Manifest.ShouldBe(Example.Manifest() with { FiguresDigest = reader.Manifest.FiguresDigest });
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
    public void Complete_WeekRecordedTwice_FailsAndLeavesNothing()
    {
        ExampleWeek week = Example.Weeks().First();
        using (RunFileWriter writer = RunFileWriter.Create(folder.File("a.run"), overwrite: false))
        {
            writer.Record(week);
            writer.Record(week);
            Should.Throw<InvalidOperationException>(() => writer.Complete(Example.Manifest(), [], [], [])).Message.ShouldContain("recorded twice");
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
        Ask("SELECT date || ' ' || indicator || ' ' || by || ' ' || stratum || ' ' || value || ' ' || numerator || ' ' || denominator FROM figure WHERE by = 'deprivation' AND stratum = '10' ORDER BY date LIMIT 1")
            .ShouldBe("2026-09-07 adults_inactive deprivation 10 0.2 15000 75000");
        Ask("SELECT count(*) FROM figure").ShouldBe("14");
        Ask("SELECT denominator FROM indicator WHERE key = 'adults_inactive'").ShouldBe("adults_inactive + adults_fairly_active + adults_active");
        Ask("SELECT decile FROM stratum WHERE by = 'deprivation' AND key = '10'").ShouldBe("10");
        Ask("SELECT lever FROM effect").ShouldBe("GateTraffic");
        Ask("SELECT sum(seconds) FROM profile").ShouldBe("0.75");
        Ask("PRAGMA integrity_check").ShouldBe("ok");
    }

    [Fact]
    public void Complete_TheSameCounts_HaveTheSameDigest_AndOthersAnother()
    {
        string Digest(string name, double shift)
        {
            using RunFileReader reader = RunFileReader.Open(Example.Write(folder.File(name), Example.Weeks(shift)));
            return reader.Manifest.FiguresDigest;
        }

        Digest("a.run", 0).ShouldBe(Digest("b.run", 0));
        Digest("c.run", 0.01).ShouldNotBe(Digest("d.run", 0));
    }
}
