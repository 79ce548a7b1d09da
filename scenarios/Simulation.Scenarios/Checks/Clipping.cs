using System.Globalization;
using Simulation.Engine.Interventions;

namespace Simulation.Scenarios.Checks;

/// <summary>Where a share that was asked for cannot be met, because units are whole and few.</summary>
internal static class Clipping
{
    // Shares are read and said in whole per cent; what differs by less is said as asked.
    private const double Noticeable = 0.01;

    /// <summary>
    /// Why it is that many: employers are the nearest number that there can be; of other units each has its fixed rank, so that
    /// 10 % lies within 11 %, and of few there may be some more or less below it.
    /// </summary>
    public static string Why(InterventionKind kind) => kind.Reaches == ReachUnit.Employers ? "the nearest there can be is" : "by their fixed ranks it is";

    /// <summary>The share that is reached, in words, when it is noticeably another than asked; null otherwise.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="reached">Units of the region that are reached.</param>
    /// <param name="eligible">Eligible units of the region.</param>
    public static string? Of(InterventionKind kind, InterventionRequest request, long reached, long eligible)
    {
        Uptake uptake = request.Uptake ?? kind.DefaultUptake;
        bool counts = kind.Reaches is ReachUnit.Schools or ReachUnit.Neighbourhoods || uptake == Uptake.Everyone;
        if (request.Reach.Count is not null || !counts || eligible == 0 || request.Who.Activity is not null)
        {
            return null;
        }

        double share = (double)reached / eligible;
        return Math.Abs(share - request.Reach.Share) < Noticeable ? null : share.ToString("0.#%", CultureInfo.InvariantCulture);
    }
}
