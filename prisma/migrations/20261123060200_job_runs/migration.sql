-- AlterTable
ALTER TABLE "job" ADD COLUMN     "run" UUID;
