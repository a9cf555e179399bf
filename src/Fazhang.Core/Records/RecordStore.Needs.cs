using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Expressions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>What a save asks of other records, and the numbers it takes from them; inside its transaction.</summary>
public sealed partial class RecordStore
{
    /// <summary>Fills in the fields whose numbers the action takes from the records that refer to this one.</summary>
    private void TakeCounts(Change change, ActionDefinition action)
    {
        foreach (var count in action.Counts)
        {
            var what = count.Sum is { } sum ? $"COALESCE(SUM({SqlDialect.Quote(sum.Column)}), 0)" : "COUNT(*)";
            var condition = Referring(count.Back) + And(count.Where);
            change.Values[count.Field.Slot] = Number(change, count.Target, what, condition, change.Current!.Id);
        }
    }

    /// <summary>Adds an error for each need that other records do not meet.</summary>
    private void CheckNeeds(Change change, IEnumerable<NeedDefinition> needs, List<FieldError> errors)
    {
        foreach (var need in needs)
        {
            var target = books.Catalogue.Registers[need.Target];
            // Unknown is not met, as with the condition of an action.
            var unmet = $"NOT COALESCE({Sql(need.Check)}, FALSE)";
            if (need.Of is { } of)
            {
                if (change.Values[of.Slot] is long id && Number(change, need.Target, "COUNT(*)", $"id = @id AND {unmet}", id) > 0)
                    errors.Add(new(IsAsked(change, of) ? of.Key : null, "need", need.Say));
            }
            else if (
                Number(
                    change,
                    need.Target,
                    "COUNT(*)",
                    $"{Referring(need.Back!)}{And(need.Where)} AND {unmet}",
                    change.Current!.Id
                )
                is > 0
                    and var wrong
            )
                errors.Add(new(null, "need", $"{need.Say}（“{target.Title}”里有 {wrong} 条不满足）"));
        }
    }

    /// <summary>The needs of the register itself: they are asked when the reference is made, not of what was right then.</summary>
    private void CheckNewReferences(Change change, List<FieldError> errors) =>
        CheckNeeds(
            change,
            change.Register.Needs.Where(need =>
                need.Of is { } of && change.Values[of.Slot] is { } id && !id.Equals(change.Current?.Values[of.Slot])
            ),
            errors
        );

    private static bool IsAsked(Change change, FieldDefinition field) =>
        (change.Register.Action(change.Action)?.Asks ?? change.Register.Fields).Any(own => own.Key == field.Key);

    private static string Referring(FieldDefinition back) => $"{SqlDialect.Quote(back.Column)} = @id";

    private string And(Expression? where) => where is null ? "" : $" AND {Sql(where)}";

    private string Sql(Expression expression)
    {
        var context = Context();
        return expression.ToSql(books.Dialect, context.Today, null, context.Time);
    }

    private long Number(Change change, string target, string what, string condition, long id)
    {
        using var command = change.Connection.Command(
            change.Transaction,
            $"SELECT {what} FROM {SqlDialect.Quote(books.Catalogue.Registers[target].Table)} WHERE {condition}",
            books.Dialect,
            [new KeyValuePair<string, object?>("id", id)]
        );
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
