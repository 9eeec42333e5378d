-- "Explain this call": the signalling and media figures of calls that went wrong, or of all, as the customer wishes. PostgreSQL compresses
-- them. What is here can be missing without harm: the record explains a call too, only with less.
CREATE TABLE call_trace (
  call_id    text PRIMARY KEY,
  tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  -- {"ladder": […], "samples": {"caller": […], "called": […]}}
  trace      jsonb NOT NULL
);
CREATE INDEX call_trace_expires ON call_trace (expires_at);
CREATE INDEX call_trace_tenant ON call_trace (tenant_id);
SELECT protect_tenant_table('call_trace');

-- What was refused before there was a call: wrong passwords, registrations too many, calls that go round.
CREATE TABLE refused_request (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- Null: nobody of the tenant has that name.
  extension_id uuid REFERENCES extension ON DELETE CASCADE,
  refused_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  method       text NOT NULL,
  account      text NOT NULL,
  source       text NOT NULL,
  dialled      text,
  status       integer NOT NULL,
  reason       text NOT NULL,
  ladder       jsonb NOT NULL
);
CREATE INDEX refused_request_of ON refused_request (tenant_id, refused_at, id);
CREATE INDEX refused_request_extension ON refused_request (extension_id);
CREATE INDEX refused_request_expires ON refused_request (expires_at);
SELECT protect_tenant_table('refused_request');
