using System.Data.Common;
using Fazhang.Core.Access;
using Fazhang.Core.Deadlines;
using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Reports;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Records;

/// <summary>Makes out documents from records by the print forms of the register, and opens those that are kept.</summary>
public sealed class Documents(Books books)
{
    /// <summary>The documents of a record, the oldest first.</summary>
    public IReadOnlyList<ProducedDocument> Of(Record record) => books.Read(connection => DocumentTable.Of(connection, record));

    /// <summary>The forms that the actor may make out by hand for a record, as far as it has what they state.</summary>
    public IReadOnlyList<FormDefinition> Offered(Actor actor, Record record) =>
        [
            .. record.Register.Forms.Where(form =>
                form.By.Count > 0
                && books.Gate.Holds(actor, record.Register, form.By, record.UnitId, out _)
                && Fits(record, form)
                && FormNeeds.Lacking(record, form).Count == 0
            ),
        ];

    /// <summary>A document as it was produced, personal fields masked; null when the record has none of that id.</summary>
    public ReportDocument? Open(Record record, long id) =>
        books.Read(connection => DocumentTable.Content(connection, record, id, clear: false)) is { } text
            ? DocumentJson.Read(text)
            : null;

    private bool Fits(Record record, FormDefinition form) =>
        form.When is null || form.When.Evaluate(record.Values, new RecordStore(books).Context()) is true;

    /// <summary>
    /// A document in clear: the look is journaled as one at the record's personal fields. Null when there is no such
    /// document or the actor may not see them.
    /// </summary>
    public ReportDocument? OpenClear(Actor actor, Record record, long id)
    {
        if (books.Read(connection => DocumentTable.Content(connection, record, id, clear: true)) is not { } text)
            return null;
        return new RecordStore(books).LookAtPersonal(actor, record) ? DocumentJson.Read(text) : null;
    }

    /// <summary>Makes a document out by hand. The record does not change; the journal tells who made out what.</summary>
    public SaveResult Produce(Actor actor, RegisterDefinition register, long id, string formKey) =>
        books.Write<SaveResult>(
            (connection, transaction) =>
            {
                var store = new RecordStore(books);
                var record = store.Load(connection, transaction, register, id);
                var form = register.Forms.FirstOrDefault(form => form.Key == formKey);
                if (record is null || form is null || !books.Gate.CanRead(actor, register, record.UnitId))
                    return new SaveResult.Missing();
                if (!books.Gate.Holds(actor, register, form.By, record.UnitId, out var by))
                    return new SaveResult.Refused(
                        form.By.Count == 0
                            ? $"《{form.Title}》由办理操作产生，不能单独出具。"
                            : $"《{form.Title}》要由{string.Join("或", form.By.Select(books.Catalogue.RoleTitle))}出具，您没有这个角色。"
                    );
                if (!Fits(record, form))
                    return new SaveResult.Refused(form.Otherwise!);
                if (FormNeeds.Lacking(record, form) is { Count: > 0 } lacking)
                    return new SaveResult.Refused(
                        $"《{form.Title}》还缺：{string.Join('、', lacking.Select(field => field.Title))}。先办理相应的操作，或者更正案卷，再出具。"
                    );
                var shown = actor.Through(by);
                var history = JournalReader.History(connection, books.Dialect, register, id, transaction);
                // The reason that was given when the flow made it out: by hand it is made out again, or for another addressee.
                var reason = history.LastOrDefault(entry => register.Action(entry.Action)?.Produces == formKey)?.Reason;
                Produce(connection, transaction, record, formKey, shown, reason, FlowStep.Of(register, history, record.Values));
                new JournalWriter(connection, transaction, books.Dialect).AppendNote(
                    record,
                    JournalAction.Produce,
                    null,
                    shown,
                    $"《{form.Title}》",
                    books.Clock.Today,
                    books.Clock.Stamp
                );
                return new SaveResult.Saved(record);
            }
        );

    /// <summary>Makes a document out in the transaction of what produces it.</summary>
    internal void Produce(
        DbConnection connection,
        DbTransaction transaction,
        Record record,
        string formKey,
        Actor actor,
        string? reason,
        IReadOnlyList<FlowStep> steps
    )
    {
        var form = record.Register.Forms.First(form => form.Key == formKey);
        var number = Number(connection, transaction, record, form);
        var clocks = RecordClocks.Compute(
            record.Register,
            record.Values,
            steps,
            books.Clock.Now.DateTime,
            books.Catalogue.Calendar,
            books.Settings
        );
        var produced = new ProducedDocument
        {
            Id = 0,
            Form = form.Key,
            Title = form.Title,
            Number = number,
            Version = record.Version,
            At = books.Clock.Stamp,
            Actor = actor.Name,
        };
        string Content(bool clear) =>
            DocumentJson.Write(
                ReportComposer.ComposeForm(
                    form.Template,
                    new ReportVariables
                    {
                        Year = books.Clock.Today.Year,
                        Place = Signer(record),
                        Office = Signer(record),
                        Date = books.Clock.Today,
                    },
                    name => Text(name, record, clocks, number, actor, reason, clear)
                )
            );
        DocumentTable.Insert(
            connection,
            transaction,
            record,
            produced,
            actor.AccountId,
            Content(clear: true),
            Content(clear: false)
        );
    }

    private string Text(
        string name,
        Record record,
        IReadOnlyList<RecordClock> clocks,
        string? number,
        Actor actor,
        string? reason,
        bool clear
    )
    {
        if (record.Register.Field(name) is { } field)
            return FieldText(record, field, new FieldWords(books, actor), clear);
        Clock? ClockOf(string prefix) => clocks.FirstOrDefault(clock => prefix + clock.Deadline.Key == name)?.Clock;
        return name switch
        {
            FormVariables.Today => Day(books.Clock.Today),
            FormVariables.User => actor.Name,
            FormVariables.Document => number ?? "",
            FormVariables.Office => Signer(record),
            FormVariables.Reason => reason ?? "",
            _ when name.StartsWith(FormVariables.Due, StringComparison.Ordinal) => ClockOf(FormVariables.Due) is { } clock
                ? Day(clock.Due) + (clock.DueAt is { } at ? $"{at.Hour}时{at.Minute:00}分" : "")
                : "",
            _ => ClockOf(FormVariables.Explain)?.Explanation ?? "",
        };
    }

    private static string FieldText(Record record, FieldDefinition field, FieldWords words, bool clear) =>
        record.Values[field.Slot] is DateOnly day && field.Type is Fields.DateField
            ? Day(day)
            : words.Of(field, record.Values[field.Slot], revealed: clear);

    private string Signer(Record record) =>
        books.Units.Find(record.UnitId) is { } unit ? Office.Of(books, unit) : books.Units.NameOf(record.UnitId);

    private string? Number(DbConnection connection, DbTransaction transaction, Record record, FormDefinition form) =>
        form.Number is { } format
            ? Numbers.Draw(connection, transaction, $"{record.Register.Key}:{form.Key}", format, record.Values, books.Units)
            : null;

    /// <summary>As official documents write a day (GB/T 9704-2012, 7.3.5.4).</summary>
    private static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
