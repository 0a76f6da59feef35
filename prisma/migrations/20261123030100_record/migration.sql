-- What the schema language cannot say: the record's chain, kept counts, what may never change, and title search.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX transcript_title_words ON transcript USING gin (title gin_trgm_ops);

ALTER TABLE transcript ADD CONSTRAINT transcript_state_known
  CHECK (state IN ('draft', 'checking', 'in-review', 'approved', 'published'));
ALTER TABLE sign_off ADD CONSTRAINT sign_off_decision_known CHECK (decision IN ('approved', 'sent-back'));
ALTER TABLE person ADD CONSTRAINT person_email_lower_case CHECK (email = lower(email));
ALTER TABLE annotation ADD CONSTRAINT annotation_anchor_in_order
  CHECK (anchor_start >= 0 AND anchor_start < anchor_end AND start >= 0 AND start <= "end");
ALTER TABLE annotation ADD CONSTRAINT annotation_has_author CHECK (num_nonnulls(author_id, detector) = 1);

-- Appends one change to a scope and gives its number. Locks the scope's row, links the change to the one before and
-- tells listeners the scope and the number only. For a transcript it is also the time of its last change.
CREATE FUNCTION append_change(
  in_scope uuid, by_actor uuid, the_action text, of_type text, of_subject uuid, at_time timestamptz,
  the_payload jsonb, the_payload_hash bytea
) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  next_number integer;
  next_hash bytea;
BEGIN
  UPDATE scope SET
    number = number + 1,
    hash = sha256(hash || convert_to(concat_ws(E'\n',
      id, number + 1, coalesce(by_actor::text, '-'), the_action, of_type, of_subject,
      to_char(at_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), encode(the_payload_hash, 'hex')
    ), 'UTF8'))
  WHERE id = in_scope
  RETURNING number, hash INTO next_number, next_hash;
  IF NOT FOUND THEN RAISE EXCEPTION 'no scope %', in_scope; END IF;
  INSERT INTO change (scope_id, number, actor_id, action, subject_type, subject_id, at, payload_hash, hash)
    VALUES (in_scope, next_number, by_actor, the_action, of_type, of_subject, at_time, the_payload_hash, next_hash);
  INSERT INTO change_payload (scope_id, number, payload) VALUES (in_scope, next_number, the_payload);
  UPDATE transcript SET updated_at = at_time WHERE id = in_scope;
  PERFORM pg_notify('verbatim_change', in_scope || ' ' || next_number);
  RETURN next_number;
END $$;

-- Keeps annotation_count: one statement that touches many annotations makes one update of the counts.
CREATE FUNCTION count_annotations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO annotation_count AS kept (transcript_id, kind, state, count)
      SELECT transcript_id, kind, state, count(*) FROM added WHERE deleted_at IS NULL
      GROUP BY transcript_id, kind, state ORDER BY transcript_id, kind, state
      ON CONFLICT (transcript_id, kind, state) DO UPDATE SET count = kept.count + excluded.count;
  ELSE
    INSERT INTO annotation_count AS kept (transcript_id, kind, state, count)
      SELECT transcript_id, kind, state, sum(n) FROM (
        SELECT transcript_id, kind, state, 1 AS n FROM added WHERE deleted_at IS NULL
        UNION ALL
        SELECT transcript_id, kind, state, -1 FROM removed WHERE deleted_at IS NULL
      ) AS moved
      GROUP BY transcript_id, kind, state HAVING sum(n) <> 0 ORDER BY transcript_id, kind, state
      ON CONFLICT (transcript_id, kind, state) DO UPDATE SET count = kept.count + excluded.count;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER annotation_added AFTER INSERT ON annotation
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_annotations();
CREATE TRIGGER annotation_moved AFTER UPDATE ON annotation
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_annotations();

-- What is written once: changes, revisions, originals, sign-offs, and an anchor as it was made.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is written once', TG_TABLE_NAME;
END $$;
CREATE TRIGGER change_is_final BEFORE UPDATE ON change FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_is_final BEFORE UPDATE ON revision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_text_is_final BEFORE UPDATE ON revision_text FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER original_is_final BEFORE UPDATE ON original FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sign_off_is_final BEFORE UPDATE ON sign_off FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER anchor_is_final BEFORE UPDATE OF revision, anchor_start, anchor_end, exact, prefix, suffix ON annotation
  FOR EACH ROW WHEN ((OLD.revision, OLD.anchor_start, OLD.anchor_end, OLD.exact, OLD.prefix, OLD.suffix)
    IS DISTINCT FROM (NEW.revision, NEW.anchor_start, NEW.anchor_end, NEW.exact, NEW.prefix, NEW.suffix))
  EXECUTE FUNCTION refuse_change();

-- What happens to accounts is numbered in a scope of the site's own; its chain begins with its id, as every chain does.
INSERT INTO scope (id, hash) VALUES (
  '00000000-0000-0000-0000-000000000000', sha256(convert_to('00000000-0000-0000-0000-000000000000', 'UTF8'))
);
