using Simulation.Engine.Populations;
using Simulation.Engine.Populations.Files;

namespace Simulation.Engine.Synthesis;

/// <summary>
/// Builds a synthetic population: residents in households in neighbourhoods, with cars, schools and work, such that every
/// neighbourhood's published totals are met.
/// </summary>
/// <remarks>
/// Two steps that need no other neighbourhood (drafting; copying and linking) run in parallel; two that do (employers and
/// schools) run between them. Luck is addressed by neighbourhood, so the number of workers changes no byte.
/// </remarks>
public static class PopulationSynthesiser
{
    // Of the drafts alone, on the managed heap: 2.7 million residents just fit into 96 MB.
    private const int BytesAResident = 36;

    /// <summary>Builds a population.</summary>
    /// <param name="inputs">Neighbourhoods with their marginals, schools, zones and flows.</param>
    /// <param name="options">Residents, seed, workers.</param>
    /// <param name="progress">Told what is being done; null for silence.</param>
    /// <param name="cancellation">Stops the work; nothing is left behind.</param>
    /// <exception cref="InputDataException">The inputs contradict themselves; every fault is listed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 or too many residents.</exception>
    /// <exception cref="InsufficientMemoryException">They cannot fit: told before, because a heap that is full to the last byte takes the runtime with it.</exception>
    public static Population Build(
        SynthesisInputs inputs, SynthesisOptions options, IProgress<string>? progress, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Residents, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Residents, SynthesisOptions.MostResidents);
        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < (long)BytesAResident * options.Residents)
        {
            throw new InsufficientMemoryException();
        }

        SynthesisInputsCheck.Check(inputs);

        ResidentQuotas counts = ResidentQuotas.Share(inputs, options);
        int[] residents = counts.Residents;
        double scale = options.Residents / inputs.Neighbourhoods.Sum(n => n.Residents);
        var destinations = new WorkDestinations(inputs);
        var drafts = new NeighbourhoodDraft[residents.Length];

        progress?.Report($"Drawing {options.Residents:N0} residents in {residents.Count(r => r > 0):N0} neighbourhoods");
        InParallel.For(
            drafts.Length,
            options.Workers,
            n => drafts[n] = NeighbourhoodSynthesis.Build(inputs, destinations, n, residents[n], options.Seed),
            cancellation);

        progress?.Report("Founding employers");
        EmployerDirectory employers = EmployerDirectory.Make(inputs, drafts, scale, options.Seed, options.Workers, cancellation);

        // In a sample of neighbourhoods nobody competes for places with the neighbourhoods left out: schools keep all of theirs.
        progress?.Report("Admitting pupils to schools");
        Schooling schooling = Schooling.Arrange(inputs, drafts, counts.Sampled ? 1 : scale, options.Seed, options.Workers, cancellation);

        progress?.Report("Putting the population together");
        var assembly = new PopulationAssembly(inputs, drafts, employers, schooling, options.Seed);
        InParallel.For(drafts.Length, options.Workers, assembly.Fill, cancellation);
        var population = new Population(
            new PopulationDescription(inputs.Source, options.Seed, string.Empty, inputs.Files) { Warnings = inputs.Warnings },
            [.. inputs.Places.Select(p => new Place(p.Code, p.Name))],
            assembly.Neighbourhoods(),
            assembly.Households,
            assembly.Residents,
            assembly.Pupils,
            assembly.Workers,
            assembly.Schools(),
            assembly.Classes(),
            assembly.Employers())
        {
            Targets = InputTargets.Of(inputs),
        };
        return population.WithHash(PopulationContent.Hash(population));
    }
}
