using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Simulation.Engine.Interventions;

namespace Simulation.Engine.Running;

/// <summary>What a scenario's effects have done before some day, as a hash: two scenarios may go on from one state when theirs are equal.</summary>
internal static class EffectHistory
{
    /// <summary>The history in which nothing has happened yet.</summary>
    public static string Nothing { get; } = Hash([]);

    /// <summary>The history of <paramref name="effects"/> before <paramref name="day"/> (a <see cref="DateOnly.DayNumber"/>).</summary>
    public static string Before(IReadOnlyList<Effect> effects, int day) =>
        Hash([.. effects.Select(effect => Of(effect, day)).OfType<string>().Order(StringComparer.Ordinal)]);

    private static string Hash(string[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));

    // Rows that joined before the day, with their amounts; null when none did.
    private static string? Of(Effect effect, int day)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int joined = 0;
        Span<int> entry = stackalloc int[3];
        for (int i = 0; i < effect.Rows.Length; i++)
        {
            int start = effect.StartOf(i);
            if (start < day && start < effect.End && effect.AmountOf(i) != 0)
            {
                joined++;
                (entry[0], entry[1], entry[2]) = (effect.Rows[i], start, BitConverter.SingleToInt32Bits(effect.AmountOf(i)));
                hash.AppendData(MemoryMarshal.AsBytes(entry));
            }
        }

        string end = effect.End <= day ? effect.End.ToString(CultureInfo.InvariantCulture) : "open";
        return joined == 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{effect.Lever} {effect.RampDays:R} {effect.FadeDays:R} {end} {effect.Admission?.Source} {effect.Admission?.Levels} {joined} {Convert.ToHexStringLower(hash.GetHashAndReset())}");
    }
}
