namespace Fazhang.Web.Access;

/// <summary>Addresses to go on to: only of this site, so that a link cannot lead a freshly signed-in person elsewhere.</summary>
public static class LocalAddress
{
    /// <summary>The address itself when it is a path of this site, else the workbench.</summary>
    public static string OrHome(string? address) => IsLocal(address) ? address! : "/";

    /// <summary>One slash, then no second slash or backslash (browsers read both as the start of a host), no control characters.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) && !address.Contains('\\');

    /// <summary>The address of a request, for coming back.</summary>
    public static string Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : "/";
    }
}
