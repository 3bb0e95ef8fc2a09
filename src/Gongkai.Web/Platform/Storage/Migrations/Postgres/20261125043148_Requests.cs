using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.Web.Platform.Storage.Migrations.Postgres
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
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "letter_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "request_policies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    fee = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    retention_years = table.Column<int>(type: "integer", nullable: false),
                    letter_prefix = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    office_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    shown = table.Column<int>(type: "integer", nullable: false),
                    opened = table.Column<int>(type: "integer", nullable: false),
                    is_answered = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_suggestions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    code_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    form_key = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    registered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    taken_by_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    applicant_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    sealed_applicant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person_mark = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    matter = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    purpose = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    waiver_reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    clock_rule_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    clock_events = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    clock_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    clock_is_provisional = table.Column<bool>(type: "boolean", nullable: false),
                    clock_state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reminded_stage = table.Column<int>(type: "integer", nullable: false),
                    clarification_asked = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    clarify_until_on = table.Column<DateOnly>(type: "date", nullable: true),
                    clarification = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    fee_cents = table.Column<int>(type: "integer", nullable: true),
                    pay_until_on = table.Column<DateOnly>(type: "date", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    waived_cents = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    outcome = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    facts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    answer_text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    taken_out = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    drafted_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    rating = table.Column<int>(type: "integer", nullable: true),
                    rating_text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    logged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    log_title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    log_text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    record_id = table.Column<Guid>(type: "uuid", nullable: true),
                    purged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    use = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    is_held = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    @sealed = table.Column<string>(name: "sealed", type: "text", nullable: false, collation: "C"),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    is_for_applicant = table.Column<bool>(type: "boolean", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reply = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    replied_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    replied_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    place = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    words = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    result = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    verb = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    to = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    told = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "text", nullable: false, collation: "C"),
                    question = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    view = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reasons = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    heard_on = table.Column<DateOnly>(type: "date", nullable: true),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false)
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
