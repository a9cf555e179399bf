using Fazhang.Core.Access;
using Fazhang.Core.Definitions;

namespace Fazhang.Core.Records;

/// <summary>What was typed for one of several new records, with the line of the sheet it stands in.</summary>
public sealed record BatchRow(int Row, IReadOnlyDictionary<string, string?> Input);

public sealed partial class RecordStore
{
    /// <summary>
    /// Enters several new records, each as if it were typed into the form, in one transaction: all of them or, when
    /// anything is wrong, none. Returns every error of every row; none means that all are saved.
    /// </summary>
    public IReadOnlyList<FieldError> CreateAll(Actor actor, RegisterDefinition register, IReadOnlyList<BatchRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        try
        {
            Write(
                (connection, transaction) =>
                {
                    var errors = new List<FieldError>();
                    SaveResult? last = null;
                    foreach (var row in rows)
                    {
                        last = Prepare(actor, register, row.Input, out var refused)?.Invoke(connection, transaction) ?? refused!;
                        errors.AddRange(ErrorsOf(last, row.Row));
                    }
                    // Rows that are right were written to find what is wrong with those that repeat them; the failure undoes them.
                    return errors.Count > 0 ? throw new BatchFailure(errors) : last ?? new SaveResult.Missing();
                }
            );
            return [];
        }
        catch (BatchFailure failure)
        {
            return failure.Errors;
        }
    }

    private static IEnumerable<FieldError> ErrorsOf(SaveResult result, int row) =>
        result switch
        {
            SaveResult.Saved => [],
            SaveResult.Invalid invalid => invalid.Errors.Select(error => error with { Row = row }),
            SaveResult.Refused refused => [new FieldError(null, "refused", refused.Message, row)],
            _ => [new FieldError(null, "missing", "没有保存，请重试。", row)],
        };

    private sealed class BatchFailure(IReadOnlyList<FieldError> errors) : Exception
    {
        public IReadOnlyList<FieldError> Errors { get; } = errors;
    }
}
