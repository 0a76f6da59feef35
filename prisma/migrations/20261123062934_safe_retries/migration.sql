-- AlterTable
ALTER TABLE "idempotent_request" DROP COLUMN "headers",
DROP COLUMN "status",
ADD COLUMN     "desk_id" UUID,
ADD COLUMN     "role" "role",
ADD COLUMN     "whole" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "idempotent_request_desk_id_idx" ON "idempotent_request"("desk_id");

-- AddForeignKey
ALTER TABLE "idempotent_request" ADD CONSTRAINT "idempotent_request_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- As before, and claims the key of the request in the same statement: 0, and nothing written, where it is claimed already.
DROP FUNCTION store_annotation;
CREATE FUNCTION store_annotation(
  by_actor uuid, with_role role, of_desk uuid, in_state text, at_head integer,
  the_row jsonb, the_evidence jsonb, at_time timestamptz, the_payload jsonb, the_payload_hash bytea,
  the_key text, the_request_hash bytea, the_answer text
) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  made annotation := jsonb_populate_record(NULL::annotation, the_row);
BEGIN
  PERFORM 1 FROM scope WHERE id = made.transcript_id FOR UPDATE;
  PERFORM 1 FROM transcript t JOIN membership m ON m.desk_id = t.desk_id AND m.user_id = by_actor
    WHERE t.id = made.transcript_id AND t.desk_id = of_desk AND t.state = in_state AND t.head = at_head
      AND t.deleted_at IS NULL AND m.role >= with_role;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF the_key IS NOT NULL THEN
    INSERT INTO idempotent_request AS kept (user_id, key, request_hash, desk_id, role, body, whole)
      VALUES (by_actor, the_key, the_request_hash, of_desk, with_role, the_answer, true)
      ON CONFLICT (user_id, key) DO UPDATE SET request_hash = excluded.request_hash, desk_id = excluded.desk_id,
        role = excluded.role, body = excluded.body, whole = true, created_at = now()
      WHERE kept.created_at < now() - interval '1 day';
    IF NOT FOUND THEN RETURN 0; END IF;
  END IF;
  INSERT INTO annotation SELECT made.*;
  IF the_evidence IS NOT NULL THEN
    INSERT INTO evidence SELECT * FROM jsonb_populate_recordset(NULL::evidence, the_evidence);
  END IF;
  RETURN append_change(made.transcript_id, by_actor, 'annotation.create', 'annotation', made.id, at_time,
    the_payload, the_payload_hash);
END $$;
