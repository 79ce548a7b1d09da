using System.Globalization;
using Simulation.Engine.Demography;
using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Engine.Populations.Files;
using Simulation.Engine.Validation;

namespace Simulation.Engine.Running;

/// <summary>What a saved state holds besides its columns once rows have been laid anew: residents who are in no population file.</summary>
/// <param name="Population">The residents.</param>
/// <param name="Effects">The effects that go on, on their rows.</param>
/// <param name="Plan">Hash of all effects as they were given on the first day's rows (<see cref="EffectHistory"/>).</param>
/// <param name="Years">Years lived.</param>
/// <param name="FirstYear">The first of them beside published figures.</param>
/// <param name="Turns">Turns of the year since the residents of the first day.</param>
internal sealed record RowsAnew(
    Population Population, IReadOnlyList<Effect> Effects, string Plan, IReadOnlyList<LivesYear> Years, IReadOnlyList<ValidationLine> FirstYear, int Turns)
{
    private const string Prefix = "rows.";
    private const string PlanSection = Prefix + "plan";
    private const string ResidentKeys = Prefix + "resident_keys";
    private const string WorkerKeys = Prefix + "worker_keys";
    private const string FirstYearSection = Prefix + "first_year";
    private const string YearPrefix = Prefix + "year.";
    private const int LineFields = 9;

    /// <summary>Days worked, in which the run blanks those of a worker who has died.</summary>
    public Column<byte>? WorkDays { get; private init; }

    /// <summary>Whether a file holds them.</summary>
    public static bool AreIn(StateReader file) => file.Has(PlanSection);

    /// <summary>Adds all of it to a file.</summary>
    public void AddTo(SectionList list)
    {
        RankKeys keys = Population.RankKeys!;
        list.Text(PlanSection, [Plan, keys.Founders.ToString(CultureInfo.InvariantCulture), Turns.ToString(CultureInfo.InvariantCulture)]);
        foreach (Table table in Population.Tables.Where(table => table != Population.Neighbourhoods))
        {
            list.Add(table, Prefix);
        }

        list.Add<int>(ResidentKeys, keys.Residents);
        list.Add<int>(WorkerKeys, keys.Workers);
        for (int i = 0; i < Years.Count; i++)
        {
            list.Add<double>(string.Create(CultureInfo.InvariantCulture, $"{YearPrefix}{i}"), Years[i].ToNumbers());
        }

        list.Text(FirstYearSection, [.. FirstYear.SelectMany(Text)]);
        EffectSections.Add(list, Effects);
    }

    /// <summary>Reads them.</summary>
    /// <param name="file">The file.</param>
    /// <param name="first">The residents of the run's first day.</param>
    /// <param name="strata">Strata of a year's counts.</param>
    /// <exception cref="FormatException">The file does not hold them.</exception>
    public static RowsAnew Read(StateReader file, Population first, int strata)
    {
        string[] plan = file.Text(PlanSection);
        IColumnSource source = file.From(Prefix);
        WorkerTable workers = new(file.Layout(Prefix + "workers.layout"), source);
        Column<byte> workDays = workers.WorkDays.ToFill();
        Population population = Population.LaidAnew(
            first,
            new HouseholdTable(file.Layout(Prefix + "households.layout"), source),
            new ResidentTable(file.Layout(Prefix + "residents.layout"), source),
            new PupilTable(file.Layout(Prefix + "pupils.layout"), source),
            workers,
            new SchoolTable(first.Schools.Count, source) { Name = first.Schools.Name },
            new ClassTable(file.CountOf(Prefix + "classes.school"), source),
            new EmployerTable(first.Employers.Count, source),
            new RankKeys(int.Parse(plan[1], CultureInfo.InvariantCulture), file.Numbers<int>(ResidentKeys), file.Numbers<int>(WorkerKeys)));
        List<LivesYear> years = [];
        while (file.Has(string.Create(CultureInfo.InvariantCulture, $"{YearPrefix}{years.Count}")))
        {
            years.Add(LivesYear.Of(file.Numbers<double>(string.Create(CultureInfo.InvariantCulture, $"{YearPrefix}{years.Count}")), strata)
                ?? throw new FormatException("a year of lives is incomplete"));
        }

        ValidationLine[] lines = [.. file.Text(FirstYearSection).Chunk(LineFields).Select(Line)];
        return new RowsAnew(population, EffectSections.Read(file), plan[0], years, lines, int.Parse(plan[2], CultureInfo.InvariantCulture)) { WorkDays = workDays };
    }

    private static string[] Text(ValidationLine line) =>
        [line.Id, line.What, line.Source, Real(line.Target), Real(line.Tolerance), Real(line.Model), line.Unit, line.Met ? "met" : "missed", line.Fitted ? "fitted" : "predicted"];

    private static ValidationLine Line(string[] f) => new(f[0], f[1], f[2], Real(f[3]), Real(f[4]), Real(f[5]), f[6], f[7] == "met") { Fitted = f[8] == "fitted" };

    private static string Real(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static double Real(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
