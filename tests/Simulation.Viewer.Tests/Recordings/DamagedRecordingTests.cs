using System.Buffers.Binary;
using System.Text.RegularExpressions;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;

namespace Simulation.Viewer.Tests.Recordings;

/// <summary>Whatever happened to a file: it opens with what is true in it, or is refused, and words say which.</summary>
public sealed class DamagedRecordingTests : IDisposable
{
    private const int LastDay = 16;
    private readonly string folder = Directory.CreateTempSubdirectory("viewer-damaged").FullName;
    private readonly string path;
    private readonly byte[] whole;

    public DamagedRecordingTests()
    {
        path = Path.Combine(folder, "term.recording");
        using (Recording recording = RecordedCity.Begin(path))
        {
            RecordedCity.Keep(recording, LastDay);
        }

        whole = File.ReadAllBytes(path);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Open_CutShortAnywhere_ShowsTheDaysThatAreWholeOrSaysWhyNot()
    {
        int before = 0;
        int opened = 0;
        for (int length = 0; length < whole.Length; length += 11)
        {
            File.WriteAllBytes(path, whole[..length]);
            try
            {
                using Recording recording = Recording.Open(path);
                opened++;
                recording.Days.Count.ShouldBeGreaterThanOrEqualTo(before, $"cut at {length}");
                before = recording.Days.Count;
                recording.Days.ShouldBe(Enumerable.Range(0, before));
                recording.Trouble.ShouldNotBeNull($"cut at {length}").ShouldStartWith($"{path} is not whole: ");
                recording.Trouble.ShouldContain($"up to day {before - 1}, {RecordedCity.City.About.Start.AddDays(before - 2):d MMMM yyyy}, can be shown.");
                RecordedCity.ShouldHold(recording, LastDay, before - 1);
            }
            catch (RecordingException e)
            {
                opened.ShouldBe(0, $"cut at {length}: {e.Message}");
                Words(e);
            }
        }

        before.ShouldBe(LastDay + 1, "with only the end missing every day is there");
    }

    [Fact]
    public void Open_AByteFlippedAnywhere_IsNoticedAndNoDayIsShownWrong()
    {
        int shown = 0;
        for (int at = 0; at < whole.Length; at += 13)
        {
            byte[] flipped = [.. whole];
            flipped[at] ^= (byte)(1 << (at % 8));
            File.WriteAllBytes(path, flipped);
            try
            {
                using Recording recording = Recording.Open(path);
                recording.Check(CancellationToken.None);
                recording.Trouble.ShouldNotBeNull($"flipped at {at}").ShouldContain(path);
                foreach (int day in recording.Days)
                {
                    RecordedCity.ShouldHold(recording, day, day);
                    shown++;
                }
            }
            catch (RecordingException e)
            {
                Words(e);
            }
        }

        shown.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Read_ADayDamagedInTheMiddle_SaysWhereAndShowsTheDayBefore()
    {
        ChunkPlace day = Places().Single(p => p.Kind == ChunkKind.Day && p.Day == 9);
        Flip(day.At + 40);
        using Recording recording = Recording.Open(path);
        recording.Trouble.ShouldBeNull("the index is whole, and nobody has looked yet");
        RecordedCity.ShouldHold(recording, 9, 8);
        recording.Trouble.ShouldBe($"Day 9 cannot be shown: the file is damaged between bytes {day.At:N0} and {day.End:N0}. The day before it that can be read is shown instead.");
        RecordedCity.ShouldHold(recording, 10, 10);
    }

    [Fact]
    public void Check_AKeyDayDamaged_CountsTheDaysToldAgainstIt()
    {
        Flip(Places().Single(p => p.Kind == ChunkKind.Day && p.Day == 2).At + 40);
        using Recording recording = Recording.Open(path);
        recording.Check(CancellationToken.None);
        recording.Days.ShouldBe(Enumerable.Range(0, LastDay + 1).Except([2, 9, 16]));
        recording.Trouble.ShouldBe($"{path} is damaged: 3 of its days, from day 2 to day 16, are missing. Copy the file again from where it came.");
    }

    [Fact]
    public void Open_OfAViewerThatWasKilled_ShowsAllThatWasComplete()
    {
        string killed = Path.Combine(folder, "killed.recording");
        using Recording recording = RecordedCity.Begin(killed);
        RecordedCity.Keep(recording, 5);
        recording.Copy();
        using Recording other = Recording.Open(killed);
        other.Days.ShouldBe([0, 1, 2, 3, 4, 5]);
        other.Trouble.ShouldBe($"{killed} is not whole: the viewer that wrote it was stopped, or the file is cut short. 6 days up to day 5, 5 September 2026, can be shown.");
    }

    [Fact]
    public void Open_OtherVersion_SaysWhichAndWhatToDo()
    {
        byte[] newer = [.. whole];
        newer[8] = 9;
        BinaryPrimitives.WriteUInt32LittleEndian(newer.AsSpan(12), Checksum.Of(newer.AsSpan(0, 12)));
        Refused(newer).ShouldBe($"{path} has format 9, and this viewer reads format 1. Open it with the version that recorded it, or record the run again.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("SIMR")]
    [InlineData("scenario: A scenario, not a recording\nversion: 1\n")]
    public void Open_SomethingElse_SaysWhatMakesARecording(string text) =>
        Refused(System.Text.Encoding.UTF8.GetBytes(text)).ShouldBe($"{path} is not a recording; 'simulate view SCENARIO --record FILE.recording' makes one.");

    [Fact]
    public void Open_NoSuchFile_SaysSo()
    {
        string missing = Path.Combine(folder, "missing.recording");
        Should.Throw<RecordingException>(() => Recording.Open(missing)).Message.ShouldBe($"There is no file {missing}.");
    }

    [Theory]
    [InlineData(200, 50_001, "it has 10,000,200 residents, and the viewer shows up to 10,000,000")]
    [InlineData(1, 65_536, "what it says of itself does not fit together")]
    [InlineData(1, -1, "what it says of itself does not fit together")]
    [InlineData(1, 0, "it has 0 residents, and the viewer shows up to 10,000,000")]
    [InlineData(1, 730, "its positions are of other residents")]
    public void Open_OfMoreResidentsThanCanBeShownOrOfOthers_IsRefused(int neighbourhoods, int residents, string words)
    {
        RecordedAbout about = RecordedAbout.Of(RecordedCity.City) with
        {
            Neighbourhoods = [.. Enumerable.Range(0, neighbourhoods).Select(n => new HelloNeighbourhood($"N{n}", "N", 0, 1, residents))],
        };
        using (ChunkFile file = ChunkFile.Create(File.Create(path)))
        {
            file.Append(ChunkKind.About, 0, -1, about.Pack());
            file.Append(ChunkKind.Positions, 0, -1, RecordedMap.PackPositions(RecordedCity.City.Map));
            file.Append(ChunkKind.Outlines, 0, -1, RecordedMap.PackOutlines(RecordedCity.City.Map));
        }

        Refused(File.ReadAllBytes(path)).ShouldBe($"{path} cannot be shown: {words}. Take another copy of it, or record the run again.");
    }

    [Theory]
    [InlineData("there.recording", "exists already, and a recording overwrites nothing")]
    [InlineData("other.yaml", "should end in .recording")]
    [InlineData("nowhere/a.recording", "there is no folder")]
    public void Create_WhereItCannotBe_SaysWhyAndOverwritesNothing(string name, string words)
    {
        string there = Path.Combine(folder, "there.recording");
        File.WriteAllText(there, "mine");
        Should.Throw<RecordingException>(() => RecordedCity.Begin(Path.Combine(folder, name))).Message.ShouldContain(words);
        File.ReadAllText(there).ShouldBe("mine");
    }

    private static void Words(RecordingException e)
    {
        e.Message.ShouldMatch(@"\.$");
        Regex.IsMatch(e.Message, "another copy|makes one|record the run again", RegexOptions.IgnoreCase).ShouldBeTrue(e.Message);
    }

    private IReadOnlyList<ChunkPlace> Places()
    {
        using var stream = new MemoryStream(whole);
        return ChunkIndex.Find(path, stream).Places;
    }

    private void Flip(long at)
    {
        whole[at] ^= 1;
        File.WriteAllBytes(path, whole);
    }

    private string Refused(byte[] bytes)
    {
        File.WriteAllBytes(path, bytes);
        return Should.Throw<RecordingException>(() => Recording.Open(path)).Message;
    }
}
