using System.Globalization;

namespace Simulation.Experiments.Studies;

/// <summary>One part of a study that many machines share out.</summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Of">How many parts.</param>
public sealed record Shard(int Number, int Of)
{
    // Array indices as schedulers hand them out, with the variable that holds the number of tasks; null where there is none.
    private static readonly (string Index, string? First, string? Count)[] Schedulers =
    [
        ("SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_COUNT"),
        ("PBS_ARRAY_INDEX", null, null),
        ("SGE_TASK_ID", "SGE_TASK_FIRST", "SGE_TASK_LAST"),
        ("JOB_COMPLETION_INDEX", null, null),
    ];

    /// <summary>Reads <c>3/8</c>, or <c>auto/8</c> for the index of the scheduler that runs this process.</summary>
    /// <param name="text">The text.</param>
    /// <param name="environment">Environment variables by name.</param>
    /// <exception cref="ExperimentException">It is neither.</exception>
    public static Shard Read(string text, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(environment);
        string[] parts = text.Split('/');
        if (parts.Length == 2 && Whole(parts[1]) is { } of and >= 1)
        {
            int? number = parts[0] == "auto" ? Index(environment) : Whole(parts[0]);
            if (number is null && parts[0] == "auto")
            {
                throw new ExperimentException("--shard auto needs the task index of a scheduler (SLURM_ARRAY_TASK_ID, PBS_ARRAY_INDEX, SGE_TASK_ID or JOB_COMPLETION_INDEX), and none is set; write --shard 1/8.");
            }

            if (number is { } one && one >= 1 && one <= of)
            {
                return new Shard(one, of);
            }
        }

        throw new ExperimentException($"--shard takes a part such as 1/8, or auto/8 under a scheduler, not '{text}'.");
    }

    /// <summary>Whether block <paramref name="index"/>, from 0, is in this part.</summary>
    public bool Holds(int index) => index % Of == Number - 1;

    private static int? Index(Func<string, string?> environment)
    {
        foreach ((string index, string? first, _) in Schedulers)
        {
            if (Whole(environment(index)) is { } at)
            {
                // Kubernetes counts from 0; the others from the first of the array, which is mostly 0 or 1.
                int start = first is null ? (index == "JOB_COMPLETION_INDEX" ? 0 : 1) : Whole(environment(first)) ?? 1;
                return at - start + 1;
            }
        }

        return null;
    }

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
}
