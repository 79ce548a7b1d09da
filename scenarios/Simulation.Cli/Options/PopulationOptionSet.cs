using System.CommandLine;
using Simulation.Engine.Synthesis;
using Simulation.Populations;

namespace Simulation.Cli.Options;

/// <summary>The options that say which residents there are.</summary>
internal sealed class PopulationOptionSet
{
    private readonly Option<string?> data = new("--data")
    {
        Description = "Folder of open data to build the population from (default: the embedded figures).",
        HelpName = "FOLDER",
    };

    private readonly Option<string?> file = new("--population")
    {
        Description = "Population file made by 'simulate population build'.",
        HelpName = "FILE",
    };

    private readonly Option<int?> residents = new("--residents")
    {
        Description = "Residents of the population (default: the scenario's, else 2,700,000).",
        HelpName = "N",
    };

    private readonly bool withFile;

    /// <summary>The options.</summary>
    /// <param name="withFile">Whether a finished population file may be named.</param>
    public PopulationOptionSet(bool withFile) => this.withFile = withFile;

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> All => withFile ? [data, residents, file] : [data, residents];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(data);
        command.Add(residents);
        residents.From(1, SynthesisOptions.MostResidents);
        if (!withFile)
        {
            return;
        }

        command.Add(file);
        command.Validators.Add(result =>
        {
            if (result.GetResult(file) is not null && (result.GetResult(data) is not null || result.GetResult(residents) is not null))
            {
                result.AddError("--population names a finished population; leave out --data and --residents.");
            }
        });
    }

    /// <summary>What the user asked for.</summary>
    public PopulationRequest Read(ParseResult result) =>
        new(result.GetValue(data), withFile ? result.GetValue(file) : null, result.GetValue(residents));
}
