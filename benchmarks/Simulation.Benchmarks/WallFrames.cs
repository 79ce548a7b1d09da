using System.Diagnostics;
using System.Globalization;
using Simulation.Benchmarks.Whole;
using Simulation.Populations;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Wall;
using Simulation.Window.Native;
using Simulation.Window.Painting;

namespace Simulation.Benchmarks;

/// <summary>
/// What a frame of the wall costs with a new day every frame: by the processor with one thread and with all, and by whatever gives
/// OpenGL without a window, a graphics card where there is one. Their pictures are held beside each other.
/// </summary>
internal static class WallFrames
{
    // As many as the school run changes on a day of 2.7 million.
    private const int ChangedOneIn = 90;
    private const int Days = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private static readonly (string Name, int Width, int Height)[] Sizes = [("1080p", 1920, 1080), ("4K", 3840, 2160)];
    private static readonly string[] Cameras = ["home", "mersey"];

    /// <summary>Measures and prints.</summary>
    public static int Measure(Settings settings)
    {
        Console.WriteLine(Machine.Describe());
        using OpenPopulation open = PopulationProvider.Open(
            new PopulationRequest(settings.Data, null, settings.Residents), Environment.ProcessorCount, Console.Error.WriteLine, CancellationToken.None);
        SceneMap map = SceneMaps.Of(PopulationMap.Create(open.Population));
        LitDay[] days = [.. Enumerable.Range(0, Days).Select(day => DayOf(map, day))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{map.Residents:N0} residents, {days[0].For.Length:N0} of them changed, another day every frame; median (95th percentile) of a frame"));
        int all = Environment.ProcessorCount;
        foreach (int threads in all > 1 ? new[] { 1, all } : [1])
        {
            using var processor = new CountingPainter(map, threads);
            Measure(processor, days);
        }

        try
        {
            using var card = new HeadlessPainter(map, all);
            Measure(card, days);
            Compare(card, map, days[0], all);
            return 0;
        }
        catch (WindowException e)
        {
            Console.WriteLine(e.Message);
            return 0;
        }
    }

    private static void Measure(IMapPainter painter, LitDay[] days)
    {
        Console.WriteLine(painter.Name);
        foreach ((string name, int width, int height) in Sizes)
        {
            var view = new View(Camera.Named("home"), width, height, Theme.Dark) { FadeFrom = 585 * height / 1080f, FadeTo = 960 * height / 1080f };
            uint[] pixels = new uint[width * height];
            long began = Stopwatch.GetTimestamp();
            painter.PaintLights(view, days[0], 1, pixels);
            double first = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            var frames = new List<double>();
            TimeSpan busy = Environment.CpuUsage.TotalTime;
            for (long start = Stopwatch.GetTimestamp(); frames.Count < 8 || (frames.Count < 300 && Stopwatch.GetElapsedTime(start) < Patience);)
            {
                began = Stopwatch.GetTimestamp();
                painter.PaintLights(view, days[(frames.Count + 1) % days.Length], 1, pixels);
                frames.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            // Where others are at work, a frame takes as long as they let it; the processors' own time says what it costs.
            double cost = (Environment.CpuUsage.TotalTime - busy).TotalMilliseconds / frames.Count;
            frames.Sort();
            double median = frames[frames.Count / 2];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {name}: {median:0.0} ms ({frames[(int)(frames.Count * 0.95)]:0.0}), {1000 / median:0} frames a second, {cost:0.0} ms of the processors; a new camera {first:0} ms; {frames.Count} frames"));
        }
    }

    // The same two steps of 255 that the tests allow; and the processor's own pictures by one thread and by all, byte by byte.
    private static void Compare(HeadlessPainter card, SceneMap map, LitDay day, int threads)
    {
        using var one = new CountingPainter(map, 1);
        using var many = new CountingPainter(map, threads);
        foreach (string camera in Cameras)
        {
            foreach ((string name, int width, int height) in Sizes)
            {
                var view = new View(Camera.Named(camera), width, height, Theme.Dark);
                uint[][] pictures = [new uint[width * height], new uint[width * height], new uint[width * height]];
                card.PaintLights(view, day, 1, pictures[0]);
                one.PaintLights(view, day, 1, pictures[1]);
                many.PaintLights(view, day, 1, pictures[2]);
                int far = 0;
                int most = 0;
                for (int i = 0; i < pictures[0].Length; i++)
                {
                    int off = Off(pictures[0][i], pictures[1][i]);
                    most = Math.Max(most, off);
                    far += off > 2 ? 1 : 0;
                }

                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {camera} {name}: {100.0 * far / pictures[0].Length:0.000}% of pixels differ from the processor's by more than 2 of 255 (most {most}); processor by one thread and by {threads} {(pictures[1].AsSpan().SequenceEqual(pictures[2]) ? "the same bytes" : "DIFFERENT BYTES")}"));
            }
        }
    }

    private static int Off(uint a, uint b)
    {
        int most = 0;
        for (int shift = 0; shift < 24; shift += 8)
        {
            most = Math.Max(most, Math.Abs((int)((a >> shift) & 255) - (int)((b >> shift) & 255)));
        }

        return most;
    }

    private static LitDay DayOf(SceneMap map, int day)
    {
        var changed = new List<int>();
        for (int row = 0; row < map.Residents; row++)
        {
            uint luck = ((uint)row * 2654435761u) ^ ((uint)day * 2246822519u);
            luck ^= luck >> 15;
            luck *= 2654435761u;
            if ((luck ^ (luck >> 13)) % ChangedOneIn == 0)
            {
                changed.Add(row);
            }
        }

        return new LitDay { For = [.. changed] };
    }
}
