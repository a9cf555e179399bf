namespace Fazhang.Core.Expressions;

/// <summary>
/// Syntax → typed nodes: finds names, demands fitting types, and goes on after a problem so that all are reported.
/// A null node means that a problem has been reported for it.
/// </summary>
internal sealed class Checker(ExpressionScope scope, ICollection<ExpressionProblem> problems)
{
    private readonly ChoiceChecker _choices = new(scope, problems);

    /// <summary>What `within` stood for, for <see cref="Expression.Meaning"/>.</summary>
    public List<string> Expansions { get; } = [];

    /// <summary>Names of the fields used.</summary>
    public HashSet<string> Fields { get; } = [];

    /// <summary>Whether the value depends on the day it is asked.</summary>
    public bool UsesToday { get; private set; }

    private const string PeriodPlace = "期限只能加在日期上，或者从日期减去，例如 issued_on + 5 years";

    /// <summary>Keys of the settings used.</summary>
    public HashSet<string> Settings { get; } = [];

    public Node? Check(Syntax syntax) =>
        syntax switch
        {
            NameSyntax name => Field(name),
            IntegerSyntax integer => new LiteralNode(ExpressionType.Integer, integer.Value),
            PeriodSyntax period => Fail(period, PeriodPlace),
            DecimalSyntax number => new NumberLiteralNode(number.Mantissa, number.Scale),
            TextSyntax text => new LiteralNode(ExpressionType.Text, text.Value),
            DateSyntax date => new LiteralNode(ExpressionType.Date, date.Value),
            BooleanSyntax flag => new LiteralNode(ExpressionType.Boolean, Truth.Of(flag.Value)),
            CallSyntax call => Call(call),
            NegateSyntax { Operand: IntegerSyntax integer } => new LiteralNode(ExpressionType.Integer, -integer.Value),
            NegateSyntax { Operand: DecimalSyntax number } => new NumberLiteralNode(-number.Mantissa, number.Scale),
            NegateSyntax negate => Number(negate.Operand, "负号") is { } operand ? new NegateNode(operand) : null,
            ArithmeticSyntax arithmetic => Arithmetic(arithmetic),
            NotSyntax not => Condition(not.Operand, "not") is { } operand ? new NotNode(operand) : null,
            LogicSyntax logic => Logic(logic),
            CompareSyntax compare => Compare(compare),
            InSyntax @in => In(@in),
            WithinSyntax within => Within(within),
            EmptySyntax empty => Check(empty.Operand) is { } operand ? new EmptyNode(operand) : null,
            _ => throw new InvalidOperationException($"Unknown syntax {syntax.GetType().Name}."),
        };

    private Node? Field(NameSyntax name)
    {
        if (name.Name.StartsWith(ExpressionScope.SettingPrefix, StringComparison.Ordinal))
            return Setting(name);
        if (scope.Find(name.Name) is { } field)
        {
            Fields.Add(field.Name);
            return field.Type == ExpressionType.Number ? new ScaledFieldNode(field) : new FieldNode(field);
        }
        var nearest = NearestName.To(name.Name, scope.Fields.Select(f => f.Name));
        var hint = nearest is not null ? $"是不是 {nearest}（{scope.Find(nearest)!.Title}）？" : "请核对字段名；文字要加引号";
        return Fail(name, $"没有字段 {name.Name}，{hint}");
    }

    /// <summary>A number that the place has set; periods stand beside dates only (<see cref="Period"/>).</summary>
    private Node? Setting(NameSyntax name)
    {
        var key = name.Name[ExpressionScope.SettingPrefix.Length..];
        if (scope.Settings.GetValueOrDefault(key) is not { } setting)
        {
            var nearest = NearestName.To(key, scope.Settings.Keys);
            return Fail(name, $"没有设置 {key}" + (nearest is null ? "，在 settings.yaml 里定义它" : $"，是不是 {nearest}？"));
        }
        if (setting.Period is not null)
            return Fail(name, PeriodPlace);
        Use(key, setting);
        return Check(Lexer.Number(setting.Text, name.Position));
    }

