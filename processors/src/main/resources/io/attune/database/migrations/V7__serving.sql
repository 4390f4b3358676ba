-- Models beyond one node, challengers in the shadow, and the nightly run over all profiles.

-- Nodes that live, by the database's own clock: only they are waited for when a model changes.
create table node_presence (
  node_name text        primary key,
  seen_at   timestamptz not null
);

-- Versions that any node was asked to know; the archive is a zip of the version's files.
create table model_version (
  model       text        not null,
  version     text        not null,
  digest      text        not null,
  archive     bytea       not null,
  created_at  timestamptz not null,
  created_by  text        not null,
  primary key (model, version)
);
-- A zip is compressed already.
alter table model_version alter column archive set storage external;

-- What was asked of all nodes: prepare a version, and when all have it, use it.
create table model_change (
  change_id  bigint      generated always as identity primary key,
  model      text        not null,
  version    text        not null,
  action     text        not null check (action in ('upload', 'promote', 'rollback', 'challenge', 'retire')),
  state      text        not null check (state in ('preparing', 'active', 'failed')),
  reason     text,
  actor      text        not null,
  started_at timestamptz not null,
  decided_at timestamptz,
  foreign key (model, version) references model_version
);
create unique index model_change_one_at_a_time on model_change (model) where state = 'preparing';

create table model_change_node (
  change_id    bigint      not null references model_change,
  node_name    text        not null,
  prepared_at  timestamptz,
  activated_at timestamptz,
  problem      text,
  primary key (change_id, node_name)
);

-- What challengers say of the vectors that the champion scored. Nothing reads it but comparisons.
create table shadow_score (
  profile_id   uuid        not null,
  model        text        not null,
  version      text        not null,
  value        double precision,
  reason       text,
  champion     text        not null,
  champion_value double precision,
  as_of        timestamptz not null,
  primary key (profile_id, model, version),
  check ((value is null) <> (reason is null))
);
create index shadow_score_by_version on shadow_score (model, version);

-- Runs over all profiles, and their chunks: ids from the first one on and before the other, which the last chunk has not.
create table score_run (
  run_id       uuid        primary key,
  release_hash text        not null,
  started_at   timestamptz not null,
  started_by   text        not null,
  finished_at  timestamptz,
  problem      text,
  profiles     bigint      not null,
  chunks       integer     not null
);
create unique index score_run_one_at_a_time on score_run ((true)) where finished_at is null;
create table score_run_chunk (
  run_id      uuid        not null references score_run on delete cascade,
  chunk       integer     not null,
  first_id    uuid        not null,
  until_id    uuid,
  node_name   text,
  done_at     timestamptz,
  profiles    bigint,
  scored      bigint,
  declined    bigint,
  primary key (run_id, chunk)
);
