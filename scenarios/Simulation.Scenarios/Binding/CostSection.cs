using Simulation.Engine.Interventions;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Binding;

/// <summary>Reads <c>cost</c>: of the intervention's owner, and of others by name.</summary>
internal sealed class CostSection(ValueReader values, Action<string, string, SourceSpan?> note, string owner, ReachUnit reaches)
{
    /// <summary>Cost items in the order written.</summary>
    public IReadOnlyList<CostItem> Read(SyntaxNode? node)
    {
        var items = new List<CostItem>();
        if (node is null || BlockReader.Open(node, Shapes.Cost, values.Bag) is not { } block)
        {
            return items;
        }

        foreach (MappingEntry entry in block.Entries)
        {
            if (entry.Key.Text is "capital" or "running")
            {
                Add(items, entry, owner);
                continue;
            }

            if (entry.Value is not MappingNode)
            {
                values.Bag.Error(
                    Codes.UnknownKey, entry.Key.Span, $"'cost' has no key '{entry.Key.Text}'.",
                    BlockReader.CommaHint(entry.Key) ?? NearestWord.Hint(entry.Key.Text, ["capital", "running"]) ?? $"Its keys are capital and running; the costs of another owner go into a block: `{entry.Key.Text}: {{ running: £40k per year }}`.");
                continue;
            }

            if (!Owners.All.Contains(entry.Key.Text))
            {
                values.Bag.Warn(Codes.UnknownOwner, entry.Key.Span, $"'{entry.Key.Text}' is none of the usual owners; it is used as given.", NearestWord.HintOrList(entry.Key.Text, [.. Owners.All]));
            }

            if (BlockReader.Open(entry.Value, Shapes.OwnerCost, values.Bag, entry.Key.Text) is { } costs)
            {
                foreach (MappingEntry cost in costs.Entries.Where(c => c.Key.Text is "capital" or "running"))
                {
                    Add(items, cost, entry.Key.Text);
                }
            }
        }

        return items;
    }

    private void Add(List<CostItem> items, MappingEntry entry, string payer)
    {
        string key = entry.Key.Text;
        bool yearly = key == "running";
        string example = yearly ? "£4k per school per year" : "£18k per school";
        if (values.Scalar(entry.Value, key, example) is not { } scalar)
        {
            return;
        }

        if (!MoneyParser.TryRead(scalar.Text, out Money money, out string problem))
        {
            values.Bag.Error(Codes.NotMoney, scalar.Span, $"'{scalar.Text}' is not an amount of money: {problem}.", $"Write `{key}: {example}`.");
            return;
        }

        // Nothing is nothing, once or every year.
        if (money.PerYear != yearly && money.Pounds != 0)
        {
            values.Bag.Error(
                Codes.NotMoney, scalar.Span, yearly ? "Running costs recur: they are given per year." : "Capital is paid once, so it has no 'per year'.",
                yearly ? $"Did you mean `running: {scalar.Text.Trim()} per year`?" : "Move it to `running`.");
            return;
        }

        if (money.PerUnit is { } unit && unit != reaches && !(unit == ReachUnit.Residents && reaches == ReachUnit.Employees))
        {
            values.Bag.Error(
                Codes.WrongReachUnit, scalar.Span, $"A cost per {ReachParser.NounOf(unit, 1)} cannot be counted: this intervention reaches {ReachParser.NounOf(reaches)}.",
                $"Write it per {ReachParser.NounOf(reaches, 1)}, or as a total.");
            return;
        }

        items.Add(new CostItem(payer, money.Pounds, money.PerUnit is null ? null : reaches, yearly));
        note(
            $"cost.{payer}.{key}",
            $"£{money.Pounds:#,##0.##}{(money.PerUnit is null ? string.Empty : $" per {ReachParser.NounOf(reaches, 1)}")}{(yearly ? " per year" : string.Empty)}",
            scalar.Span);
    }
}
