using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Simulation.Tests.Architecture;

/// <summary>Which way the folders of an assembly point: each may use those before it in a list, and none after it.</summary>
internal static class FolderArrows
{
    /// <summary>Dependencies that point the wrong way, one line each, and folders that the list lacks or that are there no longer.</summary>
    /// <param name="one">Any type of the assembly, whose folders are namespaces below the first two words of its own.</param>
    /// <param name="order">Its folders, those that others stand on first; an empty name is the root itself, <c>Program</c> the way in.</param>
    public static IReadOnlyList<string> Against(System.Type one, params string[] order)
    {
        string root = string.Join('.', one.Namespace!.Split('.').Take(2));
        ArchUnitNET.Domain.Architecture architecture = new ArchLoader().LoadAssemblies(one.Assembly).Build();
        SortedSet<string> wrong = new(StringComparer.Ordinal);
        string[] there = [.. architecture.Types.Select(type => Folder(type, root)).OfType<string>().Distinct()];
        wrong.UnionWith(order.Except(there).Select(gone => $"{root}/{gone} is in the list and holds no type"));
        foreach (IType type in architecture.Types.Where(t => Folder(t, root) is not null))
        {
            string from = Folder(type, root)!;
            int place = Array.IndexOf(order, from);
            if (place < 0)
            {
                wrong.Add($"{root}/{from} is not in the list of folders");
                continue;
            }

            foreach (IType target in type.Dependencies.Select(d => d.Target))
            {
                if (Folder(target, root) is { } to && to != from && Array.IndexOf(order, to) > place)
                {
                    wrong.Add($"{from} uses {to}: {type.Name} → {target.Name}");
                }
            }
        }

        return [.. wrong];
    }

    private static string? Folder(IType type, string root)
    {
        string name = type.Namespace?.FullName ?? string.Empty;
        return name == root ? (type.Name == "Program" ? "Program" : string.Empty)
            : name.StartsWith(root + ".", StringComparison.Ordinal) ? name[(root.Length + 1)..]
            : null;
    }
}
