using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>The form for a record that another one offers, filled in from it. It is posted like any other new record.</summary>
public static class OpeningPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/r/{register}/{id:long}/open/{action}/{target}", Open);

    public static string Address(Record record, OfferedOpening offered)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(offered);
        return $"/r/{record.Register.Key}/{record.Id}/open/{Key(offered)}/{offered.Target.Key}";
    }

    private static string Key(OfferedOpening offered) => offered.Action?.Key ?? JournalAction.Create;

    private static IResult Open(Visit visit, string register, long id, string action, string target)
    {
        if (RecordPages.Readable(visit, register, id, out var refusal) is not { } record)
            return refusal;
        var store = new RecordStore(visit.Books);
        var offered = store
            .Offered(visit.Actor, record, store.History(record))
            .FirstOrDefault(own => Key(own) == action && own.Target.Key == target);
        if (offered is null)
            return NotOffered(visit, record, action, target);
        var values = store.Opened(visit.Actor, record, offered, out var looked);
        if (looked)
            store.LookAtPersonal(visit.Actor, record);
        return Answers.Page<EditPage, EditForm>(
            visit,
            Forms.New(visit, offered.Target, null, [], values) with
            {
                Title = offered.Opening.Title,
                Back = $"/r/{register}/{id}",
                Note = $"内容从{record.Name}带出，请核对、补全后保存。",
            }
        );
    }

    private static IResult NotOffered(Visit visit, Record record, string action, string target) =>
        record.Register.AllOpenings.Any(pair =>
            pair.Opening is { Offer: true } opening
            && opening.Target == target
            && (pair.Action?.Key ?? JournalAction.Create) == action
        )
            ? Answers.Message(
                visit,
                StatusCodes.Status409Conflict,
                "现在不能由此登记",
                $"{record.Name}的条件还不满足、已经由此登记过，或者您没有登记“{visit.Catalogue.Registers[target].Title}”的权限。请打开记录查看“由此产生”；需要登记的，请联系系统管理员。"
            )
            : Answers.Missing(visit);
}
