using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using Simulation.Engine.Embedded.Figures;
using Simulation.Engine.Populations;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Embedded.Making;

/// <summary>
/// Schools: the real number in each place, each amid a compact group of neighbourhoods with about its share of the children.
/// </summary>
internal sealed class Schools
{
    // The country has more and smaller schools than its children alone would bring.
    private const double RuralPull = 2.2;

    // Pupils vary about what the catchment would give: quartiles of primary schools are 181 and 358 (DfE, 24 May 2025).
    private const double SizeSpread = 0.25;

    private readonly IReadOnlyList<NeighbourhoodInput> neighbourhoods;
    private readonly IReadOnlyList<Seed> seeds;
    private readonly Chance chance;
    private readonly List<SchoolInput> made = [];
    private readonly Dictionary<string, int> named = new(StringComparer.Ordinal);

    private Schools(IReadOnlyList<NeighbourhoodInput> neighbourhoods, IReadOnlyList<Seed> seeds, Chance chance) =>
        (this.neighbourhoods, this.seeds, this.chance) = (neighbourhoods, seeds, chance);

    /// <summary>Makes all schools: place by place, primary, then secondary and all-through.</summary>
    public static List<SchoolInput> Make(IReadOnlyList<NeighbourhoodInput> neighbourhoods, IReadOnlyList<Seed> seeds, Chance chance)
    {
        var schools = new Schools(neighbourhoods, seeds, chance);
        for (int place = 0; place < SchoolFigures.All.Length; place++)
        {
            SchoolFigures figures = SchoolFigures.All[place];
            schools.Found(place, figures.Primaries, SchoolPhase.Primary, figures.PrimaryPupils, 0, 0);
            schools.Found(
                place, figures.Secondaries + figures.AllThrough, SchoolPhase.Secondary, figures.SecondaryPupils,
                figures.AllThrough, figures.AllThroughPupils);
        }

        return schools.made;
    }

    private void Found(int place, int count, SchoolPhase phase, int pupils, int allThrough, int allThroughPupils)
    {
        int[] mine = [.. Enumerable.Range(0, neighbourhoods.Count).Where(i => neighbourhoods[i].Place == place)];
        (double X, double Y)[] points = [.. neighbourhoods.Select(n => (n.X, n.Y))];
        double[] pull = [.. neighbourhoods.Select(n => n.AgeBands[0] * (n.Settlement == Settlement.Rural ? RuralPull : 1))];
        List<int[]> catchments = Clusters.Part(mine, points, pull, count);

        double[] children = new double[catchments.Count];
        for (int k = 0; k < children.Length; k++)
        {
            int luck = (place * 1_000) + ((int)phase * 500) + k;
            children[k] = catchments[k].Sum(i => neighbourhoods[i].AgeBands[0]) * chance.Factor(Draw.SchoolSize, luck, SizeSpread);
        }

        // All-through schools stand evenly among the others.
        bool[] through = new bool[count];
        for (int k = 0; k < allThrough; k++)
        {
            through[((2 * k) + 1) * count / (2 * allThrough)] = true;
        }

        int[] ordinary = Apportion.Whole([.. children.Where((_, k) => !through[k])], pupils);
        int[] special = allThrough == 0 ? [] : Apportion.Whole([.. children.Where((_, k) => through[k])], allThroughPupils);
        int nextOrdinary = 0;
        int nextSpecial = 0;
        for (int k = 0; k < count; k++)
        {
            int roll = through[k] ? special[nextSpecial++] : ordinary[nextOrdinary++];
            Build(place, catchments[k], through[k] ? SchoolPhase.AllThrough : phase, roll);
        }
    }

    private void Build(int place, int[] catchment, SchoolPhase phase, int roll)
    {
        double children = catchment.Sum(i => neighbourhoods[i].AgeBands[0]);
        double x = catchment.Sum(i => neighbourhoods[i].X * neighbourhoods[i].AgeBands[0]) / children;
        double y = catchment.Sum(i => neighbourhoods[i].Y * neighbourhoods[i].AgeBands[0]) / children;

        // A little off the middle, so that schools of one size do not stand on a grid.
        int luck = made.Count * 2;
        x += 240 * (chance.Uniform(Draw.SchoolSite, luck) - 0.5);
        y += 240 * (chance.Uniform(Draw.SchoolSite, luck + 1) - 0.5);

        int home = Array.FindIndex(catchment, i => neighbourhoods[i].Outline.Contains(new Point(x, y)));
        if (home < 0)
        {
            // The middle of the group lies beyond it (a bend of the coast, say): stand in its nearest neighbourhood.
            home = Array.IndexOf(catchment, catchment.OrderBy(i => Square(i, x, y)).ThenBy(i => i).First());
            (x, y) = (neighbourhoods[catchment[home]].X, neighbourhoods[catchment[home]].Y);
        }

        ImmutableArray<double> meals = phase == SchoolPhase.Primary ? SchoolFigures.PrimaryFreeMeals : SchoolFigures.SecondaryFreeMeals;
        double free = catchment.Sum(i => neighbourhoods[i].AgeBands[0] * meals[neighbourhoods[i].Decile - 1]) / children / 100;
        string kind = phase switch { SchoolPhase.Primary => "Primary School", SchoolPhase.Secondary => "High School", _ => "Academy" };
        made.Add(new SchoolInput(
            $"{PlaceFigures.All[place].Code}S{made.Count + 1:0000}", Name(seeds[catchment[home]].Locality.Name, kind),
            phase, roll, free, x, y, catchment[home]));
    }

    private string Name(string locality, string kind)
    {
        string name = $"{locality} {kind}";
        named[name] = named.GetValueOrDefault(name) + 1;
        return named[name] == 1 ? name : $"{name} {named[name]}";
    }

    private double Square(int i, double x, double y) =>
        ((neighbourhoods[i].X - x) * (neighbourhoods[i].X - x)) + ((neighbourhoods[i].Y - y) * (neighbourhoods[i].Y - y));
}
