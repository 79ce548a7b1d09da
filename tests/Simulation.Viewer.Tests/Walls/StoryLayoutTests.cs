using Simulation.Scenarios;
using Simulation.Scenarios.Reading;
using Simulation.Scene.Composing;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Scene.Tests;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Stories;
using Simulation.Viewer.Tests.Fixtures;
using Simulation.Viewer.Wall;
using SkiaSharp;

namespace Simulation.Viewer.Tests.Walls;

/// <summary>Every step of every story that is delivered, as a room sees it: no words touch, none is cut, none is too small.</summary>
public sealed class StoryLayoutTests
{
    [Fact]
    public void EveryStepOfEveryStory_IsLaidOutWell_AtEverySize()
    {
        string[] stories = Directory.GetFiles(Path.Combine(Root(), "viewer", "stories"), "*.yaml");
        stories.ShouldNotBeEmpty();
        foreach (string file in stories)
        {
            Scenario scenario = ScenarioReader.Read("school-run-together").Scenario.ShouldNotBeNull();
            using var source = new LiveWallSource(new ModelSource(SmallWorld.Population(6_000), scenario, 1, 2));
            SceneMap scene = SceneMaps.Of(source.Map);
            Story story = Known(StoryReader.Read(file, source.Map.Places), source.Map);
            var pages = new StoryPages(source, scene, Theme.Dark, story, new Progress<Living>());
            using var painter = new NoPainter();
            int step = 0;
            foreach (Simulation.Scene.Composing.Page page in pages.Stills(TestContext.Current.CancellationToken))
            {
                step++;
                foreach ((int width, int height) in new[] { (1280, 720), (1920, 1080), (3840, 2160), (1080, 1920) })
                {
                    foreach (bool large in new[] { false, true })
                    {
                        var composer = new Composer(painter, scene);
                        var size = new PictureSize(width, height, Theme.Dark, large);
                        using SKBitmap picture = composer.Render(page, size);
                        Layout.Faults(composer.Texts, size).ShouldBeEmpty($"{Path.GetFileName(file)}, step {step}, {width}×{height}{(large ? ", large" : string.Empty)}");
                        composer.Texts.Count.ShouldBeGreaterThan(3);
                    }
                }
            }

            step.ShouldBe(story.Steps.Count);
        }
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Simulation.sln")))
        {
            folder = folder.Parent;
        }

        return folder.ShouldNotBeNull().FullName;
    }

    // A made-up population has made-up schools.
    private static Story Known(Story story, ViewMap map) => story with
    {
        Steps = [.. story.Steps.Select(s => s.School is { } name && !map.Schools.Any(at => at.Name.Contains(name, StringComparison.OrdinalIgnoreCase)) ? s with { School = map.Schools[0].Name } : s)],
    };

    private sealed class NoPainter : IMapPainter
    {
        public string Name => "nobody";

        public void PaintLights(View view, LitDay lit, float level, uint[] pixels)
        {
        }

        public void PaintValues(View view, IReadOnlyList<Rgb> colours, uint[] pixels)
        {
        }

        public void Dispose()
        {
        }
    }
}
