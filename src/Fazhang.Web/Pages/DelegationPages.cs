using System.Globalization;
using Fazhang.Core.Access;
using Fazhang.Core.Records;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>Delegations given and got, and the form for a new one.</summary>
public sealed record DelegationModel
{
    public required IReadOnlyList<Delegation> All { get; init; }

    /// <summary>The visitor's own roles that can be given, each with its words.</summary>
    public required IReadOnlyList<(Grant Grant, string Words)> Grants { get; init; }

    public required IReadOnlyList<Principal> People { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>What was typed, by field.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    public string? Done { get; init; }

    public string Text(string field, string otherwise = "") => Typed.GetValueOrDefault(field, otherwise);
}

/// <summary>授权: giving one's role to somebody for some days.</summary>
public static class DelegationPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/delegations", (Visit visit) => Answers.Page<DelegationPage, DelegationModel>(visit, Model(visit)));
        routes.MapPost("/delegations", GiveAsync);
        routes.MapPost("/delegations/{id:long}/revoke", Revoke);
    }

    private static async Task<IResult> GiveAsync(Visit visit, OnceGuard once)
    {
        var form = await visit.FormAsync();
        var delegations = new Delegations(visit.Books);
        var grants = delegations.Delegable(visit.Actor);
        var chosen = int.TryParse(form.GetValueOrDefault("grant"), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? grants.ElementAtOrDefault(index)
            : null;
        return once.Do(
            visit.Actor.AccountId,
            form.GetValueOrDefault(OnceGuard.Field),
            () =>
            {
                var errors = delegations.Give(
                    visit.Actor,
                    chosen,
                    form.GetValueOrDefault("to", "").Trim(),
                    Day(form.GetValueOrDefault("from")),
                    Day(form.GetValueOrDefault("until")),
                    form.GetValueOrDefault("reason", "").Trim()
                );
                return errors.Count == 0
                    ? (Results.Redirect("/delegations?done=given"), "/delegations?done=given")
                    : (
                        Answers.Page<DelegationPage, DelegationModel>(
                            visit,
                            Model(visit) with
                            {
                                Typed = form,
                                Errors = errors,
                            },
                            StatusCodes.Status422UnprocessableEntity
                        ),
                        null
                    );
            }
        );
    }

    private static IResult Revoke(Visit visit, long id) =>
        new Delegations(visit.Books).Revoke(visit.Actor, id)
            ? Results.Redirect("/delegations?done=revoked")
            : Answers.Message(
                visit,
                StatusCodes.Status409Conflict,
                "没有收回",
                "这项授权不是您给的，或者已经结束。请回到授权页核对。"
            );

    private static DelegationModel Model(Visit visit)
    {
        var delegations = new Delegations(visit.Books);
        return new DelegationModel
        {
            All = delegations.Of(visit.Actor.AccountId),
            Grants = [.. delegations.Delegable(visit.Actor).Select(grant => (grant, delegations.RoleWords(grant)))],
            People = delegations.Candidates(visit.Actor),
            Today = visit.Books.Clock.Today,
            Done = visit.Query("done") switch
            {
                "given" => "已授权，并记入流水。到期自动结束，可以随时收回。",
                "revoked" => "已收回，从现在起无效。",
                _ => null,
            },
        };
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
