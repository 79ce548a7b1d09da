using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Engine.Populations.Files;
using Simulation.Engine.State;

namespace Simulation.Engine.Running;

/// <summary>A saved state that has been opened: its head is checked, each section when it is read.</summary>
internal sealed class StateReader : IDisposable
{
    // The last field is younger: files of other versions of the model are told by their model, not by what they lack.
    private const int Fields = 11;

    private readonly string path;
    private readonly FileStream file;
    private readonly Dictionary<string, FileSection> sections = new(StringComparer.Ordinal);
    private readonly bool active;
    private readonly int weekSchoolDays;
    private readonly DateOnly livesSince;

    /// <summary>Opens a file.</summary>
    /// <exception cref="StateFileException">Missing, foreign, newer, cut short or damaged.</exception>
    public StateReader(string path)
    {
        this.path = path;
        file = SectionedFile.OpenStream(FileKind.State, path);
        try
        {
            foreach (FileSection section in FileHeader.Read(FileKind.State, path, file).Sections)
            {
                if (!sections.TryAdd(section.Name, section))
                {
                    throw Damaged($"section '{section.Name}' appears twice");
                }
            }

            string[] t = Text(StateFile.DescriptionSection);
            if (t.Length is not (Fields or Fields - 1)
                || !ulong.TryParse(t[2], CultureInfo.InvariantCulture, out ulong seed)
                || !DateOnly.TryParse(t[4], CultureInfo.InvariantCulture, out DateOnly start)
                || !DateOnly.TryParse(t[5], CultureInfo.InvariantCulture, out DateOnly today)
                || !int.TryParse(t[6], CultureInfo.InvariantCulture, out int done)
                || !int.TryParse(t[9], CultureInfo.InvariantCulture, out weekSchoolDays)
                || !DateOnly.TryParse(t.Length == Fields ? t[^1] : t[4], CultureInfo.InvariantCulture, out livesSince))
            {
                throw Damaged("its description cannot be read");
            }

            active = t[8] == "active";
            Description = new StateDescription(t[0], t[1], seed, t[3], start, today, done, t[7]);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What the file says of itself.</summary>
    public StateDescription Description { get; }

    /// <summary>What the run had observed beside its week: counts of a baseline's first year, minutes of each resident.</summary>
    public double[] Observed => Numbers<double>(StateFile.ObservedSection);

    /// <summary>Fills a run's state. When it throws, the state is as if never used.</summary>
    /// <param name="state">The columns, on the rows of the file.</param>
    public void Fill(RunState state)
    {
        try
        {
            ReadColumns(state);
            foreach (string name in sections.Keys.Where(name => name.StartsWith(StateFile.AdmissionPrefix, StringComparison.Ordinal)))
            {
                string[] parts = name[StateFile.AdmissionPrefix.Length..].Split('.', 2);
                state.Admissions.Add(parts[1], (ActivityLevels)int.Parse(parts[0], CultureInfo.InvariantCulture), Numbers<byte>(name));
            }

            (state.Clock.Today, state.Clock.DaysDone, state.Clock.Active, state.Clock.WeekSchoolDays, state.Clock.LivesSince) =
                (Description.Today, Description.DaysDone, active, weekSchoolDays, livesSince);
        }
        catch
        {
            state.Clear();
            throw;
        }
    }

    /// <summary>Whether the file has a section.</summary>
    public bool Has(string name) => sections.ContainsKey(name);

    /// <summary>Values of a section.</summary>
    public int CountOf(string name) => Find(name).Count;

    /// <summary>The values of a section.</summary>
    public T[] Numbers<T>(string name)
        where T : unmanaged
    {
        FileSection section = Find(name);
        T[] values = new T[section.Count];
        Fill(section, SectionTypes.Of(typeof(T)), MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    /// <summary>The strings of a section.</summary>
    public string[] Text(string name)
    {
        FileSection section = Find(name);
        byte[] bytes = new byte[checked((int)section.Length)];
        Fill(section, SectionType.Text, bytes);
        return [.. TextBlobs.Split(bytes, section.Count)?.Select(Encoding.UTF8.GetString) ?? throw Damaged($"section '{name}' is not a list of {section.Count:N0} entries")];
    }

    /// <summary>Segments of a table.</summary>
    public Segments Layout(string name) => Numbers<int>(name) is var counts && counts.All(count => count >= 0)
        ? new Segments(counts)
        : throw Damaged($"section '{name}' holds a negative number of rows");

    /// <summary>Columns of their own, filled from sections whose names begin with <paramref name="prefix"/>.</summary>
    public IColumnSource From(string prefix) => new Source(this, prefix);

    /// <summary>An exception that says what is wrong with the file.</summary>
    public Exception Damaged(string how, Exception? cause = null) => FileKind.State.Damaged(path, how, cause);

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private void ReadColumns(RunState state)
    {
        List<Column> columns = [];
        foreach (Table table in state.Tables)
        {
            columns.AddRange(table.Columns);
            foreach (OptionalColumn optional in table.Optional)
            {
                if (sections.ContainsKey(optional.Info.Key))
                {
                    columns.Add(optional.RequireAny());
                }
                else
                {
                    optional.Neutralise();
                }
            }
        }

        try
        {
            Parallel.ForEach(columns, column => Read(column, string.Empty));
        }
        catch (AggregateException several)
        {
            throw several.InnerExceptions[0] is StateFileException refused ? refused : Damaged(several.InnerExceptions[0].Message, several);
        }
    }

    private void Read(Column column, string prefix)
    {
        FileSection section = Find(prefix + column.Info.Key);
        if (section.Count != column.Length)
        {
            throw Damaged($"section '{section.Name}' has {section.Count:N0} values where {column.Length:N0} are due");
        }

        Fill(section, SectionTypes.Of(column.Info.Type), column.Bytes());
    }

    private void Fill(FileSection section, SectionType type, Span<byte> bytes)
    {
        if (section.Type != type || section.Length != bytes.Length)
        {
            throw Damaged($"section '{section.Name}' has {section.Length:N0} bytes of kind {section.Type} where {bytes.Length:N0} of kind {type} are due");
        }

        int got = 0;
        while (got < bytes.Length && RandomAccess.Read(file.SafeFileHandle, bytes[got..], section.Offset + got) is var more and > 0)
        {
            got += more;
        }

        if (got < bytes.Length || !SHA256.HashData(bytes).AsSpan().SequenceEqual(section.Hash))
        {
            throw Damaged($"the checksum of section '{section.Name}' does not match");
        }
    }

    private FileSection Find(string name) =>
        sections.TryGetValue(name, out FileSection? section) ? section : throw Damaged($"section '{name}' is missing");

    private sealed class Source(StateReader file, string prefix) : IColumnSource
    {
        public Column<T> Column<T>(ColumnInfo info, int length)
            where T : unmanaged
        {
            Column<T> column = Populations.Column<T>.Allocate(length, info);
            file.Read(column, prefix);
            return column;
        }
    }
}
