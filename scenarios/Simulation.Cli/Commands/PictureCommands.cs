using System.CommandLine;
using Simulation.Cli.Running;
using Simulation.Populations;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate render</c>: pictures and films of a story, a scenario, a recording or finished runs, by the viewer's program.</summary>
internal static class RenderCommand
{
    /// <summary>The command.</summary>
    public static Command Make(CancellationToken cancellation)
    {
        var what = new Argument<string[]>("WHAT")
        {
            Description = "A story, and what it is told of: a scenario (file or library name), run files, or a recording (default: the school run together).",
            Arity = new ArgumentArity(0, 200),
        };
        Option[] options =
        [
            new Option<string>("--out") { Description = "A folder for one picture a step, or a file: .png, .jpg, .pdf, .svg or .mp4.", Required = true, HelpName = "PATH" },
            new Option<string?>("--size") { Description = "Pixels across and down (default: 1920x1080).", HelpName = "WxH" },
            new Option<string?>("--fps") { Description = "Frames a second of a film (default: 30).", HelpName = "N" },
            new Option<string?>("--painter") { Description = "What paints the map: cpu (default) or gpu; both paint the same.", HelpName = "NAME" },
            new Option<string?>("--theme") { Description = "dark (default) or light.", HelpName = "NAME" },
            new Option<string?>("--view") { Description = "Without a story: everybody, change, level, place:NAME or street:SCHOOL.", HelpName = "VIEW" },
            new Option<string?>("--date") { Description = "Without a story: the day shown (default: the last).", HelpName = "DATE" },
            new Option<string?>("--beside") { Description = "Another plan, to stand on the left of two maps on one scale.", HelpName = "SCENARIO" },
            new Option<bool>("--gallery") { Description = "Small pictures of every kind for documents, and the film, into the folder --out." },
            new Option<bool>("--large") { Description = "Type a quarter larger, half as many names." },
            new Option<string?>("--days") { Description = "Days to simulate (default: the scenario's horizon).", HelpName = "N" },
            new Option<string?>("--seed") { Description = "Seed of the luck (default: the scenario's, else 1).", HelpName = "N" },
            new Option<string?>("--workers") { Description = "Threads that simulate (default: all processors).", HelpName = "N" },
            new Option<string?>("--threads") { Description = "Threads that paint (default: all processors); any number paints the same.", HelpName = "N" },
        ];
        return Forwarded.Make("render", "Make pictures or a film of a story, a scenario, a recording or finished runs.", what, options, cancellation);
    }
}

/// <summary><c>simulate wall</c>: a native window for the big screen, by the viewer's program.</summary>
internal static class WallCommand
{
    /// <summary>The command.</summary>
    public static Command Make(CancellationToken cancellation)
    {
        var what = new Argument<string[]>("WHAT")
        {
            Description = "A scenario (file or library name), run files, or a recording (default: the school run together).",
            Arity = new ArgumentArity(0, 200),
        };
        Option[] options =
        [
            new Option<string?>("--story") { Description = "A story.yaml to present.", HelpName = "FILE" },
            new Option<string?>("--connect") { Description = "Address that 'simulate view' prints: the page there steers, and the wall shows the same day.", HelpName = "ADDRESS" },
            new Option<string?>("--size") { Description = "Size of the window (default: 1280x720).", HelpName = "WxH" },
            new Option<bool>("--full-screen") { Description = "Fill the monitor at once (key F)." },
            new Option<string?>("--painter") { Description = "Whether a graphics card draws the map, where there is one: gpu (default) or cpu.", HelpName = "NAME" },
            new Option<string?>("--theme") { Description = "dark (default) or light (key T).", HelpName = "NAME" },
            new Option<string?>("--days") { Description = "Days to simulate (default: the scenario's horizon).", HelpName = "N" },
            new Option<string?>("--seed") { Description = "Seed of the luck (default: the scenario's, else 1).", HelpName = "N" },
            new Option<string?>("--workers") { Description = "Threads that simulate (default: all processors).", HelpName = "N" },
            new Option<string?>("--threads") { Description = "Threads that paint (default: all processors).", HelpName = "N" },
            new Option<string?>("--join") { Description = "Address and code for phones, as 'simulate view --share' prints them (key J).", HelpName = "TEXT" },
        ];
        return Forwarded.Make("wall", "Show the map, a sentence, the date and a curve in a window of its own.", what, options, cancellation);
    }
}

/// <summary>A command that the viewer's program carries out: what the user said is handed on, and nothing that they did not.</summary>
internal static class Forwarded
{
    /// <summary>Makes the command.</summary>
    public static Command Make(string name, string description, Argument<string[]> what, IReadOnlyList<Option> options, CancellationToken cancellation)
    {
        PopulationOptionSet population = new(withFile: true);
        Command command = new(name, description) { what };
        population.AddTo(command);
        foreach (Option option in options)
        {
            command.Add(option);
        }

        command.Validators.Add(result => JsonOption.Refuse(result, name));
        command.SetAction((result, _) => ViewerProgram.RunAsync([name, .. Arguments(result, what, options, population.Read(result))], cancellation));
        return command;
    }

    private static List<string> Arguments(ParseResult result, Argument<string[]> what, IReadOnlyList<Option> options, PopulationRequest population)
    {
        List<string> arguments = [.. result.GetValue(what)!];
        Add("--data", population.Data);
        Add("--population", population.File);
        Add("--residents", population.Residents?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (Option option in options)
        {
            if (option is Option<bool> flag)
            {
                arguments.AddRange(result.GetValue(flag) ? [flag.Name] : []);
            }
            else
            {
                Add(option.Name, result.GetValue<string?>(option.Name));
            }
        }

        return arguments;

        void Add(string option, string? value) => arguments.AddRange(value is null ? [] : [option, value]);
    }
}
