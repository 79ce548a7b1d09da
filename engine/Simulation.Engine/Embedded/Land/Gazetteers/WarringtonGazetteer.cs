using System.Collections.Immutable;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Embedded.Land.Gazetteers;

/// <summary>Localities of Warrington.</summary>
/// <remarks>From general knowledge: positions to about 1 km, residents to about a third, deprivation by reputation.</remarks>
internal static class WarringtonGazetteer
{
    public static ImmutableArray<Locality> Localities { get; } =
    [
        new("Warrington Town Centre", -2.594, 53.389, 6_500, 2.0),
        new("Bewsey", -2.610, 53.397, 7_000, 1.2),
        new("Dallam", -2.610, 53.408, 4_000, 1.5),
        new("Whitecross", -2.612, 53.389, 5_500, 2.2),
        new("Orford", -2.578, 53.408, 11_500, 1.4),
        new("Longford", -2.590, 53.410, 5_500, 1.6),
        new("Padgate", -2.553, 53.404, 7_000, 5.0),
        new("Fearnhead", -2.550, 53.415, 6_500, 5.5),
        new("Cinnamon Brow", -2.563, 53.421, 6_500, 6.5),
        new("Woolston", -2.537, 53.399, 7_000, 7.0),
        new("Poulton", -2.566, 53.396, 7_000, 3.5),
        new("Paddington", -2.553, 53.395, 3_500, 5.0),
        new("Birchwood", -2.524, 53.419, 5_500, 5.0),
        new("Gorse Covert", -2.510, 53.426, 3_800, 7.0),
        new("Oakwood", -2.530, 53.427, 4_000, 4.0),
        new("Risley", -2.518, 53.434, 2_000, 8.0),
        new("Locking Stumps", -2.540, 53.426, 3_500, 8.0),
        new("Great Sankey", -2.638, 53.394, 12_000, 7.0),
        new("Penketh", -2.656, 53.386, 9_500, 7.5),
        new("Sankey Bridges", -2.622, 53.383, 4_000, 3.5),
        new("Whittle Hall", -2.650, 53.400, 6_500, 9.5),
        new("Old Hall", -2.622, 53.405, 5_000, 8.0),
        new("Westbrook", -2.637, 53.411, 6_500, 8.5),
        new("Callands", -2.618, 53.415, 5_000, 8.0),
        new("Gemini", -2.634, 53.420, 2_500, 7.0),
        new("Burtonwood", -2.657, 53.430, 4_500, 4.5),
        new("Chapelford", -2.630, 53.400, 6_500, 9.0),
        new("Winwick", -2.597, 53.430, 3_000, 7.5, Settlement.Rural),
        new("Latchford", -2.576, 53.378, 8_000, 2.3),
        new("Westy", -2.566, 53.386, 5_000, 1.6),
        new("Wilderspool", -2.588, 53.376, 3_500, 3.5),
        new("Stockton Heath", -2.581, 53.370, 6_500, 8.5),
        new("Grappenhall", -2.548, 53.371, 6_500, 9.0),
        new("Thelwall", -2.525, 53.382, 5_000, 9.0),
        new("Walton", -2.598, 53.366, 2_500, 9.5),
        new("Appleton", -2.568, 53.355, 8_500, 9.8),
        new("Appleton Thorn", -2.545, 53.349, 2_500, 8.5, Settlement.Rural),
        new("Stretton", -2.577, 53.341, 2_000, 9.0, Settlement.Rural),
        new("Hatton", -2.606, 53.339, 700, 9.0, Settlement.Rural),
        new("Lymm", -2.477, 53.381, 10_500, 9.5),
        new("Oughtrington", -2.462, 53.384, 2_200, 9.0),
        new("Culcheth", -2.522, 53.453, 7_000, 8.5),
        new("Glazebury", -2.497, 53.468, 1_500, 6.0, Settlement.Rural),
        new("Croft", -2.552, 53.438, 3_000, 8.5, Settlement.Rural),
        new("Hollins Green", -2.462, 53.411, 2_500, 7.0, Settlement.Rural),
    ];
}
