using System.Data.Common;
using Fazhang.Core.Access;
using Fazhang.Core.Deadlines;
using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;

namespace Fazhang.Core.Storage;

/// <summary>Brings a database up to the definitions, inside a transaction of the caller's: all of it or nothing.</summary>
internal static class SchemaUpdate
{
    /// <summary>
    /// Plans, and makes the changes that may be made: with <paramref name="consent"/> all of them, without only additions.
    /// </summary>
    /// <exception cref="SchemaException">Something cannot be done or waits for consent; nothing was changed.</exception>
    public static SchemaPlan Apply(
        DbConnection connection,
        DbTransaction transaction,
        SqlDialect dialect,
        Catalogue catalogue,
        bool consent
    )
    {
        Schema.EngineTables(connection, transaction, dialect);
        var plan = SchemaPlan.Make(connection, transaction, dialect, catalogue);
        plan.Demand(consent);
        plan.Execute(connection, transaction);
        // Filled only when new: a change of it moves running deadlines, which CalendarChange does before the books are open.
        CalendarTable.Fill(connection, dialect, catalogue.Calendar, transaction);
        if (plan.IsNew || plan.Changes.Count > 0)
            DefinitionSnapshot.Of(catalogue).Save(connection, transaction);
        return plan;
    }

    /// <summary>Writes into the journal who changed the definitions of books that were in use, when, and what it did to them.</summary>
    public static void Journal(
        DbConnection connection,
        DbTransaction transaction,
        Books books,
        Actor actor,
        IReadOnlyList<string> changes
    )
    {
        using var json = new JournalJson();
        JournalWriter.AppendEvent(
            connection,
            transaction,
            books,
            JournalAction.Define,
            actor,
            reason: null,
            json.Write("changes", changes)
        );
    }
}
