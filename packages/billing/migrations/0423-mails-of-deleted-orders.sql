-- With a customer go the addresses to which its orders were mailed, and who has done what with them; that there was an order stays until the end of the following year.
CREATE OR REPLACE FUNCTION empty_orders_of_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.tenant_id IS NOT NULL AND NEW.tenant_id IS NULL THEN
    NEW.state := 'deleted';
    NEW.form := '{}';
    NEW.created_by := '';
    DELETE FROM klinke.product_order_mail WHERE order_id = OLD.id;
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION empty_steps_of_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.tenant_id IS NOT NULL AND NEW.tenant_id IS NULL THEN
    NEW.by := '';
    NEW.reason := '';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER empties_when_deleted BEFORE UPDATE ON product_order_step FOR EACH ROW EXECUTE FUNCTION empty_steps_of_deleted();

-- Of customers that were deleted before.
DELETE FROM product_order_mail USING product_order WHERE product_order.id = order_id AND product_order.state = 'deleted';
UPDATE product_order_step SET by = '', reason = '' FROM product_order WHERE product_order.id = order_id AND product_order.state = 'deleted';
UPDATE product_order SET created_by = '' WHERE state = 'deleted';
