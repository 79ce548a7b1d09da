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
        foreach (var seed in damage.Consequence == Consequence.Harmless ? Enumerable.Range(1, LongForm.Asked ? 40 : 3) : [1])
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
        Facts.ShouldBeWords(errors, said);
        if (read is null)
        {
            damage.Consequence.ShouldNotBe(Consequence.Read, said);
            Facts.ShouldName(damage.File, errors, said);
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
            Facts.ShouldBeKept(Sound, read, said);
        }
    }

    private static SynthesisInputs ReadRegion()
    {
        using var folder = OpenDataFolder.Region();
        return OpenDataReader.Read(folder.Path);
    }
}
