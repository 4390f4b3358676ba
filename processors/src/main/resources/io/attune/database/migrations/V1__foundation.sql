-- The truth of the hub. Identifiers, personal attributes and originals are ciphertext (AES-GCM, the key id is in the
-- ciphertext's Tink prefix); *_hash columns are keyed HMAC-SHA-256. Features, categories and amounts are clear.
-- All instants are UTC.

-- In once: every record key that was ever accepted, as the first 128 bits of its SHA-256. Kept attune.ledger.retention.
create table record_ledger (
  record_id   uuid        primary key,
  source      text        not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null default now()
);
create index record_ledger_by_time on record_ledger using brin (recorded_at);

-- One entity of one source: a Salesforce contact, a web visitor, a loyalty card. Immutable.
create table identity_node (
  node_id     bigint generated always as identity primary key,
  source      text        not null,
  entity_hash bytea       not null,
  entity      bytea       not null,
  created_at  timestamptz not null,
  unique (source, entity_hash)
);

-- An identifier that an unmerge found to be shared by several people no longer joins.
create table identifier (
  identifier_id bigint generated always as identity primary key,
  kind          text    not null,
  value_hash    bytea   not null,
  value         bytea   not null,
  joins         boolean not null default true,
  unique (kind, value_hash)
);

-- occurred_at is when the link was last stated: exactly by a customer record, to the day by an event.
create table node_identifier (
  node_id       bigint      not null references identity_node,
  identifier_id bigint      not null references identifier,
  occurred_at   timestamptz not null,
  primary key (node_id, identifier_id)
);
create index node_identifier_by_identifier on node_identifier (identifier_id);

-- One person. merged_into names the survivor of a merge; a merged profile owns no node.
create table profile (
  profile_id  uuid        primary key,
  version     bigint      not null default 1,
  created_at  timestamptz not null,
  changed_at  timestamptz not null,
  deferred_at timestamptz,
  merged_into uuid references profile
);
create index profile_deferred on profile (deferred_at) where deferred_at is not null;

-- The only thing that merge and unmerge change.
create table membership (
  node_id    bigint      not null references identity_node,
  profile_id uuid        not null references profile,
  since      timestamptz not null,
  until      timestamptz,
  reason     text        not null,
  primary key (node_id, since)
);
create unique index membership_current on membership (node_id) where until is null;
create index membership_of_profile on membership (profile_id) where until is null;

-- What a source says of its entity; the newest (occurred_at, source_rank, record_id) wins. Personal ones are ciphertext
-- in secret, others clear in value; exactly one of the two is set.
create table node_attribute (
  node_id     bigint      not null references identity_node,
  name        text        not null,
  value       text,
  secret      bytea,
  occurred_at timestamptz not null,
  source_rank smallint    not null,
  record_id   uuid        not null,
  primary key (node_id, name),
  check ((value is null) <> (secret is null))
);

create table event (
  record_id      uuid        primary key,
  node_id        bigint      not null references identity_node,
  source         text        not null,
  type           text        not null,
  occurred_at    timestamptz not null,
  utc_offset_minutes smallint not null default 0,
  received_at    timestamptz not null,
  processed_at   timestamptz not null,
  backfill       boolean     not null,
  schema_version integer     not null,
  amount         numeric(18, 4),
  currency       text,
  properties     jsonb       not null default '{}',
  original       bytea
);
create index event_of_node on event (node_id, occurred_at);

-- Tables of what is derived (activity_day, feature_vector, score) have no foreign keys: they are written for every record and
-- recomputed at will, and the checks cost a seventh of the whole way.

-- Per-day aggregates of a node's events, from which every window is summed. amount is in ten-thousandths, so that
-- addition is exact and its order does not matter.
create table activity_day (
  node_id  bigint      not null,
  measure  text        not null,
  day      date        not null,
  count    bigint      not null,
  amount   bigint      not null,
  first_at timestamptz not null,
  last_at  timestamptz not null,
  primary key (node_id, day, measure)
);

-- What a person agreed to or refused, each statement once; the newest (occurred_at, source_rank, record_id) is in force,
-- and on a tie the refusal.
create table consent (
  record_id   uuid        not null,
  node_id     bigint      not null references identity_node,
  channel     text        not null,
  purpose     text        not null,
  state       text        not null check (state in ('granted', 'withdrawn')),
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  source_rank smallint    not null,
  evidence    bytea,
  primary key (record_id, channel, purpose)
);
create index consent_of_node on consent (node_id);

-- An address that must not be written to, whoever owns it.
create table suppression (
  channel      text        not null,
  address_hash bytea       not null,
  reason       text        not null,
  since        timestamptz not null,
  primary key (channel, address_hash)
);

create table release (
  release_hash text        primary key,
  manifest     jsonb       not null,
  created_at   timestamptz not null
);
create table node_release (
  node_name    text        primary key,
  release_hash text        not null references release,
  activated_at timestamptz not null,
  seen_at      timestamptz not null
);

create table feature_vector (
  profile_id   uuid        primary key,
  as_of        timestamptz not null,
  features     jsonb       not null,
  release_hash text        not null
);

-- value is null where the model declined, and reason says why.
create table score (
  profile_id   uuid        not null,
  model        text        not null,
  version      text        not null,
  value        double precision,
  reason       text,
  as_of        timestamptz not null,
  release_hash text        not null,
  primary key (profile_id, model),
  check ((value is null) <> (reason is null))
);

create table segment_membership (
  profile_id   uuid        not null references profile,
  segment      text        not null,
  since        timestamptz not null,
  until        timestamptz,
  release_hash text        not null,
  primary key (profile_id, segment, since)
);
create unique index segment_membership_current on segment_membership (profile_id, segment) where until is null;
create index segment_membership_of_segment on segment_membership (segment) where until is null;

-- Out once: a message. Unique per person, campaign and occurrence, and again per address when it is claimed.
create table delivery (
  delivery_id   uuid        primary key,
  profile_id    uuid        not null references profile,
  campaign      text        not null,
  occurrence    text        not null,
  channel       text        not null,
  purpose       text        not null,
  state         text        not null check (state in
                  ('pending', 'sending', 'sent', 'delivered', 'suppressed', 'failed', 'unknown', 'expired')),
  reason        text,
  address_hash  bytea,
  token         text        not null unique,
  attempts      smallint    not null default 0,
  attempted_at  timestamptz,
  lease_until   timestamptz,
  due_at        timestamptz not null,
  expires_at    timestamptz not null,
  received_at   timestamptz not null,
  created_at    timestamptz not null,
  sent_at       timestamptz,
  channel_message_id text,
  context       jsonb       not null default '{}',
  release_hash  text        not null,
  unique (profile_id, campaign, occurrence)
);
create unique index delivery_once_per_address on delivery (campaign, occurrence, address_hash) where address_hash is not null;
create index delivery_due on delivery (channel, due_at) where state = 'pending';
create index delivery_leased on delivery (channel, lease_until) where state = 'sending';
create index delivery_unknown on delivery (channel, due_at) where state = 'unknown';
create index delivery_of_address on delivery (channel, address_hash) where address_hash is not null;
create unique index delivery_by_message on delivery (channel, channel_message_id) where channel_message_id is not null;

-- State to be mirrored into a channel: the latest wins, and it may be retried freely.
create table projection (
  profile_id        uuid        not null references profile,
  channel           text        not null,
  state             text        not null check (state in
                      ('pending', 'sending', 'acknowledged', 'suppressed', 'failed')),
  desired           bytea       not null,
  desired_hash      bytea       not null,
  acknowledged_hash bytea,
  attempts          smallint    not null default 0,
  lease_until       timestamptz,
  due_at            timestamptz not null,
  changed_at        timestamptz not null,
  acknowledged_at   timestamptz,
  reason            text,
  primary key (profile_id, channel)
);
create index projection_due on projection (channel, due_at) where state = 'pending';
create index projection_leased on projection (channel, lease_until) where state = 'sending';

-- Channels that an operator stopped: no node claims anything for them. What a node had claimed before is still sent.
create table paused_channel (
  channel text        primary key,
  since   timestamptz not null,
  actor   text        not null
);

create table reject (
  reject_id   uuid        primary key,
  record_id   uuid,
  source      text        not null,
  stage       text        not null,
  place       text        not null,
  code        text        not null,
  reason      text        not null,
  original    bytea       not null,
  state       text        not null check (state in ('open', 'replayed', 'resolved')) default 'open',
  received_at timestamptz not null,
  rejected_at timestamptz not null,
  replayed_at timestamptz,
  replays     smallint    not null default 0
);
create index reject_open on reject (rejected_at) where state = 'open';

create table audit (
  audit_id bigint generated always as identity primary key,
  at       timestamptz not null,
  actor    text        not null,
  action   text        not null,
  subject  text        not null,
  detail   jsonb       not null default '{}'
);

-- How far a poller has read, moved only with the records it covers, and only by the leader of that epoch.
create table watermark (
  source     text        primary key,
  position   text        not null,
  epoch      bigint      not null,
  updated_at timestamptz not null
);

-- The epoch of each leadership, raised at every hand-over; a write with an older epoch is refused.
create table leadership (
  name      text        primary key,
  epoch     bigint      not null,
  holder    text        not null,
  since     timestamptz not null
);

-- What can be recommended, as orders and views name it. Refreshed by the re-scoring job.
create table product (
  product_id text             primary key,
  name       text             not null,
  category   text,
  price      numeric(18, 4),
  currency   text,
  url        text,
  image_url  text,
  orders     bigint           not null default 0,
  updated_at timestamptz      not null
);
