-- The point-of-sale database of an imagined chain of shops. The till owns and writes it; the hub may read it.
set role till;

create table if not exists sale (
    sale_id            bigint primary key,
    receipt            text not null,
    kind               text not null check (kind in ('sale', 'refund', 'cancelled')),
    refund_of          bigint references sale,
    store              text not null,
    sold_at            timestamptz not null,
    utc_offset_minutes int not null,
    loyalty_id         text,
    phone              text,
    total              numeric(12, 2) not null,
    currency           text not null,
    updated_at         timestamptz not null default now()
);

create index if not exists sale_updated_at on sale (updated_at, sale_id);

create table if not exists sale_line (
    sale_id  bigint not null references sale,
    line     int not null,
    item     text not null,
    name     text not null,
    category text not null,
    quantity int not null,
    price    numeric(12, 2) not null,
    primary key (sale_id, line)
);

grant usage on schema public to pos;
grant select on sale, sale_line to pos;

reset role;
