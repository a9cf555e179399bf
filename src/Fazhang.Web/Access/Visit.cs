using System.Globalization;
using System.Reflection;
using System.Security.Claims;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Demo;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Fazhang.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;

namespace Fazhang.Web.Access;

/// <summary>One request and who makes it: what every page needs to know.</summary>
public sealed class Visit(HttpContext http, Actor? actor)
{
    public const string TokenField = "token";
    private const string Key = "visit";
    private FieldWords? words;

    public HttpContext Http => http;

    public Books Books { get; } = http.RequestServices.GetRequiredService<Books>();

    public Catalogue Catalogue => Books.Catalogue;

    public Gate Gate => Books.Gate;

    public bool IsSignedIn => actor is not null;

    /// <summary>Who acts. Only pages behind <see cref="Guards.SignedIn"/> may ask.</summary>
    public Actor Actor => actor ?? throw new InvalidOperationException("This page is not behind sign-in.");

    /// <summary>Values as this visitor may read them.</summary>
    public FieldWords Words => words ??= new FieldWords(Books, Actor);

    public Assets Assets => http.RequestServices.GetRequiredService<Assets>();

    /// <summary>How far the demonstration is; null for real books.</summary>
    public DemoProgress? Loading => http.RequestServices.GetRequiredService<DemoRunner>().Progress;

    /// <summary>Demonstration books stand still on one day.</summary>
    public DateOnly? DemonstrationDay => Books.Clock.FixedDay;

    /// <summary>The antiforgery token for a form of this page.</summary>
    public string Token => http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!;

    /// <summary>Roles and units in words: 市司法局 · 经办.</summary>
    public string Position =>
        actor is null
            ? ""
            : string.Join(
                "；",
                actor
                    .Grants.GroupBy(grant => (grant.UnitId, grant.Role, For: grant.For?.Name))
                    .Select(grant =>
                        $"{Books.Units.NameOf(grant.Key.UnitId)} · {Catalogue.RoleTitle(grant.Key.Role)}"
                        + (grant.Key.For is { } principal ? $"（受{principal}委托）" : "")
                    )
                    .Take(2)
            );

    public bool May(Permission permission) => actor is not null && Gate.May(actor, permission);

    public IEnumerable<RegisterDefinition> ReadableRegisters =>
        actor is null ? [] : Catalogue.Registers.Values.Where(register => Gate.CanRead(actor, register));

    /// <summary>A value of the address; null when it is missing or empty.</summary>
    public string? Query(string name) => Clean(http.Request.Query[name].ToString()) is { Length: > 0 } value ? value : null;

    /// <summary>Without NUL, which no database keeps in a text and no keyboard types.</summary>
    public static string Clean(string? text) => (text ?? "").Replace("\0", "", StringComparison.Ordinal);

    public int? QueryNumber(string name) =>
        int.TryParse(Query(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The form that was posted, each field's first value.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FormAsync() =>
        (await http.Request.ReadFormAsync()).ToDictionary(
            field => field.Key,
            field => field.Value.Count > 0 ? Clean(field.Value[0]) : "",
            StringComparer.Ordinal
        );

    /// <summary>
    /// The files of the form by field of the record; an input with no file chosen sends none. Files that were lost when the
    /// session ran out come without content, which no field takes.
    /// </summary>
    public async Task<IReadOnlyList<Upload>> UploadsAsync(string prefix)
    {
        const string lost = ResumedForm.LostFiles;
        var uploads = new List<Upload>();
        foreach (var (name, names) in await FormAsync())
            if (name.StartsWith(lost + prefix, StringComparison.Ordinal))
                uploads.AddRange(
                    names
                        .Split('\n', StringSplitOptions.TrimEntries)
                        .Select(file => new Upload(name[(lost.Length + prefix.Length)..], file, ReadOnlyMemory<byte>.Empty))
                );
        foreach (var file in (await http.Request.ReadFormAsync()).Files)
        {
            if (!file.Name.StartsWith(prefix, StringComparison.Ordinal) || file.FileName.Length == 0)
                continue;
            using var content = new MemoryStream((int)file.Length);
            await file.CopyToAsync(content);
            uploads.Add(new Upload(file.Name[prefix.Length..], Clean(file.FileName), content.ToArray()));
        }
        return uploads;
    }

    /// <summary>Minimal API binding: the visit that the middleware has prepared.</summary>
    public static ValueTask<Visit?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult(Known(context));

    public static Visit? Known(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items[Key] as Visit;
    }

    public static Visit Anonymous(HttpContext context) => new(context, null);

    /// <summary>Reads the account of the session anew, so that a right taken away is gone with the next click.</summary>
    public static void Begin(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var books = context.RequestServices.GetRequiredService<Books>();
        var actor = long.TryParse(
            context.User.FindFirstValue(ClaimTypes.NameIdentifier),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var id
        )
            ? books.Read(connection => Accounts.Load(connection, id, books.Clock.Today))
            : null;
        context.Items[Key] = new Visit(context, actor);
    }
}

/// <summary>Prepares the visit of each request.</summary>
public sealed class VisitMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        Visit.Begin(context);
        return next(context);
    }
}
