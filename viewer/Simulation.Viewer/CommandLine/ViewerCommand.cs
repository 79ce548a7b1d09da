using System.CommandLine;
using Simulation.Engine.Synthesis;

namespace Simulation.Viewer.CommandLine;

/// <summary>The command line.</summary>
internal static class ViewerCommand
{
    /// <summary>The command; parsing and help are its own.</summary>
    public static RootCommand Create()
    {
        var files = new Argument<string[]>("what") { Description = "A scenario (file or library name), or one or two .run files to look back at.", Arity = new ArgumentArity(0, 2) };
        var data = new Option<string?>("--data") { Description = "Folder of open data; without it the population is made from figures in the program." };
        var residents = new Option<int?>("--residents") { Description = "Number of residents (default 2,700,000, or what the scenario says)." };
        var days = new Option<int?>("--days") { Description = "Days of the horizon (default: the scenario's)." };
        var seed = new Option<ulong?>("--seed") { Description = "Seed of the luck (default 1, or what the scenario says)." };
        var workers = new Option<int>("--workers") { Description = "Worker threads; any number shows the same days.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var port = new Option<int>("--port") { Description = "Port; 0 takes a free one.", DefaultValueFactory = _ => 5080 };
        var share = new Option<bool>("--share") { Description = "Let others on the network watch with a join code. Without it only this machine can." };
        var story = new Option<string?>("--story") { Description = "A story.yaml to present." };
        var command = new RootCommand("Shows the whole population in a browser, live, or two finished runs side by side.")
        {
            files, data, residents, days, seed, workers, port, share, story,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            new ViewerOptions(
                parsed.GetValue(files) ?? [], parsed.GetValue(data), parsed.GetValue(residents), parsed.GetValue(days), parsed.GetValue(seed),
                parsed.GetValue(workers), parsed.GetValue(port), parsed.GetValue(share), parsed.GetValue(story)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ViewerOptions options, CancellationToken cancellation)
    {
        try
        {
            Check(options);
            await Viewing.RunAsync(options, Console.Out, cancellation);
            return 0;
        }
        catch (Exception e) when (e is ViewerException or InputDataException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }

    private static void Check(ViewerOptions options)
    {
        Within("--residents", options.Residents, 100, SynthesisOptions.MostResidents);
        Within("--days", options.Days, 1, 36_600);
        Within("--workers", options.Workers, 1, 1024);
        Within("--port", options.Port, 0, 65_535);
    }

    private static void Within(string option, int? value, int minimum, int maximum)
    {
        if (value < minimum || value > maximum)
        {
            throw new ViewerException($"{option} is {value}; give a number from {minimum:N0} to {maximum:N0}.");
        }
    }
}
