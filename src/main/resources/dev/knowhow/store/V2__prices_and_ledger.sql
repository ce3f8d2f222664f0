CREATE TABLE own_prices (
  id TEXT NOT NULL PRIMARY KEY,
  provider TEXT NOT NULL,
  model TEXT NOT NULL,
  from_at BIGINT NOT NULL,
  fresh_input_picos BIGINT NOT NULL,
  cache_read_picos BIGINT NOT NULL,
  cache_write_5_min_picos BIGINT NOT NULL,
  cache_write_1_h_picos BIGINT NOT NULL,
  visible_output_picos BIGINT NOT NULL,
  reasoning_picos BIGINT NOT NULL,
  source TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  max_input_tokens BIGINT NOT NULL,
  max_output_tokens BIGINT NOT NULL,
  set_at BIGINT NOT NULL,
  set_by TEXT NOT NULL,
  withdrawn BIGINT NOT NULL DEFAULT 0
);

CREATE INDEX own_prices_by_model ON own_prices (provider, model, from_at);

CREATE TABLE caps (
  kind TEXT NOT NULL PRIMARY KEY CHECK (kind IN ('RUN', 'MONTH')),
  cap_picos BIGINT NOT NULL CHECK (cap_picos >= 0)
);

INSERT INTO caps (kind, cap_picos) VALUES ('RUN', 1000000000000);
INSERT INTO caps (kind, cap_picos) VALUES ('MONTH', 10000000000000);

CREATE TABLE month_totals (
  month TEXT NOT NULL PRIMARY KEY,
  spent_picos BIGINT NOT NULL CHECK (spent_picos >= 0),
  held_picos BIGINT NOT NULL CHECK (held_picos >= 0),
  unknown_picos BIGINT NOT NULL CHECK (unknown_picos >= 0)
);

CREATE TABLE run_totals (
  run_id TEXT NOT NULL PRIMARY KEY,
  spent_picos BIGINT NOT NULL CHECK (spent_picos >= 0),
  held_picos BIGINT NOT NULL CHECK (held_picos >= 0),
  charges BIGINT NOT NULL
);

CREATE TABLE tool_months (
  tool_id TEXT NOT NULL,
  month TEXT NOT NULL,
  runs BIGINT NOT NULL,
  spent_picos BIGINT NOT NULL,
  PRIMARY KEY (tool_id, month)
);

CREATE TABLE reservations (
  id TEXT NOT NULL PRIMARY KEY,
  run_id TEXT NOT NULL,
  step_id TEXT NOT NULL,
  attempt BIGINT NOT NULL,
  tool_id TEXT NOT NULL,
  version BIGINT NOT NULL,
  person_id TEXT NOT NULL,
  provider TEXT NOT NULL,
  model TEXT NOT NULL,
  at_most_picos BIGINT NOT NULL,
  month TEXT NOT NULL,
  made_at BIGINT NOT NULL
);

CREATE INDEX reservations_by_run ON reservations (run_id);

CREATE TABLE charges (
  id TEXT NOT NULL PRIMARY KEY,
  run_id TEXT NOT NULL,
  step_id TEXT NOT NULL,
  attempt BIGINT NOT NULL,
  tool_id TEXT NOT NULL,
  version BIGINT NOT NULL,
  person_id TEXT NOT NULL,
  provider TEXT NOT NULL,
  model TEXT NOT NULL,
  month TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('ANSWERED', 'CUT_SHORT', 'FAILED', 'UNKNOWN')),
  usage_estimated BIGINT NOT NULL,
  fresh_input_tokens BIGINT NOT NULL,
  cache_read_tokens BIGINT NOT NULL,
  cache_write_5_min_tokens BIGINT NOT NULL,
  cache_write_1_h_tokens BIGINT NOT NULL,
  visible_output_tokens BIGINT NOT NULL,
  reasoning_tokens BIGINT NOT NULL,
  fresh_input_picos BIGINT NOT NULL,
  cache_read_picos BIGINT NOT NULL,
  cache_write_5_min_picos BIGINT NOT NULL,
  cache_write_1_h_picos BIGINT NOT NULL,
  visible_output_picos BIGINT NOT NULL,
  reasoning_picos BIGINT NOT NULL,
  price_source TEXT NOT NULL,
  cost_picos BIGINT NOT NULL CHECK (cost_picos >= 0),
  at_most_picos BIGINT NOT NULL,
  reserved_at BIGINT NOT NULL,
  charged_at BIGINT NOT NULL
);

CREATE INDEX charges_by_run ON charges (run_id, charged_at);

CREATE INDEX charges_by_month ON charges (month, charged_at);
