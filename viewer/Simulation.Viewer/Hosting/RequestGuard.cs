using System.Net;

namespace Simulation.Viewer.Hosting;

/// <summary>
/// Refuses requests that do not come from the viewer's own page: another Host (a name that was rebound to this machine) or
/// another Origin (a page elsewhere that tries the viewer's port). Adds the headers that keep the page to itself.
/// </summary>
/// <param name="names">Host names and addresses that the viewer answers to, without port.</param>
internal sealed class RequestGuard(IReadOnlySet<string> names)
{
    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        string host = context.Request.Host.Host.Trim('[', ']');
        int port = context.Connection.LocalPort;
        if (!names.Contains(host) || (context.Request.Host.Port ?? 80) != port)
        {
            await Refuse(context, $"This viewer does not answer to the name '{context.Request.Host}'. Open the address that it printed when it started.");
            return;
        }

        string origin = context.Request.Headers.Origin.ToString();
        if (origin.Length > 0 && origin != $"http://{context.Request.Host}")
        {
            await Refuse(context, $"This viewer takes no requests from '{origin}'. Open the address that it printed when it started.");
            return;
        }

        AddHeaders(context);
        await next(context);
    }

    private static void AddHeaders(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;

        // The host was checked above, so it may stand in the policy; some browsers do not count ws: as 'self'.
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; media-src blob:; worker-src 'self'; " +
            $"connect-src 'self' ws://{context.Request.Host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
    }

    private static async Task Refuse(HttpContext context, string words)
    {
        context.Response.StatusCode = (int)HttpStatusCode.MisdirectedRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(words + "\n");
    }
}
