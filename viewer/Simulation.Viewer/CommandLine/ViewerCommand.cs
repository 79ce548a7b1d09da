using System.CommandLine;
using System.CommandLine.Help;
using Simulation.Engine.Populations.Files;
using Simulation.Engine.Synthesis;
using Simulation.Results.RunFiles;
using Simulation.Viewer.Recordings;
using Simulation.Viewer.Rendering;

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
        command.Add(Wall());
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
        var show = new ShowOptionSet();
        var pictures = new PictureOptionSet();
        var attached = new Option<bool>("--attached") { Hidden = true };
        var command = new Command("render", "Makes pictures or a film of a story, a scenario, a recording or finished runs, without a window and without a browser.");
        show.AddTo(command);
        pictures.AddTo(command);
        command.Add(attached);
        command.SetAction((parsed, cancellation) => Refusing(() =>
        {
            RenderOptions render = pictures.Read(parsed);
            (ViewerOptions options, string? story) = PictureOptionSet.Split(show.Read(parsed, null));
            return Viewing.RenderAsync(options with { Story = story }, render, parsed.GetValue(attached), Screen.Output, cancellation);
        }));
        return command;
    }

    private static Command Wall()
    {
        var show = new ShowOptionSet();
        var wall = new WallOptionSet();
        var attached = new Option<bool>("--attached") { Hidden = true };
        var command = new Command("wall", "Shows the wall in a window of its own: map, sentence, date and curve, and nothing to press.");
        show.AddTo(command);
        wall.AddTo(command);
        command.Add(attached);

        // On the thread that the program began on: some systems open windows on no other.
        command.SetAction(parsed => RefusingNow(() =>
        {
            using var ending = new CancellationTokenSource();
            Console.CancelKeyPress += (_, press) =>
            {
                press.Cancel = true;
                ending.Cancel();
            };
            if (parsed.GetValue(attached))
            {
                Viewing.EndWithInput(ending);
            }

            (ViewerOptions options, string? story) = PictureOptionSet.Split(show.Read(parsed, null));
            Walling.Run(options with { Story = story ?? wall.StoryOf(parsed) }, wall.Read(parsed), Screen.Output, ending.Token);
        }));
        return command;
    }

    private static int RefusingNow(Action work)
    {
        Task<int> done = Refusing(() =>
        {
            work();
            return Task.CompletedTask;
        });
        return done.GetAwaiter().GetResult();
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
