using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.Web.Institutions;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Feeds;

/// <summary>Tells search engines what there is: every public record and the main pages, split above 50,000 addresses (the protocol's limit).</summary>
public sealed class Sitemap(PublicRecords records)
{
    /// <summary>How many addresses one file may hold.</summary>
    public const int Most = 50_000;

    private const string Form = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly string[] Pages = ["/", "/catalogue", "/rules", "/topics", "/reports", "/units", "/guide", "/contact", "/open-data", "/en"];

    /// <summary>The only file, or the list of files when there are several.</summary>
    public async Task<byte[]> WholeAsync(string site, int most = Most, CancellationToken cancel = default)
    {
        var count = await records.For(Actor.Nobody).CountAsync(cancel) + Pages.Length;
        return count <= most ? await PartAsync(site, 1, most, cancel) ?? [] : Write("sitemapindex", "sitemap", Enumerable.Range(1, (count + most - 1) / most).Select(n => ($"{site}/sitemap-{n}.xml", (DateTime?)null)));
    }

    /// <summary>One of several files, counted from 1; null when there is none of this number.</summary>
    public async Task<byte[]?> PartAsync(string site, int number, int most = Most, CancellationToken cancel = default)
    {
        var skip = (long)(number - 1) * most;
        if (number < 1 || skip > int.MaxValue)
        {
            return null;
        }

        var pages = number == 1 ? Pages : [];
        var rows = await records.For(Actor.Nobody).OrderBy(e => e.Record!.FirstPublishedAt).ThenBy(e => e.RecordId)
            .Skip(Math.Max(0, (int)skip - Pages.Length)).Take(most - pages.Length).Select(e => new { e.Record!.IndexNumber, e.PublishedAt }).ToListAsync(cancel);
        return rows.Count == 0 && number > 1 ? null : Write("urlset", "url", pages.Select(p => (site + p, (DateTime?)null)).Concat(rows.Select(r => (site + RecordLinks.Show(r.IndexNumber!), r.PublishedAt))));
    }

    private static byte[] Write(string root, string element, IEnumerable<(string Address, DateTime? At)> rows)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            writer.WriteStartElement(root, Form);
            foreach (var (address, at) in rows)
            {
                writer.WriteStartElement(element, Form);
                writer.WriteElementString("loc", Form, address);
                if (at is { } instant)
                {
                    writer.WriteElementString("lastmod", Form, instant.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
                }

                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        return bytes.ToArray();
    }
}
