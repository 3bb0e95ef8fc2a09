using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.Web.Platform.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Requests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_sealed",
                table: "outbox_mails",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "letter_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "request_policies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rule_id = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    fee = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    retention_years = table.Column<int>(type: "INTEGER", nullable: false),
                    letter_prefix = table.Column<string>(type: "TEXT", nullable: false),
                    office_unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_policies", x => x.id);
                    table.ForeignKey(
                        name: "fk_request_policies_units_office_unit_id",
                        column: x => x.office_unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "request_suggestions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    shown = table.Column<int>(type: "INTEGER", nullable: false),
                    opened = table.Column<int>(type: "INTEGER", nullable: false),
                    is_answered = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_suggestions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", nullable: false),
                    form_key = table.Column<Guid>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    registered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_by_unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    applicant_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sealed_applicant = table.Column<string>(type: "TEXT", nullable: false),
                    person_mark = table.Column<string>(type: "TEXT", nullable: false),
                    matter = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    waiver_reason = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    clock_rule_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    clock_events = table.Column<string>(type: "TEXT", nullable: false),
                    clock_due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    clock_is_provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    clock_state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reminded_stage = table.Column<int>(type: "INTEGER", nullable: false),
                    clarification_asked = table.Column<string>(type: "TEXT", nullable: false),
                    clarify_until_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    clarification = table.Column<string>(type: "TEXT", nullable: false),
                    fee_cents = table.Column<int>(type: "INTEGER", nullable: true),
                    pay_until_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    waived_cents = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    facts = table.Column<string>(type: "TEXT", nullable: false),
                    answer_text = table.Column<string>(type: "TEXT", nullable: false),
                    taken_out = table.Column<string>(type: "TEXT", nullable: false),
                    drafted_by = table.Column<string>(type: "TEXT", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    rating = table.Column<int>(type: "INTEGER", nullable: true),
                    rating_text = table.Column<string>(type: "TEXT", nullable: false),
                    logged_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    log_title = table.Column<string>(type: "TEXT", nullable: false),
                    log_text = table.Column<string>(type: "TEXT", nullable: false),
                    record_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    purged_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_requests_records_record_id",
                        column: x => x.record_id,
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_requests_units_taken_by_unit_id",
                        column: x => x.taken_by_unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "request_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    use = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_held = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_request_files_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "request_letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    is_for_applicant = table.Column<bool>(type: "INTEGER", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_letters", x => x.id);
                    table.ForeignKey(
                        name: "fk_request_letters_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "request_parts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    task = table.Column<string>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reply = table.Column<string>(type: "TEXT", nullable: false),
                    replied_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    replied_by = table.Column<string>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_parts", x => x.id);
                    table.ForeignKey(
                        name: "fk_request_parts_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_request_parts_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "request_remedies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    filed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_remedies", x => x.id);
                    table.ForeignKey(
                        name: "fk_request_remedies_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "request_searches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_searches", x => x.id);
                    table.ForeignKey(
                        name: "fk_request_searches_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "request_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    verb = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    to = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    told = table.Column<string>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_request_steps_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "request_third_parties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    view = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reasons = table.Column<string>(type: "TEXT", nullable: false),
                    heard_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_third_parties", x => x.id);
                    table.ForeignKey(
                        name: "fk_request_third_parties_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_letter_templates_institution_id",
                table: "letter_templates",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_letter_templates_institution_id_kind",
                table: "letter_templates",
                columns: new[] { "institution_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_request_files_request_id",
                table: "request_files",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_letters_request_id",
                table: "request_letters",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_parts_request_id",
                table: "request_parts",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_parts_unit_id",
                table: "request_parts",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_policies_institution_id",
                table: "request_policies",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_policies_office_unit_id",
                table: "request_policies",
                column: "office_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_remedies_request_id",
                table: "request_remedies",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_searches_request_id",
                table: "request_searches",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_steps_request_id",
                table: "request_steps",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_suggestions_institution_id",
                table: "request_suggestions",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_third_parties_request_id",
                table: "request_third_parties",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_requests_clock_due_on",
                table: "requests",
                column: "clock_due_on");

            migrationBuilder.CreateIndex(
                name: "ix_requests_institution_id",
                table: "requests",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_requests_institution_id_form_key",
                table: "requests",
                columns: new[] { "institution_id", "form_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_requests_institution_id_number",
                table: "requests",
                columns: new[] { "institution_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_requests_institution_id_person_mark",
                table: "requests",
                columns: new[] { "institution_id", "person_mark" });

            migrationBuilder.CreateIndex(
                name: "ix_requests_institution_id_received_on",
                table: "requests",
                columns: new[] { "institution_id", "received_on" });

            migrationBuilder.CreateIndex(
                name: "ix_requests_institution_id_status",
                table: "requests",
                columns: new[] { "institution_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_requests_record_id",
                table: "requests",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_requests_taken_by_unit_id",
                table: "requests",
                column: "taken_by_unit_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "letter_templates");

            migrationBuilder.DropTable(
                name: "request_files");

            migrationBuilder.DropTable(
                name: "request_letters");

            migrationBuilder.DropTable(
                name: "request_parts");

            migrationBuilder.DropTable(
                name: "request_policies");

            migrationBuilder.DropTable(
                name: "request_remedies");

            migrationBuilder.DropTable(
                name: "request_searches");

            migrationBuilder.DropTable(
                name: "request_steps");

            migrationBuilder.DropTable(
                name: "request_suggestions");

            migrationBuilder.DropTable(
                name: "request_third_parties");

            migrationBuilder.DropTable(
                name: "requests");

            migrationBuilder.DropColumn(
                name: "is_sealed",
                table: "outbox_mails");
        }
    }
}