    private void Use(string key, ExpressionSetting setting)
    {
        Settings.Add(key);
        Expansions.Add($"{key} = {setting.Text}");
    }

    /// <summary>The period that a term stands for, written out or set by the place; null when it is something else.</summary>
    private Deadlines.Budget? Period(Syntax syntax)
    {
        if (syntax is PeriodSyntax period)
            return period.Value;
        if (
            syntax is not NameSyntax name
            || !name.Name.StartsWith(ExpressionScope.SettingPrefix, StringComparison.Ordinal)
            || scope.Settings.GetValueOrDefault(name.Name[ExpressionScope.SettingPrefix.Length..])
                is not { Period: { } set } setting
        )
            return null;
        Use(name.Name[ExpressionScope.SettingPrefix.Length..], setting);
        return set;
    }

    /// <summary>A date and a period: another date.</summary>
    private Node? Shift(ArithmeticSyntax arithmetic, Deadlines.Budget period)
    {
        if (Check(arithmetic.Left) is not { } date)
            return null;
        if (date.Type != ExpressionType.Date || arithmetic.Operator is not ('+' or '-'))
            return Fail(arithmetic, PeriodPlace);
        if (period.IsTimed)
            return Fail(arithmetic, "日期加减的是 days、workdays、months、years，不能加减小时");
        if (arithmetic.Operator == '-' && period.Kind == Deadlines.DayKind.Working)
            return Fail(arithmetic, "工作日只能往后加；往前推用 workdays(起日, 止日) 比较");
        return new DateShiftNode(date, arithmetic.Operator == '+' ? period.Amount : -period.Amount, period.Kind);
    }

    private Node? Call(CallSyntax call)
    {
        if (!Functions.Exists(call.Function))
        {
            var nearest = NearestName.To(call.Function, Functions.Names);
            return Fail(
                call,
                $"没有函数 {call.Function}，可用的函数：{string.Join('、', Functions.Names.Select(Functions.Usage))}"
                    + (nearest is null ? "" : $"；是不是 {nearest}？")
            );
        }
        UsesToday |= call.Function is Functions.Today or Functions.Now;
        if (call.Arguments.Count != Functions.Arguments(call.Function))
            return Fail(
                call,
                $"{call.Function} 要 {Functions.Arguments(call.Function)} 个参数，写了 {call.Arguments.Count} 个；写法：{Functions.Usage(call.Function)}"
            );
        if (Functions.TakesField(call.Function))
            return OverField(call);
        var types = Functions.Parameters(call.Function);
        var nodes = call.Arguments.Select((argument, i) => Typed(argument, types[i], $"{call.Function} 的参数")).ToList();
        return nodes.Contains(null) ? null : Functions.Build(call.Function, nodes!);
    }

    /// <summary>has(choices, code), count(rows), sum(rows.column).</summary>
    private Node? OverField(CallSyntax call)
    {
        var name = (call.Arguments[0] as NameSyntax)?.Name ?? "";
        var parts = name.Split('.');
        var wanted = call.Function == Functions.Has ? ExpressionType.Choices : ExpressionType.Rows;
        if (scope.Find(parts[0]) is not { } field || field.Type != wanted)
            return Fail(call, $"{call.Function} 的参数应是{wanted.Chinese()}字段；写法：{Functions.Usage(call.Function)}");
        Fields.Add(field.Name);
        if (call.Function == Functions.Has)
            return _choices.Code(call.Arguments[1], call.Arguments[0], out var isCode) is LiteralNode { Value: string code }
                    ? new HasNode(field, [code])
                : isCode ? null
                : Fail(call.Arguments[1], $"has 的第二个参数应是 {field.Name} 的一个代码");
        if (call.Function == Functions.Count)
            return parts.Length == 1 ? new CountNode(field) : Fail(call, $"count 数的是行，写成 count({parts[0]})");
        if (parts.Length == 2 && field.Columns.FirstOrDefault(own => own.Name == parts[1]) is { } column)
            return IsNumeric(column.Type)
                ? new SumNode(field, column)
                : Fail(call, $"{name} 是{column.Type.Chinese()}，不能求和");
        return Fail(
            call,
            $"sum 要写明哪一栏，例如 sum({parts[0]}.{field.Columns.FirstOrDefault(own => IsNumeric(own.Type))?.Name ?? "栏名"})"
        );
    }

