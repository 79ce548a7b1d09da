using System.Collections.Immutable;

namespace Simulation.Engine.Embedded.Land;

/// <summary>
/// Coasts and boundaries as chains of (longitude, latitude), each drawn once and shared by the places on both sides, so
/// that places can neither overlap nor leave a gap. Every chain starts and ends at a corner where three areas meet.
/// </summary>
/// <remarks>
/// Drawn by hand and good to about 1 km: enough for a map that is recognised, too coarse to say on which side of a boundary a
/// street lies. Corrected by eye where a comparison with ONS local authority boundaries (Open Geography, Open Government
/// Licence v3; contains OS data © Crown copyright) showed a line further off. The saltings of the Dee are left out.
/// </remarks>
internal static class BorderLines
{
    // Corners.
    private static readonly (double, double) BootleDocks = (-3.007, 53.439);
    private static readonly (double, double) Crossens = (-2.948, 53.688);
    private static readonly (double, double) Waddicar = (-2.889, 53.503);
    private static readonly (double, double) Fazakerley = (-2.923, 53.475);
    private static readonly (double, double) HaleShore = (-2.828, 53.332);
    private static readonly (double, double) Halewood = (-2.818, 53.346);
    private static readonly (double, double) Rainford = (-2.826, 53.483);
    private static readonly (double, double) Cronton = (-2.752, 53.401);
    private static readonly (double, double) Bold = (-2.697, 53.385);
    private static readonly (double, double) Newton = (-2.588, 53.453);
    private static readonly (double, double) FiddlersFerry = (-2.697, 53.362);
    private static readonly (double, double) Moore = (-2.634, 53.363);
    private static readonly (double, double) Hatton = (-2.615, 53.328);
    private static readonly (double, double) WeaverMouth = (-2.755, 53.313);
    private static readonly (double, double) Arley = (-2.520, 53.343);
    private static readonly (double, double) Bollin = (-2.429, 53.385);
    private static readonly (double, double) Marbury = (-2.697, 52.996);
    private static readonly (double, double) Eastham = (-2.937, 53.312);
    private static readonly (double, double) Gayton = (-3.100, 53.308);

    /// <summary>Sefton's coast, from the Mersey docks north to the Ribble.</summary>
    public static ImmutableArray<(double, double)> SeftonCoast { get; } =
    [
        BootleDocks, (-3.015, 53.449), (-3.028, 53.457), (-3.040, 53.466), (-3.045, 53.478), (-3.056, 53.491),
        (-3.064, 53.505), (-3.066, 53.517), (-3.080, 53.522), (-3.098, 53.533), (-3.104, 53.545), (-3.104, 53.558),
        (-3.095, 53.575), (-3.078, 53.597), (-3.056, 53.620), (-3.038, 53.640), (-3.016, 53.658), (-3.006, 53.676),
        (-2.988, 53.683), (-2.975, 53.694), (-2.960, 53.693), Crossens,
    ];

    /// <summary>Sefton with West Lancashire, from the Ribble south to Kirkby.</summary>
    public static ImmutableArray<(double, double)> SeftonLancashire { get; } =
    [
        Crossens, (-2.944, 53.675), (-2.941, 53.659), (-2.958, 53.642), (-2.967, 53.632), (-2.982, 53.622),
        (-2.994, 53.628), (-3.010, 53.615), (-3.032, 53.602), (-3.035, 53.586), (-3.021, 53.583), (-3.022, 53.570),
        (-3.040, 53.566), (-3.039, 53.552), (-3.045, 53.541), (-3.022, 53.538), (-2.998, 53.527), (-2.975, 53.516),
        (-2.963, 53.522), (-2.972, 53.538), (-2.976, 53.546), (-2.955, 53.546), (-2.935, 53.534), (-2.922, 53.524),
        (-2.883, 53.520), (-2.892, 53.510), Waddicar,
    ];

    /// <summary>Sefton with Knowsley.</summary>
    public static ImmutableArray<(double, double)> SeftonKnowsley { get; } =
    [
        Waddicar, (-2.899, 53.498), (-2.905, 53.491), (-2.917, 53.481), Fazakerley,
    ];

    /// <summary>Sefton with Liverpool, from Fazakerley west to the docks.</summary>
    public static ImmutableArray<(double, double)> SeftonLiverpool { get; } =
    [
        Fazakerley, (-2.955, 53.473), (-2.962, 53.467), (-2.973, 53.462), (-2.972, 53.452), (-2.976, 53.443),
        (-2.990, 53.440), BootleDocks,
    ];

