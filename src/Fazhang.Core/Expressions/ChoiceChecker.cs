namespace Fazhang.Core.Expressions;

/// <summary>
/// Decides whether a bare word or text beside a choice field is one of its codes. A code wins over a field of the same name:
/// <c>outcome = settled</c> means the code even where a field settled exists.
/// </summary>
internal sealed class ChoiceChecker(ExpressionScope scope, ICollection<ExpressionProblem> problems)
{
    private const int CodesShown = 12;

    /// <summary>
    /// The code that <paramref name="syntax"/> is, seen beside <paramref name="other"/>. <paramref name="isCode"/> is true also when
    /// it should be a code and is not one the field knows: then a problem is reported and the result is null.
    /// </summary>
    public Node? Code(Syntax syntax, Syntax other, out bool isCode)
    {
        isCode = false;
        if (
            other is not NameSyntax name
            || scope.Find(name.Name) is not { Type: ExpressionType.Choice or ExpressionType.Choices } field
        )
            return null;
        var word = syntax switch
        {
            NameSyntax bare => bare.Name,
            TextSyntax text => text.Value,
            _ => null,
        };
        if (word is null)
            return null;
        isCode = field.Choices.Contains(word);
        if (isCode)
            return new LiteralNode(ExpressionType.Choice, word);
        if (syntax is NameSyntax && scope.Find(word) is not null)
            return null;
        isCode = true;
        var nearest = NearestName.To(word, field.Choices);
        var shown =
            string.Join('、', field.Choices.Take(CodesShown))
            + (field.Choices.Count > CodesShown ? $"等 {field.Choices.Count} 个" : "");
        problems.Add(
            new ExpressionProblem(
                syntax.Position,
                $"字段 {field.Name}（{field.Title}）没有代码 {word}，{(nearest is null ? "" : $"是不是 {nearest}？")}可用的代码：{shown}"
            )
        );
        return null;
    }
}
