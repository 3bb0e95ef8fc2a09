using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.Web.Platform.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PeopleAndSettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "must_change_password",
                table: "people",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "holiday_schedules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    off = table.Column<string>(type: "TEXT", nullable: false),
                    work = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holiday_schedules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "limit_choices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    publish_days = table.Column<int>(type: "INTEGER", nullable: false),
                    update_days = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_limit_choices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mail_servers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    host = table.Column<string>(type: "TEXT", nullable: false),
                    port = table.Column<int>(type: "INTEGER", nullable: false),
                    security = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    user_name = table.Column<string>(type: "TEXT", nullable: false),
                    sealed_password = table.Column<string>(type: "TEXT", nullable: false),
                    sender = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_servers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role_proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_proposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_role_proposals_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_role_proposals_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "screening_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    student_numbers = table.Column<string>(type: "TEXT", nullable: false),
                    wrong_words = table.Column<string>(type: "TEXT", nullable: false),
                    soft_marks = table.Column<string>(type: "TEXT", nullable: false),
                    allowed_texts = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_screening_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sheet_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sheet = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheet_imports", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_holiday_schedules_institution_id",
                table: "holiday_schedules",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_holiday_schedules_institution_id_year",
                table: "holiday_schedules",
                columns: new[] { "institution_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_limit_choices_institution_id",
                table: "limit_choices",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_mail_servers_institution_id",
                table: "mail_servers",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_role_proposals_institution_id",
                table: "role_proposals",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_role_proposals_person_id",
                table: "role_proposals",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_role_proposals_unit_id",
                table: "role_proposals",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_screening_rules_institution_id",
                table: "screening_rules",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_sheet_imports_institution_id",
                table: "sheet_imports",
                column: "institution_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "holiday_schedules");

            migrationBuilder.DropTable(
                name: "limit_choices");

            migrationBuilder.DropTable(
                name: "mail_servers");

            migrationBuilder.DropTable(
                name: "role_proposals");

            migrationBuilder.DropTable(
                name: "screening_rules");

            migrationBuilder.DropTable(
                name: "sheet_imports");

            migrationBuilder.DropColumn(
                name: "must_change_password",
                table: "people");
        }
    }
}
