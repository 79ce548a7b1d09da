using Simulation.Scene.Maps;
using Simulation.Scene.Painting;

namespace Simulation.Scene.Tests;

/// <summary>Two dozen square neighbourhoods about the Mersey with residents in clumps.</summary>
internal static class SmallCity
{
    private const int Side = 12;
    private const double Box = 60_000;

    public static SceneMap Map { get; } = Make();

    /// <summary>Every ninetieth resident changed, every thousandth against.</summary>
    public static LitDay Day { get; } = new()
    {
        For = [.. Enumerable.Range(0, Map.Residents).Where(i => i % 90 == 0)],
        Against = [.. Enumerable.Range(0, Map.Residents).Where(i => i % 1000 == 7)],
        Children = [.. Enumerable.Range(0, Map.Residents).Where(i => i % 9 == 4)],
        WalkEitherWay = [.. Enumerable.Range(0, Map.Residents).Where(i => i % 11 == 5)],
    };

    private static SceneMap Make()
    {
        var random = new Random(7);
        var positions = new List<ushort>();
        var first = new List<int> { 0 };
        var outlines = new List<ushort[][]>();
        var names = new List<string>();
        int step = ushort.MaxValue / Side;
        for (int n = 0; n < Side * Side; n++)
        {
            int west = n % Side * step;
            int south = n / Side * step;
            int residents = 200 + random.Next(600);
            for (int i = 0; i < residents; i++)
            {
                double angle = random.NextDouble() * Math.Tau;
                double reach = Math.Sqrt(-Math.Log(1 - random.NextDouble())) * step / 7;
                positions.Add((ushort)Math.Clamp(west + (step / 2) + (reach * Math.Cos(angle)), 0, ushort.MaxValue));
                positions.Add((ushort)Math.Clamp(south + (step / 2) + (reach * Math.Sin(angle)), 0, ushort.MaxValue));
            }

            first.Add(positions.Count / 2);
            outlines.Add([[(ushort)west, (ushort)south, (ushort)(west + step), (ushort)south, (ushort)(west + step), (ushort)(south + step), (ushort)west, (ushort)(south + step)]]);
            names.Add($"Knowsley 0{1 + (n / 15):00}{(char)('A' + (n % 15))}");
        }

        ushort end = (ushort)(step * Side);
        ushort half = (ushort)(step * Side / 2);
        return new SceneMap
        {
            West = -40_000,
            South = -25_000,
            Size = Box,
            Positions = [.. positions],
            First = [.. first],
            Names = [.. names],
            PlaceOf = [.. Enumerable.Range(0, Side * Side).Select(n => (byte)(n / Side < Side / 2 ? 0 : 1))],
            Places = ["South", "North"],
            Outlines = [.. outlines],
            PlaceOutlines = [[[0, 0, end, 0, end, half, 0, half]], [[0, half, end, half, end, end, 0, end]]],
            Schools = [new SceneSchool("Anfield Road Primary School", 30_000, 42_000), new SceneSchool("All Saints' Catholic Primary School", 30_600, 42_300)],
        };
    }
}
