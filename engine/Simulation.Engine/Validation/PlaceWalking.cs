namespace Simulation.Engine.Validation;

/// <summary>
/// Walking for travel by place, share of adults, year to November 2018: DfT CW0302/0303 (walking, travel) from the Active
/// Lives Survey. A check, not a target of calibration: places follow from who lives there.
/// </summary>
internal static class PlaceWalking
{
    /// <summary>Place code, at least once a week, at least three times a week.</summary>
    public static readonly (string Code, double Weekly, double Thrice)[] Shares =
    [
        ("E06000006", 0.306, 0.143),
        ("E06000007", 0.378, 0.181),
        ("E06000049", 0.341, 0.182),
        ("E06000050", 0.454, 0.227),
        ("E08000011", 0.403, 0.233),
        ("E08000012", 0.499, 0.281),
        ("E08000013", 0.372, 0.155),
        ("E08000014", 0.401, 0.184),
        ("E08000015", 0.373, 0.214),
    ];
}
