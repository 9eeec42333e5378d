-- In which order pieces of music are played; those of the same place, as all before this, as they came.
ALTER TABLE own_sound ADD COLUMN position integer NOT NULL DEFAULT 0;
