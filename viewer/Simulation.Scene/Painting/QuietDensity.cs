using Simulation.Scene.Look;
using Simulation.Scene.Maps;

namespace Simulation.Scene.Painting;

/// <summary>How everybody is drawn in a view: kernels and tone.</summary>
/// <param name="Core">The narrow kernel.</param>
/// <param name="Glow">The wide one, of the country.</param>
/// <param name="Town">The one that tells town from country.</param>
/// <param name="TownDensity">Residents a hectare of a town.</param>
/// <param name="CoreShare">Share of the narrow kernel in the country.</param>
/// <param name="GlowShare">Share of the wide one.</param>
/// <param name="ToneFrom">Residents a hectare below which light is in proportion.</param>
/// <param name="ToneTo">Residents a hectare at which it is full.</param>
/// <param name="Strength">Strength of full light.</param>
/// <param name="Exponent">How light rises.</param>
/// <param name="StandsFor">How many people a light stands for.</param>
public sealed record QuietDensity(
    BlurPlan Core, BlurPlan Glow, BlurPlan Town, float TownDensity, float CoreShare, float GlowShare, float ToneFrom, float ToneTo, float Strength, float Exponent, float StandsFor)
{
    /// <summary>Whether a view is so close that everybody is a haze under single children.</summary>
    public static bool IsStreet(View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Camera.PixelsPerKm >= Drawing.Number("discs.street");
    }

    /// <summary>How everybody is drawn in a view.</summary>
    public static QuietDensity Of(View view, SceneMap map)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(map);
        float unit = (float)view.Unit;
        float standsFor = map.StandsFor;
        bool light = view.Theme == Theme.Light;
        if (IsStreet(view))
        {
            var haze = new BlurPlan(Drawing.Number("discs.hazeSigma") * unit);
            return new QuietDensity(
                haze, haze, haze, 1e-9f, 0, 1, Drawing.Number("discs.haze.from"), Drawing.Number("discs.haze.to"),
                light ? 1 : Drawing.Number("discs.haze.strength"), light ? Drawing.Number("everybody.light.exponent") : Drawing.Number("discs.haze.exponent"), standsFor);
        }

        float sigma = Math.Clamp(
            Drawing.Number("everybody.sigmaPerPixelsPerKm") * (float)view.Scale, Drawing.Number("everybody.sigmaMin") * MathF.Max(1, unit), Drawing.Number("everybody.sigmaMax") * unit);
        return new QuietDensity(
            new BlurPlan(sigma), new BlurPlan(sigma * Drawing.Number("everybody.countrySigma")), new BlurPlan(sigma * Drawing.Number("everybody.townSigma")),
            Drawing.Number("everybody.townDensity"), Drawing.Number("everybody.countryCore"), Drawing.Number("everybody.countryGlow"),
            Drawing.Number("everybody.toneFrom"), Drawing.Number("everybody.toneTo"),
            light ? 1 : Drawing.Number("everybody.dark.strength"), Drawing.Number(light ? "everybody.light.exponent" : "everybody.dark.exponent"), standsFor);
    }
}
