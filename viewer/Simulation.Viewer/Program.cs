using Simulation.Viewer.CommandLine;

return await ViewerCommand.Create().Parse(args).InvokeAsync();
