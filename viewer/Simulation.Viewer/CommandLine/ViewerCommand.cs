using System.CommandLine;
using System.CommandLine.Help;
using Simulation.Engine.Populations.Files;
using Simulation.Engine.Synthesis;
using Simulation.Results.RunFiles;
using Simulation.Viewer.Recordings;

namespace Simulation.Viewer.CommandLine;

/// <summary>The command line.</summary>
internal static class ViewerCommand
{
    // 128 + SIGINT, as shells expect.
    private const int Interrupted = 130;

    /// <summary>The command; parsing and help are its own.</summary>
    public static RootCommand Create()
    {
        var show = new ShowOptionSet();
        var port = new Option<int>("--port") { Description = "Port; 0 takes a free one.", DefaultValueFactory = _ => 5080 };
        var share = new Option<bool>("--share") { Description = "Let others on the network watch with a join code. Without it only this machine can." };
        var story = new Option<string?>("--story") { Description = "A story.yaml to present." };
        var record = new Option<string?>("--record") { Description = "Keep every day shown in this new file; 'view' opens it again without a simulation." };
        var attached = new Option<bool>("--attached") { Description = "End when standard input ends, as a program that starts the viewer wants it." };
        var command = new RootCommand("Shows the whole population in a browser: live, two finished runs side by side, or a recording.");
        show.AddTo(command);
        command.Add(port);
        command.Add(share);
        command.Add(story);
        command.Add(record);
        command.Add(attached);
        command.Add(Render());
        command.SetAction((parsed, cancellation) => Refusing(() =>
        {
            ShowOptionSet.Within("--port", parsed.GetValue<int?>(port.Name), 0, 65_535);
            return Viewing.ServeAsync(
                show.Read(parsed, parsed.GetValue(story), parsed.GetValue(record)),
                new ServeOptions(parsed.GetValue(port), parsed.GetValue(share), parsed.GetValue(attached)),
                Screen.Output,
                cancellation);
        }));
        if (command.Options.OfType<HelpOption>().Single().Action is HelpAction help)
        {
            help.MaxWidth = Screen.Width;
        }

        return command;
    }

    private static Command Render()
    {
        var story = new Argument<string>("story") { Description = "The story.yaml to draw." };
        var show = new ShowOptionSet();
        var folder = new Option<string>("--out") { Description = "Folder for the pictures.", Required = true };
        var width = new Option<int>("--width") { Description = "Pixels across.", DefaultValueFactory = _ => 1920 };
        var height = new Option<int>("--height") { Description = "Pixels down.", DefaultValueFactory = _ => 1080 };
        var browser = new Option<string?>("--browser") { Description = "Chrome, Chromium or Edge to draw with; found by itself where it usually is." };
        var command = new Command("render", "Draws every step of a story to a PNG, without a window.") { story };
        show.AddTo(command);
        command.Add(folder);
        command.Add(width);
        command.Add(height);
        command.Add(browser);
        command.SetAction((parsed, cancellation) => Refusing(() =>
        {
            ShowOptionSet.Within("--width", parsed.GetValue<int?>(width.Name), 320, 16_384);
            ShowOptionSet.Within("--height", parsed.GetValue<int?>(height.Name), 240, 16_384);
            return Viewing.RenderAsync(
                show.Read(parsed, parsed.GetRequiredValue(story)),
                new RenderOptions(parsed.GetRequiredValue(folder), parsed.GetValue(browser), parsed.GetValue(width), parsed.GetValue(height)),
                Screen.Output,
                cancellation);
        }));
        return command;
    }

    private static async Task<int> Refusing(Func<Task> work)
    {
        try
        {
            await work();
            return 0;
        }
        catch (Exception e) when (e is ViewerException or InputDataException or SectionFileException or RunFileException or RecordingException)
        {
            await Screen.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Screen.Error.WriteLineAsync("Stopped.");
            return Interrupted;
        }
    }
}
