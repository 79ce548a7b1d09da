using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulation.Cli.Options;

/// <summary>Refuses what an option cannot be, in words that say what it can.</summary>
internal static class OptionBounds
{
    /// <summary>A whole number within bounds.</summary>
    public static Option<T> From<T>(this Option<T> option, long least, long most)
    {
        option.Validators.Add(result =>
        {
            // What is no whole number at all is complained of by the parser, and has no value to ask for here.
            if (result.Tokens.Count == 1
                && long.TryParse(result.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out long value)
                && (value < least || value > most))
            {
                result.AddError($"{option.Name} must be a whole number from {least:N0} to {most:N0}, not {value:N0}.");
            }
        });
        return option;
    }

    /// <summary>A text of a form that another program reads.</summary>
    /// <param name="option">The option.</param>
    /// <param name="form">The form.</param>
    /// <param name="what">What it must be, with an example.</param>
    public static Option<string?> Written(this Option<string?> option, [StringSyntax(StringSyntaxAttribute.Regex)] string form, string what)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !Regex.IsMatch(result.Tokens[0].Value, form))
            {
                result.AddError($"{option.Name} must be {what}, not '{result.Tokens[0].Value}'.");
            }
        });
        return option;
    }

    /// <summary>One of some words; a word may go on after a colon.</summary>
    public static Option<string> OneOf(this Option<string> option, params string[] known)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !known.Contains(result.Tokens[0].Value.Split(':')[0]))
            {
                result.AddError($"{option.Name} must be one of {string.Join(", ", known)}, not '{result.Tokens[0].Value}'.");
            }
        });
        return option;
    }

    /// <summary>Pixels across and down.</summary>
    public static Option<string> Pixels(this Option<string> option, int least, int most)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && SizeOf(result.Tokens[0].Value) is var size && (size is not var (width, height) || width < least || width > most || height < least || height > most))
            {
                result.AddError($"{option.Name} must be pixels across and down, such as 1920x1080, each from {least} to {most:N0}, not '{result.Tokens[0].Value}'.");
            }
        });
        return option;
    }

    /// <summary>Width and height, such as 1920x1080; null when it is no such text.</summary>
    public static (int Width, int Height)? SizeOf(string text)
    {
        string[] parts = text.Split('x', '×', 'X');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int width)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int height) ? (width, height) : null;
    }

    /// <summary>A day.</summary>
    public static Option<DateOnly?> Day(string name, string description, string example) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            {
                return date;
            }

            result.AddError($"{name} must be a date such as {example}, not '{text}'.");
            return null;
        },
    };
}
