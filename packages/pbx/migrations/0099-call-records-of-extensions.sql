-- The calls of one extension, newest first, without reading those of all others. The columns are kept beside the parties, not found in
-- them at the time: under row-level security only comparisons that cannot leak a row may use an index, and looking into JSON is none.
ALTER TABLE call_started
  ADD COLUMN caller_extension text GENERATED ALWAYS AS (caller ->> 'extensionId') STORED,
  ADD COLUMN called_extension text GENERATED ALWAYS AS (called ->> 'extensionId') STORED;
ALTER TABLE call_answered
  ADD COLUMN answered_extension text GENERATED ALWAYS AS (answered_by ->> 'extensionId') STORED;

-- On each partition, those of later months included. Parties outside have no extension and no place in them.
CREATE INDEX call_started_caller_extension ON call_started (caller_extension, started_at, call_id) WHERE caller_extension IS NOT NULL;
CREATE INDEX call_started_called_extension ON call_started (called_extension, started_at, call_id) WHERE called_extension IS NOT NULL;
CREATE INDEX call_answered_extension ON call_answered (answered_extension, started_at, call_id) WHERE answered_extension IS NOT NULL;