    private Node? Within(WithinSyntax within)
    {
        if (within.Operand is not NameSyntax name || scope.Find(name.Name) is not { } field)
            return Check(within.Operand) is null ? null : Fail(within.Operand, "within 前面应是代码字段");
        if (field.Type is not (ExpressionType.Choice or ExpressionType.Choices))
            return Fail(within, $"within 用于代码字段，{field.Name} 是{field.Type.Chinese()}");
        Fields.Add(field.Name);
        var codes = new List<string>();
        foreach (var item in within.Items)
            if (_choices.Code(item, name, out var isCode) is LiteralNode { Value: string code })
                codes.AddRange(field.Subtree?.Invoke(code) ?? [code]);
            else if (!isCode)
                return Fail(item, $"within 后面应是 {field.Name} 的代码");
            else
                return null;
        var expanded = codes.Distinct(StringComparer.Ordinal).ToList();
        Expansions.Add(string.Join(',', expanded));
        return field.Type == ExpressionType.Choices
            ? new HasNode(field, expanded)
            : new InNode(new FieldNode(field), [.. expanded.Select(code => new LiteralNode(ExpressionType.Choice, code))]);
    }

    private Node? Arithmetic(ArithmeticSyntax arithmetic)
    {
        if (Period(arithmetic.Right) is { } period)
            return Shift(arithmetic, period);
        var left = Number(arithmetic.Left, $"“{arithmetic.Operator}”");
        // One problem for the first operand that does not fit is enough; the second is mostly wrong for the same reason.
        var right = left is null ? null : Number(arithmetic.Right, $"“{arithmetic.Operator}”");
        if (left is null || right is null)
            return null;
        var node = new ArithmeticNode(arithmetic.Operator, left, right);
        return node.Magnitude.IsSafe ? node : Fail(arithmetic, "连乘或连除太多，结果可能超出能计算的范围，请拆开或减少");
    }

    private LogicNode? Logic(LogicSyntax logic)
    {
        var word = logic.IsAnd ? "and" : "or";
        var left = Condition(logic.Left, word);
        var right = Condition(logic.Right, word);
        return left is null || right is null ? null : new LogicNode(logic.IsAnd, left, right);
    }

    private Node? Compare(CompareSyntax compare)
    {
        // Beside a misspelt field a bare word may well be a code: one problem, not two.
        if (IsUnknown(compare.Left) && IsUnknown(compare.Right))
            return Check(compare.Left);
        var left = _choices.Code(compare.Left, compare.Right, out var leftIsCode) ?? (leftIsCode ? null : Check(compare.Left));
        var right =
            _choices.Code(compare.Right, compare.Left, out var rightIsCode) ?? (rightIsCode ? null : Check(compare.Right));
        if (left is null || right is null)
            return null;
        (left, right) = (AsMoment(left, right), AsMoment(right, left));
        if (!AreComparable(left.Type, right.Type))
            return Fail(compare, $"{left.Type.Chinese()}不能与{right.Type.Chinese()}比较{DateHint(compare, left, right)}");
        if (
            compare.Operator.IsOrder() && left.Type is ExpressionType.Boolean or ExpressionType.Choice or ExpressionType.Reference
        )
            return Fail(compare, $"{left.Type.Chinese()}没有大小先后，只能用 = 或 !=，不能用 {compare.Operator.Symbol()}");
        if (left.Type != right.Type && IsNumeric(left.Type) && IsNumeric(right.Type))
            (left, right) = (AsNumber(left), AsNumber(right));
        return new CompareNode(compare.Operator, left, right);
    }

