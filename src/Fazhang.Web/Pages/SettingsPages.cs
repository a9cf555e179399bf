using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>A setting with what it was before and where it is used.</summary>
public sealed record SettingRow(SettingDefinition Setting, IReadOnlyList<SettingChange> History, IReadOnlyList<string> Uses);

/// <summary>The settings of the place by business line.</summary>
public sealed record SettingsModel(IReadOnlyList<(string Line, IReadOnlyList<SettingRow> Rows)> Lines);

/// <summary>地方设置: what the place decides for itself. Everybody who works here may read the rules of the place.</summary>
public static class SettingsPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/settings", Show);

    private static IResult Show(Visit visit)
    {
        var catalogue = visit.Catalogue;
        var uses = SettingUses.Of(catalogue);
        var rows = catalogue.Settings.Values.Select(setting =>
            (setting.Line, Row: new SettingRow(setting, visit.Books.Settings.Of(setting.Key), [.. uses[setting.Key]]))
        );
        return Answers.Page<SettingsPage, SettingsModel>(
            visit,
            new SettingsModel([
                .. rows.GroupBy(row => row.Line)
                    .OrderBy(group => catalogue.Lines.ToList().FindIndex(line => line.Key == group.Key))
                    .Select(group =>
                        (
                            group.Key is { } line ? catalogue.LineTitle(line) : "各条线共用",
                            (IReadOnlyList<SettingRow>)[.. group.Select(row => row.Row)]
                        )
                    ),
            ])
        );
    }
}
