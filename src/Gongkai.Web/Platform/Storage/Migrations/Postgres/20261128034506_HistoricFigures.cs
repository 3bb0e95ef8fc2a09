using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.Web.Platform.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class HistoricFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "historic_figures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    first_year = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    order = table.Column<int>(type: "integer", nullable: false),
                    value_read = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    value = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    is_approximate = table.Column<bool>(type: "boolean", nullable: false),
                    section = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    excerpt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    found_at = table.Column<int>(type: "integer", nullable: false),
                    found_length = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    by_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_historic_figures", x => x.id);
                    table.ForeignKey(
                        name: "fk_historic_figures_attachments_file_id",
                        column: x => x.file_id,
                        principalTable: "attachments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_historic_figures_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_historic_figures_edition_id_code",
                table: "historic_figures",
                columns: new[] { "edition_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_historic_figures_file_id",
                table: "historic_figures",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_historic_figures_institution_id",
                table: "historic_figures",
                column: "institution_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "historic_figures");
        }
    }
}
