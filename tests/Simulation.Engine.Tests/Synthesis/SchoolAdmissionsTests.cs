using Simulation.Engine.Populations;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.Synthesis;

public class SchoolAdmissionsTests
{
    private static readonly SynthesisInputs Inputs = SmallInputs.Make();

    [Fact]
    public void Admit_FullSchool_KeepsThoseWhoLiveNearest()
    {
        // Two primary schools on a line, at 0 m (three places) and 5,000 m; five homes between them, all nearer the first.
        SynthesisInputs inputs = Inputs with
        {
            Schools =
            [
                new SchoolInput("a", "A", SchoolPhase.Primary, 3, 0, 0, 0, 0),
                new SchoolInput("b", "B", SchoolPhase.Primary, 9, 0, 5_000, 0, 0),
            ],
        };
        NeighbourhoodDraft draft = OneChildHomes(100, 900, 300, 700, 500);
        SchoolPlaces places = SchoolPlaces.Of(inputs.Schools, 0, 5, 1);
        var applications = new SchoolApplications(inputs, [draft], places, 0);
        for (int a = 0; a < 5; a++)
        {
            applications.Preferences[a * applications.PreferencesEach] = 0;
            applications.Preferences[(a * applications.PreferencesEach) + 1] = 1;
        }

        (int[] schools, _) = SchoolAdmissions.Admit(applications, places, CancellationToken.None);
        schools.ShouldBe([0, 1, 0, 1, 0]);
    }

    [Fact]
    public void Admit_NoPreferenceLeft_TakesTheNearestPlaceLeft()
    {
        SynthesisInputs inputs = Inputs with
        {
            Schools =
            [
                new SchoolInput("a", "A", SchoolPhase.Primary, 1, 0, 0, 0, 0),
                new SchoolInput("b", "B", SchoolPhase.Primary, 1, 0, 9_000, 0, 0),
                new SchoolInput("c", "C", SchoolPhase.Primary, 1, 0, 2_000, 0, 0),
            ],
        };
        NeighbourhoodDraft draft = OneChildHomes(100, 200);
        SchoolPlaces places = SchoolPlaces.Of(inputs.Schools, 0, 2, 1);
        var applications = new SchoolApplications(inputs, [draft], places, 0);
        Array.Fill(applications.Preferences, SchoolApplications.None);
        applications.Preferences[0] = 0;
        applications.Preferences[applications.PreferencesEach] = 0;
        (int[] schools, _) = SchoolAdmissions.Admit(applications, places, CancellationToken.None);
        schools.ShouldBe([0, 2]);
    }

    [Fact]
    public void Of_TooFewPlaces_EnlargesAllSchoolsAlike()
    {
        SchoolPlaces places = SchoolPlaces.Of(
            [new("a", "A", SchoolPhase.Primary, 100, 0, 0, 0, 0), new("b", "B", SchoolPhase.Primary, 300, 0, 0, 0, 0)], 0, 800, 1);
        places.Places[0].ShouldBe(212);
        places.Places[1].ShouldBe(636);
    }

    private static NeighbourhoodDraft OneChildHomes(params float[] metresEast)
    {
        int homes = metresEast.Length;
        return new NeighbourhoodDraft
        {
            Age = [.. Enumerable.Range(0, homes).SelectMany(_ => new byte[] { 35, 7 })],
            Traits = new byte[homes * 2],
            Status = new byte[homes * 2],
            Size = [.. Enumerable.Repeat((byte)2, homes)],
            First = [.. Enumerable.Range(0, homes).Select(h => h * 2)],
            X = metresEast,
            Y = new float[homes],
            Pupils = [.. Enumerable.Range(0, homes).Select(h => (h * 2) + 1)],
        };
    }
}
