-- Whether calls reach a number of the block that were dialled with more digits than it has (NUM-05); they are counted all the same.
ALTER TABLE number_range ADD COLUMN digits_beyond text NOT NULL DEFAULT 'allowed' CHECK (digits_beyond IN ('allowed', 'forbidden'));
