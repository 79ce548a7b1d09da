using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions;

/// <summary>Rows within an intervention's <c>where</c> and <c>who</c>, ascending, each with the deprivation decile of its neighbourhood.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Deciles">Decile of each, 1–10.</param>
internal sealed record Candidates(List<int> Rows, List<byte> Deciles)
{
    /// <summary>Decile given to employers, who stand in a place and not in a neighbourhood.</summary>
    private const byte MiddleDecile = 5;

    public static Candidates Of(InterventionKind kind, InterventionRequest request, Population population)
    {
        var found = new Candidates([], []);
        switch (kind.Reaches)
        {
            case ReachUnit.Schools:
                found.AddSchools(request, population);
                break;
            case ReachUnit.Neighbourhoods:
                found.AddNeighbourhoods(request, population);
                break;
            case ReachUnit.Employees:
                found.AddWorkers(request, population);
                break;
            case ReachUnit.Employers:
                found.AddEmployers(request, population);
                break;
            default:
                found.AddResidents(request, population);
                break;
        }

        return found;
    }

    private void AddSchools(InterventionRequest request, Population population)
    {
        bool[] within = request.Where.Match(population);
        SchoolTable schools = population.Schools;
        for (int s = 0; s < schools.Count; s++)
        {
            int n = schools.Neighbourhood[s];
            if (within[n] && request.Where.MatchPhase(schools.Phase[s]))
            {
                Add(s, population.Neighbourhoods.Decile[n]);
            }
        }
    }

    private void AddNeighbourhoods(InterventionRequest request, Population population)
    {
        bool[] within = request.Where.MatchCentres(population);
        for (int n = 0; n < within.Length; n++)
        {
            if (within[n])
            {
                Add(n, population.Neighbourhoods.Decile[n]);
            }
        }
    }

    private void AddWorkers(InterventionRequest request, Population population)
    {
        bool[] within = request.Where.Match(population);
        WorkerTable workers = population.Workers;
        Func<int, bool> near = request.Where.NearHome(population);
        for (int n = 0; n < within.Length; n++)
        {
            if (!within[n])
            {
                continue;
            }

            for (int row = workers.Layout.First(n); row < workers.Layout.End(n); row++)
            {
                if (request.Who.Match(population.Residents, workers.Resident[row])
                    && near(workers.Resident[row])
                    && (request.Where.EmployerSizes is null || request.Where.MatchSize(population.Employers.SizeBand[workers.Employer[row]])))
                {
                    Add(row, population.Neighbourhoods.Decile[n]);
                }
            }
        }
    }

    private void AddResidents(InterventionRequest request, Population population)
    {
        bool[] within = request.Where.Match(population);
        Func<int, bool> near = request.Where.NearHome(population);
        for (int n = 0; n < within.Length; n++)
        {
            if (!within[n])
            {
                continue;
            }

            for (int row = population.Residents.Layout.First(n); row < population.Residents.Layout.End(n); row++)
            {
                if (request.Who.Match(population.Residents, row) && near(row))
                {
                    Add(row, population.Neighbourhoods.Decile[n]);
                }
            }
        }
    }

    private void AddEmployers(InterventionRequest request, Population population)
    {
        EmployerTable employers = population.Employers;
        for (int e = 0; e < employers.Count; e++)
        {
            if (request.Where.MatchEmployerPlace(population, employers.Place[e]) && request.Where.MatchSize(employers.SizeBand[e]))
            {
                Add(e, MiddleDecile);
            }
        }
    }

    private void Add(int row, byte decile)
    {
        Rows.Add(row);
        Deciles.Add(decile);
    }
}
