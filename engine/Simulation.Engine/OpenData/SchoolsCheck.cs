using System.Globalization;

namespace Simulation.Engine.OpenData;

/// <summary>Pupils on the rolls of a place beside the children who live there, and rolls that say nothing.</summary>
internal static class SchoolsCheck
{
    // Pupils cross borders, so bounds are wide. In the nine places pupils of all schools are 0.91 to 1.14 of the residents of
    // 4-15, those of primary schools 0.82 to 1.03 of 4-10, those of secondary and all-through schools 0.66 to 1.7 of 11-15.
    private static readonly (string Name, int First, int End, Populations.SchoolPhase[] Phases, double Least, double Most, double RefuseBelow)[] Stages =
    [
        ("4-15", 4, 16, Enum.GetValues<Populations.SchoolPhase>(), 0.75, 1.4, 0.3),
        ("4-10", 4, 11, [Populations.SchoolPhase.Primary], 0.65, 1.4, 0.2),
        ("11-15", 11, 16, [Populations.SchoolPhase.Secondary, Populations.SchoolPhase.AllThrough], 0.45, 2.2, 0.1),
    ];

    // Rolls not published (new academies, as a rule): up to 27 % of the schools of a place.
    private const double MostWithoutRoll = 0.4;
    private const double RefuseWithoutRoll = 0.75;
    private const double MostEmpty = 0.1;

    public static void Check(FolderFacts facts, Agreement agreement)
    {
        foreach (var place in facts.Places)
        {
            SchoolRow[] schools = [.. facts.SchoolRows.Kept.Where(school => school.Place == place.Code)];
            var ages = facts.AgesByPlace[place.Code];
            if (Rolls(facts, agreement, place, schools))
            {
                continue;
            }

            Sizes(facts, agreement, place, schools);
            foreach (var stage in Stages)
            {
                var children = ages[stage.First..stage.End].Sum();
                var pupils = schools.Where(school => stage.Phases.Contains(school.Phase)).Sum(school => school.Pupils);

                // A handful of children may well go to school next door.
                if (children < 500)
                {
                    continue;
                }

                var ratio = pupils / children;
                agreement.Note(
                    ratio < stage.RefuseBelow || ratio > 4, ratio < stage.Least || ratio > stage.Most,
                    new FileFigure(facts.Schools.File.Path, "pupils", pupils),
                    $"{place.Name} has {Text(pupils)} pupils in {schools.Count(school => stage.Phases.Contains(school.Phase))} schools for children of {stage.Name}, and {Text(children)} residents of {stage.Name} in {OpenDataFormat.Ages.Name}",
                    ratio < 1 ? "schools may be missing; copy the register again from its source" : "schools may stand under the wrong place, or rolls be wrong");
            }
        }
    }

    /// <summary>Schools without a roll or with a roll of zero; true when nothing more can be said of the place.</summary>
    private static bool Rolls(FolderFacts facts, Agreement agreement, PlaceRows place, SchoolRow[] schools)
    {
        var rows = schools.Length + facts.SchoolRows.Empty.Count(row => row.Place == place.Code);
        var empty = facts.SchoolRows.Empty.Where(row => row.Place == place.Code).ToArray();
        var blank = schools.Count(school => school.RollFilled);
        var ofPlace = facts.SchoolRows.OfPlace.GetValueOrDefault(place.Code);
        if (rows == 0)
        {
            agreement.Note(true, true, new FileFigure(facts.Schools.File.Path, "LADCD", 0),
                $"{place.Name} has {ofPlace} rows here and none is a school that children of 4-16 go to (phase Primary, Secondary, Middle deemed …, All-through, or Not applicable for special and independent schools), while {Text(facts.AgesByPlace[place.Code][4..16].Sum())} of its residents are 4-15 in {OpenDataFormat.Ages.Name}",
                "use the whole register, and the codes of the places in LADCD");
            return true;
        }

        agreement.Note(
            empty.Length == rows || (rows >= 10 && empty.Length > rows / 2), rows >= 10 && empty.Length > rows * MostEmpty,
            new FileFigure(facts.Schools.File.Path, "pupils", 0, empty.Length > 0 ? empty[0].Line : 0),
            $"{empty.Length} of {rows} schools of {place.Name} have 0 pupils and so count as closed, while {Text(facts.AgesByPlace[place.Code][4..16].Sum())} of its residents are 4-15 in {OpenDataFormat.Ages.Name}",
            "leave the cell empty where a roll is not known, or use a table that has the rolls");
        agreement.Note(
            (blank > 0 && blank == schools.Length) || (rows >= 10 && blank > rows * RefuseWithoutRoll), rows >= 10 && blank > rows * MostWithoutRoll,
            new FileFigure(facts.Schools.File.Path, "pupils", blank),
            $"{blank} of {schools.Length} schools of {place.Name} have no roll, and would get that of a typical school of their phase, {Text(schools.Where(school => school.RollFilled).Sum(school => school.Pupils))} pupils in all",
            "use a table that has the rolls");
        return empty.Length == rows;
    }

    /// <summary>A secondary school is 3 to 5 times as large as a primary one in each of the nine places.</summary>
    private static void Sizes(FolderFacts facts, Agreement agreement, PlaceRows place, SchoolRow[] schools)
    {
        double[] Rolls(Populations.SchoolPhase phase) => [.. schools.Where(school => school.Phase == phase && !school.RollFilled).Select(school => school.Pupils)];
        double[] primary = Rolls(Populations.SchoolPhase.Primary);
        double[] secondary = Rolls(Populations.SchoolPhase.Secondary);
        if (primary.Length < 3 || secondary.Length < 3)
        {
            return;
        }

        agreement.Note(
            secondary.Average() < primary.Average(), secondary.Average() < 1.5 * primary.Average(),
            new FileFigure(facts.Schools.File.Path, "phase", secondary.Average()),
            $"{primary.Length} primary schools of {place.Name} have {Text(primary.Average())} pupils each and {secondary.Length} secondary ones {Text(secondary.Average())}, and secondary ones are usually three to five times as large",
            "the phases may have changed places, or stand under other rows");
    }

    private static string Text(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
