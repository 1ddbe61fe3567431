-- CreateTable
CREATE TABLE "attempt" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "text_version" INTEGER NOT NULL,
    "values" JSONB NOT NULL,
    "sealed" BYTEA,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "uncertain" BOOLEAN NOT NULL DEFAULT false,
    "fault" TEXT,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_code" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "request_id" UUID,
    "store_id" UUID,
    "key" BYTEA,
    "sealed" BYTEA NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due" DATE NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" UUID,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notice_request_id_id_idx" ON "notice"("request_id", "id");

-- CreateIndex
CREATE INDEX "notice_state_id_idx" ON "notice"("state", "id");

-- CreateIndex
CREATE INDEX "one_time_code_request_id_idx" ON "one_time_code"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_number_key" ON "question"("number");

-- CreateIndex
CREATE INDEX "question_store_id_answered_at_idx" ON "question"("store_id", "answered_at");

-- CreateIndex
CREATE INDEX "question_request_id_idx" ON "question"("request_id");


-- What the data model's language cannot say: one notice of a kind and a channel for an event, however often it is asked for.
CREATE UNIQUE INDEX "one_notice_of_an_event" ON "notice"("request_id", "sequence", "kind", "channel") WHERE "sequence" > 0;
