ALTER TABLE tools ADD COLUMN client_id TEXT;

ALTER TABLE reservations ADD COLUMN client_id TEXT;

ALTER TABLE charges ADD COLUMN client_id TEXT;

CREATE TABLE client_caps (
  client_id TEXT NOT NULL PRIMARY KEY,
  cap_picos BIGINT NOT NULL CHECK (cap_picos >= 0)
);

CREATE TABLE client_months (
  client_id TEXT NOT NULL,
  month TEXT NOT NULL,
  spent_picos BIGINT NOT NULL CHECK (spent_picos >= 0),
  held_picos BIGINT NOT NULL CHECK (held_picos >= 0),
  PRIMARY KEY (client_id, month)
);
