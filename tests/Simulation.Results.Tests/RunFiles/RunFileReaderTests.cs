using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using Simulation.Results.Indicators;
using Simulation.Results.RunFiles;
using Simulation.Results.Runs;

namespace Simulation.Results.Tests.RunFiles;

public sealed class RunFileReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Open_FinishedRun_GivesBackWhatWasWritten()
    {
        using RunFileReader reader = RunFileReader.Open(
            Example.Write(folder.File("a.run"), Example.Weeks(), null, Example.Effect()));

        reader.Manifest.ShouldBe(Example.Manifest() with { FiguresDigest = reader.Manifest.FiguresDigest });
        reader.Indicators.ShouldBe(Example.Indicators);
        reader.Dates.ShouldBe(Example.Weeks().Select(w => w.Date));
        reader.Strata.ShouldBe(Example.Strata);
        reader.Profile.ShouldBe([("school trip", 0.25), ("commute", 0.5)]);
        reader.Validation.ShouldBe(Example.Validation);
        reader.Effects.ShouldBe([EffectRecord.Of(Example.Effect())]);
    }

    [Fact]
    public void Read_OneIndicatorAndSomeDates_GivesThoseOnly()
    {
        using RunFileReader reader = RunFileReader.Open(Example.Write(folder.File("a.run"), Example.Weeks()));

        IReadOnlyList<IndicatorRow> rows = reader.Read("deprivation", "adults_inactive", Example.Start.AddDays(13), Example.Start.AddDays(20));

        rows.Select(r => (r.Date.DayNumber - Example.Start.DayNumber, r.Stratum)).ShouldBe([(13, "1"), (13, "10"), (20, "1"), (20, "10")]);
    }

    [Fact]
    public void Read_NobodyToMeasure_GivesNoFigure()
    {
        using RunFileReader reader = RunFileReader.Open(Example.Write(folder.File("a.run"), Example.Weeks()));

        reader.Read("all", "school_walk").Select(r => r.Value).ShouldBe([0.5, 0.5]);
    }

    [Fact]
    public void Open_NoFile_SaysSo() =>
        Should.Throw<RunFileException>(() => RunFileReader.Open(folder.File("none.run"))).Message.ShouldContain("no such file");

    [Theory]
    [InlineData("")]
    [InlineData("scenario: baseline")]
    public void Open_ForeignFile_SaysSo(string text)
    {
        File.WriteAllText(folder.File("a.run"), text);

        Should.Throw<RunFileException>(() => RunFileReader.Open(folder.File("a.run"))).Message.ShouldContain("is not a run file");
        RunFileReader.LooksLikeRunFile(folder.File("a.run")).ShouldBeFalse();
    }

    [Fact]
    public void Open_AnotherDatabase_SaysSo()
    {
        Execute("CREATE TABLE t(x); INSERT INTO t VALUES(1);");

        Should.Throw<RunFileException>(() => RunFileReader.Open(folder.File("a.run"))).Message.ShouldContain("not a run file");
    }

    [Fact]
    public void Open_AnotherVersion_NamesBothVersions()
    {
        Example.Write(folder.File("a.run"), Example.Weeks());
        Execute("PRAGMA user_version = 99");

        Should.Throw<RunFileException>(() => RunFileReader.Open(folder.File("a.run"))).Message
            .ShouldContain($"has format 99, and this program reads format {RunFileFormat.Version}");
    }

    [Fact]
    public void Open_FormerFormat_IsRefusedWithWords()
    {
        Execute($"PRAGMA application_id = {RunFileFormat.ApplicationId}; PRAGMA user_version = 2; CREATE TABLE manifest(key TEXT, value TEXT);");

        Should.Throw<RunFileException>(() => RunFileReader.Open(folder.File("a.run"))).Message
            .ShouldContain($"has format 2, and this program reads format {RunFileFormat.Version}; make the run again");
    }

    [Fact]
    public void Open_OneBitTurned_IsRefusedWithWords()
    {
        byte[] whole = File.ReadAllBytes(Example.Write(folder.File("a.run"), Example.Weeks(), null, Example.Effect()));
        Prop.ForAll(
            Gen.Choose(0, (whole.Length * 8) - 1).ToArbitrary(),
            bit =>
            {
                byte[] turned = [.. whole];
                turned[bit / 8] ^= (byte)(1 << (bit % 8));
                File.WriteAllBytes(folder.File("b.run"), turned);
                Should.Throw<RunFileException>(() => RunFileReader.Open(folder.File("b.run"))).Message.ShouldStartWith(folder.File("b.run") + ": ");
            }).Check(LongForm.Cases(200));
    }

    [Fact]
    public void Open_CutShort_IsDamaged()
    {
        string path = Example.Write(folder.File("a.run"), Example.Weeks());
        using (FileStream stream = File.OpenWrite(path))
        {
            stream.SetLength(stream.Length / 2);
        }

        Should.Throw<RunFileException>(() => RunFileReader.Open(path)).Message.ShouldContain("is damaged");
    }

    [Fact]
    public void Open_ManifestChangedByHand_IsRefused()
    {
        Example.Write(folder.File("a.run"), Example.Weeks());
        Execute("DELETE FROM manifest WHERE key = 'seed'");

        Should.Throw<RunFileException>(() => RunFileReader.Open(folder.File("a.run"))).Message.ShouldContain("is not as its run wrote it");
    }

    [Fact]
    public void Open_UnfinishedRun_IsRefused()
    {
        using RunFileWriter writer = RunFileWriter.Create(folder.File("a.run"), overwrite: false);
        writer.Record(Example.Weeks().First());

        Should.Throw<RunFileException>(() => RunFileReader.Open(folder.File("a.run.partial")));
    }

    private void Execute(string sql)
    {
        using SqliteConnection connection = new($"Data Source={folder.File("a.run")};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
