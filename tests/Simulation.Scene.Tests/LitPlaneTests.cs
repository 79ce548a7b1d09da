using System.Runtime.Intrinsics;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;

namespace Simulation.Scene.Tests;

public sealed class LitPlaneTests
{
    [Theory]
    [InlineData(0.85f)]
    [InlineData(1.7f)]
    [InlineData(2.6f)]
    [InlineData(10f)]
    [InlineData(26f)]
    public void EveryCell_IsAsBrightAsWhereAllCellsAreBlurred_AndTheDayBeforeLeavesNothing(float sigma)
    {
        var view = new View(Camera.Named("mersey"), 701, 403, Theme.Dark);
        var grid = new CellGrid(view, SmallCity.Map);
        var plan = new BlurPlan(sigma);
        var tone = new LightTone(view, LightTone.PerHectare(view, grid, SmallCity.Map));
        var plane = new LitPlane(grid, plan);
        plane.Fits(grid, plan).ShouldBeTrue();
        int[][] days = [[.. SmallCity.Day.For.Where((_, i) => i % 2 == 0)], [.. SmallCity.Day.For.Where((_, i) => i % 5 == 0)], [SmallCity.Day.For[17]], []];
        foreach (int[] day in days)
        {
            byte[] levels = [.. day.Select((_, i) => (byte)(40 + (i % 200)))];
            plane.Clear(0, plane.Height);
            plane.Add(grid, SmallCity.Map.Positions, day, levels);
            plane.Across(0, plane.Height);
            plane.Up(0, plane.Height, tone, 1);
            int[] cells = new int[grid.Width * grid.Height];
            for (int i = 0; i < day.Length; i++)
            {
                int cell = grid.CellOf(SmallCity.Map.Positions[2 * day[i]], SmallCity.Map.Positions[(2 * day[i]) + 1]);
                if (cell >= 0)
                {
                    cells[cell] += levels[i];
                }
            }

            Plane all = Gaussian.Blur(cells, grid.Width, grid.Height, 1f / byte.MaxValue, plan, null, 1);
            for (int i = 0; i < all.Values.Length; i++)
            {
                all.Values[i] = tone.Of(1, Vector256.Create(all.Values[i]))[0];
            }

            Compare(grid, plane, all, (plan.Radius + 2) * plan.Factor);
        }
    }

    [Fact]
    public void APosition_IsInTheCellThatArithmeticPutsItIn()
    {
        var view = new View(Camera.Named("home"), 1920, 1080, Theme.Dark);
        var grid = new CellGrid(view, SmallCity.Map);
        foreach (int row in Enumerable.Range(0, SmallCity.Map.Residents).Where(row => row % 97 == 0))
        {
            (ushort x, ushort y) = (SmallCity.Map.Positions[2 * row], SmallCity.Map.Positions[(2 * row) + 1]);
            (double mx, double my) = SmallCity.Map.Metres(x, y);
            (double px, double py) = view.Pixel(mx, my);
            int column = (int)Math.Floor(px) + grid.Margin;
            int line = grid.RowOf((int)Math.Ceiling(py) - 1);
            grid.CellOf(x, y).ShouldBe((line * grid.Width) + column);
        }
    }

    [Fact]
    public void ABoxOfPositions_MissesTheCells_WhereItLiesBesideThem_OrHoldsNobody()
    {
        var grid = new CellGrid(new View(new Camera(-14_800, 5_200, 1200), 640, 360, Theme.Dark), SmallCity.Map);
        int middle = Enumerable.Range(0, ushort.MaxValue).First(x => grid.Columns[x] == grid.Width / 2);
        int row = Enumerable.Range(0, ushort.MaxValue).First(y => grid.Rows[y] == grid.Height / 2);
        grid.Misses(((ushort)(middle - 1), (ushort)(row - 1), (ushort)(middle + 1), (ushort)(row + 1))).ShouldBeFalse();
        grid.Misses((0, 0, ushort.MaxValue, ushort.MaxValue)).ShouldBeFalse("it lies all about them");
        grid.Misses((0, (ushort)row, 5, (ushort)row)).ShouldBeTrue();
        grid.Misses(((ushort)middle, ushort.MaxValue - 3, (ushort)middle, ushort.MaxValue)).ShouldBeTrue();
        grid.Misses((ushort.MaxValue, ushort.MaxValue, 0, 0)).ShouldBeTrue("nobody lives there");
    }

    // Edges of the grid lie beyond the picture; there a blur of all cells goes on with the last one.
    private static void Compare(CellGrid grid, LitPlane plane, Plane all, int reach)
    {
        float[] numbers = new float[plane.RowLength];
        float[] wanted = new float[grid.Width];
        float[] scratch = new float[grid.Width];
        ulong[] near = new ulong[((grid.Width / 8) + 63) / 64];
        reach.ShouldBeLessThan(grid.Height / 3);
        for (int y = reach; y < grid.Height - reach; y++)
        {
            Array.Clear(near);
            all.Read(y, 0, wanted, scratch);
            bool any = plane.Row(y, numbers, near);
            for (int x = (reach + 7) / 8 * 8; x < grid.Width - reach - 8; x += 8)
            {
                bool told = (near[x >> 9] & (1ul << (x >> 3))) != 0;
                Vector256<float> cells = any ? plane.Cells(ref numbers[LitPlane.Before], x) : Vector256<float>.Zero;
                for (int i = 0; i < 8; i++)
                {
                    cells[i].ShouldBe(wanted[x + i], 2e-5f);
                    (told || wanted[x + i] == 0).ShouldBeTrue();
                }
            }
        }
    }
}
