-- 0423 has emptied orders of customers that were deleted before it as the owner of the tables, who sees no rows; again as the operator, who does (PRI-01).
SET LOCAL ROLE klinke_operator;
DELETE FROM product_order_mail USING product_order WHERE product_order.id = order_id AND product_order.state = 'deleted';
UPDATE product_order_step SET by = '', reason = '' FROM product_order WHERE product_order.id = order_id AND product_order.state = 'deleted';
UPDATE product_order SET created_by = '' WHERE state = 'deleted';
SET LOCAL ROLE NONE;
