using System.Collections.Immutable;

namespace Simulation.Engine.Embedded.Land;

/// <summary>
/// Coasts and boundaries as chains of (longitude, latitude), each drawn once and shared by the places on both sides, so
/// that places can neither overlap nor leave a gap. Every chain starts and ends at a corner where three areas meet.
/// </summary>
/// <remarks>From general knowledge of the coast and the council boundaries; positions to about 1 km.</remarks>
internal static class Borders
{
    // Corners.
    private static readonly (double, double) BootleDocks = (-3.003, 53.437);
    private static readonly (double, double) Crossens = (-2.945, 53.695);
    private static readonly (double, double) Waddicar = (-2.902, 53.487);
    private static readonly (double, double) Fazakerley = (-2.912, 53.476);
    private static readonly (double, double) HaleShore = (-2.825, 53.330);
    private static readonly (double, double) Halewood = (-2.818, 53.346);
    private static readonly (double, double) Rainford = (-2.822, 53.502);
    private static readonly (double, double) Cronton = (-2.752, 53.398);
    private static readonly (double, double) Bold = (-2.692, 53.400);
    private static readonly (double, double) Newton = (-2.588, 53.455);
    private static readonly (double, double) FiddlersFerry = (-2.700, 53.362);
    private static readonly (double, double) Moore = (-2.645, 53.371);
    private static readonly (double, double) Hatton = (-2.625, 53.325);
    private static readonly (double, double) WeaverMouth = (-2.757, 53.314);
    private static readonly (double, double) Arley = (-2.515, 53.330);
    private static readonly (double, double) Bollin = (-2.430, 53.385);
    private static readonly (double, double) Marbury = (-2.675, 52.992);
    private static readonly (double, double) Eastham = (-2.938, 53.312);
    private static readonly (double, double) Gayton = (-3.097, 53.307);

    /// <summary>Sefton's coast, from the Mersey docks north to the Ribble.</summary>
    public static ImmutableArray<(double, double)> SeftonCoast { get; } =
    [
        BootleDocks, (-3.018, 53.452), (-3.033, 53.465), (-3.045, 53.478), (-3.064, 53.500), (-3.072, 53.518), (-3.082, 53.530),
        (-3.102, 53.545), (-3.107, 53.560), (-3.098, 53.575), (-3.078, 53.597), (-3.052, 53.620), (-3.030, 53.640),
        (-3.012, 53.657), (-2.985, 53.676), (-2.962, 53.692), Crossens,
    ];

    /// <summary>Sefton with West Lancashire, from the Ribble south to Kirkby.</summary>
    public static ImmutableArray<(double, double)> SeftonLancashire { get; } =
    [
        Crossens, (-2.928, 53.680), (-2.935, 53.660), (-2.950, 53.648), (-2.948, 53.632), (-2.975, 53.618), (-2.992, 53.600),
        (-3.010, 53.583), (-3.020, 53.568), (-3.008, 53.552), (-2.975, 53.550), (-2.945, 53.557), (-2.925, 53.545),
        (-2.898, 53.525), (-2.892, 53.510), (-2.890, 53.498), Waddicar,
    ];

    /// <summary>Sefton with Knowsley.</summary>
    public static ImmutableArray<(double, double)> SeftonKnowsley { get; } = [Waddicar, Fazakerley];

    /// <summary>Sefton with Liverpool, from Fazakerley west to the docks.</summary>
    public static ImmutableArray<(double, double)> SeftonLiverpool { get; } =
    [
        Fazakerley, (-2.932, 53.477), (-2.947, 53.472), (-2.960, 53.465), (-2.965, 53.455), (-2.975, 53.446), (-2.987, 53.440), BootleDocks,
    ];

    /// <summary>Liverpool's shore, from the docks south to Hale.</summary>
    public static ImmutableArray<(double, double)> LiverpoolShore { get; } =
    [
        BootleDocks, (-3.003, 53.425), (-2.999, 53.412), (-2.996, 53.400), (-2.986, 53.390), (-2.972, 53.376), (-2.957, 53.366),
        (-2.935, 53.356), (-2.912, 53.346), (-2.895, 53.339), (-2.872, 53.333), (-2.850, 53.330), HaleShore,
    ];

    /// <summary>Liverpool with Halton at Speke.</summary>
    public static ImmutableArray<(double, double)> LiverpoolHalton { get; } = [HaleShore, (-2.820, 53.337), Halewood];

    /// <summary>Liverpool with Knowsley, from Halewood north to Fazakerley.</summary>
    public static ImmutableArray<(double, double)> LiverpoolKnowsley { get; } =
    [
        Halewood, (-2.832, 53.349), (-2.848, 53.352), (-2.855, 53.362), (-2.842, 53.372), (-2.823, 53.383), (-2.826, 53.394),
        (-2.842, 53.402), (-2.856, 53.408), (-2.862, 53.418), (-2.868, 53.424), (-2.876, 53.432), (-2.872, 53.443),
        (-2.880, 53.455), (-2.884, 53.464), (-2.898, 53.470), Fazakerley,
    ];

