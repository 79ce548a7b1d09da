using System.Globalization;
using System.Text;
using Simulation.Results.RunFiles;
using Simulation.Results.Runs;

namespace Simulation.Experiments.Studies;

/// <summary>A study's runs and what became of each: a table that any program reads.</summary>
/// <param name="Rows">The runs in the order of the plan, with the manifest of each that is whole.</param>
/// <param name="Wanting">What is missing or damaged, in words.</param>
public sealed record StudyIndex(IReadOnlyList<(Member Member, RunManifest? Manifest)> Rows, IReadOnlyList<string> Wanting)
{
    /// <summary>Name of the index in the study's folder.</summary>
    public const string File = "index.csv";

    /// <summary>Runs that are there and whole.</summary>
    public int Finished => Rows.Count(r => r.Manifest is not null);

    /// <summary>Looks at every run of a study.</summary>
    public static StudyIndex Of(StudyFolder study)
    {
        ArgumentNullException.ThrowIfNull(study);
        List<(Member, RunManifest?)> rows = [];
        List<string> wanting = [];
        foreach (Member member in study.Plan.Members)
        {
            MemberState state = study.StateOf(member);
            if (state != MemberState.Finished)
            {
                wanting.Add($"{study.FileOf(member)}: {state switch
                {
                    MemberState.Running => "is being made now",
                    MemberState.Missing => "is missing",
                    _ => "is damaged, or another run's",
                }}; the same 'simulate study run' makes it.");
                rows.Add((member, null));
                continue;
            }

            using RunFileReader reader = RunFileReader.Open(study.FileOf(member));
            rows.Add((member, reader.Manifest));
        }

        return new StudyIndex(rows, wanting);
    }

    /// <summary>The table: a line a run.</summary>
    public string ToCsv()
    {
        StringBuilder csv = new("file,baseline,scenario,settings,structure,draw,seed,scenario_hash,parameters_hash,state_hash,residents,days,seconds\n");
        foreach ((Member member, RunManifest? manifest) in Rows)
        {
            csv.AppendJoin(',', [
                Quoted(member.File), Quoted(member.Baseline ?? string.Empty), Quoted(member.Scenario), Quoted(string.Join("; ", member.Settings)), member.Structure,
                member.Draw.ToString(CultureInfo.InvariantCulture), member.Seed.ToString(CultureInfo.InvariantCulture),
                member.ScenarioHash, member.ParametersHash, manifest?.StateHash ?? string.Empty,
                manifest?.Residents.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
                manifest?.Days.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
                manifest is null ? string.Empty : (manifest.WallSeconds + manifest.WarmUpSeconds).ToString("0.###", CultureInfo.InvariantCulture),
            ]).Append('\n');
        }

        return csv.ToString();
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
