-- Buttons of a home automation, which only add: what one sends waits here until a phone has logged
-- it.

CREATE TABLE button (
  -- Made by a phone. It is in the address that the button calls.
  id text COLLATE "C" PRIMARY KEY,
  household text COLLATE "C" NOT NULL REFERENCES household ON DELETE CASCADE,
  -- SHA-256 of the token.
  token_hash text COLLATE "C" NOT NULL,
  -- Its name and its child, sealed.
  body text COLLATE "C" NOT NULL,
  -- When it was last pressed, in milliseconds since 1970.
  pressed_at bigint
);

CREATE INDEX button_household ON button (household);

CREATE TABLE press (
  id text COLLATE "C" PRIMARY KEY,
  household text COLLATE "C" NOT NULL REFERENCES household ON DELETE CASCADE,
  button text COLLATE "C" NOT NULL REFERENCES button ON DELETE CASCADE,
  -- What the button says, sealed by the phone that made it; empty once it is logged.
  word text COLLATE "C" NOT NULL,
  -- When it was pressed, in milliseconds since 1970.
  at bigint NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  -- What the sender calls it: sent again, it is the same press, also after it was logged.
  key text COLLATE "C",
  is_logged boolean NOT NULL DEFAULT false,
  UNIQUE (button, key)
);

CREATE INDEX press_waiting ON press (household, at, id) WHERE NOT is_logged;
