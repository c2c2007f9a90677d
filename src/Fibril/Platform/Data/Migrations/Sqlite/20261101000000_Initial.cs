using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fibril.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "asp_net_users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asp_net_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_feed",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_feed", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "clinic",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: false),
                    emergency_phone = table.Column<string>(type: "TEXT", nullable: false),
                    ambulance_number = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    opens_at = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    closes_at = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    quiet_from = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    quiet_until = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    call_next_after_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    booking = table.Column<string>(type: "TEXT", nullable: false),
                    is_demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clinic", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "clinic_key",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    wrapped = table.Column<byte[]>(type: "BLOB", nullable: false),
                    master_id = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clinic_key", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", nullable: true),
                    xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "device",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    maker = table.Column<string>(type: "TEXT", nullable: false),
                    model = table.Column<string>(type: "TEXT", nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    energy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    rate_hz = table.Column<decimal>(type: "TEXT", nullable: true),
                    max_depth_mm = table.Column<decimal>(type: "TEXT", nullable: false),
                    service_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    retired_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "duty_span",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    days = table.Column<string>(type: "TEXT", nullable: false),
                    starts_at = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    ends_at = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_span", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "failures",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    last_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_failures", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "file_key",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    wrapped = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_key", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "import_batch",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    uploaded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    uploaded_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_batch", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "journal_entry",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    verb = table.Column<string>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    changes = table.Column<string>(type: "TEXT", nullable: false),
                    previous_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    seal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_entry", x => new { x.clinic_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "journal_head",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    seal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_head", x => x.clinic_id);
                });

            migrationBuilder.CreateTable(
                name: "message",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    to = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    is_sealed = table.Column<bool>(type: "INTEGER", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    calendar = table.Column<string>(type: "TEXT", nullable: true),
                    queued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    not_before = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", nullable: true),
                    retry_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    leased_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_message", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "outbox_fact",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    told_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    leased_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    heard_by = table.Column<string>(type: "TEXT", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_fact", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "patient",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    given_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    family_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    born_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    sex = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    emergency_contact = table.Column<string>(type: "TEXT", nullable: true),
                    prescriber = table.Column<string>(type: "TEXT", nullable: true),
                    weight_kg = table.Column<decimal>(type: "TEXT", nullable: true),
                    phototype = table.Column<int>(type: "INTEGER", nullable: true),
                    identifiers = table.Column<string>(type: "TEXT", nullable: false),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    registered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    died_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_patient", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "patient_gram",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    gram = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_patient_gram", x => new { x.clinic_id, x.gram, x.patient_id });
                });

            migrationBuilder.CreateTable(
                name: "place",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    turnover_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_place", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "price_item",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<decimal>(type: "TEXT", precision: 12, scale: 2, nullable: false),
                    per = table.Column<string>(type: "TEXT", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_price_item", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "protocol_adoption",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    protocol_id = table.Column<string>(type: "TEXT", nullable: false),
                    protocol_version = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    adopted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    adopted_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    adopted_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    changes = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protocol_adoption", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "registry_export",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    exported_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    exported_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    courses = table.Column<int>(type: "INTEGER", nullable: false),
                    merged_values = table.Column<int>(type: "INTEGER", nullable: false),
                    formats = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_export", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "reply_template",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reply_template", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "skin_product",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    maker = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    gtin = table.Column<string>(type: "TEXT", maxLength: 14, nullable: true),
                    ingredients = table.Column<string>(type: "TEXT", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_skin_product", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "staff_member",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    profession = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    credential_number = table.Column<string>(type: "TEXT", nullable: false),
                    credential_expires_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    max_depth_mm = table.Column<decimal>(type: "TEXT", nullable: true),
                    joined_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    left_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_member", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "stock_item",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    protocol_id = table.Column<string>(type: "TEXT", nullable: true),
                    gtin = table.Column<string>(type: "TEXT", maxLength: 14, nullable: true),
                    needles = table.Column<int>(type: "INTEGER", nullable: true),
                    is_single_use = table.Column<bool>(type: "INTEGER", nullable: false),
                    low_stock = table.Column<int>(type: "INTEGER", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stock_item", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "stored_file",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    thumbnail_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    stored_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    erased_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stored_file", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "submission",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    location = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_submission", x => new { x.clinic_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "ticket",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    browser_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    code_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    wrong_codes = table.Column<int>(type: "INTEGER", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    target = table.Column<string>(type: "TEXT", nullable: true),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ticket", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asp_net_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "FK_asp_net_user_claims_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "asp_net_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asp_net_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_asp_net_user_logins_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "asp_net_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_passkeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asp_net_user_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "FK_asp_net_user_passkeys_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "asp_net_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asp_net_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_asp_net_user_tokens_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "asp_net_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "imported_file",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imported_file", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_imported_file_import_batch_clinic_id_batch_id",
                        columns: x => new { x.clinic_id, x.batch_id },
                        principalTable: "import_batch",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chart_entry",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    display = table.Column<string>(type: "TEXT", nullable: false),
                    code_system = table.Column<string>(type: "TEXT", nullable: true),
                    code = table.Column<string>(type: "TEXT", nullable: true),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    value_text = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    source_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    vocabulary_id = table.Column<string>(type: "TEXT", nullable: true),
                    attribute = table.Column<string>(type: "TEXT", nullable: true),
                    trust = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chart_entry", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_chart_entry_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "course",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_reason = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_course", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_course_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "patient_merge",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    survivor_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    other_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    merged_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    merged_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    moved = table.Column<string>(type: "TEXT", nullable: false),
                    filled = table.Column<string>(type: "TEXT", nullable: false),
                    undone_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    undone_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    undone_reason = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_patient_merge", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_patient_merge_patient_clinic_id_survivor_id",
                        columns: x => new { x.clinic_id, x.survivor_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_hours",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    week = table.Column<string>(type: "TEXT", nullable: false),
                    @break = table.Column<string>(name: "break", type: "TEXT", nullable: true),
                    away = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_hours", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_staff_hours_staff_member_clinic_id_staff_id",
                        columns: x => new { x.clinic_id, x.staff_id },
                        principalTable: "staff_member",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_limits",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    zones = table.Column<string>(type: "TEXT", nullable: false),
                    device_ids = table.Column<string>(type: "TEXT", nullable: false),
                    needs_supervision = table.Column<bool>(type: "INTEGER", nullable: false),
                    supervisor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_limits", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_staff_limits_staff_member_clinic_id_staff_id",
                        columns: x => new { x.clinic_id, x.staff_id },
                        principalTable: "staff_member",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stock_lot",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lot = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    lot_key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    received = table.Column<int>(type: "INTEGER", nullable: false),
                    remaining = table.Column<int>(type: "INTEGER", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    scan = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    quarantined_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    quarantine_reason = table.Column<string>(type: "TEXT", nullable: true),
                    recalled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    recall_reason = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stock_lot", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_stock_lot_stock_item_clinic_id_item_id",
                        columns: x => new { x.clinic_id, x.item_id },
                        principalTable: "stock_item",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "adverse_event",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    check_in_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    severity = table.Column<string>(type: "TEXT", nullable: false),
                    is_serious = table.Column<bool>(type: "INTEGER", nullable: false),
                    serious_because = table.Column<string>(type: "TEXT", nullable: false),
                    onset_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    narrative = table.Column<string>(type: "TEXT", nullable: false),
                    lot_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    resolved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_adverse_event", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_adverse_event_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_adverse_event_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "blind_rating",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    baseline_photo_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    follow_up_photo_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seed = table.Column<int>(type: "INTEGER", nullable: false),
                    baseline_on_left = table.Column<bool>(type: "INTEGER", nullable: false),
                    rater_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rater_name = table.Column<string>(type: "TEXT", nullable: false),
                    treated_by_rater = table.Column<bool>(type: "INTEGER", nullable: false),
                    drawn_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    rated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    choice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    amount = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blind_rating", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_blind_rating_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_blind_rating_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "booking",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    segments = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    skipped_why = table.Column<string>(type: "TEXT", nullable: true),
                    held_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    holds_confirmed = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    arrived_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    left_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    no_show_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cancelled_why = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_booking_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_booking_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "candidacy_screening",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    for_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    case_json = table.Column<string>(type: "TEXT", nullable: false),
                    decision_json = table.Column<string>(type: "TEXT", nullable: false),
                    protocol_version = table.Column<string>(type: "TEXT", nullable: false),
                    protocol_hash = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    not_before_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    trigger = table.Column<string>(type: "TEXT", nullable: false),
                    is_planned = table.Column<bool>(type: "INTEGER", nullable: false),
                    overrides = table.Column<string>(type: "TEXT", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    review_note = table.Column<string>(type: "TEXT", nullable: true),
                    reviewed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reviewed_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reviewed_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    superseded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_candidacy_screening", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_candidacy_screening_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_candidacy_screening_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consent",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_version = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    text_shown = table.Column<string>(type: "TEXT", nullable: false),
                    text_hash = table.Column<string>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reads = table.Column<string>(type: "TEXT", nullable: false),
                    checks = table.Column<string>(type: "TEXT", nullable: false),
                    questions = table.Column<string>(type: "TEXT", nullable: false),
                    choices_made_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    photo_uses = table.Column<string>(type: "TEXT", nullable: false),
                    signed_name = table.Column<string>(type: "TEXT", nullable: true),
                    signature_strokes = table.Column<string>(type: "TEXT", nullable: true),
                    signed_with = table.Column<string>(type: "TEXT", nullable: true),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    witnessed_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    countersigned_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    countersigned_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    countersigned_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    talked_through = table.Column<string>(type: "TEXT", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    withdrawn_why = table.Column<string>(type: "TEXT", nullable: true),
                    withdrawn_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    stale_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    stale_why = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consent", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_consent_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_consent_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    goal = table.Column<string>(type: "TEXT", nullable: false),
                    areas = table.Column<string>(type: "TEXT", nullable: false),
                    event_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answers = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    examination = table.Column<string>(type: "TEXT", nullable: true),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    signed_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    signed_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultation", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_consultation_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_consultation_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hand_alignment",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    before_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    after_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clicks = table.Column<string>(type: "TEXT", nullable: false),
                    laid_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    laid_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hand_alignment", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_hand_alignment_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_hand_alignment_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outcome_visit",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    after_days = table.Column<int>(type: "INTEGER", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    held_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    held_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outcome_visit", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_outcome_visit_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_outcome_visit_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "photo",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    view = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    zone = table.Column<string>(type: "TEXT", nullable: true),
                    taken_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    camera = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    faults = table.Column<string>(type: "TEXT", nullable: false),
                    kept_why = table.Column<string>(type: "TEXT", nullable: true),
                    kept_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    uses = table.Column<string>(type: "TEXT", nullable: false),
                    invalidated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    invalidated_why = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_photo", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_photo_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_photo_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "photo_zone",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    photo_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    corners = table.Column<string>(type: "TEXT", nullable: false),
                    drawn_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    drawn_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_photo_zone", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_photo_zone_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_photo_zone_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    zones = table.Column<string>(type: "TEXT", nullable: false),
                    sessions = table.Column<int>(type: "INTEGER", nullable: false),
                    interval_days = table.Column<int>(type: "INTEGER", nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    anaesthetic = table.Column<string>(type: "TEXT", nullable: false),
                    topicals = table.Column<string>(type: "TEXT", nullable: false),
                    combinations = table.Column<string>(type: "TEXT", nullable: false),
                    off_label = table.Column<string>(type: "TEXT", nullable: false),
                    expectation = table.Column<string>(type: "TEXT", nullable: false),
                    alternatives_discussed = table.Column<string>(type: "TEXT", nullable: false),
                    review_after_session = table.Column<int>(type: "INTEGER", nullable: false),
                    price_per_session = table.Column<decimal>(type: "TEXT", precision: 12, scale: 2, nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    notes = table.Column<string>(type: "TEXT", nullable: false),
                    drafted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    drafted_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    revised_why = table.Column<string>(type: "TEXT", nullable: false),
                    agreed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    agreed_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    agreement_recorded_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    superseded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_plan_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_plan_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "prescriber_question",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    medicine = table.Column<string>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    sent_to = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    asked_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answered_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prescriber_question", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_prescriber_question_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_prescriber_question_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "repeat_shot",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    second_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    differences = table.Column<string>(type: "TEXT", nullable: false),
                    measured_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_repeat_shot", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_repeat_shot_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_repeat_shot_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "score",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scale = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    value = table.Column<decimal>(type: "TEXT", precision: 10, scale: 3, nullable: false),
                    parts = table.Column<string>(type: "TEXT", nullable: false),
                    zone = table.Column<string>(type: "TEXT", nullable: true),
                    rated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    rated_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    rated_by_patient = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_baseline = table.Column<bool>(type: "INTEGER", nullable: false),
                    invalidated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    invalidated_why = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_score", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_score_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_score_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "skin_change",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    before_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    after_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measures = table.Column<string>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    kept_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kept_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_skin_change", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_skin_change_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_skin_change_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "waiting_entry",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    wish = table.Column<string>(type: "TEXT", nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    added_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    offers = table.Column<string>(type: "TEXT", nullable: false),
                    offer_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_why = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waiting_entry", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_waiting_entry_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_waiting_entry_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lot_recall",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lot_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_drill = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    started_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    found_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    ended_reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lot_recall", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_lot_recall_stock_lot_clinic_id_lot_id",
                        columns: x => new { x.clinic_id, x.lot_id },
                        principalTable: "stock_lot",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lot_use",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lot_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    for_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lot_use", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_lot_use_stock_lot_clinic_id_lot_id",
                        columns: x => new { x.clinic_id, x.lot_id },
                        principalTable: "stock_lot",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opened_unit",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lot_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    opened_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    for_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opened_unit", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_opened_unit_stock_lot_clinic_id_lot_id",
                        columns: x => new { x.clinic_id, x.lot_id },
                        principalTable: "stock_lot",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "received_serial",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lot_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    serial = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_received_serial", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_received_serial_stock_item_clinic_id_item_id",
                        columns: x => new { x.clinic_id, x.item_id },
                        principalTable: "stock_item",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_received_serial_stock_lot_clinic_id_lot_id",
                        columns: x => new { x.clinic_id, x.lot_id },
                        principalTable: "stock_lot",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "occupancy",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    resource_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_start = table.Column<DateTime>(type: "TEXT", nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_occupancy", x => new { x.clinic_id, x.resource_id, x.unit_start });
                    table.ForeignKey(
                        name: "FK_occupancy_booking_clinic_id_booking_id",
                        columns: x => new { x.clinic_id, x.booking_id },
                        principalTable: "booking",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    gate = table.Column<string>(type: "TEXT", nullable: false),
                    cream = table.Column<string>(type: "TEXT", nullable: true),
                    cream_on_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cream_off_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    device_name = table.Column<string>(type: "TEXT", nullable: true),
                    used = table.Column<string>(type: "TEXT", nullable: false),
                    needling_started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    needling_finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    zones = table.Column<string>(type: "TEXT", nullable: false),
                    marks = table.Column<string>(type: "TEXT", nullable: false),
                    photos = table.Column<string>(type: "TEXT", nullable: false),
                    reactions = table.Column<string>(type: "TEXT", nullable: false),
                    notes = table.Column<string>(type: "TEXT", nullable: false),
                    aftercare_given_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    signed_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    signed_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    signed_text = table.Column<string>(type: "TEXT", nullable: true),
                    signed_hash = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_session_booking_clinic_id_booking_id",
                        columns: x => new { x.clinic_id, x.booking_id },
                        principalTable: "booking",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_session_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_session_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recall_person",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recall_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mailed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reached_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reached_how = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    reached_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answered_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recall_person", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_recall_person_lot_recall_clinic_id_recall_id",
                        columns: x => new { x.clinic_id, x.recall_id },
                        principalTable: "lot_recall",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_recall_person_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "aftercare_sheet",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    protocol_version = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    rows = table.Column<string>(type: "TEXT", nullable: false),
                    taught_back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_aftercare_sheet", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_aftercare_sheet_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_aftercare_sheet_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_aftercare_sheet_session_clinic_id_session_id",
                        columns: x => new { x.clinic_id, x.session_id },
                        principalTable: "session",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "amendment",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    amended_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    amended_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_amendment", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_amendment_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_amendment_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_amendment_session_clinic_id_session_id",
                        columns: x => new { x.clinic_id, x.session_id },
                        principalTable: "session",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_in",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    reported_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reported_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    signs = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    photo_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    picture_problem = table.Column<string>(type: "TEXT", nullable: true),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    flags = table.Column<string>(type: "TEXT", nullable: false),
                    triage_json = table.Column<string>(type: "TEXT", nullable: false),
                    acknowledged_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    acknowledged_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_check_in", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_check_in_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_check_in_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_check_in_session_clinic_id_session_id",
                        columns: x => new { x.clinic_id, x.session_id },
                        principalTable: "session",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_reply",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    check_in_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_reply", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_report_reply_check_in_clinic_id_check_in_id",
                        columns: x => new { x.clinic_id, x.check_in_id },
                        principalTable: "check_in",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_report_reply_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_report_reply_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_call",
                columns: table => new
                {
                    clinic_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    check_in_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    circle = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_name = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    called_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answered_by_link = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_call", x => new { x.clinic_id, x.id });
                    table.ForeignKey(
                        name: "FK_staff_call_check_in_clinic_id_check_in_id",
                        columns: x => new { x.clinic_id, x.check_in_id },
                        principalTable: "check_in",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_staff_call_course_clinic_id_course_id",
                        columns: x => new { x.clinic_id, x.course_id },
                        principalTable: "course",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_staff_call_patient_clinic_id_patient_id",
                        columns: x => new { x.clinic_id, x.patient_id },
                        principalTable: "patient",
                        principalColumns: new[] { "clinic_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_adverse_event_clinic_id_course_id",
                table: "adverse_event",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_adverse_event_clinic_id_patient_id",
                table: "adverse_event",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_aftercare_sheet_clinic_id_course_id",
                table: "aftercare_sheet",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_aftercare_sheet_clinic_id_patient_id",
                table: "aftercare_sheet",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_aftercare_sheet_clinic_id_session_id",
                table: "aftercare_sheet",
                columns: new[] { "clinic_id", "session_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_amendment_clinic_id_course_id",
                table: "amendment",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_amendment_clinic_id_patient_id",
                table: "amendment",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_amendment_clinic_id_session_id",
                table: "amendment",
                columns: new[] { "clinic_id", "session_id" });

            migrationBuilder.CreateIndex(
                name: "IX_asp_net_user_claims_user_id",
                table: "asp_net_user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_asp_net_user_logins_user_id",
                table: "asp_net_user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_asp_net_user_passkeys_user_id",
                table: "asp_net_user_passkeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "asp_net_users",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "asp_net_users",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_blind_rating_clinic_id_course_id",
                table: "blind_rating",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_blind_rating_clinic_id_patient_id",
                table: "blind_rating",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_blind_rating_clinic_id_rater_id_baseline_photo_id_follow_up_photo_id",
                table: "blind_rating",
                columns: new[] { "clinic_id", "rater_id", "baseline_photo_id", "follow_up_photo_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_clinic_id_course_id",
                table: "booking",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_clinic_id_held_until",
                table: "booking",
                columns: new[] { "clinic_id", "held_until" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_clinic_id_patient_id",
                table: "booking",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_clinic_id_starts_at",
                table: "booking",
                columns: new[] { "clinic_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "IX_calendar_feed_clinic_id_owner_id",
                table: "calendar_feed",
                columns: new[] { "clinic_id", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "IX_calendar_feed_clinic_id_token_hash",
                table: "calendar_feed",
                columns: new[] { "clinic_id", "token_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_candidacy_screening_clinic_id_course_id",
                table: "candidacy_screening",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_candidacy_screening_clinic_id_patient_id",
                table: "candidacy_screening",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_chart_entry_clinic_id_patient_id",
                table: "chart_entry",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_check_in_clinic_id_closed_at_reported_at",
                table: "check_in",
                columns: new[] { "clinic_id", "closed_at", "reported_at" });

            migrationBuilder.CreateIndex(
                name: "IX_check_in_clinic_id_course_id",
                table: "check_in",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_check_in_clinic_id_patient_id",
                table: "check_in",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_check_in_clinic_id_session_id",
                table: "check_in",
                columns: new[] { "clinic_id", "session_id" });

            migrationBuilder.CreateIndex(
                name: "IX_clinic_key_clinic_id",
                table: "clinic_key",
                column: "clinic_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_consent_clinic_id_course_id",
                table: "consent",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_consent_clinic_id_patient_id",
                table: "consent",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_consultation_clinic_id_course_id",
                table: "consultation",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_consultation_clinic_id_patient_id",
                table: "consultation",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_course_clinic_id_patient_id_number",
                table: "course",
                columns: new[] { "clinic_id", "patient_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_file_key_clinic_id_file_id",
                table: "file_key",
                columns: new[] { "clinic_id", "file_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hand_alignment_clinic_id_course_id",
                table: "hand_alignment",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_hand_alignment_clinic_id_patient_id",
                table: "hand_alignment",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_import_batch_clinic_id_uploaded_at",
                table: "import_batch",
                columns: new[] { "clinic_id", "uploaded_at" });

            migrationBuilder.CreateIndex(
                name: "IX_imported_file_clinic_id_batch_id",
                table: "imported_file",
                columns: new[] { "clinic_id", "batch_id" });

            migrationBuilder.CreateIndex(
                name: "IX_journal_entry_clinic_id_actor_id_sequence",
                table: "journal_entry",
                columns: new[] { "clinic_id", "actor_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_journal_entry_clinic_id_at",
                table: "journal_entry",
                columns: new[] { "clinic_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_journal_entry_clinic_id_person_id_sequence",
                table: "journal_entry",
                columns: new[] { "clinic_id", "person_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_lot_recall_clinic_id_lot_id",
                table: "lot_recall",
                columns: new[] { "clinic_id", "lot_id" });

            migrationBuilder.CreateIndex(
                name: "IX_lot_use_clinic_id_lot_id_for_id",
                table: "lot_use",
                columns: new[] { "clinic_id", "lot_id", "for_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_message_clinic_id_key",
                table: "message",
                columns: new[] { "clinic_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_message_clinic_id_person_id",
                table: "message",
                columns: new[] { "clinic_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "IX_message_clinic_id_state_not_before",
                table: "message",
                columns: new[] { "clinic_id", "state", "not_before" });

            migrationBuilder.CreateIndex(
                name: "IX_occupancy_clinic_id_booking_id",
                table: "occupancy",
                columns: new[] { "clinic_id", "booking_id" });

            migrationBuilder.CreateIndex(
                name: "IX_occupancy_clinic_id_unit_start",
                table: "occupancy",
                columns: new[] { "clinic_id", "unit_start" });

            migrationBuilder.CreateIndex(
                name: "IX_opened_unit_clinic_id_for_id",
                table: "opened_unit",
                columns: new[] { "clinic_id", "for_id" });

            migrationBuilder.CreateIndex(
                name: "IX_opened_unit_clinic_id_lot_id_unit",
                table: "opened_unit",
                columns: new[] { "clinic_id", "lot_id", "unit" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_fact_clinic_id_done_at_told_at",
                table: "outbox_fact",
                columns: new[] { "clinic_id", "done_at", "told_at" });

            migrationBuilder.CreateIndex(
                name: "IX_outcome_visit_clinic_id_course_id",
                table: "outcome_visit",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_outcome_visit_clinic_id_due_on",
                table: "outcome_visit",
                columns: new[] { "clinic_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "IX_outcome_visit_clinic_id_patient_id",
                table: "outcome_visit",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_patient_clinic_id_born_on",
                table: "patient",
                columns: new[] { "clinic_id", "born_on" });

            migrationBuilder.CreateIndex(
                name: "IX_patient_clinic_id_email",
                table: "patient",
                columns: new[] { "clinic_id", "email" });

            migrationBuilder.CreateIndex(
                name: "IX_patient_clinic_id_family_name_given_name",
                table: "patient",
                columns: new[] { "clinic_id", "family_name", "given_name" });

            migrationBuilder.CreateIndex(
                name: "IX_patient_merge_clinic_id_other_id",
                table: "patient_merge",
                columns: new[] { "clinic_id", "other_id" });

            migrationBuilder.CreateIndex(
                name: "IX_patient_merge_clinic_id_survivor_id",
                table: "patient_merge",
                columns: new[] { "clinic_id", "survivor_id" });

            migrationBuilder.CreateIndex(
                name: "IX_photo_clinic_id_course_id",
                table: "photo",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_photo_clinic_id_patient_id",
                table: "photo",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_photo_zone_clinic_id_course_id",
                table: "photo_zone",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_photo_zone_clinic_id_patient_id",
                table: "photo_zone",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_clinic_id_course_id",
                table: "plan",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_clinic_id_patient_id",
                table: "plan",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_prescriber_question_clinic_id_course_id",
                table: "prescriber_question",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_prescriber_question_clinic_id_patient_id",
                table: "prescriber_question",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_protocol_adoption_clinic_id_number",
                table: "protocol_adoption",
                columns: new[] { "clinic_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recall_person_clinic_id_patient_id",
                table: "recall_person",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_recall_person_clinic_id_recall_id_patient_id",
                table: "recall_person",
                columns: new[] { "clinic_id", "recall_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_received_serial_clinic_id_item_id_serial",
                table: "received_serial",
                columns: new[] { "clinic_id", "item_id", "serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_received_serial_clinic_id_lot_id",
                table: "received_serial",
                columns: new[] { "clinic_id", "lot_id" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_export_clinic_id_exported_at",
                table: "registry_export",
                columns: new[] { "clinic_id", "exported_at" });

            migrationBuilder.CreateIndex(
                name: "IX_repeat_shot_clinic_id_course_id",
                table: "repeat_shot",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_repeat_shot_clinic_id_patient_id",
                table: "repeat_shot",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_repeat_shot_clinic_id_second_id",
                table: "repeat_shot",
                columns: new[] { "clinic_id", "second_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reply_template_clinic_id_number",
                table: "reply_template",
                columns: new[] { "clinic_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_reply_clinic_id_check_in_id",
                table: "report_reply",
                columns: new[] { "clinic_id", "check_in_id" });

            migrationBuilder.CreateIndex(
                name: "IX_report_reply_clinic_id_course_id",
                table: "report_reply",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_report_reply_clinic_id_patient_id",
                table: "report_reply",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_score_clinic_id_course_id",
                table: "score",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_score_clinic_id_patient_id",
                table: "score",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_session_clinic_id_booking_id",
                table: "session",
                columns: new[] { "clinic_id", "booking_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_session_clinic_id_course_id",
                table: "session",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_session_clinic_id_held_on",
                table: "session",
                columns: new[] { "clinic_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "IX_session_clinic_id_patient_id",
                table: "session",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_skin_change_clinic_id_course_id",
                table: "skin_change",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_skin_change_clinic_id_patient_id",
                table: "skin_change",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_skin_product_clinic_id_gtin",
                table: "skin_product",
                columns: new[] { "clinic_id", "gtin" });

            migrationBuilder.CreateIndex(
                name: "IX_staff_call_clinic_id_check_in_id_step_staff_id",
                table: "staff_call",
                columns: new[] { "clinic_id", "check_in_id", "step", "staff_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_staff_call_clinic_id_course_id",
                table: "staff_call",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_staff_call_clinic_id_patient_id",
                table: "staff_call",
                columns: new[] { "clinic_id", "patient_id" });

            migrationBuilder.CreateIndex(
                name: "IX_staff_hours_clinic_id_staff_id",
                table: "staff_hours",
                columns: new[] { "clinic_id", "staff_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_staff_limits_clinic_id_staff_id",
                table: "staff_limits",
                columns: new[] { "clinic_id", "staff_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_staff_member_account_id",
                table: "staff_member",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_staff_member_clinic_id_email",
                table: "staff_member",
                columns: new[] { "clinic_id", "email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_stock_item_clinic_id_gtin",
                table: "stock_item",
                columns: new[] { "clinic_id", "gtin" });

            migrationBuilder.CreateIndex(
                name: "IX_stock_lot_clinic_id_item_id_lot_key",
                table: "stock_lot",
                columns: new[] { "clinic_id", "item_id", "lot_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_stock_lot_clinic_id_lot_key",
                table: "stock_lot",
                columns: new[] { "clinic_id", "lot_key" });

            migrationBuilder.CreateIndex(
                name: "IX_submission_clinic_id_key",
                table: "submission",
                columns: new[] { "clinic_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ticket_browser_hash_made_at",
                table: "ticket",
                columns: new[] { "browser_hash", "made_at" });

            migrationBuilder.CreateIndex(
                name: "IX_ticket_email_made_at",
                table: "ticket",
                columns: new[] { "email", "made_at" });

            migrationBuilder.CreateIndex(
                name: "IX_ticket_expires_at",
                table: "ticket",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_ticket_token_hash",
                table: "ticket",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_waiting_entry_clinic_id_course_id",
                table: "waiting_entry",
                columns: new[] { "clinic_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "IX_waiting_entry_clinic_id_ended_at_added_at",
                table: "waiting_entry",
                columns: new[] { "clinic_id", "ended_at", "added_at" });

            migrationBuilder.CreateIndex(
                name: "IX_waiting_entry_clinic_id_offer_until",
                table: "waiting_entry",
                columns: new[] { "clinic_id", "offer_until" });

            migrationBuilder.CreateIndex(
                name: "IX_waiting_entry_clinic_id_patient_id",
                table: "waiting_entry",
                columns: new[] { "clinic_id", "patient_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "adverse_event");

            migrationBuilder.DropTable(
                name: "aftercare_sheet");

            migrationBuilder.DropTable(
                name: "amendment");

            migrationBuilder.DropTable(
                name: "asp_net_user_claims");

            migrationBuilder.DropTable(
                name: "asp_net_user_logins");

            migrationBuilder.DropTable(
                name: "asp_net_user_passkeys");

            migrationBuilder.DropTable(
                name: "asp_net_user_tokens");

            migrationBuilder.DropTable(
                name: "blind_rating");

            migrationBuilder.DropTable(
                name: "calendar_feed");

            migrationBuilder.DropTable(
                name: "candidacy_screening");

            migrationBuilder.DropTable(
                name: "chart_entry");

            migrationBuilder.DropTable(
                name: "clinic");

            migrationBuilder.DropTable(
                name: "clinic_key");

            migrationBuilder.DropTable(
                name: "consent");

            migrationBuilder.DropTable(
                name: "consultation");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "device");

            migrationBuilder.DropTable(
                name: "duty_span");

            migrationBuilder.DropTable(
                name: "failures");

            migrationBuilder.DropTable(
                name: "file_key");

            migrationBuilder.DropTable(
                name: "hand_alignment");

            migrationBuilder.DropTable(
                name: "imported_file");

            migrationBuilder.DropTable(
                name: "journal_entry");

            migrationBuilder.DropTable(
                name: "journal_head");

            migrationBuilder.DropTable(
                name: "lot_use");

            migrationBuilder.DropTable(
                name: "message");

            migrationBuilder.DropTable(
                name: "occupancy");

            migrationBuilder.DropTable(
                name: "opened_unit");

            migrationBuilder.DropTable(
                name: "outbox_fact");

            migrationBuilder.DropTable(
                name: "outcome_visit");

            migrationBuilder.DropTable(
                name: "patient_gram");

            migrationBuilder.DropTable(
                name: "patient_merge");

            migrationBuilder.DropTable(
                name: "photo");

            migrationBuilder.DropTable(
                name: "photo_zone");

            migrationBuilder.DropTable(
                name: "place");

            migrationBuilder.DropTable(
                name: "plan");

            migrationBuilder.DropTable(
                name: "prescriber_question");

            migrationBuilder.DropTable(
                name: "price_item");

            migrationBuilder.DropTable(
                name: "protocol_adoption");

            migrationBuilder.DropTable(
                name: "recall_person");

            migrationBuilder.DropTable(
                name: "received_serial");

            migrationBuilder.DropTable(
                name: "registry_export");

            migrationBuilder.DropTable(
                name: "repeat_shot");

            migrationBuilder.DropTable(
                name: "reply_template");

            migrationBuilder.DropTable(
                name: "report_reply");

            migrationBuilder.DropTable(
                name: "score");

            migrationBuilder.DropTable(
                name: "skin_change");

            migrationBuilder.DropTable(
                name: "skin_product");

            migrationBuilder.DropTable(
                name: "staff_call");

            migrationBuilder.DropTable(
                name: "staff_hours");

            migrationBuilder.DropTable(
                name: "staff_limits");

            migrationBuilder.DropTable(
                name: "stored_file");

            migrationBuilder.DropTable(
                name: "submission");

            migrationBuilder.DropTable(
                name: "ticket");

            migrationBuilder.DropTable(
                name: "waiting_entry");

            migrationBuilder.DropTable(
                name: "asp_net_users");

            migrationBuilder.DropTable(
                name: "import_batch");

            migrationBuilder.DropTable(
                name: "lot_recall");

            migrationBuilder.DropTable(
                name: "check_in");

            migrationBuilder.DropTable(
                name: "staff_member");

            migrationBuilder.DropTable(
                name: "stock_lot");

            migrationBuilder.DropTable(
                name: "session");

            migrationBuilder.DropTable(
                name: "stock_item");

            migrationBuilder.DropTable(
                name: "booking");

            migrationBuilder.DropTable(
                name: "course");

            migrationBuilder.DropTable(
                name: "patient");
        }
    }
}