    /// <summary>Liverpool's shore, from the docks south to Hale.</summary>
    public static ImmutableArray<(double, double)> LiverpoolShore { get; } =
    [
        BootleDocks, (-3.004, 53.425), (-3.001, 53.412), (-2.997, 53.400), (-2.988, 53.390), (-2.970, 53.376),
        (-2.948, 53.367), (-2.928, 53.357), (-2.912, 53.348), (-2.895, 53.340), (-2.872, 53.333), (-2.855, 53.328),
        (-2.840, 53.327), HaleShore,
    ];

    /// <summary>Liverpool with Halton at Speke.</summary>
    public static ImmutableArray<(double, double)> LiverpoolHalton { get; } =
    [
        HaleShore, (-2.830, 53.337), (-2.820, 53.337), Halewood,
    ];

    /// <summary>Liverpool with Knowsley, from Halewood north to Fazakerley.</summary>
    public static ImmutableArray<(double, double)> LiverpoolKnowsley { get; } =
    [
        Halewood, (-2.840, 53.347), (-2.852, 53.357), (-2.855, 53.378), (-2.842, 53.382), (-2.823, 53.382),
        (-2.830, 53.390), (-2.838, 53.399), (-2.856, 53.395), (-2.876, 53.401), (-2.890, 53.408), (-2.884, 53.416),
        (-2.870, 53.413), (-2.868, 53.424), (-2.871, 53.440), (-2.871, 53.448), (-2.880, 53.455), (-2.893, 53.464),
        (-2.905, 53.470), (-2.910, 53.465), (-2.919, 53.466), Fazakerley,
    ];

    /// <summary>Knowsley with West Lancashire, from Waddicar east to Rainford.</summary>
    public static ImmutableArray<(double, double)> KnowsleyLancashire { get; } =
    [
        Waddicar, (-2.875, 53.500), (-2.862, 53.491), (-2.850, 53.493), (-2.846, 53.484), Rainford,
    ];

    /// <summary>Knowsley with St Helens, from Rainford south to Cronton.</summary>
    public static ImmutableArray<(double, double)> KnowsleySaintHelens { get; } =
    [
        Rainford, (-2.822, 53.478), (-2.823, 53.467), (-2.810, 53.467), (-2.809, 53.455), (-2.800, 53.442),
        (-2.808, 53.439), (-2.797, 53.432), (-2.783, 53.426), (-2.786, 53.416), (-2.791, 53.402), (-2.765, 53.400),
        Cronton,
    ];

    /// <summary>Knowsley with Halton, from Cronton south-west to Halewood.</summary>
    public static ImmutableArray<(double, double)> KnowsleyHalton { get; } =
    [
        Cronton, (-2.750, 53.394), (-2.758, 53.388), (-2.762, 53.382), (-2.778, 53.381), (-2.785, 53.374),
        (-2.787, 53.360), (-2.793, 53.356), (-2.810, 53.355), Halewood,
    ];

    /// <summary>St Helens with West Lancashire and Wigan, from Rainford east to Newton.</summary>
    public static ImmutableArray<(double, double)> SaintHelensNorth { get; } =
    [
        Rainford, (-2.823, 53.503), (-2.817, 53.513), (-2.800, 53.521), (-2.787, 53.530), (-2.772, 53.514),
        (-2.755, 53.514), (-2.732, 53.520), (-2.724, 53.511), (-2.712, 53.514), (-2.702, 53.501), (-2.670, 53.500),
        (-2.660, 53.490), (-2.650, 53.481), (-2.617, 53.481), (-2.614, 53.470), (-2.616, 53.463), (-2.600, 53.458),
        Newton,
    ];

    /// <summary>St Helens with Warrington, from Newton south-west to Bold.</summary>
    public static ImmutableArray<(double, double)> SaintHelensWarrington { get; } =
    [
        Newton, (-2.602, 53.446), (-2.606, 53.440), (-2.632, 53.435), (-2.642, 53.444), (-2.665, 53.449),
        (-2.680, 53.452), (-2.684, 53.439), (-2.667, 53.428), (-2.673, 53.418), (-2.678, 53.400), (-2.681, 53.388),
        Bold,
    ];

    /// <summary>St Helens with Halton, from Bold west to Cronton.</summary>
    public static ImmutableArray<(double, double)> SaintHelensHalton { get; } =
    [
        Bold, (-2.715, 53.390), (-2.720, 53.399), (-2.732, 53.400), Cronton,
    ];

