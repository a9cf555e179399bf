using System.Data.Common;
using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Figures;

/// <summary>
/// Counts the different values of a field over the records of a figure. What is different in two units or months may be
/// the same in both, so this cannot be added up from balances: it is recomputed from the records each time (按记录重算).
/// </summary>
internal static class DistinctCount
{
    public static long Read(Books books, DbConnection connection, DbTransaction? transaction, FigureCell cell)
    {
        var register = books.Catalogue.RegisterOf(cell.Indicator)!;
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            $"SELECT COUNT(DISTINCT {SqlDialect.Quote(cell.Indicator.Field!.Column)}) FROM {SqlDialect.Quote(register.Table)} "
            + $"WHERE {DrillDown.Condition(books, register, cell)}";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
