using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Platform.Storage;

/// <summary>How rows that belong to one owner are kept.</summary>
internal static class OwnedRows
{
    /// <summary>In a table of their own, with keys made in C#: without this, EF takes a row that already has a key for one already saved.</summary>
    public static void Within<TOwner, T>(this OwnedNavigationBuilder<TOwner, T> of, string table, string owner)
        where TOwner : class
        where T : class
    {
        of.ToTable(table);
        of.WithOwner().HasForeignKey(owner);
        of.HasKey("Id");
        of.Property<Guid>("Id").ValueGeneratedNever();
    }
}
