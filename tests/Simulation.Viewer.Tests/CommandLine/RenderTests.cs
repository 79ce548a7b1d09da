using System.Diagnostics;
using System.Security.Cryptography;
using Simulation.Engine.Populations;
using Simulation.Scenarios.Reading;
using Simulation.Testing;
using Simulation.Viewer.CommandLine;
using Simulation.Viewer.Rendering;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests;

/// <summary>Pictures and films of everything that can be shown, by the command line.</summary>
public sealed class RenderTests : IDisposable
{
    private const int Residents = 6_000;
    private static readonly Need Ffmpeg = Need.Program("ffmpeg", "ffmpeg");
    private readonly string folder = Directory.CreateTempSubdirectory("viewer-render").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Story_WritesOnePictureAStep()
    {
        string story = await StoryAsync("  - { title: One, layer: inactive }\n  - { title: Two, layer: school, compare: difference, play: 100 }\n");
        (string said, _) = await DoneAsync(story, "school-streets", "--residents", "5000", "--out", folder, "--size", "800x500");
        foreach (string name in new[] { "step-01.png", "step-02.png" })
        {
            byte[] png = await File.ReadAllBytesAsync(Path.Combine(folder, name), TestContext.Current.CancellationToken);
            png[1..4].ShouldBe("PNG"u8.ToArray());
            png[16..24].ShouldBe([0, 0, 3, 32, 0, 0, 1, 244]); // 800 × 500
            png.Length.ShouldBeGreaterThan(20_000);
        }

        said.ShouldContain("step-01.png (1 of 2)");
    }

    [Fact]
    public async Task Story_AsAFilm_IsTheSameBytesWithOneAndTwoThreads_AndTellsHowFarItIs()
    {
        Machine.This.Have(Ffmpeg);
        string story = await StoryAsync("  - { title: \"\", date: 2026-09-25, play: 14, hold: 0.5 }\n  - { title: \"\", place: Knowsley, hold: 0.5 }\n");
        var hashes = new List<string>();
        foreach (string threads in new[] { "1", "2" })
        {
            string film = Path.Combine(folder, $"film-{threads}.mp4");
            (string said, _) = await DoneAsync(story, "school-run-together", "--residents", $"{Residents}", "--days", "40", "--out", film, "--size", "480x270", "--fps", "10", "--threads", threads);
            hashes.Add(Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(film, TestContext.Current.CancellationToken))));

