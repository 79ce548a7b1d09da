using System.Globalization;
using Simulation.Engine.Interventions;
using Simulation.Engine.Populations.Files;

namespace Simulation.Engine.Running;

/// <summary>
/// Effects in a saved state, for rows that have been laid anew and that no scenario can be brought to again: a line each, and
/// everybody's rows, days and amounts one after another.
/// </summary>
internal static class EffectSections
{
    private const string List = "effects";
    private const string Rows = "effects.rows";
    private const string Starts = "effects.starts";
    private const string Amounts = "effects.amounts";
    private const string AdmissionList = "admissions";
    private const string Residents = "admissions.residents";
    private const string Days = "admissions.days";
    private const int Fields = 9;

    /// <summary>Adds the effects.</summary>
    public static void Add(SectionList list, IReadOnlyList<Effect> effects)
    {
        Admission[] admissions = [.. effects.Select(effect => effect.Admission).OfType<Admission>().Distinct()];
        list.Text(List, [.. effects.SelectMany(effect => Text(effect, Array.IndexOf(admissions, effect.Admission)))]);
        list.Add<int>(Rows, [.. effects.SelectMany(effect => effect.Rows)]);
        list.Add<int>(Starts, [.. effects.SelectMany(effect => effect.Starts)]);
        list.Add<float>(Amounts, [.. effects.SelectMany(effect => effect.Amounts)]);
        list.Text(AdmissionList, [.. admissions.SelectMany(one => new[] { one.Source, Whole((int)one.Levels), Whole(one.Residents.Count) })]);
        list.Add<int>(Residents, [.. admissions.SelectMany(one => one.Residents)]);
        list.Add<int>(Days, [.. admissions.SelectMany(one => one.Days)]);
    }

    /// <summary>The effects of a file.</summary>
    /// <exception cref="FormatException">These are no effects.</exception>
    public static IReadOnlyList<Effect> Read(StateReader file)
    {
        Admission[] admissions = ReadAdmissions(file);
        Lengths<int> rows = new(file.Numbers<int>(Rows));
        Lengths<int> starts = new(file.Numbers<int>(Starts));
        Lengths<float> amounts = new(file.Numbers<float>(Amounts));
        return
        [
            .. file.Text(List).Chunk(Fields).Select(f => new Effect
            {
                Source = f[0],
                Lever = (Lever)Whole(f[1]),
                End = Whole(f[2]),
                RampDays = float.Parse(f[3], CultureInfo.InvariantCulture),
                FadeDays = float.Parse(f[4], CultureInfo.InvariantCulture),
                Admission = Whole(f[5]) < 0 ? null : admissions[Whole(f[5])],
                Rows = rows.Next(Whole(f[6])),
                Starts = starts.Next(Whole(f[7])),
                Amounts = amounts.Next(Whole(f[8])),
            }),
        ];
    }

    private static IEnumerable<string> Text(Effect effect, int admission) =>
    [
        effect.Source, Whole((int)effect.Lever), Whole(effect.End), Real(effect.RampDays), Real(effect.FadeDays), Whole(admission),
        Whole(effect.Rows.Length), Whole(effect.Starts.Length), Whole(effect.Amounts.Length),
    ];

    private static Admission[] ReadAdmissions(StateReader file)
    {
        Lengths<int> residents = new(file.Numbers<int>(Residents));
        Lengths<int> days = new(file.Numbers<int>(Days));
        return [.. file.Text(AdmissionList).Chunk(3).Select(f => new Admission(f[0], (ActivityLevels)Whole(f[1]), residents.Next(Whole(f[2])), days.Next(Whole(f[2]))))];
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Real(float number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Takes a section apart again, so many at a time.</summary>
    private sealed class Lengths<T>(T[] all)
    {
        private int at;

        public T[] Next(int count)
        {
            at += count;
            return all[(at - count)..at];
        }
    }
}
