using Fazhang.Core.Records;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Journal;

/// <summary>
/// Everything that can be verified again about the books: the journal against its seals, the records against the
/// journal, the numbers against their counters, the attached files against their hashes, the published
/// figures against the journal. (The figures against the records is the trial balance.)
/// </summary>
public sealed record BooksAudit
{
    public required JournalAudit Journal { get; init; }

    public required long Records { get; init; }

    public required IReadOnlyList<ReplayProblem> RecordProblems { get; init; }

    public required long Numbers { get; init; }

    public required IReadOnlyList<string> NumberProblems { get; init; }

    public required long Attachments { get; init; }

    public required IReadOnlyList<string> AttachmentProblems { get; init; }

    /// <summary>Closings whose published figures are not those that the journal says were published.</summary>
    public required IReadOnlyList<string> ClosingProblems { get; init; }

    public bool Sound => !Messages.Any();

    /// <summary>All that is wrong, in words.</summary>
    public IEnumerable<string> Messages =>
        Journal
            .Problems.Select(problem => problem.Message)
            .Concat(RecordProblems.Select(problem => problem.Message))
            .Concat(NumberProblems)
            .Concat(AttachmentProblems)
            .Concat(ClosingProblems);

    /// <param name="books">The books to verify; others may go on working.</param>
    /// <param name="notedRoot">A chained root noted earlier, which the seals must still pass through; null when none was noted.</param>
    public static BooksAudit Run(Books books, string? notedRoot = null)
    {
        var (records, recordProblems) = new RecordReplay(books).Run();
        var (numbers, numberProblems) = new NumberAudit(books).Run();
        var (attachments, attachmentProblems) = Fazhang.Core.Records.Attachments.Audit(books);
        return new BooksAudit
        {
            Journal = new JournalSeals(books).Audit(notedRoot),
            Records = records,
            RecordProblems = recordProblems,
            Numbers = numbers,
            NumberProblems = numberProblems,
            Attachments = attachments,
            AttachmentProblems = attachmentProblems,
            ClosingProblems = new Figures.Closings(books).Problems(),
        };
    }
}