            // Four seconds of opening, 24 days at 14 a second, half a second, a flight, half a second.
            int frames = FramesOf(film);
            frames.ShouldBeInRange(80, 110);
            said.ShouldContain($"{film}: {frames} frames, {frames / 10.0:0.0} s");
        }

        hashes[1].ShouldBe(hashes[0]);
    }

    [Theory]
    [InlineData(10, 5, 30, "about 50 s left")]
    [InlineData(60, 10, 31, "about 2 min left")]
    [InlineData(60, 31, 31, "about 0 s left")]
    [InlineData(60, 33, 31, "about 0 s left")]
    public void TimeLeft_IsSaidInWords(double passed, double done, double all, string words) => FilmMaker.TimeLeft(TimeSpan.FromSeconds(passed), done, all).ShouldBe(words);

    [Theory]
    [InlineData("wall.png", 20_000)]
    [InlineData("wall.jpg", 10_000)]
    [InlineData("wall.pdf", 20_000)]
    [InlineData("wall.svg", 20_000)]
    [InlineData("wall.mp4", 20_000)]
    [InlineData("walls", 0)]
    public async Task ARecording_BecomesEveryKindOfPicture_WithTheSentenceOfItsDay(string name, int bytes)
    {
        string recording = Record();
        string file = Path.Combine(folder, name);
        (string said, TimeSpan took) = await DoneAsync(recording, "--out", file, "--size", "640x360", "--fps", "5");
        took.TotalSeconds.ShouldBeLessThan(60);
        said.ShouldNotContain("Population", Case.Sensitive, "a recording needs none");
        if (bytes > 0)
        {
            new FileInfo(file).Length.ShouldBeGreaterThan(bytes);
        }
        else
        {
            Pictures.AmberShare(Path.Combine(file, "step-01.png"), 0, 0, 0.45, 0.5).ShouldBeGreaterThan(0.003, "the words that name who is lit");
        }
    }

    [Fact]
    public async Task ARecordingWithAStory_ShowsEveryStep()
    {
        string story = await StoryAsync("  - { title: One }\n  - { title: Two, view: change }\n  - { title: Three, layer: inactive }\n  - { title: Four, place: Wirral }\n  - { title: Five }\n");
        await DoneAsync(story, Record(), "--out", folder, "--size", "640x360");
        Directory.GetFiles(folder, "step-*.png").Length.ShouldBe(5);
    }

    [Fact]
    public async Task RunFiles_BecomeTheMapOfNeighbourhoods_AndTheCurve()
    {
        string[] runs = Runs();
        await DoneAsync([.. runs, "--residents", $"{SmallWorld.Residents}", "--out", Path.Combine(folder, "out"), "--size", "960x540"]);
        Directory.GetFiles(Path.Combine(folder, "out")).Length.ShouldBe(3);
        string curve = Path.Combine(folder, "out", "step-02.png");
        Pictures.AmberShare(curve, 0, 0.5, 0.45, 1).ShouldBeGreaterThan(0.001, "a curve and the number at its end");
        Pictures.AmberShare(curve, 0.5, 0, 1, 1).ShouldBeLessThan(0.0005, "no single resident is known");
        Pictures.DrawnShare(Path.Combine(folder, "out", "step-03.png"), 0.04, 0.45, 0.42, 0.95).ShouldBeGreaterThan(0.06, "nine rows of words and numbers");
        await DoneAsync([.. runs, "--residents", $"{SmallWorld.Residents}", "--out", Path.Combine(folder, "runs.pdf"), "--size", "960x540"]);
        new FileInfo(Path.Combine(folder, "runs.pdf")).Length.ShouldBeGreaterThan(20_000);
        string refused = await RefusedAsync([.. runs, "--residents", $"{SmallWorld.Residents}", "--out", Path.Combine(folder, "x.png"), "--view", "street:Anfield"]);
        refused.ShouldContain("keeps neighbourhoods and no single residents");
        File.Exists(Path.Combine(folder, "x.png")).ShouldBeFalse();
    }

    [Fact]
    public async Task TwoPlans_StandBesideEachOther()
    {
        string file = Path.Combine(folder, "packages.png");
        await DoneAsync("school-run-together", "--beside", "school-run-flexible-routes", "--residents", "20000", "--days", "60", "--date", "2026-10-14", "--out", file, "--size", "1280x720");
        foreach (double left in new[] { 0, 0.5 })
        {
            Pictures.AmberShare(file, left, 0.7, left + 0.25, 0.95).ShouldBeGreaterThan(0.01, "its number");
        }

        (await RefusedAsync("school-run-together", "--beside", "baseline", "--out", file, "--size", "720x1280")).ShouldContain("higher than wide");
        (await RefusedAsync("school-run-together", "--beside", "baseline", "--out", "x.mp4")).ShouldContain("makes a picture of two plans");
    }

    [Fact]
    public async Task WithoutFfmpeg_WordsSayHowToGetIt_AndNothingIsLeft()
    {
        (int code, _, string error) = await RunAsync(
            new() { ["PATH"] = folder }, "baseline", "--residents", "3000", "--days", "3", "--out", Path.Combine(folder, "x.mp4"), "--size", "320x240");
        code.ShouldBe(1);
        error.ReplaceLineEndings(" ").ShouldContain("apt-get install ffmpeg");
        Directory.GetFiles(folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("x.gif", "pictures end in .png, .jpg, .pdf, .svg and films in .mp4")]
    [InlineData("none/x.png", "the folder does not exist")]
    [InlineData("x.mp4", "Give even numbers", "--size", "321x240")]
    [InlineData("x.png", "--date 2030-01-01 is no day of Baseline, which goes from 2026-09-01 to 2026-09-03", "--date", "2030-01-01")]
    [InlineData("x.png", "No school of this population is called 'Nowhere'", "--view", "street:Nowhere")]
    [InlineData("x.png", "'residents' is 3, and lies between 1,000 and 10,000,000", "--residents", "3")]
    [InlineData("x.png", "no-such-plan cannot be shown", "--beside", "no-such-plan")]
    public async Task WhatCannotBeMade_IsRefusedBeforeADayIsLived(string name, string words, params string[] options)
    {
        if (name.EndsWith(".mp4", StringComparison.Ordinal))
        {
            Machine.This.Have(Ffmpeg);
        }

        (int code, string said, string error) = await RunAsync(null, ["baseline", .. options.Contains("--residents") ? Array.Empty<string>() : ["--residents", "3000"], "--days", "3", "--out", Path.Combine(folder, name), .. options]);

        code.ShouldBe(1);
        error.ReplaceLineEndings(" ").ShouldContain(words);
        said.ShouldNotContain("Days of the horizon");
        Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task AStoryThatCannotBeRead_IsRefusedBeforeResidentsAreMade()
    {
        string story = await StoryAsync("  - { title: One, colour: red }\n");
        (int code, string said, string error) = await RunAsync(null, story, "baseline", "--residents", "3000", "--out", Path.Combine(folder, "x.png"));

        code.ShouldBe(1);
        error.ReplaceLineEndings(" ").ShouldContain("'colour' is not known in a step");
        said.ShouldNotContain("Population");
    }

    [Fact]
    public async Task WithoutADriver_TheProcessorPaintsTheSame_AndWordsSaySo()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "drivers are found another way");
        string[] what = ["baseline", "--residents", "3000", "--days", "10", "--size", "640x360"];
        await DoneAsync([.. what, "--out", Path.Combine(folder, "cpu.png")]);
        (int code, string said, _) = await RunAsync(
            new() { ["__EGL_VENDOR_LIBRARY_DIRS"] = folder, ["__EGL_VENDOR_LIBRARY_FILENAMES"] = Path.Combine(folder, "none.json") },
            [.. what, "--painter", "gpu", "--out", Path.Combine(folder, "gpu.png")]);
        code.ShouldBe(0);
        said.ShouldContain("the processor paints the same picture");
        (await File.ReadAllBytesAsync(Path.Combine(folder, "gpu.png"), TestContext.Current.CancellationToken))
            .ShouldBe(await File.ReadAllBytesAsync(Path.Combine(folder, "cpu.png"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task APlanForAdults_IsShownByWhatItMovesFirst()
    {
        string file = Path.Combine(folder, "adults.png");
        await DoneAsync("150-000-more-active", "--residents", "20000", "--days", "90", "--out", file, "--size", "1280x720");
        Pictures.AmberShare(file, 0, 0, 0.45, 0.5).ShouldBeGreaterThan(0.003, "somebody is named");
    }

    [Theory]
    [InlineData("no-such-scenario")]
    [InlineData("baseline", "--residents", "3")]
    [InlineData("baseline", "--seed", "3000000000")]
    [InlineData("baseline", "--population", "missing.population")]
    [InlineData("baseline", "--population", "missing.population", "--residents", "3000")]
    [InlineData("baseline", "--port", "70000")]
    [InlineData("missing.run")]
    public async Task View_WhatCannotBeShown_IsRefusedWithExitCode1(params string[] arguments) =>
        (await ViewerCommand.Create().Parse(arguments).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken)).ShouldBe(1);

    internal static async Task<(int Code, string Said, string Error)> RunAsync(Dictionary<string, string>? environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(TestAssembly.CommandLine, ["render", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await said, await error);
    }

    internal static int FramesOf(string film)
    {
        var probe = new ProcessStartInfo("ffprobe") { RedirectStandardOutput = true };
        foreach (string part in new[] { "-v", "error", "-count_frames", "-select_streams", "v:0", "-show_entries", "stream=nb_read_frames", "-of", "csv=p=0", film })
        {
            probe.ArgumentList.Add(part);
        }

        using Process process = Process.Start(probe)!;
        return int.Parse(process.StandardOutput.ReadToEnd().Trim(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<(string Said, TimeSpan Took)> DoneAsync(params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        (int code, string said, string error) = await RunAsync(null, arguments);
        code.ShouldBe(0, said + error);
        return (said, watch.Elapsed);
    }

    private static async Task<string> RefusedAsync(params string[] arguments)
    {
        (int code, _, string error) = await RunAsync(null, arguments);
        code.ShouldBe(1);
        return error.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal);
    }

    private async Task<string> StoryAsync(string steps)
    {
        string file = Path.Combine(folder, "story.yaml");
        await File.WriteAllTextAsync(file, "story: S\nsteps:\n" + steps, TestContext.Current.CancellationToken);
        return file;
    }

    private string Record()
    {
        string path = Path.Combine(folder, "term.recording");
        RecordedTerm.Write(path, Residents);
        return path;
    }

    private string[] Runs()
    {
        Population population = SmallWorld.Population();
        string[] files = [Path.Combine(folder, "baseline.run"), Path.Combine(folder, "plan.run")];
        SmallWorld.WriteRun(files[0], population, SmallWorld.Scenario(string.Empty, 56));
        SmallWorld.WriteRun(files[1], population, ScenarioReader.Read("school-run-together", ["horizon={ start: 2026-09-01, days: 56 }"]).Scenario.ShouldNotBeNull());
        return files;
    }
}
