using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;
using Fazhang.Core.Records;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>Attached files, with the rights of the record they belong to.</summary>
public static class FilePages
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/r/{register}/{id:long}/files/{field}/{sha256}", Download);

    public static string Address(Record record, FieldDefinition field, AttachedFile file)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(file);
        return $"/r/{record.Register.Key}/{record.Id}/files/{field.Key}/{file.Sha256}";
    }

    private static IResult Download(Visit visit, string register, long id, string field, string sha256)
    {
        if (RecordPages.Readable(visit, register, id, out var refusal) is not { } record)
            return refusal;
        if (record.Register.Field(field) is not { Type: AttachmentField } definition || !visit.Words.CanSee(record, definition))
            return Answers.Missing(visit);
        var store = new RecordStore(visit.Books);
        var file = AttachmentField
            .Files(record.Values[definition.Slot])
            .Concat(store.History(record).SelectMany(entry => AttachmentField.Files(entry.After.GetValueOrDefault(field))))
            .FirstOrDefault(own => own.Sha256 == sha256);
        if (file is null)
            return Answers.Missing(visit);
        // Opening a personal file is a look at it, and looks are journaled.
        if (definition.Personal != Personal.None && !store.LookAtPersonal(visit.Actor, record))
            return Answers.Refused(
                visit,
                $"附件“{definition.Title}”含个人信息，您的角色不能打开。能打开的角色是："
                    + string.Join("、", record.Register.Access.Personal.Select(visit.Catalogue.RoleTitle))
                    + "。确有需要的，请联系他们。"
            );
        return Attachments.Read(visit.Books, sha256) is { } content
            ? Results.File(content, FileKinds.MediaType(file.Name), file.Name)
            : throw new InvalidOperationException($"Attachment {sha256} of {register} {id} has no content.");
    }
}
