create table correction (                       -- the owner's word on a fact; stands above whatever sources say
    id        integer primary key,
    handle    text    not null,                 -- about whom
    attribute text    not null,
    was       text    not null,                 -- what sources say, and is not so; "" where they say nothing
    value     text    not null,                 -- what is so; "" where it is only not so
    at        integer not null
) strict;
create index correction_handle on correction (handle);
