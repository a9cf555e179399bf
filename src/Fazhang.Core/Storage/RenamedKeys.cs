namespace Fazhang.Core.Storage;

/// <summary>
/// The engine's tables that hold keys of definitions, and how they follow a rename. What is never changed does not: journal,
/// documents, closings and corrections keep the keys they were written with, and whoever reads them asks for all of a thing's
/// keys (see Journal.JournalReader).
/// </summary>
internal static class RenamedKeys
{
    public static IEnumerable<string> OfRegister(string old, string now)
    {
        // A counter's series begins with the register's key, an import's mark ends with it.
        yield return $"UPDATE counter SET series = {SqlDialect.Literal(now)} || substr(series, {old.Length + 1}) "
            + $"WHERE substr(series, 1, {old.Length + 1}) = {SqlDialect.Literal(old + "|")}";
        yield return $"UPDATE setting SET key = substr(key, 1, length(key) - {old.Length}) || {SqlDialect.Literal(now)} "
            + $"WHERE key LIKE 'import:%' AND substr(key, length(key) - {old.Length}) = {SqlDialect.Literal(":" + old)}";
        yield return Register("approval", old, now);
        // The topic keeps a notice from being told twice, also after the rename.
        yield return $"UPDATE notice SET topic = REPLACE(topic, {SqlDialect.Literal($":{old}:")}, {SqlDialect.Literal($":{now}:")}) "
            + $"WHERE register = {SqlDialect.Literal(old)}";
        yield return Register("notice", old, now);
    }

    private static string Register(string table, string old, string now) =>
        $"UPDATE {table} SET register = {SqlDialect.Literal(now)} WHERE register = {SqlDialect.Literal(old)}";

    /// <summary>A series of balances. Published figures and corrections are never changed and keep the old key.</summary>
    public static IEnumerable<string> OfSeries(string old, string now)
    {
        yield return $"UPDATE indicator SET key = {SqlDialect.Literal(now)} WHERE key = {SqlDialect.Literal(old)}";
    }
}
