using System.Buffers.Binary;
using System.Security.Cryptography;
using Simulation.Engine.Interventions;

namespace Simulation.Results.Runs;

/// <summary>One effect as a run file keeps it: enough to tell whether two runs pulled the same lever in the same way.</summary>
/// <param name="Source">Intervention that made it, e.g. <c>school_street[1]</c>.</param>
/// <param name="Lever">Lever moved.</param>
/// <param name="Rows">Rows of the lever's table that it reaches.</param>
/// <param name="Fingerprint">SHA-256 over lever, rows, amounts, dates, ramp and fade, hex; the name of the source is left out.</param>
public sealed record EffectRecord(string Source, string Lever, int Rows, string Fingerprint)
{
    /// <summary>The record of <paramref name="effect"/>.</summary>
    /// <remarks>
    /// The fingerprint is how a package is known to be the union of its parts: by what it does to the model, not by how
    /// two files happen to be written.
    /// </remarks>
    public static EffectRecord Of(Effect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[4];
        void Append(int value, Span<byte> buffer)
        {
            BinaryPrimitives.WriteInt32LittleEndian(buffer, value);
            hash.AppendData(buffer);
        }

        Append((int)effect.Lever, bytes);
        Append(effect.End, bytes);
        Append(BitConverter.SingleToInt32Bits(effect.RampDays), bytes);
        Append(BitConverter.SingleToInt32Bits(effect.FadeDays), bytes);
        for (int i = 0; i < effect.Rows.Length; i++)
        {
            // One amount for all and the same amount row by row are the same effect, hence the accessors.
            Append(effect.Rows[i], bytes);
            Append(BitConverter.SingleToInt32Bits(effect.AmountOf(i)), bytes);
            Append(effect.StartOf(i), bytes);
        }

        if (effect.Admission is { } admission)
        {
            Append((int)admission.Levels, bytes);
            for (int i = 0; i < admission.Residents.Count; i++)
            {
                Append(admission.Residents[i], bytes);
                Append(admission.Days[i], bytes);
            }
        }

        return new EffectRecord(
            effect.Source, effect.Lever.ToString(), effect.Rows.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
