using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fazhang.Core.Storage;
using Fazhang.Web.Access;
using Fazhang.Web.Pages;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;

namespace Fazhang.Web.Hosting;

/// <summary>Puts the site together: services, the order of the pipeline, and the addresses.</summary>
public static class Site
{
    /// <summary>The largest field of a form, in bytes as sent; a pasted report is the largest thing there is.</summary>
    public const int LargestField = 8 * 1024 * 1024;

    /// <summary>
    /// The largest body that is read to its end, so that whoever sent too much gets a page that says so. Beyond that the
    /// connection is cut.
    /// </summary>
    private const int LargestBody = 128 * 1024 * 1024;

    /// <summary>The name of the limit on checks running at the same time.</summary>
    public const string VerifyLimit = "verify";

    /// <param name="configure">Lets a test put its own server under the same site.</param>
    public static WebApplication Build(WebOptions options, Books books, Action<WebApplicationBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "fazhang-web" });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(options.Listen, options.Port);
        });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Fazhang", LogLevel.Information);
        // Keys lie in a folder that only its owner may read; there is nothing on the machine to encrypt them with.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        AddServices(builder.Services, options, books);
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseMiddleware<Failures>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseAuthentication();
        app.UseMiddleware<VisitMiddleware>();
        app.UseRouting();
        app.UseRateLimiter();
        Map(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, WebOptions options, Books books)
    {
        services.AddSingleton(options).AddSingleton(books).AddSingleton(TimeProvider.System);
        services.AddSingleton<Assets>().AddSingleton<LoginThrottle>().AddSingleton<OnceGuard>();
        services.AddSingleton<DemoRunner>().AddHostedService(provider => provider.GetRequiredService<DemoRunner>());
        services.AddHostedService<IdleMemory>();
        services.AddSingleton<Housekeeping>().AddHostedService(provider => provider.GetRequiredService<Housekeeping>());
        services.AddRazorComponents();
        // Checking is open to everybody and costs time: a few at once, a short queue, and then a clear answer.
        services.AddRateLimiter(limits =>
        {
            limits.AddConcurrencyLimiter(
                VerifyLimit,
                limit =>
                {
                    limit.PermitLimit = Environment.ProcessorCount * 2;
                    limit.QueueLimit = 32;
                }
            );
            limits.RejectionStatusCode = StatusCodes.Status503ServiceUnavailable;
            limits.OnRejected = async (context, cancellation) =>
            {
                context.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
                await context.HttpContext.Response.WriteAsync("正在核验的报告太多，请过几秒再试。", cancellation);
            };
        });
        // Chinese goes out as Chinese; what HTML could misread is still encoded.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<FormOptions>(form =>
        {
            form.ValueLengthLimit = LargestField;
            form.MultipartBodyLengthLimit = LargestField;
            form.KeyLengthLimit = 256;
            form.ValueCountLimit = 1000;
            form.BufferBody = false;
        });
        var keys = Directory.CreateDirectory(Path.Combine(options.Data, "keys"));
        if (!OperatingSystem.IsWindows())
            keys.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        services.AddDataProtection().SetApplicationName("fazhang").PersistKeysToFileSystem(keys);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "fazhang-form";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiforgery.FormFieldName = Visit.TokenField;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "fazhang";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
                cookie.SlidingExpiration = true;
            });
    }

    private static void Map(WebApplication app)
    {
        var everybody = app.MapGroup("").AddEndpointFilter(Guards.Antiforgery);
        Assets.Map(everybody);
        LoginPages.Map(everybody);
        VerifyPages.Map(everybody);
        HealthPages.Map(everybody);
        // No cookie is read and nothing is changed, so there is nothing for a foreign page to forge.
        Api.VerifyApi.Map(app);
        var staff = app.MapGroup("").AddEndpointFilter(Guards.SignedIn).AddEndpointFilter(Guards.Antiforgery);
        LoginPages.MapSignedIn(staff);
        WorkbenchPages.Map(staff);
        RegisterPages.Map(staff);
        RecordPages.Map(staff);
        OpeningPages.Map(staff);
        SettingsPages.Map(staff);
        FilePages.Map(staff);
        EditPages.Map(staff);
        SheetPages.Map(staff);
        ApprovalPages.Map(staff);
        HandoverPages.Map(staff);
        DocumentPages.Map(staff);
        TodoPages.Map(staff);
        DeadlinePages.Map(staff);
        DelegationPages.Map(staff);
        SearchPages.Map(staff);
        FigurePages.Map(staff);
        ClosingPages.Map(staff);
        ReportPages.Map(staff);
        BalancePages.Map(staff);
        DefinitionPages.Map(staff);
        app.MapFallback((Visit visit) => Answers.Missing(visit));
    }
}
