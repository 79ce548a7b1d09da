using System.Globalization;
using Microsoft.Data.Sqlite;
using Simulation.Engine.Interventions;
using Simulation.Engine.Validation;
using Simulation.Results.Runs;

namespace Simulation.Results.RunFiles;

/// <summary>Writes the small tables of a run file: manifest, effects, profile.</summary>
internal static class RunFileTables
{
    public static void Write(
        SqliteConnection connection,
        RunManifest manifest,
        IReadOnlyList<Effect> effects,
        IReadOnlyList<(string Process, double Seconds)> profile,
        IReadOnlyList<ValidationLine> validation)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        foreach ((string process, double seconds) in profile)
        {
            Insert(transaction, "INSERT INTO profile(process, seconds) VALUES($a, $b)", process, seconds);
        }

        foreach (Effect effect in effects)
        {
            EffectRecord record = EffectRecord.Of(effect);
            Insert(
                transaction,
                "INSERT INTO effect(source, lever, rows, fingerprint) VALUES($a, $b, $c, $d)",
                record.Source, record.Lever, record.Rows, record.Fingerprint);
        }

        foreach (ValidationLine line in validation)
        {
            Insert(
                transaction,
                "INSERT INTO validation(target, what, source, published, tolerance, model, unit, met, fitted) VALUES($a, $b, $c, $d, $e, $f, $g, $h, $i)",
                line.Id, line.What, line.Source, Finite(line.Target), Finite(line.Tolerance), Finite(line.Model), line.Unit, line.Met ? 1 : 0, line.Fitted ? 1 : 0);
        }

        KeyValuePair<string, string>[] pairs =
        [
            new("format_version", RunFileFormat.Version.ToString(CultureInfo.InvariantCulture)), .. manifest.ToPairs(), new(FileSeal.Key, FileSeal.Open),
        ];
        foreach ((string key, string value) in pairs)
        {
            Insert(transaction, "INSERT INTO manifest(key, value) VALUES($a, $b)", key, value);
        }

        transaction.Commit();

        // Statistics let a question about one stratum find its figures without reading all of them.
        SqliteFile.Execute(connection, "PRAGMA analysis_limit = 400; ANALYZE;");
    }

    private static object Finite(double value) => double.IsFinite(value) ? value : DBNull.Value;

    private static void Insert(SqliteTransaction transaction, string sql, params ReadOnlySpan<object> values)
    {
        using SqliteCommand command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // one of the constants above
        command.CommandText = sql;
#pragma warning restore CA2100
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue("$" + (char)('a' + i), values[i]);
        }

        command.ExecuteNonQuery();
    }
}
