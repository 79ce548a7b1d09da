using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using Simulation.Testing;

namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>A study's tables in the hands of the programs that researchers open them with: every one reads the same figures.</summary>
public sealed class ReadBackTests : IClassFixture<ReadBackTests.Tables>
{
    private static readonly Need Pandas = WithModules("pandas", "python3-pandas", "python3-openpyxl");
    private static readonly Need R = Need.Program("R", "r-base-core", "Rscript");
    private static readonly Need Calc = Need.Program("LibreOffice", "libreoffice-calc-nogui", "soffice");
    private static readonly Need Node = Need.Program("Node", "nodejs", "node");

    private readonly Tables tables;

    public ReadBackTests(Tables tables) => this.tables = tables;

    [Theory]
    [InlineData("r.csv")]
    [InlineData("r.xlsx")]
    public void Pandas_ReadsTheFigures(string file) =>
        tables.ShouldBeRead(Print(Machine.This.Have(Pandas), Script("read.py"), tables.File(file)));

    [Fact]
    public void R_ReadsTheFigures() => tables.ShouldBeRead(Print(Machine.This.Have(R), "--vanilla", Script("read.R"), tables.File("r.csv")));

    [Fact]
    public void LibreOffice_OpensTheWorkbook()
    {
        string folder = Path.GetDirectoryName(tables.File("r.xlsx"))!;
        string calc = Path.Combine(folder, "calc");
        Print(
            Machine.This.Have(Calc), $"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false",
            "--outdir", calc, tables.File("r.xlsx"));

        tables.ShouldBeRead(Tables.Sums(Path.Combine(calc, "r.csv")));
    }

    [Fact]
    public void DuckDb_ReadsTheColumns()
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*), sum(\"Change\"), sum(\"Lower80\"), sum(\"Upper80\") FROM '{tables.File("r.parquet")}'";
        using DuckDBDataReader reader = command.ExecuteReader();
        reader.Read().ShouldBeTrue();

        tables.ShouldBeRead([reader.GetInt64(0), reader.GetDouble(1), reader.GetDouble(2), reader.GetDouble(3)]);
    }

    [Fact]
    public void Hyparquet_ReadsTheColumns()
    {
        string node = Machine.This.Have(Node);
        string folder = Path.Combine(Path.GetDirectoryName(tables.File("r.parquet"))!, "node");
        Directory.CreateDirectory(folder);
        foreach (string file in (string[])["package.json", "package-lock.json", "read.mjs"])
        {
            File.Copy(Script(file), Path.Combine(folder, file));
        }

        Print(Path.Combine(Path.GetDirectoryName(node)!, "npm"), "--prefix", folder, "ci", "--no-audit", "--no-fund");
        tables.ShouldBeRead(Print(node, Path.Combine(folder, "read.mjs"), tables.File("r.parquet")));
    }

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "ReadBack", name);

    // The system's own Python, for which the packages are; another may come first in the search path.
    private static Need WithModules(string name, params string[] packages) => new(name, packages, machine =>
        ((string[])["/usr/bin/python3", "python3", "python"]).Select(machine.Program).OfType<string>()
            .FirstOrDefault(python => Start(python, "-c", "import pandas, openpyxl").Code == 0));

    private static double[] Print(string program, params string[] arguments)
    {
        (int code, string output, string error) = Start(program, arguments);
        code.ShouldBe(0, output + error);
        string line = output.Trim().Split('\n')[^1];
        return [.. line.Split(' ').Select(word => double.TryParse(word, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)];
    }

    private static (int Code, string Output, string Error) Start(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    /// <summary>A study with ranges, written in every form that tables have.</summary>
    public sealed class Tables : IDisposable
    {
        private readonly Simulate simulate = new();
        private readonly double[] sums;

        public Tables()
        {
            simulate.Write("plan.yaml", Scenarios.SchoolStreets);
            Outcome made = simulate.Run("study", "run", "plan.yaml", "--residents", Simulate.Residents, "--draws", "3", "--out", "study");
            made.ExitCode.ShouldBe(0, made.Error);
            simulate.Run("study", "report", "study", "-o", "r.csv", "-o", "r.xlsx", "-o", "r.parquet").ExitCode.ShouldBe(0);
            sums = Sums(simulate.File("r.csv"));
            sums[0].ShouldBeGreaterThan(500);
            sums[2].ShouldBeLessThan(sums[3]);
        }

        public string File(string name) => simulate.File(name);

        public void Dispose() => simulate.Dispose();

        /// <summary>Rows, and the sums of change and of both ends of its range, of comma-separated text.</summary>
        public static double[] Sums(string file)
        {
            string[][] rows = [.. System.IO.File.ReadAllLines(file).Select(line => line.Split(','))];
            int[] columns = [.. ((string[])["change", "lower80", "upper80"]).Select(name => Array.IndexOf(rows[0], name))];
            return [rows.Length - 1, .. columns.Select(c => rows.Skip(1).Where(row => row[c].Length > 0).Sum(row => double.Parse(row[c].Trim('"'), CultureInfo.InvariantCulture)))];
        }

        public void ShouldBeRead(double[] read)
        {
            read.Length.ShouldBe(sums.Length);
            for (int i = 0; i < sums.Length; i++)
            {
                read[i].ShouldBe(sums[i], 1e-9 * Math.Abs(sums[i]));
            }
        }
    }
}
