using Fazhang.Core.Records;

namespace Fazhang.Core.Storage;

/// <summary>What a save adds to the books: its journal entry, its postings and, when the record is new, the record.</summary>
/// <param name="Record">The new record; null when the save changed one that was there.</param>
/// <param name="Journal">The journal entry's values, in the order of JournalWriter.Columns; the record's id in it is not known yet when it is new.</param>
/// <param name="Postings">Rows of cell_delta, in the order of Cells.Columns.</param>
internal sealed record RecordEntry(NewRecord? Record, object?[] Journal, IReadOnlyList<long[]> Postings);

/// <summary>A record about to be inserted.</summary>
/// <param name="Plan">The statements of its register.</param>
/// <param name="Values">Its fields by slot.</param>
/// <param name="Stamp">When it is made.</param>
/// <param name="Due">The soonest last day of its deadlines, and in <paramref name="DueKey"/> whose it is.</param>
internal sealed record NewRecord(RegisterPlan Plan, object?[] Values, string Stamp, DateOnly? Due, string? DueKey);
