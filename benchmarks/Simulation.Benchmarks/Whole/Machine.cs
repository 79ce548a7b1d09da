using System.Globalization;
using System.Reflection;
using System.Runtime.Intrinsics;

namespace Simulation.Benchmarks.Whole;

/// <summary>Where and with what a figure was taken.</summary>
internal static class Machine
{
    /// <summary>One line: day, commit, processor, vectors, .NET.</summary>
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, commit {Commit()}, {Processor()}, {Environment.ProcessorCount} processors, {Vectors()}, .NET {Environment.Version}");

    private static string Commit()
    {
        string version = typeof(Machine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        int plus = version.IndexOf('+', StringComparison.Ordinal);
        return plus >= 0 && version.Length >= plus + 9 ? version.Substring(plus + 1, 8) : "unknown";
    }

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        string? line = File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':')[1].Trim() ?? "unknown processor";
    }

    private static string Vectors() =>
        Vector512.IsHardwareAccelerated ? "512-bit vectors"
        : Vector256.IsHardwareAccelerated ? "256-bit vectors"
        : Vector128.IsHardwareAccelerated ? "128-bit vectors"
        : "no vectors";
}
