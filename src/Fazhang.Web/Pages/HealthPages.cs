using Fazhang.Web.Access;
using Microsoft.AspNetCore.Antiforgery;

namespace Fazhang.Web.Pages;

/// <summary>For the machines that watch over the site: 200 while the books can be read.</summary>
public static class HealthPages
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(
            "/health",
            (Visit visit) =>
            {
                visit.Books.Setting("demo_place");
                return Results.Json(
                    new
                    {
                        status = "ok",
                        loading = visit.Loading is { Finished: false, Error: null },
                        done = visit.Loading?.Done ?? 0,
                        total = visit.Loading?.Total ?? 0,
                    }
                );
            }
        );
}
