using System.CommandLine;
using Simulation.Viewer.CommandLine;

// A viewer that is told to end closes its recording first.
return await ViewerCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
