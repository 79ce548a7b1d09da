using System.Globalization;

namespace Simulation.Benchmarks.Whole;

/// <summary>What a measurement runs on.</summary>
/// <param name="Residents">Residents.</param>
/// <param name="Days">Days of each run.</param>
/// <param name="Rounds">Times that everything is measured; medians are printed.</param>
/// <param name="Data">Folder of open data, or null for the embedded figures.</param>
internal sealed record Settings(int Residents = 2_700_000, int Days = 365, int Rounds = 5, string? Data = null)
{
    /// <summary>Reads <c>--residents N --days N --rounds N --data FOLDER</c>; null after saying what was wrong.</summary>
    /// <param name="args">The options.</param>
    /// <param name="unless">Holds for what is left out.</param>
    public static Settings? Read(ReadOnlySpan<string> args, Settings unless)
    {
        Settings settings = unless;
        for (int i = 0; i < args.Length; i += 2)
        {
            string value = i + 1 < args.Length ? args[i + 1] : "";
            bool number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n > 0;
            Settings? next = args[i] switch
            {
                "--residents" when number => settings with { Residents = n },
                "--days" when number => settings with { Days = n },
                "--rounds" when number => settings with { Rounds = n },
                "--data" when value.Length > 0 => settings with { Data = value },
                _ => null,
            };
            if (next is null)
            {
                Console.Error.WriteLine($"'{args[i]} {value}' is not understood; there are --residents N, --days N, --rounds N and --data FOLDER.");
                return null;
            }

            settings = next;
        }

        return settings;
    }
}
