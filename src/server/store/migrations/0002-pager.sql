-- Where the pager rings. A household has few phones; the server keeps the count (devices.ts).

CREATE TABLE device (
  household text COLLATE "C" NOT NULL REFERENCES household ON DELETE CASCADE,
  -- Made by the phones of the household; the server does not know whose it is.
  id text COLLATE "C" NOT NULL,
  -- The push subscription of its browser: where to send, and the keys to seal for it.
  endpoint text COLLATE "C" NOT NULL,
  p256dh text COLLATE "C" NOT NULL,
  auth text COLLATE "C" NOT NULL,
  PRIMARY KEY (household, id)
);

CREATE TABLE webhook (
  household text COLLATE "C" PRIMARY KEY REFERENCES household ON DELETE CASCADE,
  url text COLLATE "C" NOT NULL
);
