-- Whether a product can be had now: an event that names it may say so, and the newest that does counts.
alter table product add column available boolean not null default true;
