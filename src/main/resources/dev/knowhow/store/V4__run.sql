CREATE TABLE run (
  id TEXT NOT NULL PRIMARY KEY,
  tool_id TEXT NOT NULL,
  version BIGINT NOT NULL,
  person_id TEXT NOT NULL,
  sample TEXT,
  state TEXT NOT NULL,
  inputs TEXT NOT NULL,
  seed BIGINT NOT NULL,
  program TEXT NOT NULL,
  estimate_low_picos BIGINT,
  estimate_high_picos BIGINT,
  started_at BIGINT NOT NULL,
  ended_at BIGINT,
  outcome TEXT,
  problem TEXT,
  answers BIGINT NOT NULL,
  lease_owner TEXT,
  lease_until BIGINT NOT NULL
);
CREATE INDEX run_by_tool ON run (tool_id, started_at);
CREATE INDEX run_by_state ON run (state, lease_until);

CREATE TABLE journal (
  run_id TEXT NOT NULL,
  number BIGINT NOT NULL,
  name TEXT NOT NULL,
  step TEXT NOT NULL,
  lane TEXT NOT NULL,
  attempt BIGINT NOT NULL,
  arguments_sha TEXT NOT NULL,
  prompt TEXT,
  asked_at BIGINT NOT NULL,
  arrival BIGINT,
  answer TEXT,
  answer_text TEXT,
  answered_by TEXT,
  answered_at BIGINT,
  PRIMARY KEY (run_id, number)
);
