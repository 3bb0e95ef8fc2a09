using Gongkai.Web.Institutions;

namespace Gongkai.Web.Home.Portal;

/// <summary>A page that shows only what the institution says of itself.</summary>
internal sealed class PlainModel : OurPage;
