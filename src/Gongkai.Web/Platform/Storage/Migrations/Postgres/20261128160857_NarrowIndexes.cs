using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.Web.Platform.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class NarrowIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_waiting_files_institution_id",
                table: "waiting_files");

            migrationBuilder.DropIndex(
                name: "ix_units_institution_id",
                table: "units");

            migrationBuilder.DropIndex(
                name: "ix_topics_institution_id",
                table: "topics");

            migrationBuilder.DropIndex(
                name: "ix_subscriptions_institution_id",
                table: "subscriptions");

            migrationBuilder.DropIndex(
                name: "ix_sheet_imports_institution_id",
                table: "sheet_imports");

            migrationBuilder.DropIndex(
                name: "ix_screening_rules_institution_id",
                table: "screening_rules");

            migrationBuilder.DropIndex(
                name: "ix_screening_results_institution_id",
                table: "screening_results");

            migrationBuilder.DropIndex(
                name: "ix_screening_releases_institution_id",
                table: "screening_releases");

            migrationBuilder.DropIndex(
                name: "ix_role_proposals_institution_id",
                table: "role_proposals");

            migrationBuilder.DropIndex(
                name: "ix_role_holdings_institution_id",
                table: "role_holdings");

            migrationBuilder.DropIndex(
                name: "ix_review_routes_institution_id",
                table: "review_routes");

            migrationBuilder.DropIndex(
                name: "ix_requests_institution_id",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "ix_request_suggestions_institution_id",
                table: "request_suggestions");

            migrationBuilder.DropIndex(
                name: "ix_request_policies_institution_id",
                table: "request_policies");

            migrationBuilder.DropIndex(
                name: "ix_report_section_texts_institution_id",
                table: "report_section_texts");

            migrationBuilder.DropIndex(
                name: "ix_report_releases_institution_id",
                table: "report_releases");

            migrationBuilder.DropIndex(
                name: "ix_report_parts_institution_id",
                table: "report_parts");

            migrationBuilder.DropIndex(
                name: "ix_report_comments_institution_id",
                table: "report_comments");

            migrationBuilder.DropIndex(
                name: "ix_records_institution_id",
                table: "records");

            migrationBuilder.DropIndex(
                name: "ix_people_institution_id",
                table: "people");

            migrationBuilder.DropIndex(
                name: "ix_outbox_mails_institution_id",
                table: "outbox_mails");

            migrationBuilder.DropIndex(
                name: "ix_numbers_institution_id",
                table: "numbers");

            migrationBuilder.DropIndex(
                name: "ix_notices_institution_id",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_missed_queries_institution_id",
                table: "missed_queries");

            migrationBuilder.DropIndex(
                name: "ix_mail_servers_institution_id",
                table: "mail_servers");

            migrationBuilder.DropIndex(
                name: "ix_long_jobs_institution_id",
                table: "long_jobs");

            migrationBuilder.DropIndex(
                name: "ix_limit_choices_institution_id",
                table: "limit_choices");

            migrationBuilder.DropIndex(
                name: "ix_letter_templates_institution_id",
                table: "letter_templates");

            migrationBuilder.DropIndex(
                name: "ix_items_institution_id",
                table: "items");

            migrationBuilder.DropIndex(
                name: "ix_item_owners_institution_id",
                table: "item_owners");

            migrationBuilder.DropIndex(
                name: "ix_holiday_schedules_institution_id",
                table: "holiday_schedules");

            migrationBuilder.DropIndex(
                name: "ix_historic_figures_institution_id",
                table: "historic_figures");

            migrationBuilder.DropIndex(
                name: "ix_hand_figures_institution_id",
                table: "hand_figures");

            migrationBuilder.DropIndex(
                name: "ix_feedback_institution_id",
                table: "feedback");

            migrationBuilder.DropIndex(
                name: "ix_editions_institution_id",
                table: "editions");

            migrationBuilder.DropIndex(
                name: "ix_editions_interprets_id",
                table: "editions");

            migrationBuilder.DropIndex(
                name: "ix_edition_salvages_institution_id",
                table: "edition_salvages");

            migrationBuilder.DropIndex(
                name: "ix_edition_items_institution_id",
                table: "edition_items");

            migrationBuilder.DropIndex(
                name: "ix_categories_institution_id",
                table: "categories");

            migrationBuilder.DropIndex(
                name: "ix_catalogue_imports_institution_id",
                table: "catalogue_imports");

            migrationBuilder.DropIndex(
                name: "ix_catalogue_editions_institution_id",
                table: "catalogue_editions");

            migrationBuilder.DropIndex(
                name: "ix_audit_heads_institution_id",
                table: "audit_heads");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_institution_id",
                table: "audit_entries");

            migrationBuilder.DropIndex(
                name: "ix_attachments_institution_id",
                table: "attachments");

            migrationBuilder.DropIndex(
                name: "ix_annual_reports_institution_id",
                table: "annual_reports");

            migrationBuilder.CreateIndex(
                name: "ix_editions_interprets_id",
                table: "editions",
                column: "interprets_id",
                filter: "interprets_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_editions_record_id_audience_attribute_published_at_replaced",
                table: "editions",
                columns: new[] { "record_id", "audience", "attribute", "published_at", "replaced_at", "expires_at", "institution_id", "id", "kind", "validity" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_editions_interprets_id",
                table: "editions");

            migrationBuilder.DropIndex(
                name: "ix_editions_record_id_audience_attribute_published_at_replaced",
                table: "editions");

            migrationBuilder.CreateIndex(
                name: "ix_waiting_files_institution_id",
                table: "waiting_files",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_units_institution_id",
                table: "units",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_topics_institution_id",
                table: "topics",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_institution_id",
                table: "subscriptions",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_sheet_imports_institution_id",
                table: "sheet_imports",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_screening_rules_institution_id",
                table: "screening_rules",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_screening_results_institution_id",
                table: "screening_results",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_screening_releases_institution_id",
                table: "screening_releases",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_role_proposals_institution_id",
                table: "role_proposals",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_role_holdings_institution_id",
                table: "role_holdings",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_routes_institution_id",
                table: "review_routes",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_requests_institution_id",
                table: "requests",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_suggestions_institution_id",
                table: "request_suggestions",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_policies_institution_id",
                table: "request_policies",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_section_texts_institution_id",
                table: "report_section_texts",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_releases_institution_id",
                table: "report_releases",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_parts_institution_id",
                table: "report_parts",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_comments_institution_id",
                table: "report_comments",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_records_institution_id",
                table: "records",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_institution_id",
                table: "people",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_mails_institution_id",
                table: "outbox_mails",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_numbers_institution_id",
                table: "numbers",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_notices_institution_id",
                table: "notices",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_missed_queries_institution_id",
                table: "missed_queries",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_mail_servers_institution_id",
                table: "mail_servers",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_long_jobs_institution_id",
                table: "long_jobs",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_limit_choices_institution_id",
                table: "limit_choices",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_letter_templates_institution_id",
                table: "letter_templates",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_items_institution_id",
                table: "items",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_item_owners_institution_id",
                table: "item_owners",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_holiday_schedules_institution_id",
                table: "holiday_schedules",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_historic_figures_institution_id",
                table: "historic_figures",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_hand_figures_institution_id",
                table: "hand_figures",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_institution_id",
                table: "feedback",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_editions_institution_id",
                table: "editions",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_editions_interprets_id",
                table: "editions",
                column: "interprets_id");

            migrationBuilder.CreateIndex(
                name: "ix_edition_salvages_institution_id",
                table: "edition_salvages",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_edition_items_institution_id",
                table: "edition_items",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_categories_institution_id",
                table: "categories",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_imports_institution_id",
                table: "catalogue_imports",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_editions_institution_id",
                table: "catalogue_editions",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_heads_institution_id",
                table: "audit_heads",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_institution_id",
                table: "audit_entries",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_institution_id",
                table: "attachments",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_annual_reports_institution_id",
                table: "annual_reports",
                column: "institution_id");
        }
    }
}
