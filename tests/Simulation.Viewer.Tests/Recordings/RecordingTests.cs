using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;

namespace Simulation.Viewer.Tests.Recordings;

public sealed class RecordingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("viewer-recording").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Open_AfterClosing_GivesEveryDayToTheBitInAnyOrder()
    {
        // Over eight weeks, so that key days are replaced.
        string path = Kept(130);
        using Recording recording = Recording.Open(path);
        recording.Trouble.ShouldBeNull();
        recording.Days.ShouldBe(Enumerable.Range(0, 131));
        foreach (int day in Enumerable.Range(0, 131).Concat(Enumerable.Range(0, 131).Reverse()).Concat([3, 129, 0, 57, 58, 1]))
        {
            RecordedCity.ShouldHold(recording, day, day);
        }

        recording.Check(CancellationToken.None);
        recording.Trouble.ShouldBeNull();
    }

    [Fact]
    public void Open_AfterClosing_GivesMapFiguresScenarioAndWhereItCameFrom()
    {
        using Recording recording = Recording.Open(Kept(30));
        MessageWriter.Positions(recording.Map).ShouldBe(MessageWriter.Positions(RecordedCity.City.Map));
        MessageWriter.Outlines(recording.Map).ShouldBe(MessageWriter.Outlines(RecordedCity.City.Map));
        recording.Map.First.ShouldBe(RecordedCity.City.Map.First);
        Hello.NeighbourhoodsOf(recording.Map).ShouldBe(Hello.NeighbourhoodsOf(RecordedCity.City.Map));
        recording.Map.Schools.ShouldBe(RecordedCity.City.Map.Schools);
        recording.About.Provenance.ShouldBe(RecordedCity.City.Provenance);
        recording.About.About.ShouldBe(RecordedCity.City.About);
        recording.History().ShouldBe(new[] { 7, 14, 21, 28 }.SelectMany(RecordedCity.Week));
        recording.ScenarioOn(9)!.Text.ShouldBe("scenario: on day 0\n");
        recording.ScenarioOn(10)!.Text.ShouldBe("scenario: on day 10\n");
        recording.ScenarioOn(30)!.SchoolStreets.ShouldBe(RecordedCity.Scenario(10).SchoolStreets);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(13, 7)]
    [InlineData(14, 14)]
    [InlineData(99, 14)]
    public void Read_WhileItIsRecorded_GivesTheLastDayKeptBeforeIt(int asked, int found)
    {
        using Recording recording = RecordedCity.Begin(new MemoryStream());
        RecordedCity.Keep(recording, 14, every: 7);
        RecordedCity.ShouldHold(recording, asked, found);
        recording.WeekEnds.ShouldBe([0, 7, 14]);
    }

    [Fact]
    public void Read_FileCutShortWhileItIsRecorded_SaysSoAndKeepsTheDaysBefore()
    {
        var file = new MemoryStream();
        using Recording recording = RecordedCity.Begin(file);
        RecordedCity.Keep(recording, 13);
        long half = recording.Copy().Length;
        RecordedCity.KeepDay(recording, 14);
        recording.Copy();
        file.SetLength(half - 500);

        byte[] states = new byte[RecordedCity.City.Map.Residents];
        int found = recording.Read(14, states, states).ShouldNotBeNull().Day;

        found.ShouldBeInRange(8, 13);
        recording.Trouble.ShouldNotBeNull().ShouldContain("cannot be shown: the file cannot be read at byte");
        recording.Days.ShouldBe(Enumerable.Range(0, found + 1));
    }

    [Fact]
    public void Keep_DiscFull_SaysSoKeepsWhatWasRecordedAndTheRestGoesOn()
    {
        byte[] disc = new byte[12_000];
        using Recording recording = RecordedCity.Begin(new MemoryStream(disc));
        for (int day = 0; day < 60; day++)
        {
            RecordedCity.KeepDay(recording, day);
        }

        recording.KeepWeek(63, RecordedCity.Week(63));
        recording.Copy();
        recording.Trouble.ShouldNotBeNull().ShouldContain("are not kept for going back: the scratch file cannot be written");
        recording.Days.Count.ShouldBeInRange(3, 40);
        recording.Days.ShouldBe(Enumerable.Range(0, recording.Days.Count));
        RecordedCity.ShouldHold(recording, 60, recording.Days[^1]);
        recording.History().ShouldBe(RecordedCity.Week(63), "who joins later still gets the figures: they stay in memory");
        recording.Room(61, wait: true).ShouldBeNull();
    }

    [Fact]
    public void Room_DiscDoesNotKeepUp_LeavesDaysOutWithoutHoldingTheRunUpAndSaysSo()
    {
        var disc = new SlowStream();
        using Recording recording = RecordedCity.Begin(disc, TimeSpan.FromMilliseconds(50));
        disc.Stuck.Reset();
        for (int day = 0; day < 3; day++)
        {
            RecordedCity.KeepDay(recording, day);
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (int day = 3; day < 1000; day++)
        {
            RecordedCity.KeepDay(recording, day, wait: day % 7 == 0);
        }

        watch.Elapsed.TotalSeconds.ShouldBeLessThan(2, "only the first week that is due waits");
        recording.Trouble.ShouldNotBeNull().ShouldContain("the disc does not keep up. The run goes on.");
        disc.Stuck.Set();
        recording.Copy();
        RecordedCity.KeepDay(recording, 1001).ShouldBeTrue();
        RecordedCity.ShouldHold(recording, 1001, 1001);
        recording.Days.Count.ShouldBeInRange(2, 4);
    }

    [Fact]
    public void KeepWeek_ManyWeeks_AreReadFromTheFileAndNotKeptInMemory()
    {
        const int Weeks = 400;
        const int Bytes = 200_000;
        using Recording recording = RecordedCity.Begin(Path.Combine(folder, "long.recording"));
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int week = 1; week <= Weeks; week++)
        {
            byte[] message = new byte[Bytes];
            BitConverter.TryWriteBytes(message, week);
            recording.KeepWeek(7 * week, [message]);
        }

        recording.Copy();
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(Weeks * Bytes / 20, "80 MB of messages went to the file");
        recording.History().Select(m => BitConverter.ToInt32(m)).ShouldBe(Enumerable.Range(1, Weeks));
    }

    [Fact]
    public async Task Copy_OfARecordingThatGoesOn_OpensWhole()
    {
        using Recording recording = RecordedCity.Begin(new MemoryStream());
        RecordedCity.Keep(recording, 20);
        string path = Path.Combine(folder, "copy.recording");
        await using (FileStream file = File.Create(path))
        {
            RecordingCopy copy = recording.Copy();
            RecordedCity.KeepDay(recording, 21);
            await copy.WriteAsync(file, TestContext.Current.CancellationToken);
            file.Length.ShouldBe(copy.Length);
        }

        using Recording opened = Recording.Open(path);
        opened.Trouble.ShouldBeNull();
        opened.Days.ShouldBe(Enumerable.Range(0, 21));
        RecordedCity.ShouldHold(opened, 20, 20);
    }

    [Fact]
    public void Dispose_ScratchFile_LeavesNothingBehind()
    {
        string[] before = Scratches();
        using (Recording recording = Recording.Create(RecordedAbout.Of(RecordedCity.City), RecordedCity.City.Map))
        {
            RecordedCity.Keep(recording, 14);
            recording.Copy();
        }

        Scratches().Except(before).ShouldBeEmpty();
    }

    [Fact]
    public void Dispose_NoDayKept_LeavesNoFile()
    {
        string path = Path.Combine(folder, "none.recording");
        RecordedCity.Begin(path).Dispose();
        File.Exists(path).ShouldBeFalse();
    }

    private static string[] Scratches() => Directory.GetFiles(Path.GetTempPath(), "*.recording");

    private string Kept(int last)
    {
        string path = Path.Combine(folder, "kept.recording");
        using Recording recording = RecordedCity.Begin(path);
        RecordedCity.Keep(recording, last);
        return path;
    }

    private sealed class SlowStream : MemoryStream
    {
        public ManualResetEventSlim Stuck { get; } = new(true);

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Stuck.Wait();
            base.Write(buffer);
        }
    }
}
