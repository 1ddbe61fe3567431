-- CreateTable
CREATE TABLE "document_page" (
    "document_id" UUID NOT NULL,
    "page" INTEGER NOT NULL,
    "request_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "document_page_pkey" PRIMARY KEY ("document_id","page")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "material" TEXT,
    "by_customer" BOOLEAN NOT NULL,
    "length" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload_part" (
    "upload_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "upload_part_pkey" PRIMARY KEY ("upload_id","start")
);

-- CreateIndex
CREATE INDEX "document_page_request_id_idx" ON "document_page"("request_id");

-- CreateIndex
CREATE INDEX "upload_request_id_idx" ON "upload"("request_id");

-- CreateIndex
CREATE INDEX "upload_started_at_idx" ON "upload"("started_at");

-- AddForeignKey
ALTER TABLE "upload_part" ADD CONSTRAINT "upload_part_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;
