using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Gongkai.Web.Records;

namespace Gongkai.Web.Feeds;

/// <summary>Writes a feed as RSS 2.0, Atom 1.0 or JSON Feed 1.1.</summary>
internal static class FeedWriter
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>
    {
        ["rss"] = "application/rss+xml; charset=utf-8",
        ["atom"] = "application/atom+xml; charset=utf-8",
        ["json"] = "application/feed+json; charset=utf-8",
    };

    /// <param name="form">rss, atom or json.</param>
    /// <param name="site">The address of the site, without a slash at its end.</param>
    /// <param name="self">The feed's own address.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="school">Who publishes.</param>
    /// <param name="since">When it was last changed, if it is empty.</param>
    /// <param name="entries">Newest first.</param>
    public static byte[] Write(string form, string site, string self, string title, string school, DateTime since, IReadOnlyList<FeedEntry> entries) => form == "json"
        ? AsJson(site, self, title, school, entries)
        : AsXml(form, Feed(site, self, title, school, since, entries));

    private static SyndicationFeed Feed(string site, string self, string title, string school, DateTime since, IReadOnlyList<FeedEntry> entries)
    {
        var feed = new SyndicationFeed(title, title, new Uri(site + "/"), self, entries.Count == 0 ? since : entries.Max(e => e.UpdatedAt)) { Language = "zh-CN", Generator = "Gongkai" };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(self)));
        feed.Authors.Add(new SyndicationPerson { Name = school });
        feed.Items = entries.Select(e =>
        {
            var address = site + RecordLinks.Show(e.IndexNumber);
            var item = new SyndicationItem(e.Title, "", new Uri(address), address, e.UpdatedAt) { Content = null, PublishDate = e.PublishedAt, Summary = new TextSyndicationContent(e.Summary) };
            item.Authors.Add(new SyndicationPerson { Name = e.Unit });
            return item;
        }).ToList();
        return feed;
    }

    private static byte[] AsXml(string form, SyndicationFeed feed)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            SyndicationFeedFormatter formatter = form == "rss" ? new Rss20FeedFormatter(feed, serializeExtensionsAsAtom: false) : new Atom10FeedFormatter(feed);
            formatter.WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private static byte[] AsJson(string site, string self, string title, string school, IReadOnlyList<FeedEntry> entries) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            version = "https://jsonfeed.org/version/1.1",
            title,
            home_page_url = site + "/",
            feed_url = self,
            language = "zh-CN",
            authors = new[] { new { name = school } },
            items = entries.Select(e => new
            {
                id = site + RecordLinks.Show(e.IndexNumber),
                url = site + RecordLinks.Show(e.IndexNumber),
                title = e.Title,
                content_text = e.Summary,
                date_published = e.PublishedAt,
                date_modified = e.UpdatedAt,
                authors = new[] { new { name = e.Unit } },
            }),
        }, Json);
}
