namespace Fazhang.Core.Expressions;

/// <summary>
/// Tokens → syntax, by recursive descent. From loose to tight: or, and, not, comparison (= != &lt; in, within, is empty), + −, * /, sign.
/// The first place that does not fit is reported and ends the parse: what follows would be guesswork.
/// </summary>
internal sealed class Parser(List<Token> tokens)
{
    private const int MaxNesting = 60;

    private int _at;
    private int _nesting;

    public static Syntax? Parse(List<Token> tokens, ICollection<ExpressionProblem> problems)
    {
        try
        {
            var parser = new Parser(tokens);
            var syntax = parser.Or();
            if (parser.Current.Kind != TokenKind.End)
                throw parser.Unexpected("此处应是 and、or 或比较符号，或者表达式已结束");
            return syntax;
        }
        catch (SyntaxException exception)
        {
            problems.Add(exception.Problem);
            return null;
        }
    }

    private Token Current => tokens[_at];

    private Syntax Or()
    {
        var left = And();
        while (TryWord("or", out var at))
            left = new LogicSyntax(at, IsAnd: false, left, And());
        return left;
    }

    private Syntax And()
    {
        var left = Not();
        while (TryWord("and", out var at))
            left = new LogicSyntax(at, IsAnd: true, left, Not());
        return left;
    }

    private Syntax Not() => TryWord("not", out var at) ? Nested(() => new NotSyntax(at, Not())) : Comparison();

    private Syntax Comparison()
    {
        var left = Sum();
        var at = Current.Position;
        if (Current.Kind == TokenKind.Symbol && CompareOperators.Find(Current.Text) is { } compare)
        {
            _at++;
            return NoSecond(new CompareSyntax(at, compare, left, Sum()));
        }
        if (TryWord("is", out _))
        {
            var negated = TryWord("not", out _);
            Word("empty", "is 后面只能是 empty 或 not empty");
            return NoSecond(Negate(negated, new EmptySyntax(at, left)));
        }
        if (Current is { Kind: TokenKind.Word, Text: "not" } && tokens[_at + 1] is { Kind: TokenKind.Word, Text: "in" })
        {
            _at += 2;
            return NoSecond(Negate(true, new InSyntax(at, left, List("in 后面应是括号里的列表，例如 in (a, b)"))));
        }
        if (TryWord("within", out _))
        {
            var isList = Current is { Kind: TokenKind.Symbol, Text: "(" };
            var items = isList ? List("within 后面应是上级代码，或括号里的列表") : [Primary()];
            return NoSecond(new WithinSyntax(at, left, items));
        }
        if (TryWord("in", out _))
            return NoSecond(new InSyntax(at, left, List("in 后面应是括号里的列表，例如 in (a, b)")));
        return left;
    }

    private static Syntax Negate(bool negated, Syntax syntax) => negated ? new NotSyntax(syntax.Position, syntax) : syntax;

    private Syntax NoSecond(Syntax comparison)
    {
        if (Current.Kind == TokenKind.Symbol && CompareOperators.Find(Current.Text) is not null)
            throw Unexpected("比较不能连写，请用 and 连接两个比较，例如 a < b and b < c");
        return comparison;
    }

    private Syntax Sum()
    {
        var left = Product();
        while (TrySymbol('+', '-', out var at, out var sign))
            left = new ArithmeticSyntax(at, sign, left, Product());
        return left;
    }

    private Syntax Product()
    {
        var left = Signed();
        while (TrySymbol('*', '/', out var at, out var sign))
            left = new ArithmeticSyntax(at, sign, left, Signed());
        return left;
    }

    private Syntax Signed() => TrySymbol('-', '-', out var at, out _) ? Nested(() => new NegateSyntax(at, Signed())) : Primary();

