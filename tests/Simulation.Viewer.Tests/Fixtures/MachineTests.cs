using Simulation.Testing;

namespace Simulation.Viewer.Tests.Fixtures;

/// <summary>What tests need is found, fetched where that is allowed, or named in one line.</summary>
public sealed class MachineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("machine-").FullName;

    private string Log => Path.Combine(folder, "log");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Have_WhatIsInstalled_IsFoundWithoutThePackageManager()
    {
        string program = Script("painter", "exit 0");
        MachineWith("exit 0").Have(Need.Program("painter", "painter-package")).ShouldBe(program);
        File.Exists(Log).ShouldBeFalse();
    }

    [Fact]
    public void Have_WhatIsMissing_IsInstalledOnce()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in for the package manager is a shell script");
        Machine machine = MachineWith($"[ $1 = update ] || touch {folder}/painter");
        Need need = Need.Program("painter", "painter-package");
        machine.Have(need).ShouldBe(Path.Combine(folder, "painter"));
        machine.Have(need).ShouldBe(Path.Combine(folder, "painter"));
        string[] asked = File.ReadAllLines(Log);
        asked.Length.ShouldBe(2);
        asked[0].ShouldStartWith("update");
        asked[1].ShouldStartWith("install");
        asked[1].ShouldEndWith(" painter-package");
    }

    [Fact]
    public void Have_WhatCannotBeHad_SaysSoInOneLineWithTheReason()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in for the package manager is a shell script");
        Machine machine = MachineWith("echo E: no such mirror >&2; exit 100");
        Need need = Need.Program("painter", "painter-package");
        string message = Should.Throw<MissingException>(() => machine.Have(need)).Message;
        message.ShouldBe(
            "This test needs painter, which is not on this machine; 'fake-get install painter-package' failed (E: no such mirror). " +
            "Install it and run the tests again; all tests that do without it have run.");
        Should.Throw<MissingException>(() => machine.Have(need)).Message.ShouldBe(message);
        File.ReadAllLines(Log).Length.ShouldBe(1, "what failed once is not tried again for every test");
    }

    [Fact]
    public void Have_WhereNothingMayBeInstalled_SaysWhatToType()
    {
        var machine = new Machine(folder, new PackageManager([], "sudo apt-get install "));
        Should.Throw<MissingException>(() => machine.Have(Need.Program("painter", "painter-package"))).Message
            .ShouldContain("only root may install it here: sudo apt-get install painter-package");
    }

    [Fact]
    public void Have_WhatNoPackageBrings_IsFetchedElsewhere()
    {
        string? fetched = null;
        var need = new Need("painter", [], _ => fetched, () => (fetched = "/elsewhere/painter") is not null);
        new Machine(folder, new PackageManager([], "")).Have(need).ShouldBe("/elsewhere/painter");
    }

    [Fact]
    public void Have_ALibrary_IsWhatTheLoaderFinds()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "names of libraries differ");
        MachineWith("exit 0").Have(Need.Library("the C library", "libc6", "libno-such.so.9", "libc.so.6")).ShouldBe("libc.so.6");
    }

    private Machine MachineWith(string packageManager) =>
        new(folder, new PackageManager([Script("fake-get", $"echo \"$@\" >> {Log}; {packageManager}")], "fake-get install "));

    private string Script(string name, string text)
    {
        string file = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
        File.WriteAllText(file, "#!/bin/sh\n" + text + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }
}
