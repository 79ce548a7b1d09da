using Simulation.Engine.OpenData;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.OpenData;

/// <summary>What is known of a place, and what must be true of any reading of a damaged folder.</summary>
internal sealed record Facts(double[] Counts, double Pupils, double[] Shares, double[] Ages, double GreenSpaceMetres, (double X, double Y) Middle)
{
    /// <summary>The facts of one place.</summary>
    public static Facts Of(SynthesisInputs inputs, int place)
    {
        NeighbourhoodInput[] rows = [.. inputs.Neighbourhoods.Where(n => n.Place == place)];
        double Share(Func<NeighbourhoodInput, double> share) => rows.Sum(n => share(n) * n.Residents) / rows.Sum(n => n.Residents);
        int[] homes = [.. Enumerable.Range(0, inputs.WorkZones.Count).Where(z => inputs.WorkZones[z].Place == place)];
        double workers = inputs.Flows.Where(f => homes.Contains(f.From)).Sum(f => f.Workers);
        var schools = inputs.Schools.Where(s => inputs.Neighbourhoods[s.Neighbourhood].Place == place);
        var single = inputs.Places[place].SingleYearOfAge;
        return new Facts(
            [rows.Sum(n => n.Residents), rows.Sum(n => n.Households), workers, inputs.Places[place].Published[OpenDataFigures.ResidentsMid2024]], schools.Sum(s => s.Pupils),
            [
                Share(n => n.Disabled), Share(n => n.Employed), Share(n => n.Female), Share(n => n.Students), Share(n => n.Cars[0]), Share(n => n.HouseholdSize[0]), Share(n => n.WorkTravel[2]), Share(n => n.Hours[2]),
                inputs.Flows.Where(f => homes.Contains(f.From) && f.To < 0).Sum(f => f.Workers) / workers,
            ],
            [single.Take(16).Sum() / single.Sum(), single.Skip(65).Sum() / single.Sum(), rows.Sum(n => n.AgeBands[0]) / rows.Sum(n => n.Residents)],
            Share(n => n.GreenSpaceMetres), (Share(n => n.X), Share(n => n.Y)));
    }

    /// <summary>A reading that nobody was warned of knows of every place what the sound folder says.</summary>
    public static void ShouldBeKept(SynthesisInputs sound, SynthesisInputs read, string said)
    {
        read.Neighbourhoods.Count.ShouldBe(sound.Neighbourhoods.Count, said);
        for (var p = 0; p < sound.Places.Count; p++)
        {
            var (was, found) = (Of(sound, p), Of(read, p));
            found.Counts.Zip(was.Counts).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) <= 0.1 * pair.Second, said);

            // Pupils cross the borders of places: less than a quarter more or less of them cannot be told from that.
            found.Pupils.ShouldBe(was.Pupils, 0.25 * was.Pupils, said);
            found.Shares.Zip(was.Shares).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) <= 0.02, said);
            found.Ages.Zip(was.Ages).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) <= 0.03, said);

            // Nothing else knows how far a green space is but the outlines of none of them: a few times more or less is all that can be told.
            found.GreenSpaceMetres.ShouldBeInRange(0.2 * was.GreenSpaceMetres, 5 * was.GreenSpaceMetres, said);
            found.Middle.X.ShouldBe(was.Middle.X, 2_000, said);
            found.Middle.Y.ShouldBe(was.Middle.Y, 2_000, said);
        }
    }

    /// <summary>Errors are sentences for people.</summary>
    public static void ShouldBeWords(IReadOnlyList<InputError> errors, string said)
    {
        foreach (var error in errors)
        {
            error.Message.ShouldNotMatch(@"Exception|System\.|Object reference|Index was|Parameter '", said);
            error.Message.Length.ShouldBeInRange(20, 2_500, said);
        }
    }

    /// <summary>An error stands in the damaged file, or in one that it was set against and names it.</summary>
    public static void ShouldName(string file, IReadOnlyList<InputError> errors, string said) =>
        errors.Any(error => Path.GetFileName(error.File) == file || error.Message.Contains(file, StringComparison.Ordinal)).ShouldBeTrue(said);
}
