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
            new ResidentIdField(),
            new CreditCodeField(),
            new DivisionField(),
            new IntegerField(),
            new DecimalField(),
            new MoneyField(),
            new DateField(),
            new DateTimeField(),
            new MonthField(),
            new YesNoField(),
            new ChoiceField(),
            new ChoicesField(),
            new UnitField(),
            new UserField(),
            new RecordField(),
            new RowsField(),
            new AttachmentField(),
            new ComputedField(),
        }.ToDictionary(type => type.Name, StringComparer.Ordinal);
}
