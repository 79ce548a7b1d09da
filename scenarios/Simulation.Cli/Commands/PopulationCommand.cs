using System.CommandLine;
using System.Diagnostics;
using Simulation.Cli.Options;
using Simulation.Cli.Output;
using Simulation.Cli.Running;
using Simulation.Engine.Populations.Files;
using Simulation.Engine.Populations;
using Simulation.Populations;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate population</c>: build a population file, or set one beside the published figures.</summary>
internal static class PopulationCommand
{
    /// <summary>The command with its two parts.</summary>
    public static Command Make(Terminal terminal, CancellationToken cancellation) =>
        new("population", "Build or describe a population file.") { MakeBuild(terminal, cancellation), MakeDescribe(terminal) };

    private static Command MakeBuild(Terminal terminal, CancellationToken cancellation)
    {
        Option<string> output = new("--out") { Description = "Population file to write.", HelpName = "FILE", Required = true };
        Option<ulong?> seed = new("--seed") { Description = "Seed of the synthesis (default 1).", HelpName = "N" };
        Option<bool> force = new("--force") { Description = "Replace the file if it exists." };
        PopulationOptionSet options = new(withFile: false);
        Command command = new("build", "Build a population file: the same inputs give the same bytes.") { output };
        options.AddTo(command);
        command.Add(seed);
        command.Add(force);
        command.SetAction(result =>
        {
            Build(terminal, result.GetValue(output)!, options.Read(result), result.GetValue(seed), result.GetValue(force), result.IsJson(), cancellation);
            return ExitCodes.Success;
        });
        return command;
    }

    private static void Build(
        Terminal terminal, string path, PopulationRequest request, ulong? seed, bool force, bool json, CancellationToken cancellation)
    {
        OutputFile.EnsureFree(path, force, "choose another name with --out");
        OutputFile.EnsureNoText(path);
        Stopwatch watch = Stopwatch.StartNew();
        using Population population = PopulationProvider.Build(
            request.Data,
            request.Residents ?? PopulationProvider.DefaultResidents,
            seed ?? PopulationProvider.DefaultSeed,
            Environment.ProcessorCount,
            terminal.Say,
            cancellation);
        PopulationFile.Write(path, population);
        if (json)
        {
            JsonOutput.Write(terminal, writer =>
            {
                PopulationReport.WriteIdentity(writer, population);
                writer.WriteString("file", path);
                writer.WriteNumber("bytes", new FileInfo(path).Length);
                writer.WriteNumber("seconds", watch.Elapsed.TotalSeconds);
            });
            return;
        }

        terminal.WriteLine($"{population.Count:N0} residents in {population.Neighbourhoods.Count:N0} neighbourhoods ({population.Description.Source}, seed {population.Description.Seed})");
        terminal.WriteLine($"Built in {Numbers.Time(watch.Elapsed.TotalSeconds)}, {Numbers.Bytes(new FileInfo(path).Length)} in {path}");
        terminal.WriteLine($"Hash {population.Description.Hash}");
    }

    private static Command MakeDescribe(Terminal terminal)
    {
        Argument<string> file = new("FILE") { Description = "Population file." };
        Option<bool> neighbourhoods = new("--neighbourhoods") { Description = "List its neighbourhoods by code and name instead." };
        Command command = new("describe", "Set a population beside the published figures.") { file, neighbourhoods };
        command.SetAction(result =>
        {
            using OpenPopulation open = PopulationProvider.OpenFile(result.GetValue(file)!);
            Population population = open.Population;
            if (result.GetValue(neighbourhoods))
            {
                if (result.IsJson())
                {
                    JsonOutput.Write(terminal, writer => NeighbourhoodList.WriteJson(writer, population));
                }
                else
                {
                    NeighbourhoodList.Print(terminal, population);
                }

                return ExitCodes.Success;
            }

            PopulationSummary summary = PopulationDescriber.Describe(population);
            if (result.IsJson())
            {
                JsonOutput.Write(terminal, writer => PopulationReport.WriteJson(writer, population, summary));
            }
            else
            {
                PopulationReport.Print(terminal, population, summary);
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