    /// <summary>Knowsley with West Lancashire, from Waddicar east to Rainford.</summary>
    public static ImmutableArray<(double, double)> KnowsleyLancashire { get; } =
    [
        Waddicar, (-2.895, 53.494), (-2.875, 53.501), (-2.850, 53.504), Rainford,
    ];

    /// <summary>Knowsley with St Helens, from Rainford south to Cronton.</summary>
    public static ImmutableArray<(double, double)> KnowsleySaintHelens { get; } =
    [
        Rainford, (-2.818, 53.485), (-2.805, 53.470), (-2.797, 53.455), (-2.788, 53.442), (-2.782, 53.428), (-2.783, 53.416),
        (-2.772, 53.407), Cronton,
    ];

    /// <summary>Knowsley with Halton, from Cronton south-west to Halewood.</summary>
    public static ImmutableArray<(double, double)> KnowsleyHalton { get; } =
    [
        Cronton, (-2.752, 53.388), (-2.765, 53.382), (-2.785, 53.376), (-2.793, 53.363), (-2.805, 53.353), Halewood,
    ];

    /// <summary>St Helens with West Lancashire and Wigan, from Rainford east to Newton.</summary>
    public static ImmutableArray<(double, double)> SaintHelensNorth { get; } =
    [
        Rainford, (-2.815, 53.518), (-2.785, 53.530), (-2.755, 53.522), (-2.735, 53.515), (-2.712, 53.522), (-2.698, 53.510),
        (-2.678, 53.500), (-2.660, 53.493), (-2.640, 53.485), (-2.610, 53.478), (-2.592, 53.468), Newton,
    ];

    /// <summary>St Helens with Warrington, from Newton south-west to Bold.</summary>
    public static ImmutableArray<(double, double)> SaintHelensWarrington { get; } =
    [
        Newton, (-2.600, 53.443), (-2.618, 53.437), (-2.640, 53.440), (-2.662, 53.447), (-2.678, 53.437), (-2.672, 53.420), (-2.682, 53.410), Bold,
    ];

    /// <summary>St Helens with Halton, from Bold west to Cronton.</summary>
    public static ImmutableArray<(double, double)> SaintHelensHalton { get; } = [Bold, (-2.712, 53.400), (-2.732, 53.397), Cronton];

    /// <summary>Halton with Warrington north of the Mersey, from Bold south to the river.</summary>
    public static ImmutableArray<(double, double)> WidnesWarrington { get; } = [Bold, (-2.688, 53.390), (-2.700, 53.380), FiddlersFerry];

    /// <summary>The Mersey between Warrington and Halton, upstream from Fiddlers Ferry to Moore.</summary>
    public static ImmutableArray<(double, double)> WarringtonRiver { get; } = [FiddlersFerry, (-2.682, 53.365), (-2.662, 53.370), Moore];

    /// <summary>Widnes's bank of the Mersey, from Fiddlers Ferry down to Hale.</summary>
    public static ImmutableArray<(double, double)> WidnesShore { get; } =
    [
        FiddlersFerry, (-2.715, 53.357), (-2.728, 53.351), (-2.740, 53.348), (-2.752, 53.352), (-2.768, 53.346), (-2.782, 53.337),
        (-2.788, 53.325), (-2.797, 53.321), (-2.812, 53.326), HaleShore,
    ];

    /// <summary>Runcorn's bank of the Mersey, from Fiddlers Ferry down to the Weaver.</summary>
    public static ImmutableArray<(double, double)> RuncornShore { get; } =
    [
        FiddlersFerry, (-2.706, 53.354), (-2.722, 53.347), (-2.738, 53.3455), (-2.752, 53.340), (-2.762, 53.330), (-2.762, 53.320), WeaverMouth,
    ];

    /// <summary>Halton with Warrington south of the Mersey, from Moore to Hatton.</summary>
    public static ImmutableArray<(double, double)> DaresburyWarrington { get; } = [Moore, (-2.628, 53.362), (-2.622, 53.350), (-2.613, 53.338), Hatton];

    /// <summary>Halton with Cheshire West, along the Weaver from Hatton to its mouth.</summary>
    public static ImmutableArray<(double, double)> RuncornCheshire { get; } =
    [
        Hatton, (-2.648, 53.318), (-2.668, 53.311), (-2.690, 53.306), (-2.712, 53.304), (-2.735, 53.308), WeaverMouth,
    ];

    /// <summary>Warrington with Wigan, Salford and Trafford, from Newton round to the Bollin.</summary>
    public static ImmutableArray<(double, double)> WarringtonManchester { get; } =
    [
        Newton, (-2.560, 53.452), (-2.545, 53.460), (-2.525, 53.470), (-2.500, 53.478), (-2.488, 53.468), (-2.478, 53.450),
        (-2.455, 53.435), (-2.430, 53.418), (-2.435, 53.408), (-2.455, 53.402), (-2.448, 53.392), Bollin,
    ];

