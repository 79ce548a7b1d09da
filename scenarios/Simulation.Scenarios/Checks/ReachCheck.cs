using System.Globalization;
using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Checks;

/// <summary>A reach that cannot be met as written: more than there is, or a share of few that falls between two whole numbers.</summary>
internal sealed class ReachCheck : IBindingCheck
{
    public void Check(IReadOnlyList<BoundIntervention> bound, Population population, DiagnosticBag bag)
    {
        foreach (BoundIntervention one in bound.Where(b => b.Delivery.Eligible > 0))
        {
            Delivery delivery = one.Delivery;
            InterventionKind kind = one.Intervention.Kind;
            string noun = ReachParser.NounOf(kind.Reaches);
            long eligible = delivery.OfRegion(delivery.Eligible);
            long reached = delivery.OfRegion(delivery.Reached);
            if (delivery.Request.Reach.Count is { } count && count > eligible)
            {
                bag.Warn(
                    Codes.MoreThanThereIs, one.Intervention.SpanOf("reach"),
                    string.Create(CultureInfo.InvariantCulture, $"'{one.Intervention.Name}' is to reach {count:N0} {noun}, and {eligible:N0} lie within its `where` and `who`: all of them are reached."),
                    string.Create(CultureInfo.InvariantCulture, $"Write `reach: {eligible} {noun}` or `reach: all`, or widen `where` and `who`."));
            }
            else if (Clipping.Of(kind, delivery.Request, reached, eligible) is { } actual)
            {
                long nearest = Math.Max(1, (long)Math.Round(delivery.Request.Reach.Share * eligible));
                bag.Warn(
                    Codes.NearestReach, one.Intervention.SpanOf("reach"),
                    string.Create(CultureInfo.InvariantCulture, $"'{one.Intervention.Name}' is to reach {QuantityParser.Format(delivery.Request.Reach.Share, Dimension.Share)} of {eligible:N0} {noun}; {Clipping.Why(kind)} {reached:N0}, which is {actual}."),
                    string.Create(CultureInfo.InvariantCulture, $"Write `reach: {nearest} {ReachParser.NounOf(kind.Reaches, (int)Math.Min(nearest, int.MaxValue))}`: a number is met exactly."));
            }
        }
    }
}
