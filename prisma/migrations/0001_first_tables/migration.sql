-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "store" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "address_zh" TEXT NOT NULL,
    "address_en" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "serves_regions" TEXT[],
    "four_eyes" BOOLEAN NOT NULL DEFAULT true,
    "lapse_days" INTEGER NOT NULL DEFAULT 30,
    "closed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "store_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "store_id" UUID,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region" (
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "carrier" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "website" TEXT NOT NULL,
    "hotline" TEXT NOT NULL,
    "pre_cancels" BOOLEAN NOT NULL,
    "reinstate_days" INTEGER NOT NULL,
    "frozen_days" INTEGER NOT NULL,
    "fact_days" INTEGER NOT NULL,
    "review_days" INTEGER NOT NULL,
    "close_days" INTEGER NOT NULL,
    "applicants" TEXT[],
    "waivable" TEXT[],

    CONSTRAINT "carrier_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "obligation" (
    "carrier" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "help_zh" TEXT NOT NULL,
    "help_en" TEXT NOT NULL,

    CONSTRAINT "obligation_pkey" PRIMARY KEY ("carrier","code")
);

-- CreateTable
CREATE TABLE "availability" (
    "carrier" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "card_type" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "offered" BOOLEAN NOT NULL,

    CONSTRAINT "availability_pkey" PRIMARY KEY ("carrier","region","card_type","channel")
);

-- CreateTable
CREATE TABLE "guide" (
    "id" UUID NOT NULL,
    "card_type" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "carrier" TEXT,
    "region" TEXT,

    CONSTRAINT "guide_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "guide_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_year" (
    "year" INTEGER NOT NULL,
    "published" BOOLEAN NOT NULL,

    CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "date" DATE NOT NULL,
    "year" INTEGER NOT NULL,
    "working" BOOLEAN NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "request" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "store_id" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "card_type" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "revision_id" UUID NOT NULL,
    "customer_waiting" BOOLEAN NOT NULL,
    "number_hash" BYTEA,
    "receipt_number" TEXT,
    "due" DATE,
    "assigned_to" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "record" JSONB NOT NULL,
    "sealed_identifiers" BYTEA,
    "sealed_personal" BYTEA,

    CONSTRAINT "request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_event" (
    "request_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "facts" JSONB NOT NULL,
    "sealed_identifiers" BYTEA,
    "sealed_personal" BYTEA,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "request_event_pkey" PRIMARY KEY ("request_id","sequence")
);

-- CreateTable
CREATE TABLE "request_key" (
    "request_id" UUID NOT NULL,
    "class" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,

    CONSTRAINT "request_key_pkey" PRIMARY KEY ("request_id","class")
);

-- CreateTable
CREATE TABLE "search_token" (
    "token" BYTEA NOT NULL,
    "store_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,

    CONSTRAINT "search_token_pkey" PRIMARY KEY ("token","store_id","request_id")
);

-- CreateTable
CREATE TABLE "installation_key" (
    "name" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,

    CONSTRAINT "installation_key_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "store_code_key" ON "store"("code");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "membership_account_id_role_store_id_key" ON "membership"("account_id", "role", "store_id");

-- CreateIndex
CREATE UNIQUE INDEX "guide_card_type_channel_carrier_region_key" ON "guide"("card_type", "channel", "carrier", "region");

-- CreateIndex
CREATE UNIQUE INDEX "revision_guide_id_number_key" ON "revision"("guide_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "request_reference_key" ON "request"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "request_receipt_number_key" ON "request"("receipt_number");

-- CreateIndex
CREATE INDEX "request_store_id_id_idx" ON "request"("store_id", "id");

-- CreateIndex
CREATE INDEX "request_store_id_state_id_idx" ON "request"("store_id", "state", "id");

-- CreateIndex
CREATE INDEX "search_token_request_id_idx" ON "search_token"("request_id");

-- AddForeignKey
ALTER TABLE "store" ADD CONSTRAINT "store_region_fkey" FOREIGN KEY ("region") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_carrier_fkey" FOREIGN KEY ("carrier") REFERENCES "carrier"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability" ADD CONSTRAINT "availability_carrier_fkey" FOREIGN KEY ("carrier") REFERENCES "carrier"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability" ADD CONSTRAINT "availability_region_fkey" FOREIGN KEY ("region") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_guide_id_fkey" FOREIGN KEY ("guide_id") REFERENCES "guide"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_year_fkey" FOREIGN KEY ("year") REFERENCES "calendar_year"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_carrier_fkey" FOREIGN KEY ("carrier") REFERENCES "carrier"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the data model's language cannot say ------------------------------------------------------------------------

-- One live request per number: the database decides, not a check before.
CREATE UNIQUE INDEX "one_live_request_per_number" ON "request" ("number_hash")
  WHERE "state" IN ('open', 'in_review', 'needs_info', 'closing');

-- One guide per path and narrowing, "for everyone" included.
DROP INDEX "guide_card_type_channel_carrier_region_key";
CREATE UNIQUE INDEX "guide_card_type_channel_carrier_region_key"
  ON "guide" ("card_type", "channel", "carrier", "region") NULLS NOT DISTINCT;

-- One membership per account, role and store, "no store" included.
DROP INDEX "membership_account_id_role_store_id_key";
CREATE UNIQUE INDEX "membership_account_id_role_store_id_key"
  ON "membership" ("account_id", "role", "store_id") NULLS NOT DISTINCT;

-- History is added to, never changed; a published revision stays as it is. This binds the owner of the tables too.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: its rows are never changed', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER "event_is_immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "request_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "revision_is_immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "revision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- The queue's views: what somebody has in hand, and what is due.
CREATE INDEX "request_in_hand" ON "request" ("assigned_to", "store_id", "id") WHERE "ended_at" IS NULL;
CREATE INDEX "request_due" ON "request" ("store_id", "due") WHERE "due" IS NOT NULL;

-- The few whose customer waits at the counter come first in the queue.
CREATE INDEX "request_customer_waiting" ON "request" ("store_id", "updated_at") WHERE "customer_waiting";
