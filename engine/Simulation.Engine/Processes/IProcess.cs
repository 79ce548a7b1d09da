namespace Simulation.Engine.Processes;

/// <summary>A submodel that runs once a day for the whole area.</summary>
public interface IDayProcess
{
    /// <summary>The line that the schedule prints.</summary>
    ProcessDescription Description { get; }

    /// <summary>Runs the process.</summary>
    void Run(DayContext context);
}

/// <summary>A submodel that runs for each neighbourhood by itself: it writes that neighbourhood's rows and nobody else's.</summary>
public interface IBlockProcess
{
    /// <summary>The line that the schedule prints.</summary>
    ProcessDescription Description { get; }

    /// <summary>Runs the process for one neighbourhood.</summary>
    void Run(DayContext context, int neighbourhood, BlockScratch scratch);
}
