using System.Diagnostics;
using System.Security.Cryptography;
using Simulation.Scene.Composing;
using Simulation.Scene.Films;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Testing;
using SkiaSharp;

namespace Simulation.Scene.Tests;

public sealed class FilmTests : IDisposable
{
    private static readonly Need Ffmpeg = Need.Program("ffmpeg", "ffmpeg");
    private readonly string folder = Directory.CreateTempSubdirectory("film").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task TwoSeconds_HaveTheirFrames_AndTheSameBytesTwice()
    {
        Machine.This.Have(Ffmpeg);
        string[] hashes = [Make("a.mp4", 2), Make("b.mp4", 1)];
        hashes[1].ShouldBe(hashes[0]);
        var probe = new ProcessStartInfo("ffprobe") { RedirectStandardOutput = true };
        foreach (string part in new[] { "-v", "error", "-count_frames", "-select_streams", "v:0", "-show_entries", "stream=nb_read_frames,width,height", "-of", "csv=p=0", Path.Combine(folder, "a.mp4") })
        {
            probe.ArgumentList.Add(part);
        }

        using Process process = Process.Start(probe)!;
        (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim().ShouldBe("640,360,20");
    }

    [Fact]
    public void AFilmThatIsGivenUp_LeavesNoFile()
    {
        Machine.This.Have(Ffmpeg);
        string file = Path.Combine(folder, "c.mp4");
        using (FilmWriter film = FilmWriter.Begin(file, 64, 64, 10))
        {
            using var frame = new SKBitmap(64, 64, SKColorType.Bgra8888, SKAlphaType.Opaque);
            film.Add(frame);
        }

        Directory.EnumerateFiles(folder).ShouldBeEmpty();
    }

    [Fact]
    public void WithoutFfmpeg_WordsSayHowToGetIt_AndWhatElseThereIs()
    {
        string path = Environment.GetEnvironmentVariable("PATH")!;
        try
        {
            Environment.SetEnvironmentVariable("PATH", folder);
            FilmException e = Should.Throw<FilmException>(() => FilmWriter.Begin(Path.Combine(folder, "d.mp4"), 64, 64, 10));
            e.Message.ShouldContain("apt-get install ffmpeg");
            e.Message.ShouldContain("numbered PNG");
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    [Fact]
    public void OddSizes_AreRefusedWithWords() =>
        Should.Throw<FilmException>(() => FilmWriter.Begin(Path.Combine(folder, "e.mp4"), 641, 360, 10)).Message.ShouldContain("even");

    [Theory]
    [InlineData(".png", "\u0089PNG")]
    [InlineData(".jpg", "\u00ff\u00d8\u00ff\u00e0")]
    [InlineData(".pdf", "%PDF")]
    [InlineData(".svg", "<?xm")]
    public void Pictures_AreWrittenByTheirEnding(string ending, string begins)
    {
        using var painter = new CountingPainter(SmallCity.Map, 1);
        string file = Path.Combine(folder, "picture" + ending);
        Pictures.Write(new Composer(painter, SmallCity.Map), Page(0), new PictureSize(640, 360), file);
        System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file), 0, 4).ShouldBe(begins);
        new FileInfo(file).Length.ShouldBeGreaterThan(20_000);
        Directory.EnumerateFiles(folder).Count().ShouldBe(1);
    }

    private static LightsPage Page(int frame) => new()
    {
        Camera = new Flight(Camera.Named("home"), Camera.Named("mersey")).At(frame / 19.0),
        Eyebrow = "Tuesday 9 March 2027",
        Sentence = [new("31,000 more children", Tint.For), new("walked.")],
        Lit = SmallCity.Day,
    };

    private string Make(string name, int threads)
    {
        string file = Path.Combine(folder, name);
        using var painter = new CountingPainter(SmallCity.Map, threads);
        var composer = new Composer(painter, SmallCity.Map);
        using (FilmWriter film = FilmWriter.Begin(file, 640, 360, 10))
        {
            for (int frame = 0; frame < 20; frame++)
            {
                using SKBitmap picture = composer.Render(Page(frame), new PictureSize(640, 360, Video: true));
                film.Add(picture);
            }

            film.End();
        }

        return Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
    }
}
