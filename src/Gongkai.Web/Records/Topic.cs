using System.Text.RegularExpressions;
using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Records;

/// <summary>A special topic (专题): records of several items gathered under one address, like admissions or budgets.</summary>
public sealed class Topic : IBelongsToInstitution, IShown
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Its part of the address; never changed, since people link to it.</summary>
    public required string Slug { get; init; }

    /// <summary>Chinese title.</summary>
    public required string Title { get; set; }

    /// <summary>English title; empty shows the Chinese one.</summary>
    public string TitleEn { get; set; } = "";

    /// <summary>A sentence or two on what it gathers.</summary>
    public string Intro { get; set; } = "";

    /// <summary>Whether it stands in the public list; one that does not is still reached by its address.</summary>
    public bool IsListed { get; set; } = true;

    /// <summary>The title in the reader's language.</summary>
    public string TitleIn(bool english) => english && TitleEn.Length > 0 ? TitleEn : Title;
}

/// <summary>Opens and changes special topics.</summary>
public sealed partial class TopicDesk(GongkaiDb db, CampusClock clock, AuditTrail audit)
{
    /// <summary>Every topic, by title.</summary>
    public async Task<IReadOnlyList<Topic>> AllAsync(CancellationToken cancel = default) =>
        await db.Set<Topic>().AsNoTracking().OrderBy(t => t.Title).ThenBy(t => t.Id).ToListAsync(cancel);

    /// <summary>Opens a topic, or changes the one that has this slug.</summary>
    /// <exception cref="ProblemException"><c>topics.slug-malformed</c>, <c>topics.title-missing</c>.</exception>
    public async Task SetAsync(Actor by, string slug, string title, string titleEn, string intro, bool isListed, CancellationToken cancel = default)
    {
        Permit.Require(by.Holds(Role.DisclosureOffice));
        (slug, title) = (slug.Trim(), title.Trim().Normalize());
        if (!SlugForm().IsMatch(slug))
        {
            throw new ProblemException("topics.slug-malformed");
        }

        if (title.Length is 0 or > 60)
        {
            throw new ProblemException("topics.title-missing");
        }

        var topic = await db.Set<Topic>().FirstOrDefaultAsync(t => t.Slug == slug, cancel);
        if (topic is null)
        {
            topic = new Topic { Id = Guid.CreateVersion7(clock.UtcNow), Slug = slug, Title = title };
            db.Add(topic);
        }

        (topic.Title, topic.TitleEn, topic.Intro, topic.IsListed) = (title, titleEn.Trim().Normalize(), intro.Trim().Normalize(), isListed);
        audit.Note(by, "topics.set", topic.Id, title);
        await db.SaveChangesAsync(cancel);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}$")]
    private static partial Regex SlugForm();
}

internal sealed class TopicMap : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> builder)
    {
        builder.ToTable("topics");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => new { t.InstitutionId, t.Slug }).IsUnique();
    }
}
