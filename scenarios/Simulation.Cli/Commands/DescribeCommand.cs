using System.CommandLine;
using Simulation.Cli.Output;
using Simulation.Engine.Embedded;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.Synthesis;
using Simulation.Results.RunFiles;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate describe</c>: what the model is made of, printed from the code that runs.</summary>
internal static class DescribeCommand
{
    // The schedule is the same for any number of residents; a village is enough to make one.
    private const int Village = 2_000;

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal, CancellationToken cancellation)
    {
        Option<string?> profile = new("--profile")
        {
            Description = "Print where the time of this run went instead.",
            HelpName = "RUN",
        };
        Command command = new("describe", "Print the schedule of a day and every parameter with its source.") { profile };
        command.SetAction(result =>
        {
            if (result.GetValue(profile) is { } file)
            {
                using RunFileReader run = RunFileReader.Open(file);
                if (result.IsJson())
                {
                    JsonOutput.Write(terminal, json => DescribeReport.WriteProfile(json, run));
                }
                else
                {
                    DescribeReport.PrintProfile(terminal, run);
                }

                return ExitCodes.Success;
            }

            using Population village = PopulationSynthesiser.Build(
                EmbeddedInputs.Create(1), new SynthesisOptions(Village), progress: null, cancellation);
            if (result.IsJson())
            {
                JsonOutput.Write(terminal, json => DescribeReport.WriteModel(json, ModelRun.DescribeSchedule(village), ParameterRegistry.All));
                return ExitCodes.Success;
            }

            DescribeReport.PrintSchedule(terminal, ModelRun.DescribeSchedule(village));
            DescribeReport.PrintParameters(terminal, ParameterRegistry.All);
            return ExitCodes.Success;
        });
        return command;
    }
}
