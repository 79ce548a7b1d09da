using System.CommandLine;
using System.CommandLine.Help;
using Simulation.Cli.Options;
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
        var show = new ShowOptionSet("A scenario (file or library name); or one or two .run files to look back at, the baseline first; or a .recording to open again.");
        var page = new PageOptionSet();
        var attached = new Option<bool>("--attached") { Description = "End when standard input ends, as a program that starts the viewer wants it." };
        var command = new RootCommand("Shows the whole population in a browser: live, two finished runs side by side, or a recording.");
        show.AddTo(command);
        ((IShownOptions)page).AddTo(command);
        command.Add(attached);
        command.Add(Render());
        command.Add(Wall());
        command.SetAction((parsed, cancellation) => Refusing(() => Viewing.ServeAsync(
            show.Read(parsed, parsed.GetValue(page.Story), parsed.GetValue(page.Record), parsed.GetValue(page.Study)),
            new ServeOptions(parsed.GetValue(page.Port) ?? PageOptionSet.DefaultPort, parsed.GetValue(page.Share), parsed.GetValue(attached)),
            Screen.Output,
            cancellation)));
        if (command.Options.OfType<HelpOption>().Single().Action is HelpAction help)
        {
            help.MaxWidth = Screen.Width;
        }

        return command;
    }

    private static Command Render()
    {
        var show = new ShowOptionSet("A story, and what it is told of: a scenario, .run files or a .recording.");
        var pictures = new PictureOptionSet();
        var attached = new Option<bool>("--attached") { Hidden = true };
        var command = new Command("render", "Makes pictures or a film of a story, a scenario, a recording or finished runs, without a window and without a browser.");
        show.AddTo(command);
        ((IShownOptions)pictures).AddTo(command);
        command.Add(attached);
        command.SetAction((parsed, cancellation) => Refusing(() =>
        {
            RenderOptions render = pictures.Read(parsed);
            (ViewerOptions options, string? story) = ShowReading.Split(show.Read(parsed, null));
            return Viewing.RenderAsync(options with { Story = story }, render, parsed.GetValue(attached), Screen.Output, cancellation);
        }));
        return command;
    }

    private static Command Wall()
    {
        var show = new ShowOptionSet("A scenario, .run files or a .recording.");
        var wall = new WallOptionSet();
        var attached = new Option<bool>("--attached") { Hidden = true };
        var command = new Command("wall", "Shows the wall in a window of its own: map, sentence, date and curve, and nothing to press.");
        show.AddTo(command);
        ((IShownOptions)wall).AddTo(command);
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

            (ViewerOptions options, string? story) = ShowReading.Split(show.Read(parsed, null));
            Walling.Run(options with { Story = story ?? parsed.GetValue(wall.Story) }, wall.Read(parsed), Screen.Output, ending.Token);
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