    private Node? In(InSyntax list)
    {
        if (IsUnknown(list.Operand))
            return Check(list.Operand);
        var operand = Check(list.Operand);
        if (list.Items.Count == 0)
            return Fail(list, "in 的列表是空的，至少要写一项");
        var items = list.Items.Select(item => Item(item, list.Operand)).ToList();
        if (operand is null || items.Contains(null))
            return null;
        for (var i = 0; i < items.Count; i++)
            if (!AreComparable(operand.Type, items[i]!.Type))
                Fail(list.Items[i], $"列表里的{items[i]!.Type.Chinese()}不能与{operand.Type.Chinese()}比较");
        if (items.Exists(item => !AreComparable(operand.Type, item!.Type)))
            return null;
        if (operand.Type == ExpressionType.Number || items.Exists(item => item!.Type == ExpressionType.Number))
            return new InNode(AsNumber(operand), [.. items.Select(item => AsNumber(item!))]);
        return new InNode(operand, items!);
    }

    private Node? Item(Syntax item, Syntax operand)
    {
        if (_choices.Code(item, operand, out var isCode) is { } code)
            return code;
        if (isCode)
            return null;
        if (
            item
            is IntegerSyntax
                or DecimalSyntax
                or TextSyntax
                or DateSyntax
                or BooleanSyntax
                or NegateSyntax { Operand: IntegerSyntax or DecimalSyntax }
        )
            return Check(item);
        return Fail(item, "in 的列表里只能写固定的值（数字、日期、文字、代码）；文字要加引号，与字段比较请用 = 和 or");
    }

    private Node? Condition(Syntax syntax, string word) => Typed(syntax, ExpressionType.Boolean, $"{word} 两边或后面");

    private Node? Typed(Syntax syntax, ExpressionType type, string place)
    {
        var node = Check(syntax);
        return node is null || node.Type == type
            ? node
            : Fail(syntax, $"{place}应是{type.Chinese()}，这里是{node.Type.Chinese()}");
    }

    private Node? Number(Syntax syntax, string place)
    {
        var node = Check(syntax);
        if (node is null || IsNumeric(node.Type))
            return node is null ? null : AsNumber(node);
        var hint = node.Type == ExpressionType.Date ? "；两个日期相差的天数请用 days(起日, 止日) 或 workdays(起日, 止日)" : "";
        return Fail(syntax, $"{place}要用数值，这里是{node.Type.Chinese()}{hint}");
    }

    private bool IsUnknown(Syntax syntax) =>
        syntax is NameSyntax name
        && scope.Find(name.Name) is null
        && !name.Name.StartsWith(ExpressionScope.SettingPrefix, StringComparison.Ordinal);

    private static Node AsNumber(Node node) => node.Type == ExpressionType.Number ? node : new RealNode(node);

    private static bool IsNumeric(ExpressionType type) => type is ExpressionType.Integer or ExpressionType.Number;

    private static bool AreComparable(ExpressionType a, ExpressionType b) =>
        (a == b && a is not (ExpressionType.Choices or ExpressionType.Rows))
        || (IsNumeric(a) && IsNumeric(b))
        || (a == ExpressionType.Reference && b == ExpressionType.Integer)
        || (a == ExpressionType.Integer && b == ExpressionType.Reference);

    private static string DateHint(CompareSyntax compare, Node left, Node right) =>
        (left.Type, right.Type) is (ExpressionType.Date, ExpressionType.Text) or (ExpressionType.Text, ExpressionType.Date)
        && (compare.Left is TextSyntax || compare.Right is TextSyntax)
            ? "；日期直接写 2024-03-02，不加引号"
        : left.Type == ExpressionType.Moment || right.Type == ExpressionType.Moment
            ? "；与日期比较写 date(字段)，与时刻比较写 '2024-03-02 09:30'"
        : left.Type == ExpressionType.Choices || right.Type == ExpressionType.Choices ? "；多选字段用 has(字段, 代码)"
        : "";

    /// <summary>A text written beside a moment is one, if it can be read as one.</summary>
    private static Node AsMoment(Node node, Node other) =>
        other.Type == ExpressionType.Moment
        && node is LiteralNode { Type: ExpressionType.Text, Value: string text }
        && MomentText.Read(text) is { } moment
            ? new LiteralNode(ExpressionType.Moment, moment)
            : node;

    private Node? Fail(Syntax at, string message)
    {
        problems.Add(new ExpressionProblem(at.Position, message));
        return null;
    }
}
