using System.Buffers.Binary;
using Simulation.Engine.Populations;
using Simulation.Engine.Populations.Files;
using Simulation.Engine.Synthesis;
using Simulation.Engine.Tests.Synthesis;

namespace Simulation.Engine.Tests.Populations;

public sealed class PopulationFileTests : IDisposable
{
    private static readonly SynthesisInputs Inputs = SmallInputs.Make() with { Files = [new InputFile("a.csv", new string('7', 64))] };

    private readonly string folder = Directory.CreateTempSubdirectory("population-file-tests").FullName;
    private readonly Population population = PopulationSynthesiser.Build(Inputs, new SynthesisOptions(3_000, 9), null, CancellationToken.None);

    private string FilePath => Path.Combine(folder, "small.population");

    public void Dispose()
    {
        population.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Open_WrittenFile_GivesTheSamePopulation()
    {
        PopulationFile.Write(FilePath, population);
        using Population opened = PopulationFile.Open(FilePath);
        opened.Description.Hash.ShouldBe(population.Description.Hash);
        opened.Description.Source.ShouldBe("test");
        opened.Description.Seed.ShouldBe(9UL);
        opened.Description.Inputs.ShouldBe(Inputs.Files);
        PopulationContent.Hash(opened).ShouldBe(population.Description.Hash, "every column reads back as it was written");
        PopulationInvariants.Check(opened, Inputs);
        PopulationDescriber.Describe(opened).Places[1].Figures.Single(f => f.Key == "no_car_pct").Published.ShouldBe(20);
    }

    [Fact]
    public void Verify_SoundFile_ReturnsItsHash()
    {
        PopulationFile.Write(FilePath, population);
        PopulationFile.Verify(FilePath).ShouldBe(population.Description.Hash);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytesAndNoOtherFile()
    {
        PopulationFile.Write(FilePath, population);
        byte[] first = File.ReadAllBytes(FilePath);
        PopulationFile.Write(FilePath, population);
        File.ReadAllBytes(FilePath).ShouldBe(first);
        Directory.GetFiles(folder).ShouldBe([FilePath]);
    }

    [Fact]
    public void Write_OpenedPopulation_GivesTheSameBytes()
    {
        PopulationFile.Write(FilePath, population);
        string copy = Path.Combine(folder, "copy.population");
        using (Population opened = PopulationFile.Open(FilePath))
        {
            PopulationFile.Write(copy, opened);
        }

        File.ReadAllBytes(copy).ShouldBe(File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void Write_MissingFolder_SaysSoAndLeavesNothing()
    {
        string path = Path.Combine(folder, "none", "x.population");
        Should.Throw<PopulationFileException>(() => PopulationFile.Write(path, population)).Message.ShouldContain("the folder does not exist; create it");
        Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Fact]
    public void Open_MissingFile_SaysSo() => Refusal(Path.Combine(folder, "nowhere")).ShouldContain("no such file");

    [Fact]
    public void Open_ForeignFile_SaysSo()
    {
        File.WriteAllText(FilePath, "residents,age\n1,2\n");
        Refusal(FilePath).ShouldContain("not a population file");
        File.WriteAllBytes(FilePath, []);
        Refusal(FilePath).ShouldContain("not a population file");
    }

    [Fact]
    public void Open_NewerVersion_SaysWhichItReads()
    {
        byte[] bytes = Written();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), 2);
        Refusal(Rewritten(bytes)).ShouldContain("format version 2, but this program reads up to version 1");
    }

    [Theory]
    [InlineData(9)]
    [InlineData(100)]
    [InlineData(128)]
    [InlineData(5_000)]
    [InlineData(-1)]
    public void Open_CutShort_SaysHowMuchIsThere(int length)
    {
        byte[] bytes = Written();
        byte[] cut = length > 0 ? bytes[..length] : bytes[..^1];
        Refusal(Rewritten(cut)).ShouldContain("cut short");
    }

    [Theory]
    [InlineData(13)]
    [InlineData(40)]
    [InlineData(70)]
    [InlineData(130)]
    [InlineData(200)]
    [InlineData(128 + (128 * 20) + 66)]
    public void Open_FlippedByteInTheHead_IsRefused(int at)
    {
        byte[] bytes = Written();
        bytes[at] ^= 1;
        Refusal(Rewritten(bytes)).ShouldContain("Copy it again, or build the population again");
    }

    [Fact]
    public void OpenOrVerify_FlippedByteAnywhere_IsFound()
    {
        byte[] sound = Written();
        int found = 0;
        for (int at = 8; at < sound.Length; at += 1 + (sound.Length / 97))
        {
            byte[] bytes = [.. sound];
            bytes[at] ^= 0x40;
            if (InPadding(sound, at))
            {
                continue;
            }

            string path = Rewritten(bytes);
            Should.Throw<PopulationFileException>(() => PopulationFile.Verify(path), $"byte {at}");
            found++;
        }

        found.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Verify_FlippedByteInAColumn_NamesTheSection()
    {
        byte[] bytes = Written();
        (IReadOnlyList<FileSection> sections, _) = FileHeader.Read(FileKind.Population, "x", new MemoryStream(bytes));
        FileSection ages = sections.Single(s => s.Name == "residents.age");
        bytes[ages.Offset + 17] ^= 8;
        string path = Rewritten(bytes);
        Should.Throw<PopulationFileException>(() => PopulationFile.Verify(path)).Message.ShouldContain("section 'residents.age'");
    }

    [Fact]
    public void Sections_StartAtCacheLines()
    {
        (IReadOnlyList<FileSection> sections, _) = FileHeader.Read(FileKind.Population, "x", new MemoryStream(Written()));
        sections.Count.ShouldBeGreaterThan(50);
        sections.All(s => s.Offset % 64 == 0).ShouldBeTrue();
    }

    private byte[] Written()
    {
        PopulationFile.Write(FilePath, population);
        return File.ReadAllBytes(FilePath);
    }

    private string Rewritten(byte[] bytes)
    {
        File.WriteAllBytes(FilePath, bytes);
        return FilePath;
    }

    private static bool InPadding(byte[] bytes, int at)
    {
        (IReadOnlyList<FileSection> sections, _) = FileHeader.Read(FileKind.Population, "x", new MemoryStream(bytes));
        return at >= sections[0].Offset && !sections.Any(s => at >= s.Offset && at < s.Offset + s.Length);
    }

    private static string Refusal(string path) => Should.Throw<PopulationFileException>(() => PopulationFile.Open(path)).Message;
}
