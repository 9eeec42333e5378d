-- By what is referenced, so that its deletion need not read these tables as a whole.
CREATE INDEX caller_identity_tenant ON caller_identity (tenant_id);
CREATE INDEX caller_identity_extension ON caller_identity (extension_id);
CREATE INDEX channel_limit_site ON channel_limit (tenant_id, site_id);
CREATE INDEX channel_limit_extension ON channel_limit (extension_id);
CREATE INDEX own_carrier_site_carrier ON own_carrier_site (tenant_id, carrier_id);
CREATE INDEX customer_trunk_head_number ON customer_trunk (tenant_id, head_number);
