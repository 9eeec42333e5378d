-- Where the blocks of a draft stand in the editor, and which change of the draft is the last: who changes an older one is told.
ALTER TABLE call_flow ADD COLUMN layout jsonb NOT NULL DEFAULT '{}';
ALTER TABLE call_flow ADD COLUMN revision integer NOT NULL DEFAULT 1;
