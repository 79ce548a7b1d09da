using NetTopologySuite.Geometries;

namespace Simulation.Engine.OpenData;

/// <summary>One outline of a boundary file.</summary>
/// <param name="Code">Neighbourhood.</param>
/// <param name="Place">Place.</param>
/// <param name="Line">Line of the file that the feature starts on.</param>
/// <param name="Shape">Polygon or multipolygon in local metres.</param>
internal sealed record Outline(string Code, string Place, int Line, Geometry Shape);

/// <summary>The outlines of a boundary file.</summary>
/// <param name="Path">Path of the file, for messages.</param>
/// <param name="ByCode">Outlines by neighbourhood code.</param>
internal sealed record OutlineSet(string Path, IReadOnlyDictionary<string, Outline> ByCode);
