namespace Fazhang.Core.Fields;

/// <summary>The field types there are. A new type costs its file and a line here.</summary>
public static class FieldTypes
{
    public static IReadOnlyDictionary<string, FieldType> All { get; } =
        new FieldType[]
        {
            new TextField(),
            new LongTextField(),
            new PhoneField(),
            new IntegerField(),
            new MoneyField(),
            new DateField(),
            new MonthField(),
            new YesNoField(),
            new ChoiceField(),
            new UnitField(),
        }.ToDictionary(type => type.Name, StringComparer.Ordinal);
}
