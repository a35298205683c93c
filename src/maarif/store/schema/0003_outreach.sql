-- The truth of what the owner asked, wrote, gave and took, and said of answers. People are named by a handle: ids are
-- derived, handles stay.

create table need (
    id      integer primary key,
    text    text    not null,
    kind    text    not null,
    asked   integer not null,                   -- Unix seconds
    closed  integer,                            -- null while it is open
    outcome text    not null default ''
) strict;

create table outreach (
    id     integer primary key,
    need   integer not null references need (id) on delete cascade,
    handle text    not null,                    -- whom
    unique (need, handle)
) strict;

create table outreach_step (                    -- appended; the last one is how it stands
    id       integer primary key,
    outreach integer not null references outreach (id) on delete cascade,
    step     text    not null,                  -- to write, written, answered, helped, declined, thanked, told
    at       integer not null,
    by       text    not null,                  -- owner; what imports show is derived when it is asked for
    source   text    not null default '',       -- the origin that shows it
    item     text    not null default '',
    note     text    not null default ''
) strict;
create index outreach_step_of on outreach_step (outreach, id);

create table dispatch (                         -- a message handed to the outside, once
    key        text primary key,                -- digest of channel, sender, address, words, occasion: nothing goes twice
    outreach   integer references outreach (id) on delete set null,
    step       text    not null,                -- what the outreach comes to when it has gone: written, thanked, told
    handle     text    not null,                -- whom
    channel    text    not null,                -- smtp, drafts, eml, copy, mailto, whatsapp, telegram
    address    text    not null,
    message_id text    not null,                -- without the angle brackets; "" outside mail
    reply_to   text    not null default '',     -- the Message-ID it answers
    thread     text    not null default '',     -- the Message-ID that began the conversation
    subject    text    not null,
    body       text    not null,
    state      text    not null,                -- sending, done, failed, unsure
    at         integer not null,
    why        text    not null default ''      -- what the server said, where it failed
) strict, without rowid;
create index dispatch_message on dispatch (message_id);

create table favour (
    id        integer primary key,
    handle    text    not null,
    kind      text    not null,                 -- asked, received, given, offered
    what      text    not null,
    at        integer not null,
    source    text    not null default '',
    item      text    not null default '',
    confirmed integer                           -- null: proposed; 0, 1: the owner's answer
) strict;
create index favour_handle on favour (handle);

create table snooze (                           -- what the owner does not want to be reminded of for now
    key   text primary key,
    until integer not null
) strict, without rowid;

create table feedback (                         -- what the owner said of an answer
    id      integer primary key,
    at      integer not null,
    kind    text    not null,
    words   text    not null,                   -- JSON list: the need's stems
    need    text    not null,
    handle  text    not null,
    verdict text    not null,                   -- good, not this person, wrong reason
    source  text    not null default '',        -- the origin of the wrong reason
    item    text    not null default ''
) strict;
create index feedback_handle on feedback (handle);
