using Simulation.Engine.Populations;

namespace Simulation.Engine.Synthesis;

/// <summary>Finds contradictions in synthesis inputs before any work is done on them.</summary>
internal static class SynthesisInputsCheck
{
    private const int MostPlaces = 254;
    private const int MostErrors = 20;

    /// <summary>Checks lengths, indices and ranges.</summary>
    /// <exception cref="InputDataException">Something does not fit; the first twenty faults are listed.</exception>
    public static void Check(SynthesisInputs inputs)
    {
        var errors = new List<InputError>();
        Require(inputs.Places.Count is >= 1 and <= MostPlaces, "places", string.Empty, $"{inputs.Places.Count} places; 1–{MostPlaces} can be used.");
        Require(inputs.Neighbourhoods.Sum(n => n.Residents) > 0, "neighbourhoods", "Residents", "no residents in any neighbourhood.");
        Require(inputs.WorkZones.Count >= 1, "work zones", string.Empty, "no work zone; at least one is needed.");
        Require(inputs.Schools.Count < ushort.MaxValue, "schools", string.Empty, $"{inputs.Schools.Count} schools; fewer than {ushort.MaxValue} can be used.");
        for (int n = 0; n < inputs.Neighbourhoods.Count; n++)
        {
            CheckNeighbourhood(inputs, n);
        }

        foreach (PlaceInput place in inputs.Places)
        {
            Require(place.SingleYearOfAge.Count == 91, "places", nameof(PlaceInput.SingleYearOfAge), $"{place.Code} has {place.SingleYearOfAge.Count} single years of age instead of 91 (0–90).");
        }

        foreach (SchoolInput school in inputs.Schools)
        {
            Require(school.Neighbourhood >= 0 && school.Neighbourhood < inputs.Neighbourhoods.Count, "schools", nameof(SchoolInput.Neighbourhood), $"{school.Id} stands in neighbourhood {school.Neighbourhood}, which does not exist.");
        }

        foreach (CommuteFlow flow in inputs.Flows)
        {
            bool known = flow.From >= 0 && flow.From < inputs.WorkZones.Count && flow.To >= -1 && flow.To < inputs.WorkZones.Count;
            Require(known, "flows", string.Empty, $"a flow leads from zone {flow.From} to zone {flow.To}; zones are 0–{inputs.WorkZones.Count - 1}, and −1 stands for no fixed place.");
        }

        if (errors.Count > 0)
        {
            throw new InputDataException([.. errors.Take(MostErrors)]);
        }

        void CheckNeighbourhood(SynthesisInputs all, int index)
        {
            NeighbourhoodInput input = all.Neighbourhoods[index];
            Fits(input.AgeBands, 6, nameof(input.AgeBands));
            Fits(input.HouseholdSize, 4, nameof(input.HouseholdSize));
            Fits(input.Cars, 4, nameof(input.Cars));
            Fits(input.WorkTravel, 4, nameof(input.WorkTravel));
            Fits(input.Hours, 4, nameof(input.Hours));
            Fits(input.Qualifications, Background.Qualifications, nameof(input.Qualifications));
            Fits(input.EthnicGroups, Background.Groups, nameof(input.EthnicGroups));
            Has(input.Place >= 0 && input.Place < all.Places.Count, nameof(input.Place), $"place {input.Place} does not exist.");
            Has(input.WorkZone >= 0 && input.WorkZone < all.WorkZones.Count, nameof(input.WorkZone), $"work zone {input.WorkZone} does not exist.");
            Has(input.Decile is >= 1 and <= 10, nameof(input.Decile), $"decile {input.Decile}; 1–10 are possible.");
            Has(input.Residents >= 0 && input.Households >= 0, nameof(input.Residents), "residents and households may not be negative.");
            Has(input.Outline is not null && !input.Outline.IsEmpty, nameof(input.Outline), "no outline; a polygon is needed to place households in.");
            Has(index == 0 || all.Neighbourhoods[index - 1].Place <= input.Place, nameof(input.Place), "neighbourhoods are not sorted by place.");

            void Fits(IReadOnlyList<double> shares, int length, string column) =>
                Has(shares.Count == length && shares.All(s => s >= 0 && double.IsFinite(s)) && (shares.Sum() > 0 || input.Residents == 0), column, $"needs {length} shares of 0 or more, not all 0.");

            void Has(bool holds, string column, string message) =>
                Require(holds, "neighbourhoods", column, $"{input.Code}: {message}");
        }

        void Require(bool holds, string table, string column, string message)
        {
            if (!holds)
            {
                errors.Add(new InputError($"{inputs.Source} ({table})", 0, column, message));
            }
        }
    }
}
