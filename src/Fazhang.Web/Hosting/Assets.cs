using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Fazhang.Web.Hosting;

/// <summary>The stylesheet, the script and the icon, from the assembly itself; their addresses carry their hash, so they may be kept for ever.</summary>
public sealed class Assets
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private readonly Dictionary<string, (byte[] Bytes, string Hash)> files = new(StringComparer.Ordinal);

    public Assets()
    {
        var assembly = typeof(Assets).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => Types.ContainsKey(Path.GetExtension(name))))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            files[name] = (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
        }
    }

    /// <summary>The address of an asset, with its hash.</summary>
    public string Address(string name) => $"/assets/{name}?v={files[name].Hash}";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(
            "/assets/{name}",
            (string name, Assets assets, Access.Visit visit) =>
            {
                if (!assets.files.TryGetValue(name, out var file))
                    return Pages.Answers.Missing(visit);
                visit.Http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Results.Bytes(
                    file.Bytes,
                    Types[Path.GetExtension(name)],
                    entityTag: new EntityTagHeaderValue($"\"{file.Hash}\"")
                );
            }
        );
}
