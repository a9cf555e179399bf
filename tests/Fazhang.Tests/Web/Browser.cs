using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Fazhang.Tests.Web;

/// <summary>What a browser got: the status, the headers, and the page as it parses.</summary>
internal sealed class Answer(HttpResponseMessage response, string text)
{
    public int Status => (int)response.StatusCode;

    public string Text => text;

    public string? Location => response.Headers.Location?.ToString();

    public string? Type => response.Content.Headers.ContentType?.MediaType;

    public IHtmlDocument Html { get; } = new HtmlParser().ParseDocument(text);

    public string? Header(string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    /// <summary>The words of the main part, whitespace as one space.</summary>
    public string Words =>
        string.Join(
            ' ',
            (Html.QuerySelector("main")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    public IEnumerable<IElement> All(string selector) => Html.QuerySelectorAll(selector);

    public IElement One(string selector) =>
        Html.QuerySelector(selector) ?? throw new InvalidOperationException($"No “{selector}” on the page: {Words}");
}

/// <summary>A browser without script: keeps cookies, follows nothing by itself, submits forms as they stand on the page.</summary>
internal sealed class Browser(HttpClient client)
{
    private readonly CookieContainer cookies = new();

    public Task<Answer> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    public Task<Answer> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("Origin", "http://localhost");
        return SendAsync(request);
    }

    /// <summary>Fills in the page's form with that address and presses its button.</summary>
    public Task<Answer> SubmitAsync(Answer page, string action, params (string Name, string Value)[] typed)
    {
        var fields = FormOf(page, action);
        foreach (var (name, value) in typed)
            fields[name] = value;
        return PostAsync(action, [.. fields.Select(field => (field.Key, field.Value))]);
    }

    /// <summary>The same with files, as a form that takes files sends it.</summary>
    public Task<Answer> UploadAsync(
        Answer page,
        string action,
        (string Name, string FileName, byte[] Content)[] files,
        params (string Name, string Value)[] typed
    )
    {
        var fields = FormOf(page, action);
        foreach (var (name, value) in typed)
            fields[name] = value;
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        foreach (var (name, file, bytes) in files)
            content.Add(new ByteArrayContent(bytes), name, file);
        var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = content };
        request.Headers.Add("Origin", "http://localhost");
        return SendAsync(request);
    }

    /// <summary>Submits and follows the redirect that a saved form answers with.</summary>
    public async Task<Answer> SaveAsync(Answer page, string action, params (string Name, string Value)[] typed)
    {
        var answer = await SubmitAsync(page, action, typed);
        return answer.Status == 302
            ? await GetAsync(answer.Location!)
            : throw new InvalidOperationException($"Not saved: {answer.Status} {answer.Words}");
    }

    /// <summary>What a browser would send: every named field with its present value, but no button.</summary>
    public static Dictionary<string, string> FormOf(Answer page, string action)
    {
        var form =
            page.All("form").FirstOrDefault(form => form.GetAttribute("action") == action)
            ?? throw new InvalidOperationException($"No form for {action}: {page.Words}");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        const string sent =
            "input[name]:not([type=file]):not([type=checkbox]), input[type=checkbox][checked], select[name], textarea[name]";
        foreach (var field in form.QuerySelectorAll(sent))
            fields[field.GetAttribute("name")!] = field switch
            {
                IHtmlSelectElement select => select.Value ?? "",
                IHtmlTextAreaElement area => area.Value,
                _ => field.GetAttribute("value") ?? "",
            };
        return fields;
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        var address = new Uri(client.BaseAddress!, request.RequestUri!);
        if (cookies.GetCookieHeader(address) is { Length: > 0 } header)
            request.Headers.Add("Cookie", header);
        var response = await client.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set)
                // The container reads the real clock; the site's stands still elsewhere.
                cookies.SetCookies(
                    address,
                    string.Join(
                        ';',
                        cookie
                            .Split(';')
                            .Where(part =>
                                !part.TrimStart().StartsWith("expires", StringComparison.OrdinalIgnoreCase)
                                || part.Contains("1970")
                            )
                    )
                );
        return new Answer(response, await response.Content.ReadAsStringAsync());
    }
}
