-- Makes an annotation with its evidence and its change in one round trip, and gives the change's number. Takes the scope's
-- lock first, as every write does, and then compares what the caller decided on: the transcript's desk, state and head, and
-- that the actor still holds that role or a higher one. Null, and nothing written, where any of it is different now.
CREATE FUNCTION store_annotation(
  by_actor uuid, with_role role, of_desk uuid, in_state text, at_head integer,
  the_row jsonb, the_evidence jsonb, at_time timestamptz, the_payload jsonb, the_payload_hash bytea
) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  made annotation := jsonb_populate_record(NULL::annotation, the_row);
BEGIN
  PERFORM 1 FROM scope WHERE id = made.transcript_id FOR UPDATE;
  PERFORM 1 FROM transcript t JOIN membership m ON m.desk_id = t.desk_id AND m.user_id = by_actor
    WHERE t.id = made.transcript_id AND t.desk_id = of_desk AND t.state = in_state AND t.head = at_head
      AND t.deleted_at IS NULL AND m.role >= with_role;
  IF NOT FOUND THEN RETURN NULL; END IF;
  INSERT INTO annotation SELECT made.*;
  IF the_evidence IS NOT NULL THEN
    INSERT INTO evidence SELECT * FROM jsonb_populate_recordset(NULL::evidence, the_evidence);
  END IF;
  RETURN append_change(made.transcript_id, by_actor, 'annotation.create', 'annotation', made.id, at_time,
    the_payload, the_payload_hash);
END $$;
