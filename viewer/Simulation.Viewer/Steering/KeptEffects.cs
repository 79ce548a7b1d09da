using System.Text.Json;
using System.Text.Json.Serialization;
using Simulation.Engine.Observation;
using Simulation.Experiments;
using Simulation.Experiments.Studies;
using Simulation.Results.RunFiles;
using Simulation.Results.Sentences;
using Simulation.Results.Studies;
using Simulation.Scenarios;
using Simulation.Scenarios.Reading;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Steering;

/// <summary>
/// What a kept study found levers to do, each alone: of those of its plans that have one intervention. A lever that stands otherwise than
/// in the study has no effect here.
/// </summary>
public sealed class KeptEffects
{
    // What goes on for ever is infinite.
    private static readonly JsonSerializerOptions Numbers = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
    private readonly IReadOnlyDictionary<string, StudyArm> arms;
    private readonly string study;

    private KeptEffects(IReadOnlyDictionary<string, StudyArm> arms, string study) => (this.arms, this.study) = (arms, study);

    /// <summary>No study was kept.</summary>
    public static KeptEffects None { get; } = new(new Dictionary<string, StudyArm>(), string.Empty);

    /// <summary>Reads a study's folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="ViewerException">It is none, no run of it is whole, or none of its plans has one lever alone.</exception>
    public static KeptEffects Read(string folder)
    {
        try
        {
            StudyFolder kept = StudyFolder.Open(folder);
            StudyFindings findings = StudyReading.Read(kept, SilentReporter.Instance);
            var arms = new Dictionary<string, StudyArm>(StringComparer.Ordinal);
            foreach (StudyArm arm in findings.Arms)
            {
                Member member = kept.Plan.Members.First(m => m.Baseline is not null && m.IsOwn && m.Arm == arm.Name && kept.StateOf(m) == MemberState.Finished);
                using RunFileReader run = RunFileReader.Open(kept.FileOf(member));
                if (ScenarioReader.ReadText(run.Manifest.ScenarioText, run.Manifest.ScenarioName).Scenario is { Interventions: [var alone] })
                {
                    arms[KeyOf(alone)] = arm;
                }
            }

            return arms.Count > 0
                ? new KeptEffects(arms, $"{findings.Name}: {(findings.Draws > 0 ? $"{findings.Draws:N0} draws of the evidence" : "central values")}, {findings.Residents:N0} residents")
                : throw new ViewerException(
                    $"{folder}: no plan of this study has one lever alone, so it cannot say what each does. Give a study of plans with one intervention each, such as 'simulate study optimise' makes.");
        }
        catch (Exception e) when (e is ExperimentException or RunFileException)
        {
            throw new ViewerException(e.Message, e);
        }
    }

    /// <summary>What an intervention does alone, as the study had it; null where it had not this one with these settings.</summary>
    /// <param name="intervention">The intervention.</param>
    /// <param name="indicator">Key of the indicator that is asked about.</param>
    internal LeverEffect? Of(ScenarioIntervention intervention, string indicator)
    {
        if (arms.Count == 0 || !arms.TryGetValue(KeyOf(intervention), out StudyArm? arm) || StudyAnswer.Findings(arm).Changes.FirstOrDefault(c => c.Indicator == indicator) is not { } finding)
        {
            return null;
        }

        bool share = Indicator.Find(indicator).Unit == IndicatorUnit.Share;
        double unit = share ? 100 : 1;
        return new LeverEffect(
            $"{Sentence.Of(finding).Text} In {(arm.Years == 1 ? "one year" : $"year {arm.Years}")} of the study {study}.", share ? "of 100" : Indicator.Find(indicator).UnitText,
            Math.Round(finding.Change.Value * unit, 3), Rounded(finding.Change.Low * unit), Rounded(finding.Change.High * unit));
    }

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 3) : null;

    // What it is, and not when it begins, who pays, or what a draw of the evidence made of the numbers behind it.
    private static string KeyOf(ScenarioIntervention intervention) => intervention.Kind.Key + JsonSerializer.Serialize(intervention.Request with
    {
        Source = string.Empty,
        Owner = string.Empty,
        PhaseIn = default,
        End = int.MaxValue,
        Costs = [],
        Parameters = new Dictionary<string, double>(),
        Uptake = intervention.Request.Uptake ?? intervention.Kind.DefaultUptake,
        Adherence = intervention.Request.Adherence ?? intervention.Kind.DefaultAdherence,
        Values = new SortedDictionary<string, double>(intervention.Kind.Parameters.ToDictionary(
            p => p.Key, p => intervention.Request.Values.TryGetValue(p.Key, out double given) ? given : p.Default), StringComparer.Ordinal),
    }, Numbers);
}
