using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Pathway.Outcomes;

internal sealed class BlindRatingMap : IEntityTypeConfiguration<BlindRating>
{
    public void Configure(EntityTypeBuilder<BlindRating> builder)
    {
        builder.ToTable("blind_rating");
        builder.BelongsToCourse();
        builder.HasIndex(r => new { r.ClinicId, r.RaterId, r.BaselinePhotoId, r.FollowUpPhotoId }).IsUnique();
    }
}
