using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Demography;

/// <summary>Classes after the summer: who was together stays together as far as the number of classes allows; who is new is spread over them.</summary>
internal static class SchoolClasses
{
    private const int Years = NeighbourhoodSynthesis.SchoolYears;

    /// <summary>Divides the pupils of each school's years and writes their classes into the pupils' table.</summary>
    /// <returns>The classes, and for each the old class whose company it keeps, or one of the same school.</returns>
    public static (ClassTable Classes, int[] From) Divide(Population before, TurnOfTheYear.Tables tables)
    {
        int[] oldFirst = FirstOf(before.Classes, before.Schools.Count);
        int[] pupils = new int[before.Schools.Count * Years];
        ForEach(tables, (_, group) => pupils[group]++);
        int[] first = new int[pupils.Length];
        int[] number = new int[pupils.Length];
        int all = 0;
        for (int group = 0; group < pupils.Length; group++)
        {
            first[group] = all;
            number[group] = pupils[group] == 0 ? 0 : Math.Max(1, (int)Math.Round(pupils[group] / SynthesisSchoolParameters.ClassSize));
            all += number[group];
        }

        var classes = new ClassTable(all);
        int[] from = new int[all];
        for (int group = 0; group < pupils.Length; group++)
        {
            for (int c = 0; c < number[group]; c++)
            {
                classes.School.ToFill()[first[group] + c] = (ushort)(group / Years);
                classes.Year.ToFill()[first[group] + c] = (byte)(group % Years);
                from[first[group] + c] = Predecessor(oldFirst, group, c);
            }
        }

        int[] turn = new int[pupils.Length];
        ForEach(tables, (row, group) =>
        {
            int old = tables.NewSchool[row] ? -1 : before.Pupils.Class[tables.PupilFrom[row]];
            int among = old >= 0 ? old - oldFirst[(before.Classes.School[old] * Years) + before.Classes.Year[old]] : turn[group]++;
            int mine = first[group] + (among % number[group]);
            tables.Pupils.Class.ToFill()[row] = mine;
            classes.Pupils.ToFill()[mine]++;
        });
        return (classes, from);
    }

    // The class that these pupils were in; for a first year, or where there was none, the school's next older one with a class.
    private static int Predecessor(int[] oldFirst, int group, int c)
    {
        int school = group / Years * Years;
        for (int shift = 1; shift <= Years; shift++)
        {
            int old = school + ((group - school - shift + (2 * Years)) % Years);
            int classes = oldFirst[old + 1] - oldFirst[old];
            if (classes > 0)
            {
                return oldFirst[old] + (c % classes);
            }
        }

        return -1;
    }

    private static int[] FirstOf(ClassTable classes, int schools)
    {
        int[] first = new int[(schools * Years) + 1];
        for (int c = 0; c < classes.Count; c++)
        {
            first[(classes.School[c] * Years) + classes.Year[c] + 1]++;
        }

        for (int i = 1; i < first.Length; i++)
        {
            first[i] += first[i - 1];
        }

        return first;
    }

    private static void ForEach(TurnOfTheYear.Tables tables, Action<int, int> rowAndGroup)
    {
        PupilTable pupils = tables.Pupils;
        for (int n = 0; n < pupils.Layout.Count; n++)
        {
            for (int row = pupils.Layout.First(n); row < pupils.Layout.End(n); row++)
            {
                int year = tables.Residents.Age[pupils.Resident[row]] - NeighbourhoodSynthesis.FirstSchoolAge;
                rowAndGroup(row, (pupils.School[row] * Years) + year);
            }
        }
    }
}
