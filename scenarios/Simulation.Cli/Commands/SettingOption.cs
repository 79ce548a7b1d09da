using System.CommandLine;

namespace Simulation.Cli.Commands;

/// <summary>The option <c>--set</c>.</summary>
internal static class SettingOption
{
    /// <summary>The option; it may be given any number of times.</summary>
    public static Option<string[]> Make() => new("--set")
    {
        Description = "Change a value of the scenario, e.g. horizon.days=28 or interventions.school_street.reach=80%. May be repeated; a baseline keeps its own interventions.",
        HelpName = "PATH=VALUE",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };
}
