using Simulation.Viewer.Live;

namespace Simulation.Viewer.Tests.Live;

public sealed class RecordingTests
{
    private const int Residents = 100;
    private readonly FrameBuffers frame = new FramePool(Residents, 1).TryRent()!;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(13, 7)]
    [InlineData(14, 14)]
    [InlineData(99, 14)]
    public void Read_AnyDay_GivesTheLastRecordedBeforeIt(int asked, int found)
    {
        using Recording recording = Filled(new MemoryStream());
        recording.Read(asked, frame).ShouldBe(found);
        frame.States[0].ShouldAllBe(s => s == found);
        frame.States[1].ShouldAllBe(s => s == found + 1);
    }

    [Fact]
    public void Read_FileCutShort_SaysSoAndKeepsTheDaysBefore()
    {
        var file = new MemoryStream();
        using Recording recording = Filled(file);
        file.SetLength((2 * Residents * 2) - 1);

        recording.Read(14, frame).ShouldBe(-1);
        recording.Read(7, frame).ShouldBe(-1);

        recording.Trouble.ShouldNotBeNull().ShouldContain("Day 7 cannot be shown again");
        recording.Days.ShouldBe([0]);
        recording.Read(14, frame).ShouldBe(0);
    }

    [Fact]
    public void Add_FileFull_SaysSoAndKeepsWhatWasRecorded()
    {
        using var recording = new Recording(Residents, new MemoryStream(new byte[2 * Residents * 2]));
        Add(recording, 0);
        Add(recording, 7);
        Add(recording, 14);

        recording.Trouble.ShouldNotBeNull().ShouldContain("Weeks after day 14 are not kept");
        recording.Days.ShouldBe([0, 7]);
        recording.Read(14, frame).ShouldBe(7);
    }

    [Fact]
    public void Dispose_ScratchFile_LeavesNothingBehind()
    {
        string[] before = Scratches();
        using (Filled(null))
        {
        }

        Scratches().Except(before).ShouldBeEmpty();
    }

    private static string[] Scratches() => Directory.GetFiles(Path.GetTempPath(), "*.recording");

    private Recording Filled(Stream? file)
    {
        var recording = new Recording(Residents, file);
        Add(recording, 0);
        Add(recording, 7);
        Add(recording, 14);
        return recording;
    }

    private void Add(Recording recording, int day)
    {
        Array.Fill(frame.States[0], (byte)day);
        Array.Fill(frame.States[1], (byte)(day + 1));
        recording.Add(day, frame);
    }
}
