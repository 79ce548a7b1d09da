using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Engine.Populations.Files;
using Simulation.Engine.State;

namespace Simulation.Engine.Running;

/// <summary>Saved states of runs: every column, every counter, each section with its checksum.</summary>
public static class StateFile
{
    private const string DescriptionSection = "state.description";
    private const string YearSection = "state.year";
    private const string AdmissionPrefix = "state.admission.";
    private const int Fields = 10;

    /// <summary>What a file says of itself; its columns are not looked at.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StateFileException">Missing, foreign, newer, cut short or damaged.</exception>
    public static StateDescription Describe(string path)
    {
        using Opened file = new(path);
        return file.Description().Description;
    }

    internal static void Write(string path, StateDescription description, RunState state, double[] year)
    {
        state.Gather();
        SectionList list = new();
        list.Text(DescriptionSection, [.. Text(description, state.Clock)]);
        list.Add(YearSection, MemoryMarshal.AsBytes<double>(year).ToArray());
        foreach (Column column in state.Tables.SelectMany(table => table.Present))
        {
            list.Add(column);
        }

        foreach ((string source, ActivityLevels levels, byte[] admitted) in state.Admissions.All)
        {
            list.Add($"{AdmissionPrefix}{(int)levels}.{source}", admitted);
        }

        SectionedFile.Write(FileKind.State, path, list.Sections);
    }

    /// <summary>Reads a file into a run's state. When it throws, the state is as if never used.</summary>
    internal static double[] Read(string path, Action<StateDescription> check, RunState state)
    {
        using Opened file = new(path);
        (StateDescription description, bool active, int weekSchoolDays) = file.Description();
        check(description);
        try
        {
            file.ReadColumns(state);
            foreach ((string name, byte[] bits) in file.Starting(AdmissionPrefix))
            {
                string[] parts = name.Split('.', 2);
                state.Admissions.Add(parts[1], (ActivityLevels)int.Parse(parts[0], CultureInfo.InvariantCulture), bits);
            }

            (state.Clock.Today, state.Clock.DaysDone, state.Clock.Active, state.Clock.WeekSchoolDays) =
                (description.Today, description.DaysDone, active, weekSchoolDays);
            return MemoryMarshal.Cast<byte, double>(file.Bytes(YearSection)).ToArray();
        }
        catch
        {
            state.Clear();
            throw;
        }
    }

    private static IEnumerable<string> Text(StateDescription d, RunClock clock) =>
    [
        d.Model, d.Population, d.Seed.ToString(CultureInfo.InvariantCulture), d.Parameters, Day(d.Start), Day(d.Today),
        d.DaysDone.ToString(CultureInfo.InvariantCulture), d.History, clock.Active ? "active" : "warming up",
        clock.WeekSchoolDays.ToString(CultureInfo.InvariantCulture),
    ];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A file whose head has been checked.</summary>
    private sealed class Opened : IDisposable
    {
        private readonly string path;
        private readonly FileStream file;
        private readonly Dictionary<string, FileSection> sections = new(StringComparer.Ordinal);

        public Opened(string path)
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
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }

        public (StateDescription Description, bool Active, int WeekSchoolDays) Description()
        {
            string[] t = [.. TextBlobs.Read(Bytes(DescriptionSection), Fields) ?? throw Damaged("its description is incomplete")];
            return ulong.TryParse(t[2], CultureInfo.InvariantCulture, out ulong seed)
                && DateOnly.TryParse(t[4], CultureInfo.InvariantCulture, out DateOnly start)
                && DateOnly.TryParse(t[5], CultureInfo.InvariantCulture, out DateOnly today)
                && int.TryParse(t[6], CultureInfo.InvariantCulture, out int done)
                && int.TryParse(t[9], CultureInfo.InvariantCulture, out int schoolDays)
                ? (new StateDescription(t[0], t[1], seed, t[3], start, today, done, t[7]), t[8] == "active", schoolDays)
                : throw Damaged("its description cannot be read");
        }

        public void ReadColumns(RunState state)
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
                Parallel.ForEach(columns, Read);
            }
            catch (AggregateException several)
            {
                throw several.InnerExceptions[0] is StateFileException refused ? refused : Damaged(several.InnerExceptions[0].Message, several);
            }
        }

        public IEnumerable<(string Name, byte[] Bytes)> Starting(string prefix) =>
            sections.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => (name[prefix.Length..], Bytes(name)));

        public byte[] Bytes(string name)
        {
            FileSection section = Find(name);
            byte[] bytes = new byte[checked((int)section.Length)];
            Fill(section, bytes);
            return bytes;
        }

        public void Dispose() => file.Dispose();

        private void Read(Column column)
        {
            FileSection section = Find(column.Info.Key);
            Span<byte> bytes = column.Bytes();
            if (section.Type != SectionTypes.Of(column.Info.Type) || section.Count != column.Length || section.Length != bytes.Length)
            {
                throw Damaged($"section '{section.Name}' has {section.Count:N0} values where {column.Length:N0} are due");
            }

            Fill(section, bytes);
        }

        private void Fill(FileSection section, Span<byte> bytes)
        {
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

        private Exception Damaged(string how, Exception? cause = null) => FileKind.State.Damaged(path, how, cause);
    }
}