    /// <summary>Halton with Warrington north of the Mersey, from Bold south to the river.</summary>
    public static ImmutableArray<(double, double)> WidnesWarrington { get; } =
    [
        Bold, (-2.698, 53.375), FiddlersFerry,
    ];

    /// <summary>The Mersey between Warrington and Halton, upstream from Fiddlers Ferry to Moore.</summary>
    public static ImmutableArray<(double, double)> WarringtonRiver { get; } =
    [
        FiddlersFerry, (-2.690, 53.358), (-2.676, 53.355), Moore,
    ];

    /// <summary>Widnes's bank of the Mersey, from Fiddlers Ferry down to Hale.</summary>
    public static ImmutableArray<(double, double)> WidnesShore { get; } =
    [
        FiddlersFerry, (-2.712, 53.357), (-2.727, 53.350), (-2.740, 53.349), (-2.752, 53.351), (-2.768, 53.346),
        (-2.778, 53.337), (-2.780, 53.330), (-2.790, 53.323), (-2.800, 53.323), (-2.812, 53.330), HaleShore,
    ];

    /// <summary>Runcorn's bank of the Mersey, from Fiddlers Ferry down to the Weaver.</summary>
    public static ImmutableArray<(double, double)> RuncornShore { get; } =
    [
        FiddlersFerry, (-2.700, 53.357), (-2.712, 53.349), (-2.735, 53.3455), (-2.752, 53.340), (-2.762, 53.330),
        (-2.762, 53.320), WeaverMouth,
    ];

    /// <summary>Halton with Warrington south of the Mersey, from Moore to Hatton.</summary>
    public static ImmutableArray<(double, double)> DaresburyWarrington { get; } =
    [
        Moore, (-2.632, 53.355), (-2.634, 53.347), (-2.618, 53.346), (-2.612, 53.341), (-2.622, 53.333), Hatton,
    ];

    /// <summary>Halton with Cheshire West, along the Weaver from Hatton to its mouth.</summary>
    public static ImmutableArray<(double, double)> RuncornCheshire { get; } =
    [
        Hatton, (-2.618, 53.315), (-2.632, 53.310), (-2.646, 53.306), (-2.668, 53.311), (-2.690, 53.314),
        (-2.705, 53.306), (-2.728, 53.313), (-2.745, 53.306), WeaverMouth,
    ];

    /// <summary>Warrington with Wigan, Salford and Trafford, from Newton round to the Bollin.</summary>
    public static ImmutableArray<(double, double)> WarringtonManchester { get; } =
    [
        Newton, (-2.587, 53.440), (-2.577, 53.448), (-2.570, 53.458), (-2.550, 53.461), (-2.552, 53.468),
        (-2.496, 53.481), (-2.490, 53.474), (-2.480, 53.449), (-2.474, 53.439), (-2.458, 53.435), (-2.450, 53.422),
        (-2.462, 53.407), (-2.478, 53.395), (-2.447, 53.393), Bollin,
    ];

    /// <summary>Warrington with Cheshire East, from the Bollin west to Arley.</summary>
    public static ImmutableArray<(double, double)> WarringtonCheshireEast { get; } =
    [
        Bollin, (-2.440, 53.370), (-2.470, 53.366), (-2.482, 53.368), (-2.500, 53.358), (-2.519, 53.349), Arley,
    ];

    /// <summary>Warrington with Cheshire West, from Arley west to Hatton.</summary>
    public static ImmutableArray<(double, double)> WarringtonCheshireWest { get; } =
    [
        Arley, (-2.545, 53.333), (-2.575, 53.325), (-2.600, 53.328), Hatton,
    ];

    /// <summary>Cheshire East with Greater Manchester, Derbyshire, Staffordshire and Shropshire, from the Bollin round to Marbury.</summary>
    public static ImmutableArray<(double, double)> CheshireEastOuter { get; } =
    [
        Bollin, (-2.407, 53.379), (-2.368, 53.365), (-2.338, 53.370), (-2.299, 53.342), (-2.273, 53.356),
        (-2.208, 53.360), (-2.186, 53.351), (-2.191, 53.339), (-2.156, 53.329), (-2.143, 53.356), (-2.095, 53.366),
        (-2.074, 53.359), (-2.039, 53.373), (-2.013, 53.363), (-2.007, 53.322), (-2.005, 53.265), (-1.998, 53.245),
        (-1.977, 53.232), (-1.987, 53.214), (-2.000, 53.194), (-2.048, 53.193), (-2.061, 53.172), (-2.130, 53.177),
        (-2.143, 53.159), (-2.173, 53.146), (-2.217, 53.110), (-2.247, 53.092), (-2.290, 53.080), (-2.325, 53.081),
        (-2.347, 53.056), (-2.381, 53.050), (-2.373, 53.014), (-2.386, 52.996), (-2.435, 52.986), (-2.438, 52.973),
        (-2.481, 52.960), (-2.521, 52.974), (-2.528, 52.949), (-2.563, 52.964), (-2.589, 52.957), (-2.602, 52.986),
        (-2.632, 52.996), (-2.676, 52.987), Marbury,
    ];

