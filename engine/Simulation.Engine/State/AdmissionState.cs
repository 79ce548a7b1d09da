using Simulation.Engine.Interventions;

namespace Simulation.Engine.State;

/// <summary>Who was admitted to interventions that ask for a level of activity: one bit for each resident and intervention.</summary>
/// <param name="residents">Rows of the resident table.</param>
public sealed class AdmissionState(int residents)
{
    private readonly List<(string Source, ActivityLevels Levels, byte[] Admitted)> all = [];

    /// <summary>Every admission: the intervention's name, the levels that it asks for, a bit a resident.</summary>
    internal IReadOnlyList<(string Source, ActivityLevels Levels, byte[] Admitted)> All => all;

    /// <summary>Number of an admission, from 1; nobody is admitted to one that was not there before.</summary>
    public ushort NumberOf(string source, ActivityLevels levels)
    {
        int index = all.FindIndex(entry => entry.Source == source && entry.Levels == levels);
        if (index < 0)
        {
            index = all.Count;
            all.Add((source, levels, new byte[(residents + 7) / 8]));
        }

        return checked((ushort)(index + 1));
    }

    /// <summary>Whether <paramref name="resident"/> was admitted.</summary>
    public bool Admits(ushort number, int resident) => (all[number - 1].Admitted[resident >> 3] & (1 << (resident & 7))) != 0;

    /// <summary>Admits a resident or does not.</summary>
    public void Settle(ushort number, int resident, bool admits)
    {
        ref byte bits = ref all[number - 1].Admitted[resident >> 3];
        int bit = 1 << (resident & 7);
        bits = (byte)(admits ? bits | bit : bits & ~bit);
    }

    internal void CopyTo(AdmissionState other)
    {
        other.all.Clear();
        other.all.AddRange(all.Select(entry => (entry.Source, entry.Levels, (byte[])entry.Admitted.Clone())));
    }

    /// <summary>Takes all admissions of another layout of rows.</summary>
    /// <param name="other">The other.</param>
    /// <param name="from">Old row of each new one, −1 for none.</param>
    internal void Take(AdmissionState other, ReadOnlySpan<int> from)
    {
        foreach ((string source, ActivityLevels levels, byte[] admitted) in other.all)
        {
            byte[] bits = new byte[(from.Length + 7) / 8];
            for (int row = 0; row < from.Length; row++)
            {
                int old = from[row];
                if (old >= 0 && (admitted[old >> 3] & (1 << (old & 7))) != 0)
                {
                    bits[row >> 3] |= (byte)(1 << (row & 7));
                }
            }

            all.Add((source, levels, bits));
        }
    }

    /// <summary>Takes an admission from a file.</summary>
    internal void Add(string source, ActivityLevels levels, byte[] admitted) => all.Add((source, levels, admitted));
}
