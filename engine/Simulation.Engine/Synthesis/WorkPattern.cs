using System.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Synthesis;

/// <summary>When a worker works, and how much of it at home.</summary>
/// <param name="Start">Minutes after midnight.</param>
/// <param name="Days">Bits Monday … Sunday.</param>
/// <param name="Flex">Minutes by which the start may be put off.</param>
/// <param name="HomeDays">Days a week at home.</param>
/// <param name="HomeCapable">Whether the work could be done at home.</param>
internal readonly record struct WorkPattern(ushort Start, byte Days, byte Flex, byte HomeDays, bool HomeCapable)
{
    private const int PartTime = 31;
    private const int LongWeek = 49;
    private const int AfterGate = 555;

    /// <summary>Draws the pattern of one worker; every worker takes the same number of draws or more, in row order.</summary>
    public static WorkPattern Draw(int hours, Traits traits, WorkArrangement arrangement, int sizeBand, int decile, ref SynthesisLuck luck)
    {
        byte days = DrawDays(hours, ref luck);
        ushort start = DrawStart(hours, traits, ref luck);

        // Linear in the decile, 1 on average over the ten.
        double tilt = 1 + ((1 - SynthesisWorkParameters.DeprivedTilt) * (decile - 5.5) / 4.5);
        byte flex = 0;
        if (luck.Next() < SynthesisWorkParameters.Flexitime * tilt)
        {
            flex = luck.Pick(SynthesisWorkParameters.FlexMinutes) switch { 0 => 30, 1 => 45, _ => 60 };
        }

        int worked = BitOperations.PopCount(days);
        (int home, bool capable) = DrawHome(arrangement, worked, tilt * SynthesisWorkParameters.CapableByBand[sizeBand], ref luck);
        return new WorkPattern(start, days, flex, (byte)home, capable);
    }

    // Those fully at home have a home day for every day worked.
    private static (int Days, bool Capable) DrawHome(WorkArrangement arrangement, int worked, double tilt, ref SynthesisLuck luck)
    {
        if (arrangement == WorkArrangement.MainlyHome)
        {
            int days = luck.Next() < SynthesisWorkParameters.FullyHome
                ? 5
                : Math.Min(1 + luck.Pick(SynthesisWorkParameters.HybridDays), Math.Max(1, worked - 1));
            return (Math.Min(days, Math.Min(worked, 5)), true);
        }

        bool capable = arrangement == WorkArrangement.FixedPlace && luck.Next() < SynthesisWorkParameters.FixedCapable * tilt;
        bool hybrid = capable && luck.Next() < SynthesisWorkParameters.FixedHybrid && worked > 1;
        return (hybrid ? Math.Min(1 + luck.Pick(SynthesisWorkParameters.FixedHybridDays), worked - 1) : 0, capable);
    }

    // About eight hours a day; weekend days stand in for weekdays.
    private static byte DrawDays(int hours, ref SynthesisLuck luck)
    {
        int days = hours >= LongWeek ? 5 + luck.Below(2)
            : hours >= PartTime ? (luck.Next() < SynthesisWorkParameters.FourDays ? 4 : 5)
            : Math.Clamp((int)Math.Round((hours / SynthesisWorkParameters.PartTimeDay) + luck.Next() - 0.5), 1, 5);
        bool weekend = luck.Next() < SynthesisWorkParameters.Weekend || days > 5;
        int mask = 0b11111;
        if (weekend)
        {
            mask |= luck.Below(4) switch { 0 or 1 => 0b0100000, 2 => 0b1000000, _ => 0b1100000 };
        }

        while (BitOperations.PopCount((uint)mask) > days)
        {
            mask = (mask & 0b11111) != 0 ? mask & ~(1 << luck.Below(5)) : mask & (mask - 1);
        }

        return (byte)mask;
    }

    private static ushort DrawStart(int hours, Traits traits, ref SynthesisLuck luck)
    {
        bool partTime = hours < PartTime;
        if (partTime && (traits & Traits.WithChildrenUnder11) != 0 && luck.Next() < SynthesisWorkParameters.ParentsAfterGate)
        {
            return (ushort)(AfterGate + (15 * luck.Below(4)));
        }

        int bin = luck.Pick(partTime ? SynthesisWorkParameters.StartPartTime : SynthesisWorkParameters.StartFullTime);
        int from = SynthesisWorkParameters.StartFrom[bin];
        int to = bin + 1 < SynthesisWorkParameters.StartFrom.Length ? SynthesisWorkParameters.StartFrom[bin + 1] : 1380;

        return (ushort)(luck.Next() < SynthesisWorkParameters.StartOnTheHour ? from : from + (15 * luck.Below((to - from) / 15)));
    }
}