    /// <summary>Cheshire East with Cheshire West, from Marbury north to Arley.</summary>
    public static ImmutableArray<(double, double)> CheshireMiddle { get; } =
    [
        Marbury, (-2.678, 53.017), (-2.670, 53.039), (-2.703, 53.054), (-2.715, 53.046), (-2.751, 53.068),
        (-2.745, 53.084), (-2.712, 53.094), (-2.706, 53.118), (-2.676, 53.116), (-2.645, 53.131), (-2.628, 53.146),
        (-2.593, 53.147), (-2.576, 53.162), (-2.546, 53.151), (-2.503, 53.162), (-2.468, 53.154), (-2.444, 53.164),
        (-2.457, 53.172), (-2.459, 53.200), (-2.437, 53.198), (-2.416, 53.182), (-2.390, 53.182), (-2.374, 53.173),
        (-2.371, 53.185), (-2.394, 53.206), (-2.412, 53.208), (-2.411, 53.219), (-2.397, 53.233), (-2.364, 53.224),
        (-2.348, 53.242), (-2.355, 53.249), (-2.377, 53.257), (-2.411, 53.268), (-2.425, 53.260), (-2.449, 53.276),
        (-2.459, 53.287), (-2.496, 53.290), (-2.503, 53.307), (-2.511, 53.322), (-2.496, 53.342), Arley,
    ];

    /// <summary>Cheshire West with Shropshire, Wrexham and Flintshire, then the Dee, from Marbury round to Gayton.</summary>
    public static ImmutableArray<(double, double)> CheshireWestOuter { get; } =
    [
        Marbury, (-2.719, 52.984), (-2.775, 52.991), (-2.833, 52.996), (-2.842, 53.017), (-2.859, 53.027),
        (-2.868, 53.063), (-2.883, 53.086), (-2.901, 53.094), (-2.884, 53.120), (-2.905, 53.114), (-2.935, 53.118),
        (-2.966, 53.136), (-2.994, 53.156), (-2.961, 53.163), (-2.921, 53.180), (-2.921, 53.190), (-2.948, 53.212),
        (-3.009, 53.242), (-3.039, 53.252), (-3.065, 53.268), (-3.088, 53.288), Gayton,
    ];

    /// <summary>Cheshire West's bank of the Mersey, from the Weaver down to Eastham.</summary>
    public static ImmutableArray<(double, double)> CheshireWestShore { get; } =
    [
        WeaverMouth, (-2.775, 53.303), (-2.790, 53.297), (-2.815, 53.305), (-2.840, 53.308), (-2.857, 53.304),
        (-2.862, 53.294), (-2.885, 53.291), (-2.905, 53.294), (-2.912, 53.303), (-2.925, 53.306), Eastham,
    ];

    /// <summary>Wirral with Cheshire West, from the Mersey across to the Dee.</summary>
    public static ImmutableArray<(double, double)> WirralNeck { get; } =
    [
        Eastham, (-2.952, 53.303), (-2.967, 53.301), (-2.990, 53.306), (-3.010, 53.300), (-3.035, 53.299),
        (-3.048, 53.310), (-3.070, 53.316), (-3.085, 53.309), Gayton,
    ];

    /// <summary>Wirral's coast, from Eastham down the Mersey, round to the Dee at Gayton.</summary>
    public static ImmutableArray<(double, double)> WirralCoast { get; } =
    [
        Eastham, (-2.951, 53.328), (-2.966, 53.345), (-2.985, 53.362), (-3.000, 53.377), (-3.008, 53.392),
        (-3.015, 53.407), (-3.026, 53.422), (-3.034, 53.438), (-3.045, 53.443), (-3.075, 53.433), (-3.102, 53.421),
        (-3.140, 53.411), (-3.172, 53.402), (-3.195, 53.391), (-3.203, 53.382), (-3.192, 53.371), (-3.174, 53.359),
        (-3.150, 53.342), (-3.125, 53.325), Gayton,
    ];
}
