namespace Fazhang.Web.Access;

/// <summary>
/// What somebody had typed when the session ran out: carried through the sign-in page in hidden fields, then offered
/// for saving again. Nothing of it is stored on the server.
/// </summary>
public sealed record ResumedForm(string Address, IReadOnlyDictionary<string, string> Fields)
{
    private const string AddressField = "resume-address";
    private const string Prefix = "resume.";

    /// <summary>Before the name of a file input: the names of the files that were chosen there, one a line.</summary>
    public const string LostFiles = "lost.";

    /// <summary>
    /// True when the form came from a page of this site. Without a session there is no antiforgery token to check, and
    /// another site must not be able to put words into the form that is offered after sign-in.
    /// </summary>
    public static bool IsFromThisSite(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.HasFormContentType
            && request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}"
            && request.Path != "/logout";
    }

    /// <summary>The form that has just been posted without a session.</summary>
    public static async Task<ResumedForm> OfAsync(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var fields = Without(await visit.FormAsync(), Visit.TokenField);
        // Files cannot be carried along; their names can, so that the form does not go on without them unnoticed.
        foreach (var files in (await visit.Http.Request.ReadFormAsync()).Files.GroupBy(file => file.Name, StringComparer.Ordinal))
            if (
                string.Join('\n', files.Select(file => Visit.Clean(file.FileName)).Where(name => name.Length > 0)) is
                { Length: > 0 } names
            )
                fields[LostFiles + files.Key] = names;
        return new(visit.Http.Request.Path, fields);
    }

    /// <summary>The form that came along with the sign-in; null when there is none.</summary>
    public static ResumedForm? Read(IReadOnlyDictionary<string, string> form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!form.TryGetValue(AddressField, out var address) || !LocalAddress.IsLocal(address))
            return null;
        return new(
            address,
            form.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal))
                .ToDictionary(field => field.Key[Prefix.Length..], field => field.Value, StringComparer.Ordinal)
        );
    }

    /// <summary>The hidden fields of the sign-in form.</summary>
    public IEnumerable<KeyValuePair<string, string>> Hidden =>
        Fields.Select(pair => KeyValuePair.Create(Prefix + pair.Key, pair.Value)).Prepend(new(AddressField, Address));

    private static Dictionary<string, string> Without(IReadOnlyDictionary<string, string> fields, string key) =>
        fields.Where(field => field.Key != key).ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
}
