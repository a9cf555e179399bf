using System.Globalization;
using Fazhang.Core.Records;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>What waits for the visitor: approvals, what they put up themselves, and notices.</summary>
public sealed record TodoModel
{
    public const string ReadField = "read";

    public required IReadOnlyList<WaitingApproval> ToDecide { get; init; }

    public required IReadOnlyList<WaitingApproval> PutUp { get; init; }

    public required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>Whether read notices are shown too.</summary>
    public required bool All { get; init; }

    /// <summary>Where the next page of notices begins; null on the last.</summary>
    public required long? Next { get; init; }
}

/// <summary>待办与提醒.</summary>
public static class TodoPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/todo", Show);
        routes.MapPost("/todo/read", ReadAsync);
    }

    private static IResult Show(Visit visit)
    {
        var store = new RecordStore(visit.Books);
        var all = visit.Query("all") == "1";
        var before = long.TryParse(visit.Query("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : (long?)null;
        var notices = new NoticeList(visit.Books).Of(visit.Actor, unreadOnly: !all, before);
        return Answers.Page<TodoPage, TodoModel>(
            visit,
            new TodoModel
            {
                ToDecide = store.WaitingFor(visit.Actor),
                PutUp = store.PutUpBy(visit.Actor),
                Notices = notices,
                All = all,
                Next = notices.Count == NoticeList.PageSize ? notices[^1].Id : null,
            }
        );
    }

    /// <summary>Marks the notices of the page as read: one, or all that were shown.</summary>
    private static async Task<IResult> ReadAsync(Visit visit)
    {
        var form = await visit.FormAsync();
        var ids = form.GetValueOrDefault(TodoModel.ReadField, "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Take(NoticeList.PageSize)
            .Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .ToList();
        new NoticeList(visit.Books).MarkRead(visit.Actor, ids);
        return Results.Redirect("/todo");
    }
}
