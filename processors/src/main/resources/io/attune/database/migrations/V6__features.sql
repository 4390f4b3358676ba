-- A measure may count by something (a category, the hour of the week), and remembers the largest single amount of a day.
alter table activity_day add column key text not null default '';
alter table activity_day add column largest bigint not null default 0;
alter table activity_day drop constraint activity_day_pkey;
alter table activity_day add primary key (node_id, day, measure, key);

-- What some features must know of everybody: quantiles, and BG/NBD and Gamma-Gamma as fitted to the store's purchases. A row is
-- never changed; a vector names the one that it rests on, 0 for none.
create table feature_population (
  version      bigint generated always as identity primary key,
  as_of        timestamptz not null,
  computed_at  timestamptz not null,
  people       bigint      not null,
  content      jsonb       not null,
  release_hash text        not null
);
alter table feature_vector add column population bigint not null default 0;

-- Which measures the day aggregates were counted by, as a hash of their definitions: others must be counted again.
create table feature_count (
  measures   text        primary key,
  counted_at timestamptz not null
);
