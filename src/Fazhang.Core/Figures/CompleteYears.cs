using System.Data.Common;
using System.Globalization;
using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Figures;

/// <summary>
/// From which year on the books hold everything. Of the years before there are leftovers only (cases that were open when the
/// books began), and growth over those would mislead: figures compare with complete years only. What an indicator counts at
/// a day (a stock) is known from the first day on.
/// </summary>
public sealed class CompleteYears
{
    /// <summary>The years that can be said; the first is that of the earliest working calendar.</summary>
    public const int First = 2013;
    public const int Last = 2199;

    private const string SettingKey = "complete_from";

    private readonly int all;
    private readonly Dictionary<string, int> own;

    private CompleteYears(int all, Dictionary<string, int> own) => (this.all, this.own) = (all, own);

    /// <summary>The first complete year of the books; 0 when nobody has said so, which leaves every year with records comparable.</summary>
    public int OfBooks => all;

    /// <summary>The registers that say it for themselves, with their first complete year.</summary>
    public IReadOnlyDictionary<string, int> OfRegisters => own;

    /// <summary>The first complete year of a register.</summary>
    public int Of(string register) => own.GetValueOrDefault(register, all);

    /// <summary>Whether figures of the indicator over the period may be compared with others.</summary>
    public bool Covers(Catalogue catalogue, IndicatorDefinition indicator, Period period) =>
        DrillDown
            .All(catalogue, indicator)
            .All(part => part.Kind == IndicatorKind.Stock || part.Register is not { } key || period.From / 100 >= Of(key));

    /// <summary>Says it and puts it into the journal. Without a register for the books as a whole.</summary>
    /// <exception cref="InvalidOperationException">No such register, or a year out of the range.</exception>
    public static void Set(Books books, Actor actor, int year, string? register = null)
    {
        if (year is < First or > Last)
            throw new InvalidOperationException($"年份应当在 {First} 至 {Last} 之间，现在是 {year}。");
        if (register is not null && !books.Catalogue.Registers.ContainsKey(register))
            throw new InvalidOperationException($"没有台账“{register}”。写台账的键，例如 reconsideration.case。");
        books.Write(
            (connection, transaction) =>
            {
                Write(connection, transaction, year, register);
                var whose = register is null ? "账簿" : $"台账“{books.Catalogue.Registers[register].Title}”";
                JournalWriter.AppendEvent(
                    connection,
                    transaction,
                    books,
                    JournalAction.Complete,
                    actor,
                    $"{whose}从 {year} 年起完整；此前的年份不作同比"
                );
                return 0;
            }
        );
        books.Refresh();
    }

    internal static void Write(DbConnection connection, DbTransaction transaction, int year, string? register = null) =>
        Books.SetSetting(
            connection,
            transaction,
            register is null ? SettingKey : $"{SettingKey}:{register}",
            year.ToString(CultureInfo.InvariantCulture)
        );

    internal static CompleteYears Load(DbConnection connection, DbTransaction? transaction)
    {
        var said = connection
            .Query<(string Key, string Value)>(
                "SELECT key, value FROM setting WHERE key LIKE @like",
                new { like = SettingKey + "%" },
                transaction
            )
            .ToDictionary(
                row => row.Key == SettingKey ? "" : row.Key[(SettingKey.Length + 1)..],
                row => int.Parse(row.Value, CultureInfo.InvariantCulture),
                StringComparer.Ordinal
            );
        said.Remove("", out var all);
        return new CompleteYears(all, said);
    }
}
