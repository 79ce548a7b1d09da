using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Tests.Protocol;

/// <summary>Writes the page's <c>messages.ts</c> from the host's records: what is null is left out of a message, so it is optional there.</summary>
internal sealed partial class MessagesScript
{
    private static readonly Type[] Roots =
    [
        typeof(Hello), typeof(RunStatus), typeof(Notice), typeof(FigureColumns), typeof(ResidentCard), typeof(ScenarioMessage), typeof(Answer), typeof(WallView), typeof(RoomNews),
    ];

    private static readonly HashSet<Type> Numbers =
        [typeof(byte), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(float), typeof(double)];

    private readonly StringBuilder script = new();
    private readonly HashSet<Type> written = [];
    private readonly Queue<Type> waiting = new(Roots);
    private readonly Dictionary<string, XElement> documented;
    private readonly NullabilityInfoContext nullability = new();

    private MessagesScript()
    {
        string file = Path.ChangeExtension(typeof(Hello).Assembly.Location, ".xml");
        documented = XDocument.Load(file).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
    }

    /// <summary>The whole file.</summary>
    public static string Write()
    {
        var made = new MessagesScript();
        made.All();
        return made.script.ToString();
    }

    private void All()
    {
        Line("/** Written from the host's records by its tests: change those, not this. viewer/docs/protocol.md is the reference. */");
        Line();
        Line($"export const PROTOCOL_VERSION = {Wire.Version};");
        Line();
        Line("/** Why the host closes a socket. */");
        Line($"export const CloseCode = {{ WrongCode: {(int)Wire.WrongCode}, RoomFull: {(int)Wire.RoomFull} }} as const;");
        Line();
        Line("/** Kind of a message: its fourth byte. */");
        Values<MessageKind>("Kind");
        Line("/** Which of two runs a figure belongs to; the third is half the width of the interval on their difference. */");
        Values<Arm>("Arm");
        while (waiting.TryDequeue(out Type? type))
        {
            if (written.Add(type))
            {
                Type_(type);
            }
        }

        Commands();
        while (waiting.TryDequeue(out Type? type))
        {
            if (written.Add(type))
            {
                Type_(type);
            }
        }
    }

    private void Values<T>(string name)
        where T : struct, Enum
    {
        Line($"export const {name} = {{");
        foreach (T value in Enum.GetValues<T>())
        {
            Line($"  {value}: {Convert.ToInt32(value, CultureInfo.InvariantCulture)},");
        }

        Line("} as const;");
        Line();
    }

    private void Type_(Type type)
    {
        Doc(Summary($"T:{type.FullName}"), string.Empty);
        if (type.IsEnum)
        {
            Line($"export type {type.Name} = {string.Join(" | ", type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"'{Word(field)}'"))};");
            Line();
            return;
        }

        Line($"export interface {type.Name} {{");
        foreach (PropertyInfo property in Sent(type))
        {
            Doc(Said(type, property), "  ");
            Line($"  {Name(property)}{(Optional(property) ? "?" : string.Empty)}: {Of(property.PropertyType)};");
        }

        Line("}");
        Line();
    }

    private void Commands()
    {
        Doc(Summary($"T:{typeof(Command).FullName}"), string.Empty);
        Line("export type Command =");
        KeyValuePair<string, Type>[] kinds = [.. Command.Kinds];
        foreach ((string name, Type type) in kinds)
        {
            string members = string.Concat(Sent(type).Select(property => $"; {Name(property)}{(Optional(property) ? "?" : string.Empty)}: {Of(property.PropertyType)}"));
            Line($"  | {{ {Command.Discriminator}: '{name}'{members} }}{(name == kinds[^1].Key ? ";" : string.Empty)}");
        }

        Line();
    }

    private string Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Numbers.Contains(type))
        {
            return "number";
        }

        if (type == typeof(string) || type == typeof(DateOnly))
        {
            return "string";
        }

        if (type == typeof(bool))
        {
            return "boolean";
        }

        if (type.IsGenericType && type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)) is { } map)
        {
            return $"Record<string, {Of(map.GetGenericArguments()[1])}>";
        }

        if (typeof(IEnumerable).IsAssignableFrom(type))
        {
            return Of(type.GetElementType() ?? type.GetGenericArguments()[0]) + "[]";
        }

        waiting.Enqueue(type);
        return type.Name;
    }

    private static IEnumerable<PropertyInfo> Sent(Type type) => type.GetProperties()
        .Where(property => property.GetIndexParameters().Length == 0 && property.GetMethod is { IsStatic: false } && property.Name != "EqualityContract" && property.GetCustomAttribute<JsonIgnoreAttribute>() is null);

    private bool Optional(PropertyInfo property) => nullability.Create(property).ReadState == NullabilityState.Nullable;

    private static string Name(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static string Word(FieldInfo field) => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(field.Name);

    private string Said(Type type, PropertyInfo property)
    {
        string own = Summary($"P:{type.FullName}.{property.Name}");
        if (own.Length > 0)
        {
            return own;
        }

        XElement? parameter = documented.TryGetValue($"T:{type.FullName}", out XElement? member)
            ? member.Elements("param").FirstOrDefault(p => p.Attribute("name")!.Value == property.Name)
            : null;
        return parameter is null ? string.Empty : Text(parameter);
    }

    private string Summary(string member) => documented.TryGetValue(member, out XElement? found) && found.Element("summary") is { } summary ? Text(summary) : string.Empty;

    private static string Text(XElement element)
    {
        foreach (XElement reference in element.Descendants().Where(e => e.Attribute("cref") is not null || e.Attribute("name") is not null).ToArray())
        {
            reference.ReplaceWith(new XText((reference.Attribute("cref") ?? reference.Attribute("name"))!.Value.Split('.', ':')[^1]));
        }

        return Spaces().Replace(element.Value, " ").Trim();
    }

    private void Doc(string text, string indent)
    {
        if (text.Length > 0)
        {
            Line($"{indent}/** {text} */");
        }
    }

    private void Line(string text = "") => script.Append(text).Append('\n');

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
