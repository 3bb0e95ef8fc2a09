using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.Web.Platform.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class IndexesWithoutInstitution : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_records_institution_id_change_number",
                table: "records");

            migrationBuilder.DropIndex(
                name: "ix_records_institution_id_index_number",
                table: "records");

            migrationBuilder.DropIndex(
                name: "ix_records_institution_id_unit_id",
                table: "records");

            migrationBuilder.DropIndex(
                name: "ix_editions_institution_id_expires_at",
                table: "editions");

            migrationBuilder.DropIndex(
                name: "ix_editions_institution_id_published_at",
                table: "editions");

            migrationBuilder.CreateIndex(
                name: "ix_records_change_number",
                table: "records",
                column: "change_number");

            migrationBuilder.CreateIndex(
                name: "ix_records_index_number_institution_id",
                table: "records",
                columns: new[] { "index_number", "institution_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_editions_expires_at",
                table: "editions",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_editions_published_at",
                table: "editions",
                column: "published_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_records_change_number",
                table: "records");

            migrationBuilder.DropIndex(
                name: "ix_records_index_number_institution_id",
                table: "records");

            migrationBuilder.DropIndex(
                name: "ix_editions_expires_at",
                table: "editions");

            migrationBuilder.DropIndex(
                name: "ix_editions_published_at",
                table: "editions");

            migrationBuilder.CreateIndex(
                name: "ix_records_institution_id_change_number",
                table: "records",
                columns: new[] { "institution_id", "change_number" });

            migrationBuilder.CreateIndex(
                name: "ix_records_institution_id_index_number",
                table: "records",
                columns: new[] { "institution_id", "index_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_records_institution_id_unit_id",
                table: "records",
                columns: new[] { "institution_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_editions_institution_id_expires_at",
                table: "editions",
                columns: new[] { "institution_id", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "ix_editions_institution_id_published_at",
                table: "editions",
                columns: new[] { "institution_id", "published_at" });
        }
    }
}
