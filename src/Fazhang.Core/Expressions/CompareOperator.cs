namespace Fazhang.Core.Expressions;

internal enum CompareOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

internal static class CompareOperators
{
    private static readonly string[] s_symbols = ["=", "!=", "<", "<=", ">", ">="];

    public static CompareOperator? Find(string symbol) =>
        Array.IndexOf(s_symbols, symbol) is >= 0 and var at ? (CompareOperator)at : null;

    public static bool IsOrder(this CompareOperator compare) => compare > CompareOperator.NotEqual;

    public static string Symbol(this CompareOperator compare) => s_symbols[(int)compare];

    // != is understood by both products, but <> is the standard's spelling.
    public static string Sql(this CompareOperator compare) => compare == CompareOperator.NotEqual ? "<>" : compare.Symbol();
}
