using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.Web.Platform.Storage.Migrations.Sqlite
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    first_year = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    value_read = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    value = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    is_approximate = table.Column<bool>(type: "INTEGER", nullable: false),
                    section = table.Column<string>(type: "TEXT", nullable: false),
                    excerpt = table.Column<string>(type: "TEXT", nullable: false),
                    found_at = table.Column<int>(type: "INTEGER", nullable: false),
                    found_length = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
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
