-- Since when nobody means to measure a component: there is none (no carrier), or probes are switched off. Null: it is measured.
ALTER TABLE service_component ADD COLUMN rests_since timestamptz;
