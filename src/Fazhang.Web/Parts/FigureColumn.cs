using Fazhang.Core.Figures;
using Fazhang.Web.Pages;

namespace Fazhang.Web.Parts;

/// <summary>A column of a table of figures. Title is read out, Head is printed.</summary>
public sealed record FigureColumn(string Head, string Title, Period Period, FigureRow Row);