    /// <summary>Warrington with Cheshire East, from the Bollin west to Arley.</summary>
    public static ImmutableArray<(double, double)> WarringtonCheshireEast { get; } =
    [
        Bollin, (-2.443, 53.368), (-2.470, 53.360), (-2.495, 53.352), (-2.520, 53.343), Arley,
    ];

    /// <summary>Warrington with Cheshire West, from Arley west to Hatton.</summary>
    public static ImmutableArray<(double, double)> WarringtonCheshireWest { get; } =
    [
        Arley, (-2.545, 53.332), (-2.575, 53.326), (-2.600, 53.328), Hatton,
    ];

    /// <summary>Cheshire East with Greater Manchester, Derbyshire, Staffordshire and Shropshire, from the Bollin round to Marbury.</summary>
    public static ImmutableArray<(double, double)> CheshireEastOuter { get; } =
    [
        Bollin, (-2.400, 53.379), (-2.372, 53.372), (-2.345, 53.370), (-2.310, 53.356), (-2.275, 53.350), (-2.245, 53.357),
        (-2.205, 53.362), (-2.185, 53.340), (-2.155, 53.338), (-2.130, 53.360), (-2.100, 53.366), (-2.060, 53.368),
        (-2.020, 53.362), (-2.003, 53.345), (-1.998, 53.315), (-2.005, 53.290), (-1.982, 53.268), (-1.978, 53.240),
        (-1.985, 53.214), (-2.020, 53.195), (-2.065, 53.182), (-2.110, 53.180), (-2.140, 53.160), (-2.170, 53.145),
        (-2.200, 53.118), (-2.235, 53.095), (-2.275, 53.085), (-2.310, 53.075), (-2.335, 53.055), (-2.370, 53.050),
        (-2.382, 53.015), (-2.395, 52.992), (-2.430, 52.975), (-2.475, 52.957), (-2.530, 52.950), (-2.590, 52.962), (-2.635, 52.975), Marbury,
    ];

    /// <summary>Cheshire East with Cheshire West, from Marbury north to Arley.</summary>
    public static ImmutableArray<(double, double)> CheshireMiddle { get; } =
    [
        Marbury, (-2.700, 53.015), (-2.715, 53.045), (-2.748, 53.065), (-2.742, 53.095), (-2.715, 53.115), (-2.685, 53.118),
        (-2.640, 53.125), (-2.612, 53.150), (-2.575, 53.165), (-2.540, 53.165), (-2.505, 53.165), (-2.475, 53.172),
        (-2.472, 53.195), (-2.450, 53.208), (-2.412, 53.210), (-2.372, 53.232), (-2.375, 53.255), (-2.405, 53.265),
        (-2.438, 53.268), (-2.455, 53.275), (-2.482, 53.292), (-2.492, 53.312), Arley,
    ];

    /// <summary>Cheshire West with Shropshire, Wrexham and Flintshire, then the Dee, from Marbury round to Gayton.</summary>
    public static ImmutableArray<(double, double)> CheshireWestOuter { get; } =
    [
        Marbury, (-2.710, 52.985), (-2.745, 52.985), (-2.790, 52.982), (-2.830, 52.990), (-2.862, 53.005), (-2.868, 53.035),
        (-2.872, 53.062), (-2.882, 53.085), (-2.872, 53.105), (-2.895, 53.120), (-2.935, 53.118), (-2.962, 53.135),
        (-2.965, 53.160), (-2.930, 53.172), (-2.918, 53.185), (-2.930, 53.203), (-2.945, 53.218), (-2.975, 53.232),
        (-3.010, 53.242), (-3.040, 53.252), (-3.065, 53.272), (-3.085, 53.288), Gayton,
    ];

    /// <summary>Cheshire West's bank of the Mersey, from the Weaver down to Eastham.</summary>
    public static ImmutableArray<(double, double)> CheshireWestShore { get; } =
    [
        WeaverMouth, (-2.775, 53.308), (-2.800, 53.300), (-2.830, 53.294), (-2.865, 53.291), (-2.895, 53.293), (-2.920, 53.303), Eastham,
    ];

    /// <summary>Wirral with Cheshire West, from the Mersey across to the Dee.</summary>
    public static ImmutableArray<(double, double)> WirralNeck { get; } =
    [
        Eastham, (-2.955, 53.303), (-2.985, 53.302), (-3.020, 53.308), (-3.050, 53.312), (-3.075, 53.305), Gayton,
    ];

    /// <summary>Wirral's coast, from Eastham down the Mersey, round to the Dee at Gayton.</summary>
    public static ImmutableArray<(double, double)> WirralCoast { get; } =
    [
        Eastham, (-2.952, 53.327), (-2.972, 53.345), (-2.988, 53.362), (-3.002, 53.378), (-3.008, 53.392), (-3.015, 53.407),
        (-3.022, 53.422), (-3.032, 53.438), (-3.045, 53.444), (-3.075, 53.434), (-3.105, 53.423), (-3.140, 53.413),
        (-3.175, 53.404), (-3.197, 53.392), (-3.193, 53.372), (-3.178, 53.355), (-3.150, 53.338), (-3.122, 53.320), Gayton,
    ];
}
