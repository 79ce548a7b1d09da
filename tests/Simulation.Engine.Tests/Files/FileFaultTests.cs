using Simulation.Engine.Files;

namespace Simulation.Engine.Tests.Files;

public sealed class FileFaultTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("faults-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(28, "is full; make room")]
    [InlineData(122, "is full; make room")]
    [InlineData(30, "can only be read")]
    [InlineData(13, "ask its owner for the permission")]
    [InlineData(11, "another program holds this file")]
    [InlineData(36, "choose a shorter one")]
    [InlineData(5, "does not answer as it should")]
    [InlineData(24, "too many files are open")]
    [InlineData(9999, "the system could not write in")]
    public void Writing_NumberOfTheSystem_SaysCauseAndWayOut(int number, string words)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        string said = FileFault.Writing(Path.Combine(folder, "x.run"), new IOException("No space left on device : '/x'", number));

        said.ShouldContain(words);
        said.ShouldNotContain("No space left on device");
    }

    [Fact]
    public void Writing_AFolderThatTakesNoFiles_IsNotCalledMissing()
    {
        FileFault.Writing(Path.Combine(folder, "x.run"), new DirectoryNotFoundException()).ShouldBe($"{folder} takes no new files; choose another folder.");
        FileFault.Writing(Path.Combine(folder, "none", "x.run"), new DirectoryNotFoundException()).ShouldContain("the folder does not exist");
    }

    [Fact]
    public void Reading_OfEachKind_SaysCauseAndWayOut()
    {
        string file = Path.Combine(folder, "x.csv");
        FileFault.Reading(folder, new UnauthorizedAccessException()).ShouldContain("this is a folder");
        FileFault.Reading(file, new FileNotFoundException()).ShouldContain("no such file");
        FileFault.Reading(file, new UnauthorizedAccessException()).ShouldContain("you may not read this file");
        FileFault.Reading(file, new IOException("gone")).ShouldContain("copy it to this machine's own disk");
    }

    [Fact]
    public void Sentence_OfAnErrorWithoutItsFile_TakesTheNameFromIt()
    {
        FileFault.Sentence(new UnauthorizedAccessException("Access to the path '/a/b' is denied.")).ShouldStartWith("/a/b: you may write nothing in /a");
        FileFault.Sentence(new IOException("odd")).ShouldStartWith("a file: ");
    }

    [Fact]
    public void Probe_OfAFolderThatTakesFiles_LeavesNothing()
    {
        FileFault.Probe(Path.Combine(folder, "x.run"));

        Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Fact]
    public void Probe_OfAFolderThatIsNotThere_Throws() =>
        Should.Throw<DirectoryNotFoundException>(() => FileFault.Probe(Path.Combine(folder, "none", "x.run")));
}
