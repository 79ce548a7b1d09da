using System.Collections.Immutable;

namespace Simulation.Engine.Embedded.Land;

/// <summary>A town centre, hospital, port or estate where jobs gather.</summary>
/// <param name="Name">Name.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Jobs">Rough number of jobs, thousands.</param>
internal sealed record JobCentre(string Name, double Longitude, double Latitude, double Jobs)
{
    /// <summary>The larger centres. From general knowledge: positions to about 1 km, jobs to about a half.</summary>
    public static ImmutableArray<JobCentre> All { get; } =
    [
        new("Liverpool city centre", -2.985, 53.407, 85),
        new("Liverpool knowledge quarter", -2.965, 53.405, 22),
        new("Speke and the airport", -2.855, 53.345, 18),
        new("Aintree hospital and Long Lane", -2.930, 53.465, 13),
        new("Wavertree technology park", -2.925, 53.407, 8),
        new("Alder Hey and Broadgreen", -2.897, 53.413, 8),
        new("Port of Liverpool and Bootle", -2.998, 53.450, 18),
        new("Southport", -3.003, 53.646, 18),
        new("Kew and Southport hospital", -2.978, 53.632, 5),
        new("Crosby", -3.025, 53.488, 5),
        new("Formby", -3.065, 53.555, 4),
        new("Maghull", -2.945, 53.515, 4),
        new("Knowsley Industrial Park", -2.855, 53.492, 20),
        new("Kirkby", -2.889, 53.482, 5),
        new("Huyton business park", -2.835, 53.405, 8),
        new("Whiston hospital and Prescot", -2.790, 53.420, 10),
        new("Halewood", -2.830, 53.357, 6),
        new("St Helens", -2.736, 53.453, 18),
        new("Haydock", -2.650, 53.475, 11),
        new("Earlestown", -2.640, 53.453, 4),
        new("Widnes", -2.733, 53.362, 12),
        new("Runcorn", -2.715, 53.332, 9),
        new("Manor Park and Daresbury", -2.650, 53.342, 12),
        new("Whitehouse, Runcorn", -2.660, 53.320, 6),
        new("Warrington", -2.594, 53.389, 24),
        new("Birchwood", -2.525, 53.418, 15),
        new("Omega and Gemini", -2.640, 53.415, 15),
        new("Appleton Thorn and Barleycastle", -2.535, 53.350, 6),
        new("Woolston", -2.540, 53.395, 6),
        new("Chester", -2.890, 53.191, 26),
        new("Chester business park", -2.905, 53.165, 9),
        new("Countess of Chester", -2.898, 53.210, 6),
        new("Chester Sealand Road", -2.915, 53.196, 4),
        new("Ellesmere Port", -2.900, 53.275, 10),
        new("Stanlow and Hooton", -2.930, 53.298, 7),
        new("Cheshire Oaks", -2.885, 53.262, 6),
        new("Northwich", -2.512, 53.258, 12),
        new("Gadbrook", -2.475, 53.238, 6),
        new("Winsford", -2.500, 53.195, 9),
        new("Frodsham and Helsby", -2.735, 53.290, 4),
        new("Neston", -3.060, 53.290, 3),
        new("Tarporley", -2.668, 53.159, 2),
        new("Crewe", -2.442, 53.098, 20),
        new("Leighton hospital and Bentley", -2.475, 53.110, 11),
        new("Crewe business park", -2.415, 53.092, 6),
        new("Nantwich", -2.520, 53.067, 7),
        new("Sandbach", -2.365, 53.145, 6),
        new("Middlewich", -2.435, 53.190, 6),
        new("Alsager", -2.306, 53.096, 4),
        new("Congleton", -2.212, 53.163, 9),
        new("Holmes Chapel", -2.357, 53.202, 4),
        new("Macclesfield", -2.125, 53.260, 16),
        new("Hurdsfield", -2.105, 53.275, 6),
        new("Alderley Park", -2.240, 53.275, 5),
        new("Wilmslow", -2.231, 53.328, 12),
        new("Handforth", -2.205, 53.347, 7),
        new("Alderley Edge", -2.237, 53.303, 3),
        new("Knutsford and Radbroke", -2.370, 53.298, 11),
        new("Poynton", -2.118, 53.348, 4),
        new("Birkenhead", -3.025, 53.392, 16),
        new("Arrowe Park", -3.097, 53.370, 8),
        new("Wirral business park and Bromborough", -2.975, 53.340, 12),
        new("Wallasey", -3.040, 53.415, 7),
        new("Moreton", -3.110, 53.405, 5),
        new("Heswall", -3.098, 53.328, 4),
        new("West Kirby", -3.183, 53.373, 3),
        new("Clatterbridge", -3.030, 53.333, 5),
    ];
}
