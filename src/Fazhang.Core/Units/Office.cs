using Fazhang.Core.Storage;

namespace Fazhang.Core.Units;

/// <summary>
/// The office that speaks for a unit: signs its documents and writes its report. A city or a district does so through its
/// judicial bureau (司法局), any other unit for itself.
/// </summary>
internal static class Office
{
    /// <summary>The kind of unit (see <see cref="Unit.Kind"/>) that is the judicial bureau of the unit above it.</summary>
    private const string Bureau = "bureau";

    /// <summary>The name under which the books themselves speak for their topmost unit.</summary>
    public const string Setting = "office_name";

    public static string Of(Books books, Unit unit) =>
        (unit.ParentId is null ? books.Setting(Setting) : null)
        ?? (books.Units.Children(unit).Where(child => child.Kind == Bureau).ToList() is [var bureau] ? bureau : unit).Name;
}
