using Simulation.Testing;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests;

/// <summary>The pictures and the film of the documents, by the command that makes them, with few residents.</summary>
public sealed class GalleryTests : IDisposable
{
    private static readonly Need Ffmpeg = Need.Program("ffmpeg", "ffmpeg");
    private readonly string folder = Directory.CreateTempSubdirectory("viewer-gallery").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task EightPicturesAndAFilm_ByOneCommand_ShowSomethingEverywhere()
    {
        Machine.This.Have(Ffmpeg);
        (int code, string said, string error) = await RenderTests.RunAsync(
            null, GalleryStory(), "school-run-together", "--beside", "school-run-flexible-routes", "--residents", "20000", "--gallery", "--out", folder, "--size", "1280x720", "--fps", "5");
        code.ShouldBe(0, said + error);
        string[] pictures = [.. Directory.GetFiles(folder, "*.jpg").Order()];
        pictures.Select(Path.GetFileName).ShouldBe(
            ["wall-1.jpg", "wall-2.jpg", "wall-3.jpg", "wall-4.jpg", "wall-5.jpg", "wall-light.jpg", "wall-packages.jpg", "wall-upright.jpg"]);
        foreach (string picture in pictures)
        {
            string name = Path.GetFileName(picture);
            bool upright = name == "wall-upright.jpg";
            Pictures.Size(picture).ShouldBe(upright ? (720, 1280) : (1280, 720), name);
            new FileInfo(picture).Length.ShouldBeInRange(30_000, 400_000, name);

            // No third of a picture is empty, whichever way it is cut.
            for (int third = 0; third < 3; third++)
            {
                Pictures.DrawnShare(picture, third / 3.0, 0, (third + 1) / 3.0, 1).ShouldBeGreaterThan(0.02, $"{name}, column {third}");
                Pictures.DrawnShare(picture, 0, third / 3.0, 1, (third + 1) / 3.0).ShouldBeGreaterThan(0.02, $"{name}, row {third}");
            }

            // The sentence stands where it should: upright below the map, else on the left.
            Pictures.DrawnShare(picture, 0, upright ? 0.57 : name == "wall-packages.jpg" ? 0 : 0.12, upright ? 1 : 0.4, upright ? 0.8 : name == "wall-packages.jpg" ? 0.13 : 0.5)
                .ShouldBeGreaterThan(0.04, $"{name}, its sentence");
        }

        // Whoever lives the day differently is seen although there are few: in the map, not in the words alone.
        Pictures.AmberShare(pictures[0], 0.45, 0, 1, 1).ShouldBeGreaterThan(0.0015);
        Pictures.AmberShare(pictures[7], 0, 0, 1, 0.55).ShouldBeGreaterThan(0.0015);
        RenderTests.FramesOf(Path.Combine(folder, "wall.mp4")).ShouldBeInRange(28 * 5, 34 * 5, "half a minute");
    }

    // The made-up schools of a population without open data have other names.
    private string GalleryStory()
    {
        string story = Path.Combine(folder, "story.yaml");
        File.WriteAllText(story, File.ReadAllText(Checkout.Find("viewer", "stories", "school-run-film.yaml")).Replace("school: Anfield Road", "school: Primary", StringComparison.Ordinal));
        return story;
    }
}
