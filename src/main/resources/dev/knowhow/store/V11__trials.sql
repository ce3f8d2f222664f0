ALTER TABLE run ADD COLUMN tried TEXT;

CREATE TABLE purses (
  id TEXT NOT NULL PRIMARY KEY,
  cap_picos BIGINT NOT NULL CHECK (cap_picos >= 0),
  spent_picos BIGINT NOT NULL CHECK (spent_picos >= 0),
  held_picos BIGINT NOT NULL CHECK (held_picos >= 0)
);

CREATE TABLE purse_runs (
  run_id TEXT NOT NULL PRIMARY KEY,
  purse_id TEXT NOT NULL REFERENCES purses (id)
);

CREATE TABLE trials (
  id TEXT NOT NULL PRIMARY KEY,
  tool_id TEXT NOT NULL,
  about TEXT NOT NULL,
  person_id TEXT NOT NULL,
  person_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('RUNNING', 'PAUSED', 'DONE', 'CANCELLED')),
  driven BIGINT NOT NULL,
  cap_picos BIGINT,
  started_at BIGINT NOT NULL,
  ended_at BIGINT,
  lease_owner TEXT,
  lease_until BIGINT NOT NULL
);
CREATE INDEX trials_by_tool ON trials (tool_id, started_at);
CREATE INDEX trials_by_lease ON trials (driven, lease_until);

CREATE TABLE trial_columns (
  trial_id TEXT NOT NULL REFERENCES trials (id),
  number BIGINT NOT NULL,
  label TEXT NOT NULL,
  version BIGINT NOT NULL,
  executed BIGINT NOT NULL,
  files_sha256 TEXT NOT NULL,
  live BIGINT NOT NULL,
  tiers TEXT NOT NULL,
  PRIMARY KEY (trial_id, number)
);

CREATE TABLE trial_cells (
  trial_id TEXT NOT NULL REFERENCES trials (id),
  column_number BIGINT NOT NULL,
  place BIGINT NOT NULL,
  example TEXT NOT NULL,
  name TEXT NOT NULL,
  run_id TEXT,
  outcome TEXT,
  ended_at BIGINT,
  PRIMARY KEY (trial_id, column_number, place)
);
