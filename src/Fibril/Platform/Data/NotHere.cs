using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Platform.Data;

/// <summary>There is no such row in the caller's clinic: answered with 404, whether it exists elsewhere or not.</summary>
public sealed class NotHereException(string what) : Exception($"There is no such {what} here.");

public static class NotHere
{
    /// <summary>The one row that fits.</summary>
    /// <exception cref="NotHereException">None fits.</exception>
    public static async Task<T> OneAsync<T>(this IQueryable<T> rows, Expression<Func<T, bool>> which, CancellationToken stop = default) where T : class =>
        await rows.FirstOrDefaultAsync(which, stop) ?? throw new NotHereException(typeof(T).Name);

    /// <summary>Turns the exception into a plain 404, which then shows the page for it.</summary>
    public static void UseNotHere(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (NotHereException) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    });
}
