using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Simulation.Testing;

/// <summary>
/// The machine that tests run on, and what it can be made to have. A need is looked for, then installed by the package manager
/// where this user may do that, then fetched some other way; when nothing helps, every test that needs it fails with the same
/// one line, and no other test does.
/// </summary>
public sealed class Machine
{
    private readonly string path;
    private readonly PackageManager packages;
    private readonly ConcurrentDictionary<string, Lazy<string>> found = new();

    /// <summary>A machine on which programs lie in the folders of <paramref name="path"/> and <paramref name="packages"/> may be asked for more.</summary>
    public Machine(string path, PackageManager packages)
    {
        this.path = path;
        this.packages = packages;
    }

    /// <summary>The one that this process runs on.</summary>
    public static Machine This { get; } = new(Environment.GetEnvironmentVariable("PATH") ?? "", PackageManager.OfThisMachine());

    /// <summary>Where <paramref name="need"/> is, once it is there.</summary>
    /// <exception cref="MissingException">It is not there and could not be had.</exception>
    public string Have(Need need) => found.GetOrAdd(need.Name, _ => new Lazy<string>(() => Get(need))).Value;

    /// <summary>The full path of a program that the user could start by <paramref name="name"/>; null when there is none.</summary>
    public string? Program(string name)
    {
        if (Path.IsPathRooted(name))
        {
            return File.Exists(name) ? name : null;
        }

        string file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Whether the loader finds a library of that name.</summary>
    public bool Loads(string library)
    {
        if (!NativeLibrary.TryLoad(library, out nint handle))
        {
            return false;
        }

        NativeLibrary.Free(handle);
        return true;
    }

    private string Get(Need need)
    {
        if (need.Find(this) is { } there)
        {
            return there;
        }

        string why = packages.Install(need.Debian);
        if (need.Find(this) is { } installed)
        {
            return installed;
        }

        if (need.Elsewhere is not null && need.Elsewhere() && need.Find(this) is { } fetched)
        {
            return fetched;
        }

        throw new MissingException($"This test needs {need.Name}, which is not on this machine; {why}. Install it and run the tests again; all tests that do without it have run.");
    }
}
