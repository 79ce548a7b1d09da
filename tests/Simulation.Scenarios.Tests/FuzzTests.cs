using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;

namespace Simulation.Scenarios.Tests;

/// <summary>
/// Damaged library files: reading never throws, always ends, and never accepts a scenario together with an error.
/// </summary>
public sealed class FuzzTests
{
    private static readonly byte[][] Files = [.. RepositoryFiles.LibraryFiles().Select(File.ReadAllBytes)];

    private static readonly string[] Splices =
    [
        "\t", "\0", "'", "\"", "{", "}", "[", "]", ": ", ":", "- ", "&a ", "*a", "!!x ", "<<: *a\n", "---\n", "|\n", ">\n", "%", "#", "\u2028", "\ud800", "£", "1e999",
        "99999999999999999999", "-", "yes", "~", "2027-02-30", "0x10", "1:30", ",,,", "\n\n", "  ", "? ", "@", "`", "extends: baseline\n", "interventions:\n", "é",
    ];

    [Fact]
    public void Read_DamagedLibraryFiles_AnswersWithAScenarioOrDiagnostics()
    {
        Prop.ForAll(
            ArbMap.Default.ArbFor<(NonNegativeInt File, (NonNegativeInt At, NonNegativeInt What, NonNegativeInt How)[] Wounds)>(),
            c =>
            {
                byte[] damaged = Damage(Files[c.File.Get % Files.Length], c.Wounds);
                ScenarioResult result = ScenarioReader.ReadBytes(damaged, "fuzz.yaml");
                bool errors = result.Diagnostics.Any(d => d.Severity == Severity.Error);
                errors.ShouldBe(result.Scenario is null);
                DiagnosticPrinter.Print(result.Diagnostics).ShouldNotBeNull();
            }).Check(LongForm.Cases(100_000).WithQuietOnSuccess(true));
    }

    [Fact]
    public void Read_HostileFiles_AreRefused()
    {
        string bomb = "scenario: T\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 60).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        string[] texts =
        [
            bomb,
            "scenario: " + new string('x', 10_000_000),
            "scenario: T\nx: " + new string('[', 10_000),
            "scenario: T\nx: " + string.Concat(Enumerable.Repeat("{a: ", 3000)),
            string.Concat(Enumerable.Repeat("- ", 4900)) + "x",
            string.Concat(Enumerable.Range(0, 300).Select(i => new string(' ', i) + "a:\n")),
            "scenario: T\n" + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"k{i}: v\n")),
            string.Concat(Enumerable.Range(0, 60_000).Select(_ => "same: x\n")),
            "? " + string.Concat(Enumerable.Repeat("? ", 4000)),
            "scenario: T\na: &a { b: *a }\n",
            "scenario: T\nsweep: { grid: { seed: 1 to 99999999999 by 1 } }\n",
            "scenario: T\nextends: [[[[[[baseline]]]]]]\n",
            "scenario: T\ninterventions:\n" + string.Concat(Enumerable.Repeat("  - daily_mile\n", 40_000)),
            "scenario: T\ninterventions:\n" + string.Concat(Enumerable.Repeat("  - monorail\n", 900)),
            "scenario: T\ninterventions:\n" + string.Concat(Enumerable.Repeat("  - daily_mile\n", 900)) + "sweep: { grid: { seed: 1 to 50000 by 1, horizon.days: [28, x] } }\n",
            "scenario: T\nparameters:\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"  habit.gain{i}: 1\n")),
        ];
        foreach (string text in texts)
        {
            ScenarioResult result = ScenarioReader.ReadText(text, "hostile.yaml");
            result.HasErrors.ShouldBeTrue(text[..Math.Min(60, text.Length)]);
            result.Diagnostics.Count.ShouldBeLessThanOrEqualTo(100);
        }
    }

    private static byte[] Damage(byte[] file, (NonNegativeInt At, NonNegativeInt What, NonNegativeInt How)[] wounds)
    {
        var bytes = new List<byte>(file);
        foreach ((NonNegativeInt at, NonNegativeInt what, NonNegativeInt how) in wounds.Take(8))
        {
            int where = bytes.Count == 0 ? 0 : (at.Get * 7919) % bytes.Count;
            switch (how.Get % 6)
            {
                case 0:
                    bytes.InsertRange(where, Encoding.UTF8.GetBytes(Splices[what.Get % Splices.Length]));
                    break;
                case 1 when bytes.Count > 0:
                    bytes.RemoveRange(where, Math.Min(bytes.Count - where, 1 + (what.Get % 12)));
                    break;
                case 2 when bytes.Count > 0:
                    bytes[where] = (byte)(what.Get * 31);
                    break;
                case 3 when bytes.Count > 0:
                    bytes.InsertRange(where, bytes.GetRange(where, Math.Min(bytes.Count - where, 1 + (what.Get % 60))));
                    break;
                case 4 when bytes.Count > 0:
                    bytes.RemoveRange(where, bytes.Count - where);
                    break;
                default:
                    byte[] other = Files[what.Get % Files.Length];
                    bytes.InsertRange(where, other.Skip(other.Length / 2));
                    break;
            }
        }

        return [.. bytes];
    }
}
