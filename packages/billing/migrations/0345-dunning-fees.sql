-- Fees of dunning letters are owed as fees of returned debits are; both know the document that they are for, so that who pays both at once is understood.
ALTER TABLE open_item DROP CONSTRAINT open_item_kind_check;
ALTER TABLE open_item ADD CONSTRAINT open_item_kind_check CHECK (kind IN ('invoice', 'return-fee', 'dunning-fee'));
-- Number of the document that a fee is for; null: no fee, or one from before this column.
ALTER TABLE open_item ADD COLUMN fee_of text CHECK (fee_of IS NULL OR kind <> 'invoice');
