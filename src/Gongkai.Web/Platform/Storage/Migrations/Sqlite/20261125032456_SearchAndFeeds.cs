using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.Web.Platform.Storage.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "end_link",
                table: "outbox_mails",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "missed_queries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    first_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_missed_queries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "subscriptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    site = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    told_until = table.Column<DateTime>(type: "TEXT", nullable: false)
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
