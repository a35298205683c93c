-- Derived: how things stand, circles, and participations as columns. Each may be emptied at any moment.

drop table tie;

create table standing (                         -- one row: everybody's tie as one table of numbers
    id    integer primary key check (id = 1),
    as_of integer not null,                     -- Unix seconds
    ties  blob    not null
) strict;

create table circle (                           -- people who are seen together
    id     text primary key,
    circle text not null                        -- JSON
) strict, without rowid;

create table ledger_chunk (                     -- who took part in what, packed; notes are left out
    first   integer primary key,                -- the items from first to last
    last    integer not null,
    columns blob    not null
) strict;

create table ledger_change (                    -- items whose part in the chunks is out of date
    item integer primary key
) strict;

create index item_chat on item (thread, at) where channel = 'chat';

create trigger ledger_item_gone after delete on item begin
    insert or ignore into ledger_change (item) values (old.id);
end;

create trigger ledger_copy_chosen after update of copy_of on item when old.copy_of is not new.copy_of begin
    insert or ignore into ledger_change (item) values (new.id);
end;

create trigger ledger_part_gone after delete on participant when old.role <> 'mentioned' begin
    insert or ignore into ledger_change (item) values (old.item);
end;
