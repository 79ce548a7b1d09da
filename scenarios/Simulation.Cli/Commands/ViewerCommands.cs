using System.CommandLine;
using Simulation.Cli.Options;
using Simulation.Cli.Running;

namespace Simulation.Cli.Commands;

/// <summary>
/// <c>simulate view</c>, <c>wall</c> and <c>render</c>: the viewer's program carries them out. What the user said is handed on,
/// and nothing that they did not; the options are said once, and that program reads the same ones.
/// </summary>
internal static class ViewerCommands
{
    private const string Shown =
        "A scenario (file or library name); or one or two run files, the baseline first, more are replicates, paired by their seeds; or a recording (default: the school run together).";

    private const string Told = "A story, and what it is told of: a scenario (file or library name), run files, or a recording (default: the school run together).";

    /// <summary><c>simulate view</c>.</summary>
    public static Command View(CancellationToken cancellation) =>
        Forwarding("view", [], "Show a scenario live in a browser, two finished runs side by side, or a recording.", Shown, new PageOptionSet(), cancellation);

    /// <summary><c>simulate wall</c>.</summary>
    public static Command Wall(CancellationToken cancellation) =>
        Forwarding("wall", ["wall"], "Show the map, a sentence, the date and a curve in a window of its own.", Shown, new WallOptionSet(), cancellation);

    /// <summary><c>simulate render</c>.</summary>
    public static Command Render(CancellationToken cancellation) =>
        Forwarding("render", ["render"], "Make pictures or a film of a story, a scenario, a recording or finished runs.", Told, new PictureOptionSet(), cancellation);

    private static Command Forwarding(string name, string[] called, string description, string what, IShownOptions own, CancellationToken cancellation)
    {
        ShowOptionSet show = new(what);
        Command command = new(name, description);
        show.AddTo(command);
        own.AddTo(command);
        command.Validators.Add(result => JsonOption.Refuse(result, name));
        command.SetAction((result, _) => ViewerProgram.RunAsync(
            [.. called, .. result.GetValue(show.What)!, .. show.All.Concat(own.All).SelectMany(option => AsGiven(result, option))], cancellation));
        return command;
    }

    private static IEnumerable<string> AsGiven(ParseResult result, Option option) =>
        result.GetResult(option) is { Implicit: false } given ? given.Tokens.Select(token => token.Value).Prepend(option.Name) : [];
}
