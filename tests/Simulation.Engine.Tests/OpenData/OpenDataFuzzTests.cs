using Simulation.Engine.OpenData;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.OpenData;

/// <summary>Whatever happens to the bytes of a file, the reader either reads it or says what is wrong: never a stack trace.</summary>
public sealed class OpenDataFuzzTests : IDisposable
{
    private const int Positions = 29;

    private readonly OpenDataFolder folder = OpenDataFolder.Copy();

    public static TheoryData<string> Files() => [.. OpenDataFormat.Files.Select(file => file.Name)];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_DamagedBytes_ReadsOrExplains(string name)
    {
        var path = folder.PathOf(name);
        var bytes = File.ReadAllBytes(path);
        for (var i = 0; i < Positions; i++)
        {
            // Positions shared out over the file; the extra i keeps them off one column.
            var at = Math.Min(bytes.Length - 1, (bytes.Length * i / Positions) + i);
            foreach (var damaged in Damage(bytes, at))
            {
                File.WriteAllBytes(path, damaged);
                try
                {
                    OpenDataReader.Read(folder.Path).Neighbourhoods.ShouldNotBeEmpty();
                }
                catch (InputDataException exception)
                {
                    exception.Errors.ShouldNotBeEmpty();
                    exception.Errors.ShouldAllBe(error => error.Message.Length > 0 && error.File.StartsWith(folder.Path, StringComparison.Ordinal));
                }
            }
        }
    }

    private static IEnumerable<byte[]> Damage(byte[] bytes, int at)
    {
        yield return bytes[..at];
        yield return [.. bytes[..at], .. bytes[(at + 1)..]];
        yield return [.. bytes[..at], .. bytes[at..], .. bytes[at..]];
        foreach (var replacement in "\"\n,-}[\0\u00FF")
        {
            yield return [.. bytes[..at], (byte)replacement, .. bytes[(at + 1)..]];
        }
    }
}
