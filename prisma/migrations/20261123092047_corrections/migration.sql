-- DropIndex
DROP INDEX "tick_transcript_id_user_id_start_end_key";

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "cause" TEXT NOT NULL DEFAULT 'import',
ADD COLUMN     "of" INTEGER,
ADD COLUMN     "splices" JSONB;

-- AlterTable
ALTER TABLE "annotation" ADD COLUMN     "turn" JSONB;

-- AlterTable
ALTER TABLE "tick" ADD COLUMN     "placed" "placed" NOT NULL DEFAULT 'exact';

-- CreateTable
CREATE TABLE "placement" (
    "annotation_id" UUID NOT NULL,
    "transcript_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "placed" "placed" NOT NULL,
    "places" JSONB,
    "state" "annotation_state",

    CONSTRAINT "placement_pkey" PRIMARY KEY ("annotation_id","revision")
);

-- CreateIndex
CREATE INDEX "placement_transcript_id_revision_idx" ON "placement"("transcript_id", "revision");

-- CreateIndex
CREATE INDEX "tick_transcript_id_start_end_idx" ON "tick"("transcript_id", "start", "end");

-- CreateIndex
CREATE UNIQUE INDEX "tick_transcript_id_user_id_revision_ticked_start_ticked_end_key" ON "tick"("transcript_id", "user_id", "revision", "ticked_start", "ticked_end");

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_transcript_id_revision_fkey" FOREIGN KEY ("transcript_id", "revision") REFERENCES "revision"("transcript_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE revision ADD CONSTRAINT revision_cause_known
  CHECK (cause IN ('import', 'accept', 'undo', 'restore', 'version'));
ALTER TABLE placement ADD CONSTRAINT placement_in_order CHECK (start >= 0 AND start <= "end");
CREATE TRIGGER placement_is_final BEFORE UPDATE ON placement FOR EACH ROW EXECUTE FUNCTION refuse_change();
