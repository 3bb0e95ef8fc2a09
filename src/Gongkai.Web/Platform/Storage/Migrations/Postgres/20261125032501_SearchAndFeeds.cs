using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.Web.Platform.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SearchAndFeeds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "change_number",
                table: "records",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "end_link",
                table: "outbox_mails",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "missed_queries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    count = table.Column<int>(type: "integer", nullable: false),
                    first_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_missed_queries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "subscriptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    scope = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    site = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    told_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscriptions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_records_institution_id_change_number",
                table: "records",
                columns: new[] { "institution_id", "change_number" });

            migrationBuilder.CreateIndex(
                name: "ix_editions_institution_id_expires_at",
                table: "editions",
                columns: new[] { "institution_id", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "ix_missed_queries_institution_id",
                table: "missed_queries",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_missed_queries_institution_id_words",
                table: "missed_queries",
                columns: new[] { "institution_id", "words" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_institution_id",
                table: "subscriptions",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_institution_id_confirmed_at_told_until",
                table: "subscriptions",
                columns: new[] { "institution_id", "confirmed_at", "told_until" });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_institution_id_email_scope",
                table: "subscriptions",
                columns: new[] { "institution_id", "email", "scope" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "missed_queries");

            migrationBuilder.DropTable(
                name: "subscriptions");

            migrationBuilder.DropIndex(
                name: "ix_records_institution_id_change_number",
                table: "records");

            migrationBuilder.DropIndex(
                name: "ix_editions_institution_id_expires_at",
                table: "editions");

            migrationBuilder.DropColumn(
                name: "change_number",
                table: "records");

            migrationBuilder.DropColumn(
                name: "end_link",
                table: "outbox_mails");
        }
    }
}
