using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>
/// What the address of a list says: filters, order, page. The same words are read here, written into the search block
/// and carried by every link of the list, so that a filtered list can be kept as a bookmark.
/// </summary>
public sealed class ListFilter
{
    private readonly Dictionary<string, string> words;
    private readonly List<string> states;

    private ListFilter(RegisterDefinition register, IQueryCollection query)
    {
        Register = register;
        states = [.. query["state"].Select(Visit.Clean).Where(state => state.Length > 0)];
        words = query
            .Where(word => word.Key != "state" && word.Value.ToString().Length > 0)
            .ToDictionary(word => word.Key, word => Visit.Clean(word.Value[0]).Trim(), StringComparer.Ordinal);
    }

    public RegisterDefinition Register { get; }

    public RecordQuery Query { get; private set; } = new();

    /// <summary>The figure whose records are shown, if the list was opened from one.</summary>
    public FigureCell? Behind { get; private set; }

    /// <summary>Words of the address that could not be understood; they are left out of the search.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>True when the address names an indicator or unit that does not exist.</summary>
    public bool Unknown { get; private set; }

    public string Word(string name) => words.GetValueOrDefault(name, "");

    public bool HasState(string key) => states.Contains(key);

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => states.Count > 0 || words.Keys.Any(name => name is not ("sort" or "dir" or "after"));

    /// <summary>The fields that can be filtered by: what is chosen from a list, dates and numbers, those of the list's columns first, numbers last.</summary>
    public static IReadOnlyList<FieldDefinition> Filterable(Visit visit, RegisterDefinition register)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(register);
        return
        [
            .. register
                .Fields.Where(field =>
                    (!field.BuiltIn || field.Key == "period")
                    && !field.Retired
                    && (field.Type.IsFiltered || field.Type.IsDated || field.Type.IsNumeric)
                    && visit.Gate.CanSeeSome(visit.Actor, register, field)
                )
                .OrderByDescending(field => field.Listed)
                .ThenBy(field => field.Type.IsNumeric),
        ];
    }

    public static ListFilter Read(Visit visit, RegisterDefinition register)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var filter = new ListFilter(register, visit.Http.Request.Query);
        filter.ReadUnitAndFigure(visit);
        filter.Query = new RecordQuery
        {
            Text = filter.Word("q"),
            States = filter.states,
            UnitId = filter.Unit,
            Choices = filter.ReadChoices(),
            Dates = filter.ReadDates(),
            Numbers = filter.ReadNumbers(),
            WithDeadline = filter.Word("due") == "1",
            Behind = filter.Behind,
            Sort = filter.Word("sort") is { Length: > 0 } sort ? sort : "id",
            Descending = filter.Word("dir") != "asc",
            After = filter.Word("after"),
        };
        return filter;
    }

    /// <summary>The address of this list with some words changed (empty = taken out).</summary>
    public string Address(params (string Name, string Value)[] changes)
    {
        var all = new Dictionary<string, string>(words, StringComparer.Ordinal);
        foreach (var (name, value) in changes)
            all[name] = value;
        var parts = all.Where(word => word.Value.Length > 0)
            .Concat(states.Select(state => KeyValuePair.Create("state", state)))
            .Select(word => $"{Uri.EscapeDataString(word.Key)}={Uri.EscapeDataString(word.Value)}");
        var query = string.Join('&', parts);
        return $"/r/{Register.Key}" + (query.Length > 0 ? "?" + query : "");
    }

    /// <summary>The conditions in words, for the printed list.</summary>
    public IEnumerable<string> InWords(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (Word("q").Length > 0)
            yield return $"文字含“{Word("q")}”";
        foreach (var state in Register.States.Where(state => HasState(state.Key)))
            yield return $"环节 {state.Title}";
        if (Query.UnitId is { } unit)
            yield return $"单位 {visit.Books.Units.NameOf(unit)}";
        foreach (var (key, code) in Query.Choices)
            yield return $"{Register.Field(key)!.Title} {InWords(visit, Register.Field(key)!, code)}";
        foreach (var (key, (from, to)) in Query.Dates)
            yield return $"{Register.Field(key)!.Title} {from:yyyy-MM-dd} 至 {to:yyyy-MM-dd}";
        foreach (var key in Query.Numbers.Keys)
            yield return $"{Register.Field(key)!.Title} {Word($"n.{key}.from")} 至 {Word($"n.{key}.to")}";
        if (Query.WithDeadline)
            yield return "正在计时";
    }

    private long? Unit => long.TryParse(Word("unit"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private void ReadUnitAndFigure(Visit visit)
    {
        if (Word("unit").Length > 0 && (Unit is not { } known || visit.Books.Units.Find(known) is null))
            Unknown = true;
        if (Word("indicator").Length == 0)
            return;
        if (
            !visit.Catalogue.Indicators.TryGetValue(Word("indicator"), out var indicator)
            || (Unit ?? visit.Books.Units.Root?.Id) is not { } unit
            || !int.TryParse(Word("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1950 or > 2199
            || FigureAddress.Months(year, Word("month")) is not { } period
            || FigureAddress.Version(indicator, Word("version")) is not { } version
        )
        {
            Unknown = true;
            return;
        }
        Behind = new FigureCell(version, unit, period) { Code = FigureAddress.Code(Word("code")) };
    }

    private static string InWords(Visit visit, FieldDefinition field, string input) =>
        field.Type.Parse(input).Value is { } value ? visit.Words.Of(field, value) : input;

    private Dictionary<string, string> ReadChoices() =>
        Register
            .Fields.Where(field => Word("c." + field.Key).Length > 0)
            .ToDictionary(field => field.Key, field => Word("c." + field.Key), StringComparer.Ordinal);

    private Dictionary<string, (DateOnly?, DateOnly?)> ReadDates()
    {
        var dates = new Dictionary<string, (DateOnly?, DateOnly?)>(StringComparer.Ordinal);
        foreach (var field in Register.Fields.Where(field => field.Type.IsDated))
            if (ReadDate(field, "from") is var from && ReadDate(field, "to") is var to && (from is not null || to is not null))
                dates[field.Key] = (from, to);
        return dates;
    }

    private DateOnly? ReadDate(FieldDefinition field, string end)
    {
        var text = Word($"d.{field.Key}.{end}");
        if (text.Length == 0)
            return null;
        // A field of days and minutes is filtered by days too.
        var parsed = (field.Type.Storage == StorageType.Date ? field.Type : FieldTypes.All["date"]).Parse(text);
        if (parsed.Error is not null)
            Problems.Add($"“{field.Title}”{parsed.Error}这个条件没有使用。");
        return parsed.Value as DateOnly?;
    }

    private Dictionary<string, (long?, long?)> ReadNumbers()
    {
        var numbers = new Dictionary<string, (long?, long?)>(StringComparer.Ordinal);
        foreach (var field in Register.Fields.Where(field => field.Type.IsNumeric))
            if (
                ReadNumber(field, "from") is var from
                && ReadNumber(field, "to") is var to
                && (from is not null || to is not null)
            )
                numbers[field.Key] = (from, to);
        return numbers;
    }

    private long? ReadNumber(FieldDefinition field, string end)
    {
        var text = Word($"n.{field.Key}.{end}");
        if (text.Length == 0)
            return null;
        var parsed = field.Type.Parse(text);
        if (parsed.Error is not null)
            Problems.Add($"“{field.Title}”{parsed.Error}这个条件没有使用。");
        return parsed.Value as long?;
    }
}
