using BenchmarkDotNet.Running;
using Simulation.Benchmarks;
using Simulation.Benchmarks.Whole;

// `whole` and `scale` measure whole runs beside the machine's own bounds, `viewer` what watching costs, `wall` what a frame of the wall
// does and `room` what guests do; anything else goes
// to BenchmarkDotNet (see README.md).
switch (args.FirstOrDefault())
{
    case "whole":
        return Settings.Read(args.AsSpan(1), new Settings()) is { } whole ? WholeRun.Measure(whole) : 1;
    case "scale":
        return Settings.Read(args.AsSpan(1), new Settings()) is { } scale ? ScaleRun.Measure(scale) : 1;
    case "viewer":
        return Settings.Read(args.AsSpan(1), ViewerThroughput.Usual) is { } viewer ? ViewerThroughput.Measure(viewer) : 1;
    case "wall":
        return Settings.Read(args.AsSpan(1), new Settings()) is { } wall ? WallFrames.Measure(wall) : 1;
    case "room":
        (int guests, double minutes, string[] rest) = Room(args);
        return Settings.Read(rest, ViewerThroughput.Usual) is { } room ? await RoomLoad.MeasureAsync(room, guests, minutes) : 1;
    case ViewerThroughput.Part:
        return Settings.Read(args.AsSpan(2), ViewerThroughput.Usual) is { } part ? await ViewerThroughput.RunPartAsync(args[1], part) : 1;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(WholeRun).Assembly).Run(args);
        return 0;
}

static (int Guests, double Minutes, string[] Others) Room(string[] args)
{
    var rest = args.Skip(1).ToList();
    double Of(string option, double usual)
    {
        int at = rest.IndexOf(option);
        if (at < 0 || at + 1 >= rest.Count)
        {
            return usual;
        }

        double value = double.Parse(rest[at + 1], System.Globalization.CultureInfo.InvariantCulture);
        rest.RemoveRange(at, 2);
        return value;
    }

    return ((int)Of("--guests", 100), Of("--minutes", 10), [.. rest]);
}
