-- CreateTable
CREATE TABLE "reattachment" (
    "annotation_id" UUID NOT NULL,
    "transcript_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "placed" "placed" NOT NULL,
    "places" JSONB,

    CONSTRAINT "reattachment_pkey" PRIMARY KEY ("annotation_id","revision")
);

-- CreateIndex
CREATE INDEX "reattachment_transcript_id_revision_idx" ON "reattachment"("transcript_id", "revision");

-- AddForeignKey
ALTER TABLE "reattachment" ADD CONSTRAINT "reattachment_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reattachment" ADD CONSTRAINT "reattachment_transcript_id_revision_fkey" FOREIGN KEY ("transcript_id", "revision") REFERENCES "revision"("transcript_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE reattachment ADD CONSTRAINT reattachment_in_order CHECK (start >= 0 AND start <= "end");
CREATE TRIGGER reattachment_is_final BEFORE UPDATE ON reattachment FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What waits to be repaired, in document order: few rows of many.
CREATE INDEX annotation_to_repair ON annotation (transcript_id, start, "end" DESC, id)
  WHERE placed IN ('doubtful', 'lost') AND deleted_at IS NULL AND state IN ('open', 'resolved');
