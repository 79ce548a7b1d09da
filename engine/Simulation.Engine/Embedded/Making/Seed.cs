using Simulation.Engine.Embedded.Land;

namespace Simulation.Engine.Embedded.Making;

/// <summary>The middle of a neighbourhood to be.</summary>
/// <param name="X">Metres east.</param>
/// <param name="Y">Metres north.</param>
/// <param name="Land">Index of the piece of land that it stands on.</param>
/// <param name="Locality">Locality that it belongs to.</param>
internal sealed record Seed(double X, double Y, int Land, Locality Locality);
