using Simulation.Engine.Populations;
using Simulation.Scenarios.Diagnostics;

namespace Simulation.Scenarios.Checks;

/// <summary><c>proportionate to need</c> where everything is reached already: there is nothing left to shift.</summary>
internal sealed class NoRoomForNeedCheck : IBindingCheck
{
    public void Check(IReadOnlyList<BoundIntervention> bound, Population population, DiagnosticBag bag)
    {
        foreach (BoundIntervention one in bound)
        {
            var request = one.Intervention.Request;
            bool everything = request.Reach.Count is { } count ? count >= one.Delivery.OfRegion(one.Delivery.Eligible) : request.Reach.Share >= 1;
            if (request.ProportionateToNeed && everything)
            {
                bag.Warn(
                    Codes.NoRoomForNeed, one.Intervention.SpanOf("intensity"), $"'{one.Intervention.Name}' reaches everything, so need cannot shift anything.",
                    "Lower `reach`: the same total then goes where need is greatest.");
            }
        }
    }
}
