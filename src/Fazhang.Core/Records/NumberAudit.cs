using System.Data.Common;
using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>
/// Checks that record numbers have neither gaps nor doubles: of every series, the numbers given are exactly 1 to the
/// counter. Numbers are read as they stand, because a later correction of a date does not change a number once given.
/// </summary>
public sealed class NumberAudit(Books books)
{
    /// <summary>How many numbers were checked, and what is wrong, in words.</summary>
    public (long Numbers, IReadOnlyList<string> Problems) Run() =>
        books.Snapshot(
            (connection, transaction) =>
            {
                var problems = new List<string>();
                long numbers = 0;
                foreach (var register in books.Catalogue.Registers.Values.Where(register => register.Number is not null))
                    numbers += Check(connection, transaction, register, problems);
                return (numbers, (IReadOnlyList<string>)problems);
            }
        );

    private static long Check(
        DbConnection connection,
        DbTransaction transaction,
        RegisterDefinition register,
        List<string> problems
    )
    {
        var prefix = Numbers.Key(register, "");
        var counters = connection
            .Query<(string Series, long Last)>("SELECT series, last FROM counter", transaction: transaction)
            .Where(row => row.Series.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(row => row.Series[prefix.Length..], row => new Series(row.Last), StringComparer.Ordinal);
        long count = 0;
        foreach (
            var number in connection.Query<string>(
                $"SELECT number FROM {SqlDialect.Quote(register.Table)} WHERE number IS NOT NULL",
                transaction: transaction
            )
        )
        {
            count++;
            if (Find(counters, number) is not var (series, sequence))
                problems.Add($"编号“{number}”不属于任何编号序列。");
            else if (!series.Take(sequence))
                problems.Add($"编号“{number}”重复，或者超出序列已经发出的 {series.Last} 号。");
        }
        foreach (var (name, series) in counters)
            if (series.Missing is [var first, ..] missing)
                problems.Add($"编号序列“{name}”缺 {missing.Count} 个号，第一个是 {first}。");
        return count;
    }

    /// <summary>The series a number was drawn from: the one it belongs to when one run of its digits is taken for the sequence.</summary>
    private static (Series Series, long Sequence)? Find(Dictionary<string, Series> counters, string number)
    {
        for (var end = number.Length; end > 0; end--)
        {
            if (!char.IsAsciiDigit(number[end - 1]))
                continue;
            var start = end - 1;
            while (start > 0 && char.IsAsciiDigit(number[start - 1]))
                start--;
            if (
                counters.TryGetValue(number[..start] + "#" + number[end..], out var series)
                && long.TryParse(number.AsSpan(start, end - start), out var sequence)
            )
                return (series, sequence);
            end = start + 1;
        }
        return null;
    }

    private sealed class Series(long last)
    {
        private readonly HashSet<long> taken = [];

        public long Last => last;

        public bool Take(long sequence) => sequence >= 1 && sequence <= last && taken.Add(sequence);

        public IReadOnlyList<long> Missing
        {
            get
            {
                if (taken.Count == last)
                    return [];
                var missing = new List<long>();
                for (var sequence = 1L; sequence <= last; sequence++)
                    if (!taken.Contains(sequence))
                        missing.Add(sequence);
                return missing;
            }
        }
    }
}
