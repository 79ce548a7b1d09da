using Simulation.Engine.OpenData;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.OpenData;

/// <summary>
/// Random damages of a folder for one place: refused in words, warned of, or without consequence for what is known of the
/// place. Of the real data of Halton where they stand beside the checkout, else of the made-up region.
/// </summary>
public sealed class RandomDamageTests : IDisposable
{
    private const int Damages = 240;
    private const int Many = 6_000;

    private readonly OpenDataFolder folder = OpenDataFolder.Halton() ?? OpenDataFolder.Region();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_DamagedAtRandom_IsNeverSilentlyWrong()
    {
        string[] tables = [.. OpenDataFormat.Files.Select(file => file.Name).Where(name => name.EndsWith(".csv", StringComparison.Ordinal))];
        Dictionary<string, string> texts = tables.ToDictionary(name => name, folder.Text);
        SynthesisInputs sound = OpenDataReader.Read(folder.Path);
        List<string> wrong = [];
        int noticed = 0;
        int number = LongForm.Asked ? Many : Damages;
        for (int i = 0; i < number; i++)
        {
            Random chance = new(i);
            string file = tables[chance.Next(tables.Length)];
            File.WriteAllBytes(folder.PathOf(file), RandomDamage.Do(texts[file], chance, out string done));
            string said = $"damage {i}, {file}: {done}";
            try
            {
                noticed += Judge(file, sound, said) ? 1 : 0;
            }
            catch (ShouldAssertException fault)
            {
                wrong.Add(said + "\n" + fault.Message);
            }

            File.WriteAllText(folder.PathOf(file), texts[file]);
        }

        wrong.ShouldBeEmpty($"{wrong.Count} of {number}:\n{string.Join("\n\n", wrong.Take(40))}");
        noticed.ShouldBeGreaterThan(number / 2, "most of these cannot be used as they are");
    }

    private bool Judge(string file, SynthesisInputs sound, string said)
    {
        SynthesisInputs read;
        try
        {
            read = OpenDataReader.Read(folder.Path);
        }
        catch (InputDataException exception)
        {
            said += "\n" + string.Join('\n', exception.Errors.Take(5));
            Facts.ShouldBeWords(exception.Errors, said);
            Facts.ShouldName(file, exception.Errors, said);
            return true;
        }

        if (read.Warnings.Except(sound.Warnings).Any())
        {
            return true;
        }

        Facts.ShouldBeKept(sound, read, said);
        return false;
    }
}
