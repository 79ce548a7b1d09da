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
        command.Add(Render());
        command.SetAction((parsed, cancellation) => RunAsync(
            new ViewerOptions(
                parsed.GetValue(files) ?? [], parsed.GetValue(data), parsed.GetValue(residents), parsed.GetValue(days), parsed.GetValue(seed),
                parsed.GetValue(workers), parsed.GetValue(port), parsed.GetValue(share), parsed.GetValue(story)),
            null,
            cancellation));
        return command;
    }

    private static Command Render()
    {
        var story = new Argument<string>("story") { Description = "The story.yaml to draw." };
        var files = new Argument<string[]>("what") { Description = "A scenario, or one or two .run files.", Arity = new ArgumentArity(0, 2) };
        var folder = new Option<string>("--out") { Description = "Folder for the pictures.", Required = true };
        var width = new Option<int>("--width") { Description = "Pixels across.", DefaultValueFactory = _ => 1920 };
        var height = new Option<int>("--height") { Description = "Pixels down.", DefaultValueFactory = _ => 1080 };
        var browser = new Option<string?>("--browser") { Description = "Chrome, Chromium or Edge to draw with; found by itself where it usually is." };
        var data = new Option<string?>("--data") { Description = "Folder of open data." };
        var residents = new Option<int?>("--residents") { Description = "Number of residents." };
        var command = new Command("render", "Draws every step of a story to a PNG, without a window.")
        {
            story, files, folder, width, height, browser, data, residents,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            new ViewerOptions(
                parsed.GetValue(files) ?? [], parsed.GetValue(data), parsed.GetValue(residents), null, null, Environment.ProcessorCount, 0, false,
                parsed.GetRequiredValue(story)),
            new RenderOptions(parsed.GetRequiredValue(folder), parsed.GetValue(browser), parsed.GetValue(width), parsed.GetValue(height)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ViewerOptions options, RenderOptions? render, CancellationToken cancellation)
    {
        try
        {
            Check(options);
            Within("--width", render?.Width, 320, 16_384);
            Within("--height", render?.Height, 240, 16_384);
            await Viewing.RunAsync(options, render, Console.Out, cancellation);
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
