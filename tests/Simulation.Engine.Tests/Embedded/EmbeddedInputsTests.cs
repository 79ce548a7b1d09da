using System.Security.Cryptography;
using System.Text;
using NetTopologySuite.Geometries;
using Simulation.Engine.Embedded;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.Embedded;

public class EmbeddedInputsTests
{
    [Fact]
    public void Create_Twice_GivesTheSameBits() => Fingerprint(EmbeddedInputs.Create(1)).ShouldBe(Fingerprint(SharedInputs.Inputs));

    [Fact]
    public void Create_AnotherSeed_ChangesNeighbourhoodsButNotPlaces()
    {
        SynthesisInputs other = EmbeddedInputs.Create(2);

        Fingerprint(other).ShouldNotBe(Fingerprint(SharedInputs.Inputs));
        other.Neighbourhoods.Count.ShouldBe(1_601);
        other.Neighbourhoods.Sum(n => n.Residents).ShouldBe(SharedInputs.Inputs.Neighbourhoods.Sum(n => n.Residents), 0.01);
        other.Neighbourhoods.ShouldAllBe(n => n.Outline.IsValid && n.Outline.Area > 0);
    }

    [Theory]
    [InlineData(3UL)]
    [InlineData(ulong.MaxValue)]
    public void Create_AnySeed_Finishes(ulong seed) => EmbeddedInputs.Create(seed).Schools.Count.ShouldBe(900);

    private static string Fingerprint(SynthesisInputs inputs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(params double[] values)
        {
            foreach (double value in values)
            {
                hash.AppendData(BitConverter.GetBytes(value));
            }
        }

        foreach (NeighbourhoodInput n in inputs.Neighbourhoods)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(n.Code + n.Name));
            Add(n.X, n.Y, n.Decile, n.WorkZone, n.Residents, n.Households, n.Female, n.Disabled, n.Employed, n.Unemployed, n.Students, n.GreenSpaceMetres);
            Add([.. n.AgeBands, .. n.HouseholdSize, .. n.Cars, .. n.WorkTravel, .. n.Hours]);
            foreach (Coordinate c in n.Outline.Coordinates)
            {
                Add(c.X, c.Y);
            }
        }

        foreach (SchoolInput s in inputs.Schools)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(s.Id + s.Name));
            Add((double)s.Phase, s.Pupils, s.FreeMeals, s.X, s.Y, s.Neighbourhood);
        }

        foreach (CommuteFlow f in inputs.Flows)
        {
            Add(f.From, f.To, f.Workers);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
