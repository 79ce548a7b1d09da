namespace Simulation.Engine.Populations;

/// <summary>
/// What ranks of residents and workers are asked by once rows have been laid anew: a resident's identity; a worker's first row, or
/// for a job begun in the run a number of its own. Whom 10 % reach is then reached by 11 % in any year.
/// </summary>
/// <param name="Founders">Rows of the residents of the run's first day.</param>
/// <param name="Residents">Key of each resident's row.</param>
/// <param name="Workers">Key of each worker's row.</param>
public sealed record RankKeys(int Founders, int[] Residents, int[] Workers);
