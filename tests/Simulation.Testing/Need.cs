namespace Simulation.Testing;

/// <summary>Something outside .NET that a test cannot do without.</summary>
/// <param name="Name">What people call it, as in "ffmpeg".</param>
/// <param name="Debian">The packages that bring it on Debian and its relatives; none where those have none.</param>
/// <param name="Find">Where it is on a machine: a path or a name to load it by; null when it is not there.</param>
/// <param name="Elsewhere">A last way to get it, tried when no package can be installed; true when it helped.</param>
public sealed record Need(string Name, IReadOnlyList<string> Debian, Func<Machine, string?> Find, Func<bool>? Elsewhere = null)
{
    /// <summary>A program, by any of the names that it goes by or by its full path.</summary>
    public static Need Program(string name, string package, params string[] programs) =>
        new(name, [package], machine => (programs.Length == 0 ? [name] : programs).Select(machine.Program).FirstOrDefault(path => path is not null));

    /// <summary>A shared library, by the names that the loader knows it by.</summary>
    public static Need Library(string name, string package, params string[] libraries) =>
        new(name, [package], machine => libraries.FirstOrDefault(machine.Loads));
}