    private Syntax Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Integer:
                _at++;
                return Period(token) is { } period ? period : new IntegerSyntax(token.Position, (long)token.Value!);
            case TokenKind.Decimal:
                _at++;
                var (mantissa, scale) = ((long, int))token.Value!;
                return new DecimalSyntax(token.Position, mantissa, scale);
            case TokenKind.Text:
                _at++;
                return new TextSyntax(token.Position, (string)token.Value!);
            case TokenKind.Date:
                _at++;
                return new DateSyntax(token.Position, (DateOnly)token.Value!);
            case TokenKind.Word:
                return Name(token);
            case TokenKind.Symbol when token.Text == "(":
                _at++;
                var inner = Nested(Or);
                Symbol(")", "括号没有配对，缺少 )");
                return inner;
            default:
                throw Unexpected("此处应是字段、数字、日期、文字或括号");
        }
    }

    /// <summary>5 years: a number and what it counts, where no function of that name is called.</summary>
    private PeriodSyntax? Period(Token number)
    {
        if (
            Current.Kind != TokenKind.Word
            || Deadlines.Budget.Unit(Current.Text) is null
            || tokens[_at + 1] is { Kind: TokenKind.Symbol, Text: "(" }
        )
            return null;
        if (Deadlines.Budget.Parse($"{number.Text} {Current.Text}", out var problem) is not { } period)
            throw new SyntaxException(new ExpressionProblem(number.Position, problem!));
        _at++;
        return new PeriodSyntax(number.Position, period);
    }

    private Syntax Name(Token token)
    {
        if (token.Text is "true" or "false")
        {
            _at++;
            return new BooleanSyntax(token.Position, token.Text == "true");
        }
        if (token.Text is "and" or "or" or "not" or "in" or "within" or "is" or "empty")
            throw Unexpected($"{token.Text} 前后缺少内容：此处应是字段、数字、日期、文字或括号");
        _at++;
        if (Current is { Kind: TokenKind.Symbol, Text: "(" })
            return new CallSyntax(token.Position, token.Text, List("函数后面应是括号"));
        return token.Text is Functions.Today or Functions.Now
            ? new CallSyntax(token.Position, token.Text, [])
            : new NameSyntax(token.Position, token.Text);
    }

    private List<Syntax> List(string missing)
    {
        Symbol("(", missing);
        var items = new List<Syntax>();
        if (Current is not { Kind: TokenKind.Symbol, Text: ")" })
            do items.Add(Nested(Or));
            while (TrySymbol(',', ',', out _, out _));
        Symbol(")", "括号没有配对，缺少 ) 或逗号");
        return items;
    }

    private Syntax Nested(Func<Syntax> inner)
    {
        if (++_nesting > MaxNesting)
            throw Unexpected($"括号或 not 嵌套超过 {MaxNesting} 层，请拆成几条");
        var syntax = inner();
        _nesting--;
        return syntax;
    }

    private bool TryWord(string word, out int position)
    {
        position = Current.Position;
        if (Current.Kind != TokenKind.Word || Current.Text != word)
            return false;
        _at++;
        return true;
    }

    private void Word(string word, string message)
    {
        if (!TryWord(word, out _))
            throw Unexpected(message);
    }

    private bool TrySymbol(char one, char other, out int position, out char found)
    {
        position = Current.Position;
        found = Current.Kind == TokenKind.Symbol && Current.Text.Length == 1 ? Current.Text[0] : '\0';
        if (found == '\0' || (found != one && found != other))
            return false;
        _at++;
        return true;
    }

    private void Symbol(string symbol, string message)
    {
        if (Current.Kind != TokenKind.Symbol || Current.Text != symbol)
            throw Unexpected(message);
        _at++;
    }

    private SyntaxException Unexpected(string message)
    {
        var shout = Current.Kind == TokenKind.Word && Current.Text.ToLowerInvariant() is var lower && lower != Current.Text;
        var hint = shout && ExpressionScope.IsReserved(Current.Text.ToLowerInvariant()) ? "；关键字要小写" : "";
        var found = Current.Kind == TokenKind.End ? "表达式到此结束" : $"遇到“{Current.Text}”";
        return new SyntaxException(new ExpressionProblem(Current.Position, $"{message}（{found}）{hint}"));
    }

    // Private to the parser: leaves the recursion, never the class.
    private sealed class SyntaxException(ExpressionProblem problem) : Exception(problem.Message)
    {
        public ExpressionProblem Problem { get; } = problem;
    }
}
