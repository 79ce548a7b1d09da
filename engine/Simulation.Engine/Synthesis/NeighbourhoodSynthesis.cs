using Simulation.Engine.Populations;

namespace Simulation.Engine.Synthesis;

/// <summary>Builds one neighbourhood from its marginals; needs nothing of any other.</summary>
internal static class NeighbourhoodSynthesis
{
    /// <summary>First and last age at school in the model.</summary>
    internal const int FirstSchoolAge = 4;

    /// <summary>Last age at school in the model.</summary>
    internal const int LastSchoolAge = 16;

    /// <summary>Years at school.</summary>
    internal const int SchoolYears = LastSchoolAge - FirstSchoolAge + 1;

    /// <summary>Draws residents, assembles households, and gives them cars, a position and work.</summary>
    public static NeighbourhoodDraft Build(SynthesisInputs inputs, WorkDestinations destinations, int index, int residents, ulong seed)
    {
        NeighbourhoodInput input = inputs.Neighbourhoods[index];
        ResidentDraws draws = ResidentDraws.Draw(inputs, index, residents, seed);
        var luck = new SynthesisLuck(seed, SynthesisStream.HouseholdSizes, index);
        HouseholdPlan plan = HouseholdPlan.Make(input, residents, draws.FirstFrom(ResidentDraws.AdultAge), ref luck);
        (int[] order, byte[] sizes) = HouseholdAssembly.Assemble(draws, plan, input, new SynthesisLuck(seed, SynthesisStream.Assembly, index));
        NeighbourhoodDraft draft = InOrder(draws, order, sizes);
        draft.Cars = CarOwnership.Draw(input, sizes, draft.First, draft.Age, draft.Status, new SynthesisLuck(seed, SynthesisStream.Cars, index));
        (draft.X, draft.Y) = HouseholdPlacement.Place(input, sizes.Length, new SynthesisLuck(seed, SynthesisStream.Position, index));
        MarkHouseholds(draft, input.Settlement == Settlement.Rural);
        draft.Background = BackgroundDraws.Draw(draft, input, new SynthesisLuck(seed, SynthesisStream.Background, index));
        WorkersOfNeighbourhood.Draw(draft, input, destinations, seed, index);
        draft.Pupils = [.. Enumerable.Range(0, residents).Where(r => draft.Age[r] is >= FirstSchoolAge and <= LastSchoolAge)];
        return draft;
    }

    /// <summary>What a member of an age makes a household: one with children, with children under 11.</summary>
    internal static Traits MarksOf(int age) =>
        (age < 16 ? Traits.WithChildren : Traits.None) | (age < 11 ? Traits.WithChildrenUnder11 : Traits.None);

    private static NeighbourhoodDraft InOrder(ResidentDraws draws, int[] order, byte[] sizes)
    {
        var first = new int[sizes.Length];
        for (int h = 1; h < sizes.Length; h++)
        {
            first[h] = first[h - 1] + sizes[h - 1];
        }

        return new NeighbourhoodDraft
        {
            Age = [.. order.Select(r => draws.Age[r])],
            Traits = [.. order.Select(r => draws.Traits[r])],
            Status = [.. order.Select(r => draws.Status[r])],
            Size = sizes,
            First = first,
        };
    }

    private static void MarkHouseholds(NeighbourhoodDraft draft, bool rural)
    {
        for (int h = 0; h < draft.Size.Length; h++)
        {
            Span<byte> ages = draft.Age.AsSpan(draft.First[h], draft.Size[h]);
            Traits marks = rural ? Traits.Rural : Traits.None;
            marks |= draft.Cars[h] == 0 ? Traits.NoCar : Traits.None;
            foreach (byte age in ages)
            {
                marks |= MarksOf(age);
            }

            foreach (ref byte traits in draft.Traits.AsSpan(draft.First[h], draft.Size[h]))
            {
                traits |= (byte)marks;
            }
        }
    }
}
