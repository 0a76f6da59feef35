-- AlterTable
ALTER TABLE "original" DROP CONSTRAINT "original_pkey",
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "original_pkey" PRIMARY KEY ("transcript_id", "revision");
