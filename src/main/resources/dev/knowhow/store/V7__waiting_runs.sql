ALTER TABLE run ADD COLUMN person_name TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN parent_run TEXT;
ALTER TABLE run ADD COLUMN parent_call BIGINT;
ALTER TABLE run ADD COLUMN root_run TEXT;
ALTER TABLE run ADD COLUMN depth BIGINT NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN from_run TEXT;
ALTER TABLE run ADD COLUMN from_call BIGINT NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN changes TEXT;
ALTER TABLE run ADD COLUMN flow_clock BIGINT;
ALTER TABLE run ADD COLUMN wake_at BIGINT;
ALTER TABLE run ADD COLUMN tries BIGINT NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN drives BIGINT NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN answers_then BIGINT NOT NULL DEFAULT 0;
CREATE INDEX run_by_parent ON run (parent_run, parent_call);

ALTER TABLE journal ADD COLUMN kept BIGINT NOT NULL DEFAULT 0;
ALTER TABLE journal ADD COLUMN seal TEXT;

ALTER TABLE reservations ADD COLUMN root_run_id TEXT NOT NULL DEFAULT '';
ALTER TABLE charges ADD COLUMN root_run_id TEXT NOT NULL DEFAULT '';

CREATE TABLE reviews (
  id TEXT NOT NULL PRIMARY KEY,
  run_id TEXT NOT NULL,
  number BIGINT NOT NULL,
  tool_id TEXT NOT NULL,
  version BIGINT NOT NULL,
  step TEXT NOT NULL,
  lane TEXT NOT NULL,
  decider TEXT NOT NULL,
  started_by TEXT NOT NULL,
  started_by_name TEXT NOT NULL,
  asked TEXT NOT NULL,
  since BIGINT NOT NULL,
  until BIGINT,
  state TEXT NOT NULL CHECK (state IN ('OPEN', 'DECIDED', 'LATE', 'WITHDRAWN')),
  decision TEXT,
  answer TEXT,
  decided_by TEXT,
  decided_by_name TEXT,
  decided_at BIGINT,
  comment TEXT,
  UNIQUE (run_id, number)
);
CREATE INDEX reviews_by_state ON reviews (state, decider, since);

CREATE TABLE timers (
  task_name TEXT NOT NULL,
  task_instance TEXT NOT NULL,
  task_data BYTEA,
  execution_time BIGINT NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by TEXT,
  last_success BIGINT,
  last_failure BIGINT,
  consecutive_failures INTEGER,
  last_heartbeat BIGINT,
  version BIGINT NOT NULL,
  priority SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX timers_by_time ON timers (execution_time);
CREATE INDEX timers_by_heartbeat ON timers (last_heartbeat);
