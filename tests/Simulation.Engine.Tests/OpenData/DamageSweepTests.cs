using Simulation.Engine.OpenData;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.OpenData;

/// <summary>
/// Hundreds of things that happen to such files. The oracle is what the figures mean: a damage is refused in words, warned
/// of, or leaves what is known of every place as it was; nothing is silently wrong.
/// </summary>
public sealed class DamageSweepTests : IDisposable
{
    private static readonly SynthesisInputs Sound = ReadRegion();
    private static readonly string SoundText = Inputs.Print(Sound);

    private readonly OpenDataFolder folder = OpenDataFolder.Region();

    public static TheoryData<int> Kinds() => [.. Enumerable.Range(0, Damage.All.Count)];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Region_Undamaged_IsReadWithoutAWord() => Sound.Warnings.ShouldBeEmpty();

    [Fact]
    public void Kinds_AreAtLeastTwoHundred() => Damage.All.Count.ShouldBeGreaterThanOrEqualTo(200);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_Damaged_IsNeverSilentlyWrong(int kind)
    {
        var damage = Damage.All[kind];
        var text = folder.Text(damage.File);
        foreach (var seed in damage.Consequence == Consequence.Harmless ? Enumerable.Range(1, 3) : [1])
        {
            File.WriteAllBytes(folder.PathOf(damage.File), damage.Do(text, new Random((kind * 31) + seed)));
            SynthesisInputs? read = null;
            IReadOnlyList<InputError> errors = [];
            try
            {
                read = OpenDataReader.Read(folder.Path);
            }
            catch (InputDataException exception)
            {
                errors = exception.Errors;
            }

            Judge(damage, read, errors);
        }
    }

    private static void Judge(Damage damage, SynthesisInputs? read, IReadOnlyList<InputError> errors)
    {
        var said = $"{damage}\n{string.Join('\n', read is null ? errors.Select(error => error.ToString()) : read.Warnings)}";
        foreach (var error in errors)
        {
            error.Message.ShouldNotMatch(@"Exception|System\.|Object reference|Index was|Parameter '", said);
            error.Message.Length.ShouldBeInRange(20, 2_500, said);
        }

        if (read is null)
        {
            damage.Consequence.ShouldNotBe(Consequence.Read, said);
            errors.Any(error => Path.GetFileName(error.File) == damage.File || error.Message.Contains(damage.File, StringComparison.Ordinal)).ShouldBeTrue(said);
            return;
        }

        damage.Consequence.ShouldNotBe(Consequence.Refused, said);
        if (damage.Consequence == Consequence.Noticed)
        {
            read.Warnings.ShouldNotBeEmpty(said);
        }

        if (damage.Consequence == Consequence.Read)
        {
            read.Warnings.ShouldBeEmpty(said);
            Inputs.Print(read).ShouldBe(SoundText, said);
        }

        if (read.Warnings.Count == 0)
        {
            ShouldKnowTheSamePlaces(read, said);
        }
    }

    private static void ShouldKnowTheSamePlaces(SynthesisInputs read, string said)
    {
        read.Neighbourhoods.Count.ShouldBe(Sound.Neighbourhoods.Count, said);
        for (var p = 0; p < Sound.Places.Count; p++)
        {
            var (sound, found) = (Facts.Of(Sound, p), Facts.Of(read, p));
            found.Counts.Zip(sound.Counts).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) <= 0.1 * pair.Second, said);

            // Pupils cross the borders of places: less than a quarter more or less of them cannot be told from that.
            found.Pupils.ShouldBe(sound.Pupils, 0.25 * sound.Pupils, said);
            found.Shares.Zip(sound.Shares).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) <= 0.02, said);
            found.Ages.Zip(sound.Ages).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) <= 0.03, said);
        }
    }

    private static SynthesisInputs ReadRegion()
    {
        using var folder = OpenDataFolder.Region();
        return OpenDataReader.Read(folder.Path);
    }

    /// <summary>What is known of a place.</summary>
    private sealed record Facts(double[] Counts, double Pupils, double[] Shares, double[] Ages)
    {
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
                [single.Take(16).Sum() / single.Sum(), single.Skip(65).Sum() / single.Sum(), rows.Sum(n => n.AgeBands[0]) / rows.Sum(n => n.Residents)]);
        }
    }
}
